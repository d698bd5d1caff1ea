import type { RecordView, ReviewRow } from '@stripe-payments/core';
import { getPaymentsParameters, newestFirst } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { createSeal } from '../../../src/app/packages/sync/src/seal.ts';
import { fittingView } from '../../../src/app/packages/sync/src/use-cases/reply-size.ts';
import { charge } from '../../builders/charge.ts';
import { recordView } from '../../builders/record-view.ts';

/** What the platform takes. */
const PAYLOAD_BYTES = 6 * 1024 * 1024;
const LONG = '€'.repeat(300);

const bytesOf = (view: RecordView): number => Buffer.byteLength(JSON.stringify(view));

const payments = (count: number): RecordView['payments'] =>
  recordView(
    Array.from({ length: count }, (_, each) =>
      charge({ id: `ch_${String(each)}`, description: LONG }),
    ),
  ).payments;

const deals = Array.from({ length: 150 }, (_, each) => ({
  objectType: 'deal' as const,
  recordId: String(each),
  name: LONG,
}));

const waiting = (count: number): readonly ReviewRow[] =>
  payments(count).map((payment) => ({ payment, status: 'ambiguous', others: deals }));

test('a contact with 150 deals and 1,000 payments to review fits into a reply, and it says how many are left out', () => {
  const view = recordView([], { needsReview: waiting(1_000), payments: payments(1_200) });
  expect(bytesOf(view)).toBeGreaterThan(10 * PAYLOAD_BYTES);
  const fitting = fittingView(view);
  expect(bytesOf(fitting)).toBeLessThan(PAYLOAD_BYTES / 1.5);
  const shown = fitting.needsReview.length;
  expect(shown).toBeGreaterThan(20);
  expect(fitting.notes).toContainEqual(
    expect.objectContaining({ kind: 'review-omitted', shown, total: 1_000 }),
  );
  expect(fitting.notes).toContainEqual({
    kind: 'rows-omitted',
    shown: fitting.payments.length,
    total: 1_200,
  });
});

test('what did not fit is worked through to the end, each once, also where some are decided meanwhile', () => {
  const all = [...waiting(2_500)].map((row, nth) => ({
    ...row,
    payment: { ...row.payment, created: row.payment.created - Math.floor(nth / 3) },
  }));
  const sorted = all.toSorted((left, right) => newestFirst(left.payment, right.payment));
  const seen: string[] = [];
  let left = sorted;
  let reviewAfter: string | undefined;
  do {
    const view = fittingView(recordView([], { needsReview: left }), { reviewAfter });
    expect(bytesOf(view)).toBeLessThan(PAYLOAD_BYTES / 1.5);
    seen.push(...view.needsReview.map(({ payment }) => payment.id));
    const note = view.notes.find(({ kind }) => kind === 'review-omitted');
    reviewAfter = note !== undefined && 'rest' in note ? note.rest[0]?.reviewAfter : undefined;
    // The newest is assigned in between.
    left = left.slice(1);
  } while (reviewAfter !== undefined);
  expect(seen).toEqual(sorted.map(({ payment }) => payment.id));
});

test('a view that fits is left as it is', () => {
  const view = recordView([charge()]);
  expect(fittingView(view)).toEqual(view);
});

test.each([
  ['2 MB of dots', '.'.repeat(2_000_000)],
  ['2 MB without a dot', 'a'.repeat(2_000_000)],
  ['a dot too many', 'a.b.c'],
  ['no signature', 'a.'],
  ['text that is no base64url', 'a b.c'],
])('a token of %s is refused by its size and form, and opens to nothing', (_name, token) => {
  const asked = { objectType: 'company', continuation: token };
  expect(getPaymentsParameters.safeParse(asked).success).toBe(false);
  const before = process.memoryUsage().heapUsed;
  expect(createSeal('sk_test_1').open(token)).toBeUndefined();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(16 * 1024 * 1024);
});
