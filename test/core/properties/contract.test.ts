import {
  propertiesIn,
  PROPERTIES,
  PROPERTY_GROUP,
  PROPERTY_NAMES,
  propertyNamesOf,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { PROPERTY_CURRENCIES } from '../../../src/app/packages/core/src/properties/currencies.ts';

const PRESENTMENT = 'stripe_currency';
const SETTLEMENT = 'stripe_settlement_currency';

/** The public contract, by hand: renaming a property breaks this test, and users' reports. */
const table = [
  ['stripe_customer_id', 'string', 'text'],
  ['stripe_payment_ids', 'string', 'text'],
  ['stripe_excluded_payment_ids', 'string', 'text'],
  ['stripe_payment_status', 'enumeration', 'select'],
  ['stripe_coverage', 'enumeration', 'select'],
  ['stripe_amount_outstanding', 'number', 'number', 'deal_currency_code'],
  ['stripe_paid_in_full_date', 'date', 'date'],
  ['stripe_fee_status', 'enumeration', 'select'],
  ['stripe_fees_pending_count', 'number', 'number'],
  ['stripe_currency', 'enumeration', 'select'],
  ['stripe_amount_paid', 'number', 'number', PRESENTMENT],
  ['stripe_amount_refunded', 'number', 'number', PRESENTMENT],
  ['stripe_amount_disputed', 'number', 'number', PRESENTMENT],
  ['stripe_amount_due', 'number', 'number', PRESENTMENT],
  ['stripe_amount_processing', 'number', 'number', PRESENTMENT],
  ['stripe_processing_expected_date', 'date', 'date'],
  ['stripe_amount_authorized', 'number', 'number', PRESENTMENT],
  ['stripe_authorized_until_date', 'date', 'date'],
  ['stripe_amount_paid_outside', 'number', 'number', PRESENTMENT],
  ['stripe_dispute_status', 'enumeration', 'select'],
  ['stripe_dispute_due_date', 'date', 'date'],
  ['stripe_disputes_to_answer', 'number', 'number'],
  ['stripe_refund_failed', 'bool', 'booleancheckbox'],
  ['stripe_refund_failed_amount', 'number', 'number', PRESENTMENT],
  ['stripe_settlement_currency', 'enumeration', 'select'],
  ['stripe_gross_amount', 'number', 'number', SETTLEMENT],
  ['stripe_fee_amount', 'number', 'number', SETTLEMENT],
  ['stripe_net_amount', 'number', 'number', SETTLEMENT],
  ['stripe_fee_rate', 'number', 'number'],
  ['stripe_tax_amount', 'number', 'number', PRESENTMENT],
  ['stripe_net_after_tax', 'number', 'number', SETTLEMENT],
  ['stripe_tax_basis', 'enumeration', 'select'],
  ['stripe_amounts_by_currency', 'string', 'textarea'],
  ['stripe_payment_count', 'number', 'number'],
  ['stripe_free_checkout_count', 'number', 'number'],
  ['stripe_first_payment_date', 'datetime', 'date'],
  ['stripe_last_payment_date', 'datetime', 'date'],
  ['stripe_products', 'string', 'textarea'],
  ['stripe_funds_available_date', 'date', 'date'],
  ['stripe_payout_date', 'date', 'date'],
  ['stripe_payout_expected_date', 'date', 'date'],
  ['stripe_last_payout_date', 'date', 'date'],
  ['stripe_net_paid_out', 'number', 'number', SETTLEMENT],
  ['stripe_failure_reason', 'string', 'text'],
  ['stripe_subscription_status', 'enumeration', 'select'],
  ['stripe_mrr', 'number', 'number', PRESENTMENT],
  ['stripe_mrr_movement', 'enumeration', 'select'],
  ['stripe_mrr_movement_currency', 'enumeration', 'select'],
  ['stripe_mrr_movement_amount', 'number', 'number', 'stripe_mrr_movement_currency'],
  ['stripe_mrr_movement_date', 'date', 'date'],
  ['stripe_mrr_movement_reason', 'string', 'text'],
  ['stripe_next_billing_date', 'date', 'date'],
  ['stripe_first_bill_amount', 'number', 'number', PRESENTMENT],
  ['stripe_next_due_date', 'date', 'date'],
  ['stripe_next_attempt_date', 'date', 'date'],
  ['stripe_match', 'enumeration', 'select'],
  ['stripe_review_count', 'number', 'number'],
  ['stripe_moved_payments', 'string', 'textarea'],
  ['stripe_mode', 'enumeration', 'select'],
  ['stripe_last_synced_at', 'datetime', 'date'],
  ['stripe_sync_error', 'string', 'text'],
];

const enumerations: Readonly<Record<string, readonly string[]>> = {
  stripe_payment_status: [
    'none',
    'processing',
    'authorized',
    'partially_paid',
    'paid',
    'partially_refunded',
    'refunded',
    'disputed',
    'dispute_lost',
    'failed',
    'past_due',
  ],
  stripe_coverage: ['unpaid', 'partly_paid', 'paid', 'overpaid'],
  stripe_fee_status: ['none', 'pending', 'final'],
  stripe_tax_basis: ['stated', 'proportional'],
  stripe_dispute_status: ['none', 'inquiry', 'needs_response', 'under_review', 'won', 'lost'],
  stripe_refund_failed: ['true', 'false'],
  stripe_currency: PROPERTY_CURRENCIES,
  stripe_settlement_currency: PROPERTY_CURRENCIES,
  stripe_subscription_status: [
    'none',
    'trialing',
    'active',
    'past_due',
    'unpaid',
    'paused',
    'canceled',
    'incomplete',
  ],
  stripe_mrr_movement: ['none', 'new', 'expansion', 'contraction', 'churn', 'reactivation'],
  stripe_mrr_movement_currency: PROPERTY_CURRENCIES,
  stripe_match: [
    'linked',
    'assigned',
    'metadata',
    'customer',
    'email',
    'domain',
    'ambiguous',
    'none',
  ],
  stripe_mode: ['live', 'test'],
};

test('names, types and currencies of the properties are those of the public contract', () => {
  const actual = PROPERTIES.map(({ name, type, fieldType, currencyPropertyName }) =>
    [name, type, fieldType, currencyPropertyName].filter((value) => value !== undefined),
  );
  expect(actual).toEqual(table);
});

test('the names are listed in the same order', () => {
  expect(PROPERTY_NAMES).toEqual(table.map(([name]) => name));
});

test.each([
  ['contact', []],
  ['company', ['stripe_excluded_payment_ids']],
] as const)(
  'a %s has all but what is about a deal amount and moves between deals; a company has nothing removed',
  (objectType, more) => {
    const names = propertyNamesOf(objectType);
    expect(PROPERTY_NAMES.filter((name) => !names.includes(name))).toEqual([
      ...more,
      'stripe_coverage',
      'stripe_amount_outstanding',
      'stripe_paid_in_full_date',
      'stripe_moved_payments',
    ]);
    expect(propertiesIn('en', objectType).map(({ name }) => name)).toEqual(names);
  },
);

test('a deal has all but the history of recurring revenue', () => {
  const names = propertyNamesOf('deal');
  expect(PROPERTY_NAMES.filter((name) => !names.includes(name))).toEqual([
    'stripe_mrr_movement',
    'stripe_mrr_movement_currency',
    'stripe_mrr_movement_amount',
    'stripe_mrr_movement_date',
    'stripe_mrr_movement_reason',
  ]);
  expect(propertiesIn('en', 'deal').map(({ name }) => name)).toEqual(names);
});

test('the values of each enumeration are those of the public contract', () => {
  const actual = PROPERTIES.filter(({ options }) => options.length > 0).map(
    ({ name, options }) => [name, options.map(({ value }) => value)] as const,
  );
  expect(Object.fromEntries(actual)).toEqual(enumerations);
});

test('only enumerations and yes-or-no have options, and every one has', () => {
  for (const { type, options } of PROPERTIES) {
    expect(options.length > 0).toBe(type === 'enumeration' || type === 'bool');
  }
});

test('people may edit the customers and the assigned payments, and nothing else', () => {
  const editable = PROPERTIES.filter(({ isEditable }) => isEditable).map(({ name }) => name);
  expect(editable).toEqual(['stripe_customer_id', 'stripe_payment_ids']);
});

test('every property and option has a label, and no two of a list share one', () => {
  const labels = PROPERTIES.map(({ label }) => label);
  for (const list of [labels, ...PROPERTIES.map(({ options }) => options.map((o) => o.label))]) {
    expect(list.filter((label) => label.trim() === '')).toEqual([]);
    expect(new Set(list).size).toBe(list.length);
  }
  expect(PROPERTIES.filter(({ description }) => description.trim() === '')).toEqual([]);
});

test('the properties have a group of their own', () => {
  expect(PROPERTY_GROUP).toEqual({ name: 'stripe_payments', label: 'Stripe payments' });
});
