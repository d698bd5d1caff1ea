import { inside, many, NEVER, one, type Expandable } from './expansion-target.ts';
import type { ObjectName } from './object-name.ts';

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
  | 'refund'
>;

const liability = inside({ liability: inside({ account: NEVER }) });
const discountAmount = inside({ discount: one('discount') });
const pretaxCredit = inside({ credit_balance_transaction: NEVER, discount: one('discount') });

/** As in the types of `stripe` 23.1.0; what is absent until expanded is among them. */
export const BILLING_EXPANDABLE: Readonly<Record<BillingObject, Expandable>> = {
  'checkout.session': {
    automatic_tax: liability,
    customer: one('customer'),
    discounts: inside({ coupon: one('coupon'), promotion_code: NEVER }),
    invoice: one('invoice'),
    line_items: many('item'),
    payment_intent: one('payment_intent'),
    payment_link: NEVER,
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
    promotion_code: NEVER,
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
  subscription_item: {
    discounts: one('discount'),
    plan: one('plan'),
    price: one('price'),
    tax_rates: NEVER,
  },
};
