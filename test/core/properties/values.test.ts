import type { Charge, PropertyName, PropertyValues, StripeObjects } from '@stripe-payments/core';
import { PROPERTIES, propertiesIn, propertyValues } from '@stripe-payments/core';
import { expect } from 'vitest';
import { canonicalDecimal } from '../../../src/app/packages/core/src/money/decimal.ts';
import { someCharges } from '../../builders/arbitraries.ts';
import { someObjects } from '../../builders/arbitrary-objects.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge } from '../../builders/charge.ts';
import { dispute } from '../../builders/dispute.ts';
import { test } from '../../builders/laws.ts';
import { numbersIn } from '../../builders/numbers-in.ts';
import { refund } from '../../builders/refund.ts';
import { summaryOfObjects } from '../../builders/summary.ts';

const valuesFor = (objects: Partial<StripeObjects>): PropertyValues =>
  propertyValues(summaryOfObjects(objects), {
    mode: 'test',
    asOfMs: 1_795_367_109_000,
    timeZone: 'UTC',
  });

const valuesOf = (charges: readonly Charge[]): PropertyValues => valuesFor({ charges });

const PAID: readonly PropertyName[] = [
  'stripe_currency',
  'stripe_amount_paid',
  'stripe_amount_refunded',
  'stripe_amount_disputed',
  'stripe_amount_due',
  'stripe_amount_paid_outside',
  'stripe_mrr',
];

const SETTLED: readonly PropertyName[] = [
  'stripe_settlement_currency',
  'stripe_gross_amount',
  'stripe_fee_amount',
  'stripe_net_amount',
  'stripe_fee_rate',
];

const valuesAt = (names: readonly PropertyName[], values: PropertyValues): (string | undefined)[] =>
  names.map((name) => values[name]);

const empty = (names: readonly PropertyName[]): string[] => names.map(() => '');

/** What HubSpot refuses: a value that is not one of its property's type. */
function refusedValues(values: PropertyValues): string[] {
  const byName = new Map<string, string>(Object.entries(values));
  return PROPERTIES.filter(({ name, type, options }) => {
    const value = byName.get(name);
    if (value === undefined || value === '') return false;
    switch (type) {
      case 'enumeration':
      case 'bool':
        return !options.some((option) => option.value === value);
      case 'number':
        return canonicalDecimal(value) === undefined;
      case 'date':
        return !/^\d{4}-\d\d-\d\d$/.test(value);
      case 'datetime':
        return !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
      case 'string':
        return false;
    }
  }).map(({ name }) => `${name}=${String(byName.get(name))}`);
}

test.prop([someObjects])('HubSpot accepts every written value', (objects) => {
  const values = valuesFor(objects);
  expect(Object.values(values).filter((value) => typeof value !== 'string')).toEqual([]);
  expect(refusedValues(values)).toEqual([]);
});

/** The payments themselves do not say it: what people do, and what a sync reads of payouts. */
const NOT_OF_PAYMENTS =
  /^stripe_(?:moved_payments|excluded_payment_ids|payout_date|payout_expected_date|last_payout_date|net_paid_out)$/;

test.prop([someObjects])('every property is written except those that people edit', (objects) => {
  const written = Object.keys(valuesFor(objects));
  const ours = propertiesIn('en', 'deal').filter(
    ({ name, isEditable }) => !isEditable && !NOT_OF_PAYMENTS.test(name),
  );
  expect(written.sort()).toEqual(ours.map(({ name }) => name).sort());
});

test.prop([someObjects])('an amount is never written without its currency', (objects) => {
  const values = valuesFor(objects);
  // A metered subscription has no monthly amount, whatever the currency.
  const paid = PAID.filter((name) => name !== 'stripe_mrr');
  for (const names of [paid, SETTLED.slice(0, 4)]) {
    const filled = valuesAt(names, values).filter((value) => value !== '');
    expect([0, names.length]).toContain(filled.length);
  }
  if (values.stripe_mrr !== '') expect(values.stripe_currency).not.toBe('');
});

test.prop([someObjects])(
  'mixed currencies have no single figure, and all their lines',
  (objects) => {
    const { ledger, due, recurring } = summaryOfObjects(objects);
    const values = valuesFor(objects);
    // What is zero makes nothing mixed.
    const codesOf = (totals: readonly { readonly currency: string }[]): ReadonlySet<string> =>
      new Set(totals.filter(holdsSomething).map(({ currency }) => currency));
    const presented = codesOf([...ledger.presentment, ...due, ...recurring.mrr]);
    if (presented.size > 1) expect(valuesAt(PAID, values)).toEqual(empty(PAID));
    if (codesOf(ledger.settlement).size > 1)
      expect(valuesAt(SETTLED, values)).toEqual(empty(SETTLED));
    const lines = values.stripe_amounts_by_currency ?? '';
    for (const currency of [...presented, ...codesOf(ledger.settlement)]) {
      expect(lines).toMatch(new RegExp(`^${currency.toUpperCase()}: `, 'm'));
    }
  },
);

const holdsSomething = (totals: unknown): boolean =>
  numbersIn(totals).some(([, number]) => number !== 0);

test.prop([someCharges])('no figure is settled while a fee is pending', (charges) => {
  const values = valuesOf(charges);
  if (values.stripe_fee_status !== 'pending') return;
  expect(valuesAt(SETTLED, values)).toEqual(empty(SETTLED));
  expect(values.stripe_funds_available_date).toBe('');
});

test('a settled payment with a refund fills every figure', () => {
  expect(valuesOf([charge({ refunds: [refund()] })])).toEqual({
    stripe_tax_amount: '',
    stripe_net_after_tax: '',
    stripe_tax_basis: '',
    stripe_products: '',
    stripe_payment_status: 'partially_refunded',
    stripe_coverage: '',
    stripe_amount_outstanding: '',
    stripe_paid_in_full_date: '',
    stripe_fee_status: 'final',
    stripe_fees_pending_count: '0',
    stripe_free_checkout_count: '0',
    stripe_currency: 'USD',
    stripe_amount_paid: '20.00',
    stripe_amount_refunded: '5.00',
    stripe_amount_disputed: '0.00',
    stripe_amount_due: '0.00',
    stripe_amount_processing: '0.00',
    stripe_amount_authorized: '0.00',
    stripe_processing_expected_date: '',
    stripe_authorized_until_date: '',
    stripe_amount_paid_outside: '0.00',
    stripe_mrr: '0.00',
    stripe_subscription_status: 'none',
    stripe_next_billing_date: '',
    stripe_first_bill_amount: '',
    stripe_next_due_date: '',
    stripe_next_attempt_date: '',
    stripe_dispute_status: 'none',
    stripe_dispute_due_date: '',
    stripe_disputes_to_answer: '0',
    stripe_refund_failed: 'false',
    stripe_refund_failed_amount: '0.00',
    stripe_settlement_currency: 'USD',
    stripe_gross_amount: '20.00',
    stripe_fee_amount: '0.88',
    stripe_net_amount: '14.12',
    stripe_fee_rate: '4.40',
    stripe_amounts_by_currency: 'USD: paid 20.00, refunded 5.00, gross 20.00, fees 0.88, net 14.12',
    stripe_payment_count: '1',
    stripe_first_payment_date: '2026-11-22T17:05:09.000Z',
    stripe_last_payment_date: '2026-11-22T17:05:09.000Z',
    stripe_funds_available_date: '2026-11-24',
    stripe_failure_reason: '',
    stripe_match: 'assigned',
    stripe_review_count: '0',
    stripe_mode: 'test',
    stripe_last_synced_at: '2026-11-22T17:05:09.000Z',
    stripe_sync_error: '',
  });
});

test('a pending fee leaves what was paid and empties what was settled', () => {
  const values = valuesOf([charge({ balanceTransaction: null })]);
  expect(values).toMatchObject({ stripe_fee_status: 'pending', stripe_amount_paid: '20.00' });
  expect(valuesAt(SETTLED, values)).toEqual(empty(SETTLED));
});

test('a lost dispute leaves a negative net', () => {
  expect(valuesOf([charge({ disputes: [dispute({ status: 'lost' })] })])).toMatchObject({
    stripe_payment_status: 'dispute_lost',
    stripe_dispute_status: 'lost',
    stripe_dispute_due_date: '',
    stripe_amount_disputed: '20.00',
    stripe_gross_amount: '20.00',
    stripe_fee_amount: '15.88',
    stripe_net_amount: '-15.88',
    stripe_fee_rate: '79.40',
  });
});

test.each([
  ['jpy', 5_000, 180, ['5000', '180', '4820']],
  ['kwd', 5_120, 150, ['5.120', '0.150', '4.970']],
  ['isk', 50_000, 1_450, ['500.00', '14.50', '485.50']],
  ['usd', 0, 30, ['0.00', '0.30', '-0.30']],
])(
  'amounts in %s have the decimals of the currency',
  (currency, amountMinor, feeMinor, figures) => {
    const row = balanceTransaction({ currency, amountMinor, feeMinor });
    const values = valuesOf([charge({ currency, amountMinor, balanceTransaction: row })]);
    expect(values.stripe_amount_paid).toBe(figures[0]);
    expect(
      valuesAt(['stripe_gross_amount', 'stripe_fee_amount', 'stripe_net_amount'], values),
    ).toEqual(figures);
  },
);

test('a payment in dollars settled in euros fills both amounts', () => {
  const row = balanceTransaction({ currency: 'eur', amountMinor: 1_830, feeMinor: 78 });
  const values = valuesOf([charge({ balanceTransaction: row })]);
  expect(values).toMatchObject({
    stripe_currency: 'USD',
    stripe_amount_paid: '20.00',
    stripe_settlement_currency: 'EUR',
    stripe_net_amount: '17.52',
  });
  expect(values.stripe_amounts_by_currency).toBe(
    'EUR: gross 18.30, fees 0.78, net 17.52\nUSD: paid 20.00',
  );
});

test('a currency that the property does not know has its line and no number', () => {
  const row = balanceTransaction({ currency: 'zzz' });
  const values = valuesOf([charge({ currency: 'zzz', balanceTransaction: row })]);
  expect(valuesAt([...PAID, ...SETTLED], values)).toEqual(empty([...PAID, ...SETTLED]));
  expect(values.stripe_amounts_by_currency).toBe(
    'ZZZ: paid 20.00, gross 20.00, fees 0.88, net 19.12',
  );
});

test('without payments every figure is empty', () => {
  const values = valuesOf([]);
  expect(valuesAt([...PAID, ...SETTLED], values)).toEqual(empty([...PAID, ...SETTLED]));
  expect(values).toMatchObject({
    stripe_payment_status: 'none',
    stripe_fee_status: 'none',
    stripe_payment_count: '0',
    stripe_first_payment_date: '',
    stripe_amounts_by_currency: '',
    stripe_match: 'none',
  });
});
