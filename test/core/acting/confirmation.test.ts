import { createHmac } from 'node:crypto';
import type { ActedRecord, Confirmed, PropertyEdit, Sign } from '@stripe-payments/core';
import {
  actionContent,
  canonical,
  checkConfirmation,
  CODE_WINDOW_MS,
  confirmationText,
  money,
  windowOf,
} from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

const signedBy =
  (key: string): Sign =>
  (text) =>
    createHmac('sha256', key).update(text).digest('hex');

const sign = signedBy('rk_test_write');
const nowMs = Date.UTC(2026, 10, 30, 12, 7);
const record: ActedRecord = { objectType: 'deal', recordId: '9001', createdMs: 1_000 };

const refund = (overrides: Partial<Confirmed> = {}): Confirmed => ({
  action: 'REFUND',
  amount: money(2_500, 'usd'),
  content: actionContent(record, 'refund', { chargeId: 'ch_1', amount: 2_500 }),
  ...overrides,
});

const window = windowOf(nowMs);
const text = confirmationText(refund(), window, sign);

const edit = (overrides: Partial<PropertyEdit> = {}): PropertyEdit => ({
  value: text,
  writtenAtMs: nowMs - 1_000,
  sourceType: 'CRM_UI',
  updatedByUserId: '77',
  ...overrides,
});

const check = (history: readonly PropertyEdit[], confirmed = refund(), atMs = nowMs) =>
  checkConfirmation(text, confirmed, history, { nowMs: atMs, sign });

test('the text says the action, the amount and a code of six letters', () => {
  expect(text).toMatch(/^REFUND 25\.00 USD [2-9A-HJ-NP-Z]{6}$/);
  const yen = refund({ amount: money(2_500, 'jpy') });
  expect(confirmationText(yen, window, sign)).toMatch(/^REFUND 2500 JPY /);
});

test('a text that a user entered in time is accepted with the user', () => {
  expect(check([edit()])).toEqual({
    status: 'accepted',
    userId: '77',
    confirmedAtMs: nowMs - 1_000,
  });
  expect(check([edit({ value: ` ${text}\n` })]).status).toBe('accepted');
});

describe('it is refused where the newest version', () => {
  test.each([
    ['is none', [], 'missing'],
    ['is empty', [edit({ value: '' })], 'missing'],
    ['is of another amount', [edit({ value: text.replace('25', '26') })], 'differs'],
    ['is in other letters', [edit({ value: text.toLowerCase() })], 'differs'],
    ['was written by an API', [edit({ sourceType: 'INTEGRATION' })], 'not-by-user'],
    ['names no source', [edit({ sourceType: null })], 'not-by-user'],
    ['names no user', [edit({ updatedByUserId: null })], 'not-by-user'],
    ['names a user that is none', [edit({ updatedByUserId: '0' })], 'not-by-user'],
    [
      'was written before the code',
      [edit({ writtenAtMs: window * CODE_WINDOW_MS - 1 })],
      'expired',
    ],
    ['is of the future', [edit({ writtenAtMs: nowMs + 3_600_000 })], 'expired'],
    [
      'came after the right one',
      [edit({ writtenAtMs: nowMs - 2_000 }), edit({ value: 'x', writtenAtMs: nowMs - 1_000 })],
      'differs',
    ],
    [
      'is as new as one of an API',
      [edit(), edit({ sourceType: 'API', updatedByUserId: null })],
      'not-by-user',
    ],
    ['is of two users', [edit(), edit({ updatedByUserId: '78' })], 'not-by-user'],
  ])('%s', (_name, history, status) => {
    expect(check(history).status).toBe(status);
  });
});

test('a code is accepted in its window and the next one', () => {
  const lastMs = (window + 2) * CODE_WINDOW_MS - 1;
  expect(check([edit()], refund(), lastMs).status).toBe('accepted');
  expect(check([edit()], refund(), lastMs + 1).status).toBe('expired');
  expect(check([edit()], refund(), lastMs + 24 * 3_600_000 + 1).status).toBe('other');
  expect(check([edit()], refund(), window * CODE_WINDOW_MS - 1).status).toBe('other');
});

test.each([
  [
    'another record',
    refund({
      content: actionContent({ ...record, recordId: '9002' }, 'refund', {
        chargeId: 'ch_1',
        amount: 2_500,
      }),
    }),
  ],
  [
    'another type',
    refund({
      content: actionContent({ ...record, objectType: 'contact' }, 'refund', {
        chargeId: 'ch_1',
        amount: 2_500,
      }),
    }),
  ],
  [
    'another account',
    refund({
      content: actionContent({ ...record, createdMs: 2_000 }, 'refund', {
        chargeId: 'ch_1',
        amount: 2_500,
      }),
    }),
  ],
  [
    'another payment',
    refund({ content: actionContent(record, 'refund', { chargeId: 'ch_2', amount: 2_500 }) }),
  ],
  ['another action', refund({ action: 'VOID' })],
  ['another amount', refund({ amount: money(2_600, 'usd') })],
  ['another currency', refund({ amount: money(2_500, 'eur') })],
])('a code is not of %s', (_name, other) => {
  expect(check([edit()], other).status).toBe('other');
});

test('a code is of one key', () => {
  const other = { nowMs, sign: signedBy('rk_test_other') };
  expect(checkConfirmation(text, refund(), [edit()], other).status).toBe('other');
});

const edits = fc.array(
  fc.record({
    value: fc.constantFrom(text, ` ${text} `, '', 'REFUND 25.00 USD AAAAAA'),
    writtenAtMs: fc.integer({ min: -30, max: 1 }).map((minutes) => nowMs + minutes * 60_000),
    sourceType: fc.constantFrom('CRM_UI', 'API', 'INTEGRATION', 'AUTOMATION_PLATFORM', null),
    updatedByUserId: fc.constantFrom('77', '78', null, ''),
  }),
  { maxLength: 8 },
);

test.prop([edits])(
  'what is accepted is the newest version, by a user in the interface',
  (history) => {
    const outcome = check(history);
    if (outcome.status !== 'accepted') return;
    const newestMs = Math.max(...history.map(({ writtenAtMs }) => writtenAtMs));
    const newest = history.filter(({ writtenAtMs }) => writtenAtMs === newestMs);
    for (const { value, sourceType, updatedByUserId } of newest) {
      expect([value.trim(), sourceType, updatedByUserId]).toEqual([text, 'CRM_UI', outcome.userId]);
    }
  },
);

test.prop([fc.jsonValue(), fc.jsonValue()])(
  'equal content has one text, other content another',
  (left, right) => {
    const equal = JSON.stringify(left) === JSON.stringify(right);
    const [first, second] = [left, right].map((value) => canonical(value as never));
    if (equal) expect(first).toBe(second);
    else expect(JSON.parse(first ?? '')).toEqual(JSON.parse(JSON.stringify(left)));
  },
);

test('the order of fields makes no other content', () => {
  const left = canonical({ b: [1, { d: null, c: true }], a: 'x' });
  expect(left).toBe(canonical({ a: 'x', b: [1, { c: true, d: null }] }));
  expect(left).not.toBe(canonical({ a: 'x', b: [{ c: true, d: null }, 1] }));
});
