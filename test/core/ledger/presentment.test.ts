import type { BalanceTransaction, Charge } from '@stripe-payments/core';
import { ledgerOf } from '@stripe-payments/core';
import { expect } from 'vitest';
import { awayMinor } from '../../../src/app/packages/core/src/ledger/dispute-money.ts';
import { statusOfCharge } from '../../../src/app/packages/core/src/status/charge-status.ts';
import {
  presentmentTotals,
  refundsOfCaptured,
} from '../../../src/app/packages/core/src/ledger/presentment.ts';
import { someCharges } from '../../builders/arbitraries.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { authorization, charge, declined, pendingDebit } from '../../builders/charge.ts';
import { dispute, reversal, withdrawal } from '../../builders/dispute.ts';
import { fc, test } from '../../builders/laws.ts';
import { refund } from '../../builders/refund.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

test.prop([someCharges])('totals of a currency come from amounts of that currency', (charges) => {
  for (const totals of presentmentTotals(charges)) {
    const inCurrency = ({ currency }: { currency: string }): boolean =>
      currency === totals.currency;
    const captured = charges.filter((each) => each.status === 'succeeded' && each.captured);
    const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
    const disputes = captured.flatMap((each) => each.disputes).filter(inCurrency);
    expect(totals).toEqual({
      currency: totals.currency,
      capturedMinor: sum(captured.filter(inCurrency).map((each) => each.amountCapturedMinor)),
      refundedMinor: sum(
        captured
          .flatMap(refundsOfCaptured)
          .filter(inCurrency)
          .map((each) => each.amountMinor),
      ),
      refundFailedMinor: sum(
        captured
          .flatMap(({ refunds }) => refunds)
          .filter((refund) => refund.status === 'failed' && inCurrency(refund))
          .map((each) => each.amountMinor),
      ),
      disputedMinor: sum(disputes.map(awayMinor)),
      lostMinor: sum(disputes.filter(({ status }) => status === 'lost').map(awayMinor)),
      processingMinor: sum(
        charges
          .filter((each) => each.status === 'pending' && inCurrency(each))
          .map((each) => each.amountMinor),
      ),
      authorizedMinor: sum(
        charges
          .filter((each) => statusOfCharge(each) === 'authorized' && inCurrency(each))
          .map((each) => each.amountMinor),
      ),
    });
  }
});

const NOTHING = {
  currency: 'usd',
  capturedMinor: 0,
  refundedMinor: 0,
  refundFailedMinor: 0,
  disputedMinor: 0,
  lostMinor: 0,
  processingMinor: 0,
  authorizedMinor: 0,
};

test.each([
  ['authorized is reserved', authorization(), { authorizedMinor: 2_000 }],
  ['canceled', authorization({ paymentIntentStatus: 'canceled' }), {}],
  ['declined', declined(), {}],
  ['pending is on its way', pendingDebit(), { processingMinor: 2_000 }],
  ['in a status of next year', charge({ status: 'a_status_of_next_year' }), {}],
])('a payment that is %s, and has brought nothing', (_name, each, amounts) => {
  expect(presentmentTotals([each])).toEqual([{ ...NOTHING, ...amounts }]);
  expect(refundsOfCaptured(each)).toEqual([]);
});

test.each([
  ['succeeded', true],
  ['pending', true],
  ['requires_action', true],
  ['failed', false],
  ['canceled', false],
  ['a_status_of_next_year', false],
])('a refund that is %s counts: %s', (status, counts) => {
  const [totals] = presentmentTotals([charge({ refunds: [refund({ status })] })]);
  expect(totals?.refundedMinor).toBe(counts ? 500 : 0);
});

test('an old refund without a status counts where its balance transaction shows it', () => {
  const left = refund({ status: null });
  const stayed = refund({ id: 're_2', status: null, balanceTransaction: null });
  expect(refundsOfCaptured(charge({ refunds: [left, stayed] }))).toEqual([left]);
});

/** Of an authorization of 100.00, in the form before 2025-03-31: all of it is settled, the rest reversed. */
const partlyCaptured = (refunds: Charge['refunds'], settled = 10_000): Charge =>
  charge({
    amountMinor: 10_000,
    amountCapturedMinor: 4_000,
    balanceTransaction: balanceTransaction({ amountMinor: settled }),
    refunds,
  });

const reversedRest = refund({
  id: 're_rest',
  amountMinor: 6_000,
  balanceTransaction: balanceTransaction({
    id: 'txn_rest',
    reportingCategory: 'partial_capture_reversal',
    amountMinor: -6_000,
    feeMinor: 0,
  }),
});
const awaited = { ...reversedRest, balanceTransaction: null };
const given = refund({ amountMinor: 1_000 });
const asLarge = refund({ amountMinor: 6_000, balanceTransaction: null });

test.each([
  ['with its balance transaction', partlyCaptured([reversedRest]), 0],
  ['before that', partlyCaptured([awaited]), 0],
  ['beside a refund', partlyCaptured([reversedRest, given]), 1_000],
  ['before that, beside a refund', partlyCaptured([given, awaited]), 1_000],
  ['beside a refund as large that waits', partlyCaptured([reversedRest, asLarge]), 6_000],
  ['none where only the part was settled', partlyCaptured([asLarge], 4_000), 6_000],
  [
    'none where the refund is still pending',
    charge({
      amountMinor: 20_675,
      amountCapturedMinor: 20_300,
      balanceTransaction: null,
      refunds: [refund({ amountMinor: 375, status: 'pending', balanceTransaction: null })],
    }),
    375,
  ],
])('the uncaptured rest is no refund: %s', (_name, each, refundedMinor) => {
  const [totals] = presentmentTotals([each]);
  expect(totals).toMatchObject({ capturedMinor: each.amountCapturedMinor, refundedMinor });
});

/** Balance transactions of a dispute about 100.00 USD, by their amounts. */
const moves = (
  amounts: readonly number[],
  conversion: Partial<BalanceTransaction> = {},
  rates: readonly number[] = [],
): readonly BalanceTransaction[] =>
  amounts.map((amountMinor, index) => {
    const make = amountMinor < 0 ? withdrawal : reversal;
    const rate = rates[index];
    return make({
      id: `txn_${String(index)}`,
      amountMinor,
      ...conversion,
      ...(rate === undefined ? {} : { exchangeRate: rate }),
    });
  });

const inEuro = { currency: 'eur' };

test.each<[string, string, readonly BalanceTransaction[], number]>([
  ['needs_response', 'not withdrawn yet', [], 10_000],
  ['under_review', 'withdrawn', moves([-10_000]), 10_000],
  ['lost', 'withdrawn', moves([-10_000]), 10_000],
  ['lost', 'outside Stripe', [], 10_000],
  ['lost', 'returned in part', moves([-10_000, 3_000]), 7_000],
  ['lost', 'all returned', moves([-10_000, 10_000]), 0],
  ['lost', 'lost, won and lost again', moves([-10_000, 10_000, -10_000]), 10_000],
  ['lost', 'a part at another rate', moves([-9_280, 2_730], inEuro, [0.928, 0.91]), 7_000],
  ['lost', 'a part, its rate unknown', moves([-9_280, 2_784], inEuro), 7_000],
  ['lost', 'all at another rate', moves([-9_280, 9_279], inEuro, [0.928, 0.9279]), 0],
  ['won', 'returned', moves([-10_000, 10_000]), 0],
  ['won', 'returned for less', moves([-9_280, 9_000], inEuro), 0],
  ['won', 'on its way back', moves([-10_000]), 0],
  ['warning_needs_response', 'nothing moved', [], 0],
  ['warning_closed', 'nothing moved', [], 0],
  ['prevented', 'nothing moved', [], 0],
  ['prevented', 'withdrawn', moves([-10_000]), 10_000],
  ['prevented', 'returned', moves([-10_000, 10_000]), 0],
  ['appeal_needs_response', 'withdrawn', moves([-10_000]), 10_000],
  ['appeal_under_review', 'returned at another rate', moves([-9_280, 8_900], inEuro), 0],
  ['a_status_of_next_year', 'nothing moved', [], 0],
  ['a_status_of_next_year', 'withdrawn', moves([-10_000]), 10_000],
])('a dispute that is %s, %s: %j, has this much away: %d', (status, _name, rows, expected) => {
  expect(awayMinor(dispute({ amountMinor: 10_000, status, balanceTransactions: rows }))).toBe(
    expected,
  );
});

test('several disputes of a charge add up, also beyond the charge', () => {
  const disputes = [dispute(), dispute({ id: 'dp_2', amountMinor: 700, status: 'lost' })];
  const [totals] = presentmentTotals([charge({ disputes })]);
  expect(totals).toMatchObject({ capturedMinor: 2_000, disputedMinor: 2_700 });
});

test('a dispute in another currency than the charge is a total of its own', () => {
  const disputes = [dispute({ currency: 'eur', amountMinor: 1_830 })];
  expect(presentmentTotals([charge({ disputes })])).toEqual([
    { ...NOTHING, currency: 'eur', disputedMinor: 1_830 },
    { ...NOTHING, capturedMinor: 2_000 },
  ]);
});

test('what customers saw and paid is added up a pair of currencies', () => {
  const yen = { minor: 1_634, currency: 'jpy' };
  const charges = [
    charge({ currency: 'hkd', customerPaid: yen }),
    charge({ id: 'ch_2', customerPaid: yen }),
    charge({ id: 'ch_3', customerPaid: { minor: 500, currency: 'eur' } }),
    declined({ id: 'ch_4', customerPaid: yen }),
  ];
  expect(ledgerOf(charges, NOW_SECONDS).customerPaid).toEqual([
    { charged: { minor: 2_000, currency: 'hkd' }, paid: yen },
    { charged: { minor: 2_000, currency: 'usd' }, paid: { minor: 500, currency: 'eur' } },
    { charged: { minor: 2_000, currency: 'usd' }, paid: yen },
  ]);
});

test.prop([
  fc.integer({ min: 1, max: 5_000_000 }),
  fc.double({ min: 0.001, max: 300, noNaN: true }),
])('a dispute never has more away than it is about, at any rate', (amountMinor, rate) => {
  const balanceTransactions = moves(
    [-Math.round(amountMinor * rate), Math.round((amountMinor * rate) / 3)],
    inEuro,
    [rate, rate],
  );
  const away = awayMinor(dispute({ amountMinor, status: 'lost', balanceTransactions }));
  expect(away).toBeGreaterThanOrEqual(0);
  expect(away).toBeLessThanOrEqual(amountMinor);
});
