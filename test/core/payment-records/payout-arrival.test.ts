import type { Charge, Payout } from '@stripe-payments/core';
import { isPaidOutAlready, payoutArrival } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge } from '../../builders/charge.ts';
import { fc, test } from '../../builders/laws.ts';

const DAY = 86_400;
const MIDNIGHT = 1_795_392_000;

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

const arrival = (
  charges: readonly Charge[],
  payouts: readonly (Payout | null)[],
  fundsAvailableOn: number | null = MIDNIGHT - 2 * DAY,
) =>
  payoutArrival(
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
    fundsAvailableOn,
  );

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
  test('is unknown where money came back after it, as of a dispute that was won', () => {
    const payouts = [payout()];
    expect(arrival([paid(0)], payouts, MIDNIGHT + DAY)).toEqual(unknown);
    expect(arrival([paid(0)], payouts, MIDNIGHT + DAY - 1)).toEqual(arrivedOn(MIDNIGHT));
    expect(arrival([paid(0)], payouts, null)).toEqual(unknown);
  });

  test('is unknown where none brings money', () => {
    expect(arrival([], [])).toEqual(unknown);
    const free = charge({ balanceTransaction: balanceTransaction({ netMinor: 0 }) });
    expect(arrival([free], [payout()])).toEqual(unknown);
  });

  test('is unknown where payouts are not itemized, also of one', () => {
    const asked = new Map([['ch_0', new Map([['txn_0', payout()]])]]);
    const final = new Map<string, number | 'not-itemized'>([['ch_1', 'not-itemized']]);
    expect(payoutArrival([paid(0), paid(1)], { final, asked }, MIDNIGHT)).toEqual(unknown);
    expect(payoutArrival([paid(0)], { final, asked }, MIDNIGHT)).toEqual(arrivedOn(MIDNIGHT));
  });

  test('needs each capture of an authorization', () => {
    const twice = { ...paid(0), furtherBalanceTransactions: [balanceTransaction({ id: 'txn_x' })] };
    expect(arrival([twice], [payout()])).toEqual(unknown);
  });
});

test('a payment is in no payout before all of it is available', () => {
  const { availableOn } = balanceTransaction();
  expect(isPaidOutAlready(paid(0), availableOn - 1)).toBe(false);
  expect(isPaidOutAlready(paid(0), availableOn)).toBe(true);
  expect(isPaidOutAlready(charge({ balanceTransaction: null }), availableOn)).toBe(false);
});
