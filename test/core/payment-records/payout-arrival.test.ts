import type { Charge, Payout } from '@stripe-payments/core';
import { isInPayouts, payoutArrival } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge } from '../../builders/charge.ts';
import { dispute, withdrawal } from '../../builders/dispute.ts';
import { fc, test } from '../../builders/laws.ts';
import { refund } from '../../builders/refund.ts';

const DAY = 86_400;
const MIDNIGHT = 1_795_392_000;
const NOW = MIDNIGHT + 60 * DAY;

const payout = (overrides: Partial<Payout> = {}): Payout => ({
  id: 'po_1',
  status: 'paid',
  arrivalOn: MIDNIGHT,
  traceId: null,
  failureMessage: null,
  ...overrides,
});

const paid = (number: number): Charge =>
  charge({
    id: `ch_${String(number)}`,
    balanceTransaction: balanceTransaction({ id: `txn_${String(number)}` }),
  });

const nothing = new Map<string, never>();

const arrival = (charges: readonly Charge[], payouts: readonly (Payout | null)[]) => {
  const { arrivedOn: arrived, expectedOn } = payoutArrival(
    charges,
    {
      final: nothing,
      asked: new Map(
        payouts.map((each, number) => [
          `ch_${String(number)}`,
          new Map(each === null ? [] : [[`txn_${String(number)}`, each]]),
        ]),
      ),
    },
    NOW,
  );
  return { arrivedOn: arrived, expectedOn };
};

const unknown = { arrivedOn: null, expectedOn: null };
const arrivedOn = (seconds: number) => ({ arrivedOn: seconds, expectedOn: null });

const someStatus = fc.constantFrom(
  'paid',
  'paid',
  'paid',
  'in_transit',
  'in_transit',
  'pending',
  'failed',
  'a_new_one',
  null,
);
const somePayouts = fc.array(fc.record({ status: someStatus, day: fc.nat(30) }), {
  minLength: 1,
  maxLength: 5,
});

test.prop([somePayouts])(
  'the last arrival counts, in any order; one on its way makes it expected, one that is not known empties it',
  (facts) => {
    const payouts = facts.map(({ status, day }) =>
      status === null ? null : payout({ status, arrivalOn: MIDNIGHT + day * DAY }),
    );
    const charges = facts.map((_, number) => paid(number));
    const statuses = payouts.map((each) => each?.status ?? '');
    const last = Math.max(...payouts.map((each) => each?.arrivalOn ?? 0));
    const isKnown = statuses.every((status) => ['paid', 'in_transit', 'pending'].includes(status));
    const isThere = statuses.every((status) => status === 'paid');
    const known = isThere ? arrivedOn(last) : { arrivedOn: null, expectedOn: last };
    const expected = isKnown ? known : unknown;
    expect(arrival(charges, payouts)).toEqual(expected);
    expect(arrival(charges.toReversed(), payouts)).toEqual(expected);
  },
);

describe('the arrival of payments', () => {
  test('is unknown where none brings money', () => {
    expect(arrival([], [])).toEqual(unknown);
    const free = charge({ balanceTransaction: balanceTransaction({ netMinor: 0 }) });
    expect(arrival([free], [payout()])).toEqual(unknown);
  });

  test('is unknown where payouts are not itemized, also of one', () => {
    const asked = new Map([['ch_0', new Map([['txn_0', payout()]])]]);
    const final = new Map<string, number | 'not-itemized'>([['ch_1', 'not-itemized']]);
    const of = (charges: readonly Charge[]) => payoutArrival(charges, { final, asked }, NOW);
    expect(of([paid(0), paid(1)])).toMatchObject(unknown);
    expect(of([paid(0)])).toMatchObject(arrivedOn(MIDNIGHT));
  });

  test('needs each capture of an authorization', () => {
    const twice = { ...paid(0), furtherBalanceTransactions: [balanceTransaction({ id: 'txn_x' })] };
    expect(arrival([twice], [payout()])).toEqual(unknown);
  });
});

describe('the arrival of what was taken later', () => {
  const refunded = charge({
    id: 'ch_0',
    balanceTransaction: balanceTransaction({ id: 'txn_0' }),
    refunds: [
      refund({
        balanceTransaction: balanceTransaction({
          id: 'txn_re',
          reportingCategory: 'refund',
          amountMinor: -500,
          feeMinor: 0,
        }),
      }),
    ],
  });
  const arrivalIn = (payouts: ReadonlyMap<string, Payout | null>, final = new Map()) =>
    payoutArrival([refunded], { final, asked: new Map([['ch_0', payouts]]) }, NOW);
  const first = payout();
  const second = payout({ id: 'po_2', arrivalOn: MIDNIGHT + 9 * DAY });

  test('counts: the net is paid out with the payout that a refund is taken off', () => {
    const payouts = new Map([
      ['txn_0', first],
      ['txn_re', second],
    ]);
    expect(arrivalIn(payouts)).toEqual({
      arrivedOn: MIDNIGHT + 9 * DAY,
      expectedOn: null,
      lastOn: MIDNIGHT + 9 * DAY,
      paidOut: [{ minor: 1_412, currency: 'usd' }],
    });
  });

  test('is ahead while no payout has it, and what was paid out is known', () => {
    const payouts = new Map<string, Payout | null>([
      ['txn_0', first],
      ['txn_re', null],
    ]);
    expect(arrivalIn(payouts)).toEqual({
      arrivedOn: null,
      expectedOn: null,
      lastOn: MIDNIGHT,
      paidOut: [{ minor: 1_912, currency: 'usd' }],
    });
  });

  test('is not known from the day of the payment alone, also where that is final', () => {
    const final = new Map([['ch_0', MIDNIGHT]]);
    expect(arrivalIn(new Map([['txn_0', first]]), final)).toMatchObject({
      ...unknown,
      lastOn: null,
      paidOut: null,
    });
  });

  test('of a dispute that took all of it leaves less than nothing', () => {
    const lost = charge({
      id: 'ch_0',
      balanceTransaction: balanceTransaction({ id: 'txn_0' }),
      disputes: [dispute({ balanceTransactions: [withdrawal({ id: 'txn_dp' })] })],
    });
    const asked = new Map([
      [
        'ch_0',
        new Map([
          ['txn_0', first],
          ['txn_dp', second],
        ]),
      ],
    ]);
    const { arrivedOn: on, paidOut } = payoutArrival([lost], { final: nothing, asked }, NOW);
    expect(on).toBe(MIDNIGHT + 9 * DAY);
    expect(paidOut?.[0]?.minor).toBeLessThan(0);
  });
});

test('a part that is not available yet is in no payout, and is not asked for', () => {
  const { availableOn } = balanceTransaction();
  expect(isInPayouts(paid(0), availableOn - 1)).toBe(false);
  expect(isInPayouts(paid(0), availableOn)).toBe(true);
  const later = {
    ...paid(1),
    balanceTransaction: balanceTransaction({ id: 'txn_1', availableOn: NOW + DAY }),
  };
  const asked = new Map([['ch_0', new Map([['txn_0', payout()]])]]);
  expect(payoutArrival([paid(0), later], { final: nothing, asked }, NOW)).toEqual({
    ...unknown,
    lastOn: MIDNIGHT,
    paidOut: [{ minor: 1_912, currency: 'usd' }],
  });
});
