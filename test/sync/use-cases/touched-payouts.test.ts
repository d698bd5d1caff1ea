import { describe, expect, test } from 'vitest';
import { expandPayout } from '../../../src/app/packages/sync/src/use-cases/refresh/touched-payouts.ts';
import type { TouchedAt } from '../../../src/app/packages/sync/src/use-cases/refresh/touched-queue.ts';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';
import { fakePorts } from '../fake-ports.ts';

const PAGE = 100;
const PAYMENTS = 250;

/** A payout of 250 payments, which also has its own transaction. */
const ports = fakePorts({
  stripe: {
    itemizedPayout: (_id, after) => {
      const from = after === undefined ? 0 : Number(after.slice(4)) + 1;
      const numbers = Array.from(
        { length: Math.min(PAGE, PAYMENTS + 1 - from) },
        (_, index) => from + index,
      );
      const last = numbers.at(-1) ?? 0;
      return Promise.resolve({
        transactions: numbers.map((number) => ({
          id: `txn_${String(number)}`,
          chargeId: number === 0 ? null : `ch_${String(number)}`,
          returnedPayoutId: null,
        })),
        next: last < PAYMENTS ? `txn_${String(last)}` : null,
      });
    },
  },
});

const event = (changedAtMs: number, id = 'po_1'): TouchedAt => ({
  changedAtMs,
  touched: {
    customerIds: [],
    paymentIds: [],
    documentIds: [],
    addresses: [],
    claims: [],
    payouts: [{ id, after: null }],
  },
});

const hasPayout = ({ touched }: TouchedAt): boolean => (touched.payouts ?? []).length > 0;

/** What a catch-up does: a page, then the payments of it, then the next. */
async function allPayments(queue: readonly TouchedAt[], using = ports) {
  const pages: string[][] = [];
  let state = { queue, done: [] as readonly string[] };
  while (state.queue.length > 0) {
    const [first, ...others] = state.queue;
    if (first !== undefined && hasPayout(first)) {
      state = await expandPayout(using, state.queue, state.done);
      pages.push([]);
    } else {
      pages.at(-1)?.push(...(first?.touched.paymentIds ?? []));
      state = { ...state, queue: others };
    }
  }
  return pages.filter((page) => page.length > 0);
}

describe('a payout of many payments', () => {
  test('is taken a page at a time, each payment once', async () => {
    const pages = await allPayments([event(1)]);
    expect(pages.map((page) => page.length)).toEqual([99, 100, 51]);
    expect(new Set(pages.flat()).size).toBe(PAYMENTS);
  });

  test('is gone through once, for the newest of its events', async () => {
    const { queue } = await expandPayout(ports, [event(9), event(2)], []);
    expect(queue[0]?.changedAtMs).toBe(9);
    expect((await allPayments([event(9), event(2)])).flat()).toHaveLength(PAYMENTS);
  });
});

test('one that has the money of a payout that failed touches its payments too', async () => {
  const contents: Readonly<Record<string, readonly object[]>> = {
    po_1: [{ id: 'txn_1', chargeId: 'ch_1', returnedPayoutId: null }],
    po_2: [
      { id: 'txn_2', chargeId: 'ch_2', returnedPayoutId: null },
      { id: 'txn_3', chargeId: null, returnedPayoutId: 'po_1' },
    ],
  };
  const using = fakePorts({
    stripe: {
      itemizedPayout: (id) =>
        Promise.resolve({ transactions: (contents[id] ?? []) as never, next: null }),
    },
  });
  expect(await allPayments([event(9, 'po_2')], using)).toEqual([['ch_2'], ['ch_1']]);
});

test.each(['stripe-refused', 'stripe-permission'] as const)(
  'one that is not itemized, or may not be read, touches nothing: %s',
  async (code) => {
    const refusing = fakePorts({
      stripe: { itemizedPayout: () => Promise.reject(new SyncError(code)) },
    });
    expect(await allPayments([event(1)], refusing)).toEqual([]);
  },
);

test('an outage fails, so that the catch-up goes on there later', async () => {
  const down = fakePorts({
    stripe: { itemizedPayout: () => Promise.reject(new SyncError('stripe-unreachable')) },
  });
  await expect(expandPayout(down, [event(1)], [])).rejects.toMatchObject({
    code: 'stripe-unreachable',
  });
});
