import type { ApiParts, Endpoint } from '../api/endpoint.ts';
import { missingParameter } from '../api/errors.ts';
import { named } from '../api/missing.ts';
import { choiceOf, isWithin } from '../api/params.ts';
import { KINDS } from '../api/wire.ts';
import type {
  CheckoutSessionRow,
  CreditNoteRow,
  InvoicePaymentRow,
  InvoiceRow,
  ScheduleRow,
  SubscriptionRow,
} from '../entities/billing.ts';
import { INVOICE_SEARCH, SUBSCRIPTION_SEARCH } from '../search/fields.ts';
import { hasEnded } from '../world/subscription-changes.ts';
import {
  CREATED,
  customer,
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
    payment_link: reference(
      'payment_link',
      (store) => store.paymentLinks,
      (row, id) => row.paymentLink === id,
    ),
    status: oneOf(['open', 'complete', 'expired'], (row, status) => row.status === status),
    subscription: subscription(),
  },
  update: { texts: [], apply: (world, id, change) => world.changeCheckoutSession(id, change) },
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
};

/** Nothing here starts, so all of them are scheduled. */
const SCHEDULES: Resource<ScheduleRow> = {
  object: 'subscription_schedule',
  path: '/v1/subscription_schedules',
  kind: KINDS.subscription_schedule,
  filters: {
    created: CREATED,
    customer: customer((row) => row.customer),
    scheduled: flag(() => true),
  },
};

export const billingEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  ...resourceEndpoints(parts, CHECKOUT_SESSIONS),
  ...resourceEndpoints(parts, CREDIT_NOTES),
  ...resourceEndpoints(parts, INVOICE_PAYMENTS),
  ...resourceEndpoints(parts, INVOICES),
  ...resourceEndpoints(parts, SCHEDULES),
  ...resourceEndpoints(parts, SUBSCRIPTIONS),
];
