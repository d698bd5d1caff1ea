import { ledgerOf } from '@stripe-payments/core';
import { expect } from 'vitest';
import { balanceTransactionsOf } from '../../../src/app/packages/core/src/ledger/fee-status.ts';
import { noAmount, shuffledWithDuplicates, someCharges } from '../../builders/arbitraries.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge, declined, failedDebit, pendingDebit } from '../../builders/charge.ts';
import { dispute, reversal } from '../../builders/dispute.ts';
import { fc, test } from '../../builders/laws.ts';
import { unsafeNumbersIn } from '../../builders/numbers-in.ts';
import { refund } from '../../builders/refund.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

test.prop([
  someCharges.chain((charges) => fc.tuple(fc.constant(charges), shuffledWithDuplicates(charges))),
])('neither order nor duplicates of charges change their ledger', ([charges, shuffled]) => {
  expect(ledgerOf(shuffled, NOW_SECONDS)).toEqual(ledgerOf(charges, NOW_SECONDS));
});

test.prop([someCharges, fc.nat()])('net is additive over any split of charges', (charges, at) => {
  const cut = charges.length === 0 ? 0 : at % charges.length;
  const parts = [
    ledgerOf(charges.slice(0, cut), NOW_SECONDS),
    ledgerOf(charges.slice(cut), NOW_SECONDS),
  ];
  const net = (currency: string): number =>
    parts
      .flatMap(({ settlement }) => settlement)
      .filter((totals) => totals.currency === currency)
      .reduce((sum, { netMinor }) => sum + netMinor, 0);
  for (const { currency, netMinor } of ledgerOf(charges, NOW_SECONDS).settlement) {
    expect(netMinor).toBe(net(currency));
  }
});

test.prop([someCharges])('a ledger is final only if it is of each charge alone', (charges) => {
  const alone = charges.map((each) => ledgerOf([each], NOW_SECONDS).feeStatus);
  const { feeStatus, fundsAvailableOn } = ledgerOf(charges, NOW_SECONDS);
  const expected = ['pending', 'final'].find((status) => alone.some((each) => each === status));
  expect(feeStatus).toBe(expected ?? 'none');
  if (feeStatus !== 'final') expect(fundsAvailableOn).toBeNull();
});

test.prop([someCharges])('every number of any charges’ ledger is a safe integer', (charges) => {
  expect(unsafeNumbersIn(ledgerOf(charges, NOW_SECONDS))).toEqual([]);
});

test.prop([noAmount])('a captured amount that is none is refused', (amountCapturedMinor) => {
  expect(() => ledgerOf([charge({ amountCapturedMinor })], NOW_SECONDS)).toThrow(
    'is not a safe amount',
  );
});

test.prop([noAmount])('a refund or dispute of what is no amount is refused', (amountMinor) => {
  const refunds = [refund({ amountMinor, balanceTransaction: null })];
  expect(() => ledgerOf([charge({ refunds })], NOW_SECONDS)).toThrow('is not a safe amount');
  const disputes = [dispute({ amountMinor })];
  expect(() => ledgerOf([charge({ disputes })], NOW_SECONDS)).toThrow('is not a safe amount');
});

test('minus zero in a charge does not reach the ledger', () => {
  const zero = balanceTransaction({ amountMinor: -0, feeMinor: -0, netMinor: -0 });
  const charges = [charge({ amountMinor: -0, amountCapturedMinor: -0, balanceTransaction: zero })];
  expect(unsafeNumbersIn(ledgerOf(charges, NOW_SECONDS))).toEqual([]);
});

test.each(['', 'USD'])('a captured payment in the currency %j is refused', (currency) => {
  const settled = balanceTransaction();
  expect(() => ledgerOf([charge({ currency, balanceTransaction: settled })], NOW_SECONDS)).toThrow(
    'is not a safe amount',
  );
});

test('the later reading of the same charge replaces the earlier one', () => {
  const earlier = charge({ balanceTransaction: null });
  expect(ledgerOf([earlier, charge()], NOW_SECONDS)).toEqual(ledgerOf([charge()], NOW_SECONDS));
});

test('the customer pays in one currency and the business is paid in another', () => {
  const settled = balanceTransaction({ currency: 'eur', amountMinor: 1_830, feeMinor: 78 });
  const { presentment, settlement } = ledgerOf(
    [charge({ balanceTransaction: settled })],
    NOW_SECONDS,
  );
  expect(presentment).toMatchObject([{ currency: 'usd', capturedMinor: 2_000 }]);
  expect(settlement).toMatchObject([{ currency: 'eur', grossMinor: 1_830, netMinor: 1_752 }]);
});

test('the balance transaction of a pending debit does not count', () => {
  expect(balanceTransactionsOf(pendingDebit())).toEqual([]);
});

test('both balance transactions of a failed debit count', () => {
  expect(balanceTransactionsOf(failedDebit()).map(({ netMinor }) => netMinor)).toEqual([
    1_912, -2_400,
  ]);
});

test('the first balance transaction of a debit that failed halfway does not count', () => {
  expect(balanceTransactionsOf(failedDebit({ failureBalanceTransaction: null }))).toEqual([]);
});

test('balance transactions of refunds, failed refunds and disputes count with those of the charge', () => {
  const back = balanceTransaction({ id: 'txn_back', reportingCategory: 'refund_failure' });
  const refunds = [refund({ failureBalanceTransaction: back })];
  const balanceTransactions = [...dispute().balanceTransactions, reversal()];
  const counted = balanceTransactionsOf(
    charge({ refunds, disputes: [dispute({ balanceTransactions })] }),
  );
  expect(counted.map(({ id }) => id)).toEqual([
    'txn_ch_1',
    'txn_re_1',
    'txn_back',
    'txn_dp_1',
    'txn_dp_1_back',
  ]);
});

test('the last of the money decides when funds are available', () => {
  const later = balanceTransaction({ id: 'txn_2', availableOn: 1_795_600_000 });
  const charges = [charge(), charge({ id: 'ch_2', balanceTransaction: later })];
  expect(ledgerOf(charges, NOW_SECONDS).fundsAvailableOn).toBe(1_795_600_000);
});

test('money that leaves does not delay the funds', () => {
  const leaving = balanceTransaction({
    id: 'txn_re_1',
    reportingCategory: 'refund',
    amountMinor: -500,
    feeMinor: 0,
    availableOn: 1_799_000_000,
  });
  const charges = [charge({ refunds: [refund({ balanceTransaction: leaving })] })];
  expect(ledgerOf(charges, NOW_SECONDS).fundsAvailableOn).toBe(1_795_478_400);
});

test.each([
  ['pending', charge({ balanceTransaction: null })],
  ['on their way', pendingDebit()],
  ['those of a failed debit', failedDebit()],
  ['those of a declined card', declined()],
])('no day is named for funds that are %s', (_name, each) => {
  expect(ledgerOf([each], NOW_SECONDS).fundsAvailableOn).toBeNull();
});
