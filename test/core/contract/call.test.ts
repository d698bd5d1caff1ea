import type { Failure } from '@stripe-payments/core';
import { callFunction } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import * as z from 'zod/mini';
import { fc, test } from '../../builders/laws.ts';

const withoutAnswer = { code: 'no-answer' } as const;
const nothing = { ok: false, error: withoutAnswer };

const hasView = z.object({ view: z.object({ recordId: z.string() }) });

const answering = (given: unknown) =>
  callFunction({ send: () => Promise.resolve(given), answer: hasView, withoutAnswer });

describe('an answer', () => {
  test('that is complete is passed on unchanged', async () => {
    const answer = { ok: true, view: { recordId: '1' } };
    expect(await answering(answer)).toEqual(answer);
  });

  test('that lacks a shown field is invalid', async () => {
    expect(await answering({ ok: true })).toEqual(nothing);
  });

  test('that failed needs only its error', async () => {
    const error: Failure = { code: 'stripe-refused', detail: 'No.' };
    expect(await answering({ ok: false, error })).toEqual({ ok: false, error });
  });

  test.each([
    [{ ok: false, error: 'refused' }],
    [{ ok: false, error: null }],
    [{ ok: false, error: { message: 'It failed.' } }],
    [{ ok: false, error: { code: 7, message: 'It failed.' } }],
    [{ statusCode: 500 }],
    [null],
    [undefined],
    ['ok'],
  ])('%j is invalid', async (answer) => {
    expect(await answering(answer)).toEqual(nothing);
  });
});

test.each([
  ['rejects', () => Promise.reject(new Error('killed'))],
  [
    'throws before it is sent',
    () => {
      throw new TypeError('no transport');
    },
  ],
])('a call that %s resolves to no answer', async (_name, send) => {
  expect(await callFunction({ send, answer: hasView, withoutAnswer })).toEqual(nothing);
});

test('an answer that throws when read is invalid', async () => {
  const answer = {
    ok: true,
    get view(): unknown {
      throw new TypeError('no view');
    },
  };
  expect(await answering(answer)).toEqual(nothing);
});

test('fields that a newer function adds are kept', async () => {
  const answer = { ok: true, view: { recordId: '1', tax: 7 }, more: [] };
  expect(await answering(answer)).toEqual(answer);
});

test.prop([fc.anything(), fc.boolean()])(
  'the call resolves to a reply for any answer',
  async (answer, isRejected) => {
    const send = async (): Promise<unknown> => {
      await Promise.resolve();
      if (isRejected) throw answer;
      return answer;
    };
    const reply = await callFunction({ send, answer: hasView, withoutAnswer });
    if (reply.ok) expect(reply).toHaveProperty('view');
    else expect(reply.error.code).toEqual(expect.any(String));
  },
);
