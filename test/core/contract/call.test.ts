import type { Failure } from '@stripe-payments/core';
import { callFunction } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

const withoutAnswer = { code: 'no-answer' } as const;
const nothing = { ok: false, error: withoutAnswer };

const answering = (answer: unknown, isWhole: (answer: object) => boolean = () => true) =>
  callFunction({ send: () => Promise.resolve(answer), isWhole, withoutAnswer });

const hasView = (answer: object): boolean => 'view' in answer;

describe('an answer', () => {
  test('that went well and is whole is passed on as it came', async () => {
    const answer = { ok: true, view: { recordId: '1' } };
    expect(await answering(answer, hasView)).toEqual(answer);
  });

  test('that went well and lacks what is printed is none', async () => {
    expect(await answering({ ok: true }, hasView)).toEqual(nothing);
  });

  test('that failed needs no parts but its error', async () => {
    const error: Failure = { code: 'stripe-refused', detail: 'No.' };
    expect(await answering({ ok: false, error }, hasView)).toEqual({ ok: false, error });
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
  ])('%j is none', async (answer) => {
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
])('a call that %s is answered as one without an answer', async (_name, send) => {
  expect(await callFunction({ send, isWhole: () => true, withoutAnswer })).toEqual(nothing);
});

test('a look at the answer that throws is no answer', async () => {
  const isWhole = (): boolean => {
    throw new TypeError('not an object');
  };
  expect(await answering({ ok: true }, isWhole)).toEqual(nothing);
});

test.prop([fc.anything(), fc.boolean()])(
  'whatever comes, the call resolves to a reply',
  async (answer, isRejected) => {
    const send = async (): Promise<unknown> => {
      await Promise.resolve();
      if (isRejected) throw answer;
      return answer;
    };
    const reply = await callFunction({ send, isWhole: hasView, withoutAnswer });
    if (reply.ok) expect(reply).toHaveProperty('view');
    else expect(reply.error.code).toEqual(expect.any(String));
  },
);
