import type { ObjectName } from './permissions.ts';

export type Expandable = Readonly<Record<string, Target>>;

export type Target =
  /** One of these objects, or several where the field is an array. */
  | { readonly kind: 'object'; readonly objects: readonly ObjectName[] }
  /** A list of these objects, some of them absent until expanded. */
  | { readonly kind: 'list'; readonly object: ObjectName }
  /** Part of its object: it leads further, and is nothing to expand itself. */
  | { readonly kind: 'inside'; readonly fields: Expandable }
  /** An object that Stripe can expand and that nothing in this sandbox has. */
  | { readonly kind: 'always-empty' };

const one = (...objects: readonly ObjectName[]): Target => ({ kind: 'object', objects });
const many = (object: ObjectName): Target => ({ kind: 'list', object });
const inside = (fields: Expandable): Target => ({ kind: 'inside', fields });
const NEVER: Target = { kind: 'always-empty' };

type BillingObject = Exclude<
  ObjectName,
  | 'balance_transaction'
  | 'charge'
  | 'customer'
  | 'dispute'
  | 'event'
  | 'payment_intent'
  | 'payment_link'
  | 'payout'
  | 'promotion_code'
  | 'refund'
  | 'webhook_endpoint'
>;

const liability = inside({ liability: inside({ account: NEVER }) });
const discountAmount = inside({ discount: one('discount') });
const pretaxCredit = inside({ credit_balance_transaction: NEVER, discount: one('discount') });

/** As in the types of `stripe` 23.1.0; what is absent until expanded is among them. */
const BILLING_EXPANDABLE: Readonly<Record<BillingObject, Expandable>> = {
  'checkout.session': {
    automatic_tax: liability,
    customer: one('customer'),
    discounts: inside({ coupon: one('coupon'), promotion_code: one('promotion_code') }),
    invoice: one('invoice'),
    line_items: many('item'),
    payment_intent: one('payment_intent'),
    payment_link: one('payment_link'),
    setup_intent: NEVER,
    subscription: one('subscription'),
    total_details: inside({ breakdown: NEVER }),
  },
  coupon: { applies_to: NEVER, currency_options: NEVER },
  credit_note: {
    customer: one('customer'),
    customer_balance_transaction: NEVER,
    discount_amounts: discountAmount,
    invoice: one('invoice'),
    refunds: inside({ refund: one('refund') }),
  },
  discount: {
    customer: one('customer'),
    promotion_code: one('promotion_code'),
    source: inside({ coupon: one('coupon') }),
  },
  invoice: {
    account_tax_ids: NEVER,
    application: NEVER,
    automatic_tax: liability,
    confirmation_secret: NEVER,
    customer: one('customer'),
    default_payment_method: NEVER,
    default_source: NEVER,
    discounts: one('discount'),
    from_invoice: inside({ invoice: one('invoice') }),
    latest_revision: one('invoice'),
    lines: many('line_item'),
    on_behalf_of: NEVER,
    parent: inside({ subscription_details: inside({ subscription: one('subscription') }) }),
    payments: many('invoice_payment'),
    test_clock: NEVER,
    total_discount_amounts: discountAmount,
    total_pretax_credit_amounts: pretaxCredit,
  },
  invoice_payment: {
    invoice: one('invoice'),
    payment: inside({
      charge: NEVER,
      payment_intent: one('payment_intent'),
      payment_record: NEVER,
    }),
  },
  invoiceitem: {
    customer: one('customer'),
    discounts: one('discount'),
    invoice: one('invoice'),
    pricing: inside({ price_details: inside({ price: one('price') }) }),
    test_clock: NEVER,
  },
  item: { discounts: NEVER, price: one('price'), taxes: NEVER },
  line_item: {
    discount_amounts: discountAmount,
    discounts: one('discount'),
    pretax_credit_amounts: pretaxCredit,
    pricing: inside({ price_details: inside({ price: one('price') }) }),
    subscription: one('subscription'),
  },
  plan: { product: one('product'), tiers: NEVER },
  price: { currency_options: NEVER, product: one('product'), tiers: NEVER },
  product: { default_price: one('price'), tax_code: NEVER },
  subscription: {
    application: NEVER,
    automatic_tax: liability,
    customer: one('customer'),
    default_payment_method: NEVER,
    default_source: NEVER,
    default_tax_rates: NEVER,
    discounts: one('discount'),
    items: many('subscription_item'),
    latest_invoice: one('invoice'),
    on_behalf_of: NEVER,
    pending_setup_intent: NEVER,
    schedule: NEVER,
    test_clock: NEVER,
  },
  subscription_schedule: {
    customer: one('customer'),
    phases: inside({ items: inside({ plan: one('plan'), price: one('price') }) }),
    subscription: NEVER,
    test_clock: NEVER,
  },
  subscription_item: {
    discounts: one('discount'),
    plan: one('plan'),
    price: one('price'),
    tax_rates: NEVER,
  },
};

/** The fields that the types of `stripe` 23.1.0 give as `string | SomeObject`. */
export const EXPANDABLE: Readonly<Record<ObjectName, Expandable>> = {
  ...BILLING_EXPANDABLE,
  balance_transaction: { source: one('charge', 'refund', 'dispute', 'payout') },
  charge: {
    application: NEVER,
    application_fee: NEVER,
    balance_transaction: one('balance_transaction'),
    customer: one('customer'),
    failure_balance_transaction: one('balance_transaction'),
    on_behalf_of: NEVER,
    payment_intent: one('payment_intent'),
    refunds: { kind: 'list', object: 'refund' },
    review: NEVER,
    source_transfer: NEVER,
  },
  customer: {
    default_source: NEVER,
    discount: inside({ source: inside({ coupon: one('coupon') }) }),
    test_clock: NEVER,
  },
  dispute: { charge: one('charge'), payment_intent: one('payment_intent') },
  event: {},
  webhook_endpoint: {},
  payment_intent: {
    application: NEVER,
    customer: one('customer'),
    latest_charge: one('charge'),
    on_behalf_of: NEVER,
    review: NEVER,
    source: NEVER,
  },
  payment_link: { application: NEVER, line_items: many('item'), on_behalf_of: NEVER },
  payout: {
    application_fee: NEVER,
    balance_transaction: one('balance_transaction'),
    destination: NEVER,
    failure_balance_transaction: one('balance_transaction'),
    original_payout: NEVER,
    reversed_by: NEVER,
  },
  promotion_code: {
    customer: one('customer'),
    promotion: inside({ coupon: one('coupon') }),
    restrictions: inside({ currency_options: NEVER }),
  },
  refund: {
    balance_transaction: one('balance_transaction'),
    charge: one('charge'),
    customer: one('customer'),
    failure_balance_transaction: one('balance_transaction'),
    payment_intent: one('payment_intent'),
    source_transfer_reversal: NEVER,
    transfer_reversal: NEVER,
  },
};
