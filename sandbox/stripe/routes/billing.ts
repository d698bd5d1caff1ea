import type { ApiParts, Endpoint } from '../api/endpoint.ts';
import { invalidRequest, missingParameter } from '../api/errors.ts';
import { named } from '../api/missing.ts';
import { choiceOf, isWithin } from '../api/params.ts';
import { KINDS } from '../api/wire.ts';
import type {
  CheckoutSessionRow,
  CouponRow,
  CreditNoteRow,
  InvoicePaymentRow,
  InvoiceRow,
  PriceRow,
  ProductRow,
  SubscriptionRow,
} from '../entities/billing.ts';
import {
  INVOICE_SEARCH,
  PRICE_SEARCH,
  PRODUCT_SEARCH,
  SUBSCRIPTION_SEARCH,
} from '../search/fields.ts';
import { hasEnded } from '../world/subscription-changes.ts';
import {
  absent,
  CREATED,
  customer,
  equals,
  equalsCurrency,
  flag,
  oneOf,
  paymentIntent,
  reference,
  subscription,
  within,
  type Filter,
} from './filters.ts';
import { resourceEndpoints, type Resource } from './resource.ts';

const COLLECTION_METHODS = ['charge_automatically', 'send_invoice'] as const;

const collectionMethod = <
  R extends { readonly collectionMethod: (typeof COLLECTION_METHODS)[number] },
>(): Filter<R> => oneOf(COLLECTION_METHODS, (row, method) => row.collectionMethod === method);

const invoice = <R extends { readonly invoice: string }>(): Filter<R> =>
  reference(
    'invoice',
    (store) => store.invoices,
    (row, id) => row.invoice === id,
  );

const CHECKOUT_SESSIONS: Resource<CheckoutSessionRow> = {
  object: 'checkout.session',
  path: '/v1/checkout/sessions',
  kind: KINDS['checkout.session'],
  filters: {
    created: CREATED,
    customer: customer((row) => row.customer),
    /** Addresses are compared as they are: another case is another address. */
    customer_details: {
      param: ['email'],
      matcher: ({ name, params }) => {
        const { email } = params.nested(name);
        return email === undefined ? undefined : (row) => row.payer?.email === email;
      },
    },
    payment_intent: paymentIntent(),
    payment_link: absent('payment_link'),
    status: oneOf(['open', 'complete', 'expired'], (row, status) => row.status === status),
    subscription: subscription(),
  },
  update: { texts: [], apply: (world, id, change) => world.changeCheckoutSession(id, change) },
};

const COUPONS: Resource<CouponRow> = {
  object: 'coupon',
  path: '/v1/coupons',
  kind: KINDS.coupon,
  filters: { created: CREATED },
};

const CREDIT_NOTES: Resource<CreditNoteRow> = {
  object: 'credit_note',
  path: '/v1/credit_notes',
  kind: KINDS.credit_note,
  filters: {
    created: CREATED,
    customer: customer((row) => row.customer),
    invoice: invoice(),
  },
};

/** No payment here comes from a payment record. */
const PAYMENT: Filter<InvoicePaymentRow> = {
  param: ['payment_intent', 'payment_record', 'type'],
  matcher: ({ name, params, lookup }) => {
    if (!params.has(name)) return undefined;
    const asked = params.nested(name);
    const types = ['payment_intent', 'payment_record'] as const;
    const type = choiceOf(asked['type'], types, 'payment[type]');
    if (type === undefined) throw missingParameter('payment[type]');
    const { paymentIntents } = lookup.store;
    const id = asked['payment_intent'];
    named(lookup, paymentIntents, 'payment_intent', id, 'payment[payment_intent]');
    return (row) => type === 'payment_intent' && (id === undefined || row.paymentIntent === id);
  },
};

const INVOICE_PAYMENTS: Resource<InvoicePaymentRow> = {
  object: 'invoice_payment',
  path: '/v1/invoice_payments',
  kind: KINDS.invoice_payment,
  filters: {
    created: CREATED,
    invoice: invoice(),
    payment: PAYMENT,
    status: oneOf(['canceled', 'open', 'paid'], (row, status) => row.status === status),
  },
};

const INVOICES: Resource<InvoiceRow> = {
  object: 'invoice',
  path: '/v1/invoices',
  kind: KINDS.invoice,
  filters: {
    collection_method: collectionMethod(),
    created: CREATED,
    customer: customer((row) => row.customer.id),
    due_date: within((row) => row.dueDate),
    status: oneOf(
      ['draft', 'open', 'paid', 'uncollectible', 'void'],
      (row, status) => row.status === status,
    ),
    subscription: subscription(),
  },
  search: INVOICE_SEARCH,
  update: { texts: [], apply: (world, id, change) => world.changeInvoice(id, change) },
};

const MAX_LOOKUP_KEYS = 10;

const LOOKUP_KEYS: Filter<PriceRow> = {
  param: 'strings',
  matcher: ({ name, params }) => {
    const keys = params.strings(name);
    if (keys.length > MAX_LOOKUP_KEYS) {
      throw invalidRequest(`You may pass at most ${String(MAX_LOOKUP_KEYS)} ${name}.`, name);
    }
    return keys.length === 0
      ? undefined
      : ({ lookupKey }) => lookupKey !== null && keys.includes(lookupKey);
  },
};

const RECURRING: Filter<PriceRow> = {
  param: ['interval', 'meter', 'usage_type'],
  matcher: ({ name, params }) => {
    const { interval, meter, usage_type: usageType } = params.nested(name);
    choiceOf(interval, ['day', 'month', 'week', 'year'], 'recurring[interval]');
    choiceOf(usageType, ['licensed', 'metered'], 'recurring[usage_type]');
    return ({ recurring }) =>
      (interval === undefined || recurring?.interval === interval) &&
      (usageType === undefined || recurring?.usageType === usageType) &&
      (meter === undefined || recurring?.meter === meter);
  },
};

const PRICES: Resource<PriceRow> = {
  object: 'price',
  path: '/v1/prices',
  kind: KINDS.price,
  filters: {
    active: flag((row) => row.isActive),
    created: CREATED,
    currency: equalsCurrency(),
    lookup_keys: LOOKUP_KEYS,
    product: reference(
      'product',
      (store) => store.products,
      (row, id) => row.product === id,
    ),
    recurring: RECURRING,
    type: oneOf(
      ['one_time', 'recurring'],
      (row, type) => (row.recurring === null) === (type === 'one_time'),
    ),
  },
  search: PRICE_SEARCH,
};

const IDS: Filter<ProductRow> = {
  param: 'strings',
  matcher: ({ name, params }) => {
    const ids = params.strings(name);
    if (ids.length === 0) return undefined;
    if (params.has('starting_after') || params.has('ending_before')) {
      const message = 'You cannot use ids together with starting_after or ending_before.';
      throw invalidRequest(message, name);
    }
    return (row) => ids.includes(row.id);
  },
};

const PRODUCTS: Resource<ProductRow> = {
  object: 'product',
  path: '/v1/products',
  kind: KINDS.product,
  filters: {
    active: flag((row) => row.isActive),
    created: CREATED,
    ids: IDS,
    url: equals((row) => row.url),
  },
  search: PRODUCT_SEARCH,
};

const SUBSCRIPTION_STATUSES = [
  'active',
  'past_due',
  'unpaid',
  'canceled',
  'incomplete',
  'incomplete_expired',
  'trialing',
  'paused',
  'all',
  'ended',
] as const;

/** https://docs.stripe.com/api/subscriptions/list: without a status, all that are not canceled. */
const SUBSCRIPTION_STATUS: Filter<SubscriptionRow> = {
  param: 'string',
  matcher: ({ name, params }) => {
    const status = choiceOf(params.string(name), SUBSCRIPTION_STATUSES, name);
    if (status === undefined) return (row) => row.status !== 'canceled';
    if (status === 'all') return undefined;
    return status === 'ended' ? hasEnded : (row) => row.status === status;
  },
};

/** Start and end are asked of the same item. */
const CURRENT_PERIOD: Filter<SubscriptionRow> = {
  param: 'range',
  matcher: ({ params }) => {
    const start = params.range('current_period_start');
    const end = params.range('current_period_end');
    return ({ items }) =>
      items.some(
        (item) => isWithin(item.currentPeriodStart, start) && isWithin(item.currentPeriodEnd, end),
      );
  },
};

const priceOfItem = (object: 'plan' | 'price'): Filter<SubscriptionRow> =>
  reference(
    object,
    (store) => store.prices,
    ({ items }, id) => items.some((item) => item.price === id),
  );

const SUBSCRIPTIONS: Resource<SubscriptionRow> = {
  object: 'subscription',
  path: '/v1/subscriptions',
  kind: KINDS.subscription,
  filters: {
    collection_method: collectionMethod(),
    created: CREATED,
    current_period_end: CURRENT_PERIOD,
    current_period_start: CURRENT_PERIOD,
    customer: customer((row) => row.customer),
    plan: priceOfItem('plan'),
    price: priceOfItem('price'),
    status: SUBSCRIPTION_STATUS,
  },
  search: SUBSCRIPTION_SEARCH,
  update: { texts: [], apply: (world, id, change) => world.changeSubscription(id, change) },
};

export const billingEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  ...resourceEndpoints(parts, CHECKOUT_SESSIONS),
  ...resourceEndpoints(parts, COUPONS),
  ...resourceEndpoints(parts, CREDIT_NOTES),
  ...resourceEndpoints(parts, INVOICE_PAYMENTS),
  ...resourceEndpoints(parts, INVOICES),
  ...resourceEndpoints(parts, PRICES),
  ...resourceEndpoints(parts, PRODUCTS),
  ...resourceEndpoints(parts, SUBSCRIPTIONS),
];
