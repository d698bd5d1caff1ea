import type { Charge } from '@stripe-payments/core';
import { expect } from 'vitest';
import {
  disputeHoldsMoney,
  presentmentTotals,
  refundsOfCaptured,
} from '../../../src/app/packages/core/src/ledger/presentment.ts';
import { someCharges } from '../../builders/arbitraries.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { authorization, charge, declined, pendingDebit } from '../../builders/charge.ts';
import { dispute, reversal, withdrawal } from '../../builders/dispute.ts';
import { test } from '../../builders/laws.ts';
import { refund } from '../../builders/refund.ts';

test.prop([someCharges])('totals of a currency come from amounts of that currency', (charges) => {
  for (const totals of presentmentTotals(charges)) {
    const inCurrency = ({ currency }: { currency: string }): boolean =>
      currency === totals.currency;
    const alone = charges.map((each) => ({
      ...each,
      disputes: each.disputes.filter(inCurrency),
      status: inCurrency(each) ? each.status : 'failed',
    }));
    const disputesElsewhere = charges
      .filter((each) => each.status === 'succeeded' && each.captured && !inCurrency(each))
      .flatMap(({ disputes }) => disputes.filter(inCurrency).filter(disputeHoldsMoney))
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const own = presentmentTotals(alone).find(inCurrency);
    expect(totals).toEqual({
      currency: totals.currency,
      capturedMinor: own?.capturedMinor ?? 0,
      refundedMinor: own?.refundedMinor ?? 0,
      disputedMinor: (own?.disputedMinor ?? 0) + disputesElsewhere,
    });
  }
});

test.each([
  ['authorized', authorization()],
  ['declined', declined()],
  ['pending', pendingDebit()],
  ['in a status of next year', charge({ status: 'a_status_of_next_year' })],
])('a payment that is %s has brought nothing', (_name, each) => {
  expect(presentmentTotals([each])).toEqual([]);
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

test('an old refund without a status counts where a row shows that the money left', () => {
  const left = refund({ status: null });
  const stayed = refund({ id: 're_2', status: null, balanceTransaction: null });
  expect(refundsOfCaptured(charge({ refunds: [left, stayed] }))).toEqual([left]);
});

const partlyCaptured = (refunds: Charge['refunds']): Charge =>
  charge({ amountMinor: 10_000, amountCapturedMinor: 4_000, refunds });

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
const restWithoutTransaction = { ...reversedRest, balanceTransaction: null };
const given = refund({ amountMinor: 1_000 });
const sameAsRest = refund({ amountMinor: 6_000, balanceTransaction: null });

test.each([
  ['with its row', [reversedRest], 0],
  ['before its row has arrived', [restWithoutTransaction], 0],
  ['beside a refund', [reversedRest, given], 1_000],
  ['before its row, beside a refund', [given, restWithoutTransaction], 1_000],
  ['with its row, beside a refund as large that has none', [reversedRest, sameAsRest], 6_000],
])('the uncaptured rest is no refund: %s', (_name, refunds, refundedMinor) => {
  const [totals] = presentmentTotals([partlyCaptured(refunds)]);
  expect(totals).toMatchObject({ capturedMinor: 4_000, refundedMinor });
});

const moved = [withdrawal()];
const back = [withdrawal(), reversal()];
const lostAgain = [...back, withdrawal({ id: 'txn_dp_1_again' })];

test.each([
  ['needs_response', [], true],
  ['under_review', moved, true],
  ['lost', moved, true],
  ['lost', [], true],
  ['lost', lostAgain, true],
  ['won', back, false],
  ['won', moved, false],
  ['warning_needs_response', [], false],
  ['warning_under_review', [], false],
  ['warning_closed', [], false],
  ['prevented', [], false],
  ['appeal_needs_response', moved, true],
  ['appeal_under_review', back, false],
  ['a_status_of_next_year', [], false],
  ['a_status_of_next_year', moved, true],
  ['a_status_of_next_year', back, false],
  ['a_status_of_next_year', lostAgain, true],
])(
  'a dispute that is %s with the rows %j holds money: %s',
  (status, balanceTransactions, holds) => {
    expect(disputeHoldsMoney(dispute({ status, balanceTransactions }))).toBe(holds);
  },
);

test('several disputes of a charge add up, also beyond the charge', () => {
  const disputes = [dispute(), dispute({ id: 'dp_2', amountMinor: 700, status: 'lost' })];
  const [totals] = presentmentTotals([charge({ disputes })]);
  expect(totals).toMatchObject({ capturedMinor: 2_000, disputedMinor: 2_700 });
});

test('a dispute in another currency than the charge is a total of its own', () => {
  const disputes = [dispute({ currency: 'eur', amountMinor: 1_830 })];
  expect(presentmentTotals([charge({ disputes })])).toEqual([
    { currency: 'eur', capturedMinor: 0, refundedMinor: 0, disputedMinor: 1_830 },
    { currency: 'usd', capturedMinor: 2_000, refundedMinor: 0, disputedMinor: 0 },
  ]);
});
