export type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const integer: Check = (value) => Number.isSafeInteger(value);
const text: Check = (value) => typeof value === 'string';
const textOrNull: Check = (value) => value === null || text(value);
const flag: Check = (value) => typeof value === 'boolean';
const list: Check = (value) => isObject(value) && value['object'] === 'list';
const object: Check = isObject;
const array: Check = Array.isArray;
/** An id, an expanded object, or null: there, whatever it is. */
const reference: Check = (value) => textOrNull(value) || isObject(value);

/** What this app reads of each kind of object and cannot do without. */
export const NEEDED: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  charge: {
    created: integer,
    livemode: flag,
    status: text,
    captured: flag,
    disputed: flag,
    amount: integer,
    amount_captured: integer,
    amount_refunded: integer,
    currency: text,
    customer: reference,
    payment_intent: reference,
    billing_details: object,
  },
  balance_transaction: {
    created: integer,
    amount: integer,
    fee: integer,
    net: integer,
    currency: text,
    reporting_category: text,
    fee_details: array,
    available_on: integer,
  },
  refund: {
    created: integer,
    amount: integer,
    currency: text,
    status: textOrNull,
    charge: reference,
  },
  dispute: {
    created: integer,
    amount: integer,
    currency: text,
    status: text,
    charge: reference,
    balance_transactions: array,
    evidence_details: object,
  },
  payment_intent: { created: integer, amount: integer, status: text },
  invoice: {
    created: integer,
    status: textOrNull,
    currency: text,
    total: integer,
    amount_paid: integer,
    amount_remaining: integer,
    status_transitions: object,
    lines: list,
  },
  payment_link: { active: flag, livemode: flag, currency: text, metadata: object, url: text },
  'billing_portal.session': { customer: reference, livemode: flag, url: text },
  invoice_payment: { payment: object, status: text, invoice: reference },
  subscription: {
    created: integer,
    status: text,
    currency: text,
    customer: reference,
    items: list,
    automatic_tax: object,
  },
  subscription_schedule: { created: integer, status: text, customer: reference, phases: array },
  subscription_item: { price: object, current_period_end: integer },
  'checkout.session': { created: integer, status: textOrNull, payment_status: text },
  payout: { arrival_date: integer, automatic: flag, currency: text, status: text },
  event: { created: integer, livemode: flag, type: text, data: object },
};

/** Endpoints and the kind of object that they are about. */
export const KINDS: Readonly<Record<string, string>> = {
  account: 'account',
  balance: 'balance',
  balance_transactions: 'balance_transaction',
  'billing_portal/sessions': 'billing_portal.session',
  charges: 'charge',
  'checkout/sessions': 'checkout.session',
  coupons: 'coupon',
  customers: 'customer',
  disputes: 'dispute',
  events: 'event',
  invoice_payments: 'invoice_payment',
  invoices: 'invoice',
  payment_intents: 'payment_intent',
  payment_links: 'payment_link',
  payouts: 'payout',
  prices: 'price',
  products: 'product',
  refunds: 'refund',
  subscription_items: 'subscription_item',
  subscription_schedules: 'subscription_schedule',
  subscriptions: 'subscription',
};
