import type { MovedPayment } from '@stripe-payments/core';
import { movedLine, movedPaymentsIn, withMovedLine, withoutMovedLine } from '@stripe-payments/core';
import { expect, test } from 'vitest';

const deal = (recordId: string) => ({ objectType: 'deal', recordId }) as const;

const moved = (change: Partial<MovedPayment> = {}): MovedPayment => ({
  id: 'ch_1Abc',
  amount: { minor: 150_000, currency: 'usd' },
  atMs: Date.parse('2026-11-29T13:05:07Z'),
  from: deal('9201'),
  to: deal('9204'),
  ...change,
});

test('a line tells when, how much, which payment, and the ids of both deals', () => {
  expect(movedLine(moved())).toBe(
    '2026-11-29 13:05:07 UTC, 1500.00 USD, ch_1Abc, deal 9201 -> deal 9204',
  );
});

test.each([
  ['three decimals', { minor: 5_120, currency: 'kwd' }],
  ['no decimals', { minor: 1_634, currency: 'jpy' }],
])('what a line tells is read again: %s', (_name, amount) => {
  expect(movedPaymentsIn(movedLine(moved({ amount })))).toEqual([moved({ amount })]);
});

test('the same move again adds no second line, at whatever time', () => {
  const text = withMovedLine('', movedLine(moved()));
  expect(withMovedLine(text, movedLine(moved({ atMs: moved().atMs + 90_000 })))).toBe(text);
});

test('a payment has the line of its last move only', () => {
  const first = withMovedLine('', movedLine(moved()));
  const back = moved({ from: deal('9204'), to: deal('9201'), atMs: moved().atMs + 1_000 });
  expect(movedPaymentsIn(withMovedLine(first, movedLine(back)))).toEqual([back]);
  expect(withoutMovedLine(first, movedLine(back))).toBe('');
});

test('the latest twenty are kept, newest first', () => {
  const lines = Array.from({ length: 25 }, (_, nth) =>
    movedLine(moved({ id: `ch_${String(nth)}`, atMs: moved().atMs + nth * 60_000 })),
  );
  const text = lines.reduce(withMovedLine, '');
  expect(movedPaymentsIn(text).map(({ id }) => id)).toEqual(
    Array.from({ length: 20 }, (_, nth) => `ch_${String(24 - nth)}`),
  );
});

test.each([
  'moved by Jane',
  'x'.repeat(5_000),
  '2026-13-45 99:99:99 UTC, 1 USD, ch_1, deal 1 -> deal 2',
])('text that is no such line tells nothing: %.20s', (text) => {
  expect(movedPaymentsIn(text)).toEqual([]);
});
