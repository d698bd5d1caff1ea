import type { propertyLabels } from '../texts/english/property-labels.ts';
import type { StoredTexts } from '../texts/catalogue.ts';
import type { PropertyDefinition, PropertyOption } from './definition.ts';

export type PropertyName = keyof typeof propertyLabels;

export type PropertyKind = Pick<
  PropertyDefinition,
  'type' | 'fieldType' | 'options' | 'currencyPropertyName'
>;

export const text: PropertyKind = { type: 'string', fieldType: 'text', options: [] };
export const multiLine: PropertyKind = { type: 'string', fieldType: 'textarea', options: [] };
export const number: PropertyKind = { type: 'number', fieldType: 'number', options: [] };
export const date: PropertyKind = { type: 'date', fieldType: 'date', options: [] };
export const datetime: PropertyKind = { type: 'datetime', fieldType: 'date', options: [] };
const dealAmount: PropertyKind = { ...number, currencyPropertyName: 'deal_currency_code' };
export const presentmentAmount: PropertyKind = {
  ...number,
  currencyPropertyName: 'stripe_currency',
};
const movementAmount: PropertyKind = {
  ...number,
  currencyPropertyName: 'stripe_mrr_movement_currency',
};
export const settlementAmount: PropertyKind = {
  ...number,
  currencyPropertyName: 'stripe_settlement_currency',
};

export const select = (options: readonly PropertyOption[]): PropertyKind => ({
  type: 'enumeration',
  fieldType: 'select',
  options,
});

/** An enumeration, in the order of its labels. */
const labelled = (labels: Readonly<Record<string, string>>): PropertyKind =>
  select(Object.entries(labels).map(([value, label]) => ({ value, label })));

export const yesOrNo = (labels: Record<'true' | 'false', string>): PropertyKind => ({
  type: 'bool',
  fieldType: 'booleancheckbox',
  options: [
    { value: 'true', label: labels.true },
    { value: 'false', label: labels.false },
  ],
});

/**
 * Kind by name, in the order shown. The record's keys make the list complete by type.
 * @param currency of properties that name one: only who defines them needs all currencies.
 */
export const kindsWith = (
  options: StoredTexts['options'],
  currency: PropertyKind,
): Readonly<Record<PropertyName, PropertyKind>> => ({
  stripe_customer_id: text,
  stripe_payment_ids: text,
  stripe_excluded_payment_ids: text,
  stripe_payment_status: labelled(options.paymentStatus),
  stripe_coverage: labelled(options.coverage),
  stripe_amount_outstanding: dealAmount,
  stripe_paid_in_full_date: date,
  stripe_fee_status: labelled(options.feeStatus),
  stripe_fees_pending_count: number,
  stripe_currency: currency,
  stripe_amount_paid: presentmentAmount,
  stripe_amount_refunded: presentmentAmount,
  stripe_amount_disputed: presentmentAmount,
  stripe_amount_due: presentmentAmount,
  stripe_amount_processing: presentmentAmount,
  stripe_processing_expected_date: date,
  stripe_amount_authorized: presentmentAmount,
  stripe_authorized_until_date: date,
  stripe_amount_paid_outside: presentmentAmount,
  stripe_dispute_status: labelled(options.disputeStatus),
  stripe_dispute_due_date: date,
  stripe_disputes_to_answer: number,
  stripe_refund_failed: yesOrNo(options.refundFailed),
  stripe_refund_failed_amount: presentmentAmount,
  stripe_settlement_currency: currency,
  stripe_gross_amount: settlementAmount,
  stripe_fee_amount: settlementAmount,
  stripe_net_amount: settlementAmount,
  stripe_fee_rate: number,
  stripe_tax_amount: presentmentAmount,
  stripe_net_after_tax: settlementAmount,
  stripe_tax_basis: labelled(options.taxBasis),
  stripe_amounts_by_currency: multiLine,
  stripe_payment_count: number,
  stripe_free_checkout_count: number,
  stripe_first_payment_date: datetime,
  stripe_last_payment_date: datetime,
  stripe_products: multiLine,
  stripe_funds_available_date: date,
  stripe_payout_date: date,
  stripe_payout_expected_date: date,
  stripe_last_payout_date: date,
  stripe_net_paid_out: settlementAmount,
  stripe_failure_reason: text,
  stripe_subscription_status: labelled(options.subscriptionStatus),
  stripe_mrr: presentmentAmount,
  stripe_mrr_movement: labelled(options.mrrMovement),
  stripe_mrr_movement_currency: currency,
  stripe_mrr_movement_amount: movementAmount,
  stripe_mrr_movement_date: date,
  stripe_mrr_movement_reason: text,
  stripe_next_billing_date: date,
  stripe_first_bill_amount: presentmentAmount,
  stripe_next_due_date: date,
  stripe_next_attempt_date: date,
  stripe_match: labelled(options.match),
  stripe_review_count: number,
  stripe_moved_payments: multiLine,
  stripe_mode: labelled(options.mode),
  stripe_last_synced_at: datetime,
  stripe_sync_error: text,
});
