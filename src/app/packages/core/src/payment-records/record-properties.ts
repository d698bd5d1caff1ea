import { FEE_STATUSES } from '../ledger/fee-status.ts';
import { MATCH_VALUES } from '../matching/evidence.ts';
import { PROPERTY_CURRENCIES } from '../properties/currencies.ts';
import type { PropertyDefinition, PropertyOption } from '../properties/definition.ts';
import type { PropertyKind } from '../properties/kinds.ts';
import {
  date,
  datetime,
  multiLine,
  number,
  presentmentAmount,
  select,
  settlementAmount,
  text,
  yesOrNo,
} from '../properties/kinds.ts';
import { DISPUTE_STATUSES } from '../status/dispute-status.ts';
import { storedTextsIn } from '../texts/catalogue.ts';
import { paymentRecords as english } from '../texts/english/payment-records.ts';
import { paymentRecords as italian } from '../texts/italian/payment-records.ts';
import type { Language } from '../texts/language.ts';
import { PAYOUT_STATUSES } from './payout-values.ts';

const ofValues = <T extends string>(
  values: readonly T[],
  labels: Readonly<Record<T, string>>,
): PropertyKind => select(values.map((value) => ({ value, label: labels[value] })));

export type PaymentPropertyName = keyof typeof english.properties;

/** A property of a payment record. */
export type PaymentProperty = Omit<PropertyDefinition, 'name' | 'isEditable'> & {
  readonly name: PaymentPropertyName;
};

/** By which a payment has one record: the only property with unique values. */
export const PAYMENT_KEY = 'stripe_charge_id' satisfies PaymentPropertyName;

/** What HubSpot shows as the record's name. */
export const PAYMENT_TITLE: PaymentPropertyName = 'stripe_payment_name';

/** The values of a payment's `stripe_payment_status`. */
export const RECORD_STATUSES = [
  'processing',
  'waiting',
  'authorized',
  'released',
  'paid',
  'partially_refunded',
  'refunded',
  'disputed',
  'dispute_lost',
  'failed',
] as const;

const currency = (): PropertyKind =>
  select(PROPERTY_CURRENCIES.map((code): PropertyOption => ({ value: code, label: code })));

/** Kind by name, in the order shown. The record's keys make the list complete by type. */
function kindsIn(language: Language): Readonly<Record<PaymentPropertyName, PropertyKind>> {
  const { options } = storedTextsIn(language);
  const own = (language === 'it' ? italian : english).options;
  return {
    stripe_payment_name: text,
    stripe_charge_id: text,
    stripe_payment_intent_id: text,
    stripe_customer_id: text,
    stripe_payer_name: text,
    stripe_payer_email: text,
    stripe_description: text,
    stripe_invoice_number: text,
    stripe_products: multiLine,
    stripe_payment_method: text,
    stripe_card_brand: text,
    stripe_last_four: text,
    stripe_country: text,
    stripe_mode: ofValues(['live', 'test'], options.mode),
    stripe_url: text,
    stripe_payment_status: ofValues(RECORD_STATUSES, own.status),
    stripe_created_date: datetime,
    stripe_captured_date: datetime,
    stripe_funds_available_date: date,
    stripe_decline_code: text,
    stripe_failure_reason: text,
    stripe_dispute_status: ofValues(DISPUTE_STATUSES, options.disputeStatus),
    stripe_dispute_due_date: date,
    stripe_last_refund_date: datetime,
    stripe_refund_failed: yesOrNo(options.refundFailed),
    stripe_currency: currency(),
    stripe_amount_paid: presentmentAmount,
    stripe_amount_refunded: presentmentAmount,
    stripe_amount_disputed: presentmentAmount,
    stripe_amount_processing: presentmentAmount,
    stripe_amount_authorized: presentmentAmount,
    stripe_tax_amount: presentmentAmount,
    stripe_paid_after_tax: presentmentAmount,
    stripe_fee_status: ofValues(FEE_STATUSES, options.feeStatus),
    stripe_settlement_currency: currency(),
    stripe_gross_amount: settlementAmount,
    stripe_settled_refunds: settlementAmount,
    stripe_settled_disputes: settlementAmount,
    stripe_fee_amount: settlementAmount,
    stripe_processing_fee: settlementAmount,
    stripe_fee_tax: settlementAmount,
    stripe_application_fee: settlementAmount,
    stripe_passthrough_fee: settlementAmount,
    stripe_dispute_fee: settlementAmount,
    stripe_other_fee: settlementAmount,
    stripe_net_amount: settlementAmount,
    stripe_settled_tax: settlementAmount,
    stripe_net_after_tax: settlementAmount,
    stripe_fee_rate: number,
    stripe_exchange_rate: number,
    stripe_amounts_by_currency: multiLine,
    stripe_payout_id: text,
    stripe_payout_status: ofValues(PAYOUT_STATUSES, own.payoutStatus),
    stripe_payout_date: date,
    stripe_payout_trace_id: text,
    stripe_match: ofValues(MATCH_VALUES, options.match),
    stripe_deal_match: ofValues(MATCH_VALUES, options.match),
    stripe_contact_match: ofValues(MATCH_VALUES, options.match),
    stripe_company_match: ofValues(MATCH_VALUES, options.match),
    stripe_read_at: datetime,
  };
}

const isName = (name: string): name is PaymentPropertyName =>
  Object.hasOwn(english.properties, name);

/** The properties of a payment record, with the labels of the account's language. */
export function paymentPropertiesIn(language: Language): readonly PaymentProperty[] {
  const { properties } = language === 'it' ? italian : english;
  const kinds = kindsIn(language);
  return Object.keys(kinds)
    .filter(isName)
    .map((name) => {
      const [label, description] = properties[name];
      return { name, label, description, ...kinds[name] };
    });
}
