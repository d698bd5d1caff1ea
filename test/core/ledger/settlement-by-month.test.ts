import type { Charge, PaymentRow, SettlementByMonth } from '@stripe-payments/core';
import { ledgerOf, settlementByMonth } from '@stripe-payments/core';
import { expect } from 'vitest';
import { someCharges } from '../../builders/arbitraries.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge, declined } from '../../builders/charge.ts';
import { test } from '../../builders/laws.ts';
import { recordView } from '../../builders/record-view.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';
import { refund } from '../../builders/refund.ts';

const rowsOf = (charges: readonly Charge[]): readonly PaymentRow[] =>
  recordView(charges.map((each) => ({ ...each, customerId: 'cus_1', recordClaims: [] }))).payments;

const byMonth = (charges: readonly Charge[], timeZone = 'UTC'): SettlementByMonth =>
  settlementByMonth(rowsOf(charges), timeZone);

/** 2026-10-31T23:30:00Z, which is November in Rome. */
const HALLOWEEN = 1_793_489_400;
const inEuro = charge({
  id: 'ch_2',
  created: 1_800_000_000,
  balanceTransaction: balanceTransaction({ id: 'txn_2', currency: 'eur' }),
});

test('each currency has every month from the first payment to the last', () => {
  const charges = [charge({ created: HALLOWEEN, refunds: [refund()] }), inEuro];
  const { currencies, pendingCount } = byMonth(charges);
  const nothing = { grossMinor: 0, feesMinor: 0, netMinor: 0 };
  expect(pendingCount).toBe(0);
  expect(currencies).toEqual([
    {
      currency: 'eur',
      months: [
        { month: '2026-10', ...nothing },
        { month: '2026-11', ...nothing },
        { month: '2026-12', ...nothing },
        { month: '2027-01', grossMinor: 2_000, feesMinor: 88, netMinor: 1_912 },
      ],
    },
    {
      currency: 'usd',
      months: [
        { month: '2026-10', grossMinor: 2_000, feesMinor: 88, netMinor: 1_412 },
        { month: '2026-11', ...nothing },
        { month: '2026-12', ...nothing },
        { month: '2027-01', ...nothing },
      ],
    },
  ]);
});

test.each([
  ['UTC', '2026-10'],
  ['Europe/Rome', '2026-11'],
  ['America/New_York', '2026-10'],
  ['Nowhere/Land', '2026-10'],
])('in %s the payment is of %s', (timeZone, month) => {
  const { currencies } = byMonth([charge({ created: HALLOWEEN })], timeZone);
  expect(currencies[0]?.months.map((each) => each.month)).toEqual([month]);
});

test('a payment whose fee is still to come is left out and counted', () => {
  const pending = charge({ id: 'ch_3', balanceTransaction: null });
  const { currencies, pendingCount } = byMonth([charge(), pending]);
  expect(pendingCount).toBe(1);
  expect(currencies[0]?.months).toHaveLength(1);
});

test('what moved no money makes no month', () => {
  expect(byMonth([declined()])).toEqual({ currencies: [], pendingCount: 0 });
});

test.prop([someCharges])('the months add up to the ledger of what is not pending', (charges) => {
  const { currencies, pendingCount } = byMonth(charges);
  const rows = rowsOf(charges);
  const settled = rows.filter(({ feeStatus }) => feeStatus !== 'pending').map(({ id }) => id);
  const { settlement } = ledgerOf(
    charges.filter(({ id }) => settled.includes(id)),
    NOW_SECONDS,
  );
  const netOf = (months: readonly { readonly netMinor: number }[]): number =>
    months.reduce((sum, { netMinor }) => sum + netMinor, 0);
  expect(currencies.map(({ currency, months }) => [currency, netOf(months)])).toEqual(
    settlement.map(({ currency, netMinor }) => [currency, netMinor]),
  );
  expect(pendingCount).toBe(rows.length - settled.length);
});
