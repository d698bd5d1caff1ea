import type { InvoiceRow, SubscriptionRow } from '../entities/billing.ts';
import type { PriceRow, ProductRow } from '../entities/catalogue.ts';
import type { ChargeRow, CustomerRow, PaymentIntentRow } from '../entities/payments.ts';
import type { Metadata } from '../entities/row.ts';
import { totalOf } from '../formatters/amounts.ts';
import { isFullyRefunded } from '../formatters/payments.ts';

/**
 * `text` is matched word by word and by part, `token` as a whole, `number` also by comparison:
 * https://docs.stripe.com/search#supported-query-fields-for-each-resource.
 */
export type Field<R> =
  | { readonly type: 'text' | 'token'; readonly read: (row: R) => string | null }
  | { readonly type: 'number'; readonly read: (row: R) => number | null };

export interface SearchSpec<R> {
  /** As the error message names the resource. */
  readonly resource: string;
  readonly fields: Readonly<Record<string, Field<R>>>;
  readonly metadata: (row: R) => Metadata;
}

const yesNo = (claim: boolean): string => (claim ? 'true' : 'false');

function cardValue(charge: ChargeRow, field: 'brand' | 'fingerprint' | 'last4'): string | null {
  return charge.method.type === 'card' ? charge.method[field] : null;
}

function bankValue(charge: ChargeRow, field: 'fingerprint' | 'last4'): string | null {
  return charge.method.type === 'us_bank_account' ? charge.method[field] : null;
}

const DETAILS = 'payment_method_details';

export const CHARGE_SEARCH: SearchSpec<ChargeRow> = {
  resource: 'charges',
  metadata: (charge) => charge.metadata,
  fields: {
    amount: { type: 'number', read: (charge) => charge.amount },
    created: { type: 'number', read: (charge) => charge.created },
    currency: { type: 'token', read: (charge) => charge.currency },
    customer: { type: 'token', read: (charge) => charge.customer },
    disputed: { type: 'token', read: (charge) => yesNo(charge.isDisputed) },
    refunded: { type: 'token', read: (charge) => yesNo(isFullyRefunded(charge)) },
    status: { type: 'token', read: (charge) => charge.status },
    'billing_details.address.postal_code': { type: 'token', read: () => null },
    [`${DETAILS}.card.brand`]: { type: 'token', read: (row) => cardValue(row, 'brand') },
    [`${DETAILS}.card.fingerprint`]: {
      type: 'token',
      read: (row) => cardValue(row, 'fingerprint'),
    },
    [`${DETAILS}.card.last4`]: { type: 'token', read: (row) => cardValue(row, 'last4') },
    [`${DETAILS}.us_bank_account.fingerprint`]: {
      type: 'token',
      read: (row) => bankValue(row, 'fingerprint'),
    },
    [`${DETAILS}.us_bank_account.last4`]: { type: 'token', read: (row) => bankValue(row, 'last4') },
  },
};

export const CUSTOMER_SEARCH: SearchSpec<CustomerRow> = {
  resource: 'customers',
  metadata: (customer) => customer.metadata,
  fields: {
    created: { type: 'number', read: (customer) => customer.created },
    email: { type: 'text', read: (customer) => customer.email },
    name: { type: 'text', read: (customer) => customer.name },
    phone: { type: 'text', read: (customer) => customer.phone },
  },
};

export const PAYMENT_INTENT_SEARCH: SearchSpec<PaymentIntentRow> = {
  resource: 'payment_intents',
  metadata: (intent) => intent.metadata,
  fields: {
    amount: { type: 'number', read: (intent) => intent.amount },
    created: { type: 'number', read: (intent) => intent.created },
    currency: { type: 'token', read: (intent) => intent.currency },
    customer: { type: 'token', read: (intent) => intent.customer },
    status: { type: 'token', read: (intent) => intent.status },
  },
};

export const INVOICE_SEARCH: SearchSpec<InvoiceRow> = {
  resource: 'invoices',
  metadata: (invoice) => invoice.metadata,
  fields: {
    created: { type: 'number', read: (invoice) => invoice.created },
    currency: { type: 'token', read: (invoice) => invoice.currency },
    customer: { type: 'token', read: (invoice) => invoice.customer.id },
    last_finalization_error_code: { type: 'token', read: () => null },
    last_finalization_error_type: { type: 'token', read: () => null },
    number: { type: 'text', read: (invoice) => invoice.number },
    receipt_number: { type: 'text', read: () => null },
    status: { type: 'token', read: (invoice) => invoice.status },
    subscription: { type: 'token', read: (invoice) => invoice.subscription },
    total: { type: 'number', read: (invoice) => totalOf(invoice) },
  },
};

export const SUBSCRIPTION_SEARCH: SearchSpec<SubscriptionRow> = {
  resource: 'subscriptions',
  metadata: (subscription) => subscription.metadata,
  fields: {
    canceled_at: { type: 'number', read: (subscription) => subscription.canceledAt },
    created: { type: 'number', read: (subscription) => subscription.created },
    status: { type: 'token', read: (subscription) => subscription.status },
  },
};

export const PRICE_SEARCH: SearchSpec<PriceRow> = {
  resource: 'prices',
  metadata: (price) => price.metadata,
  fields: {
    active: { type: 'token', read: (price) => yesNo(price.isActive) },
    currency: { type: 'token', read: (price) => price.currency },
    lookup_key: { type: 'text', read: (price) => price.lookupKey },
    product: { type: 'token', read: (price) => price.product },
    type: { type: 'token', read: (price) => (price.recurring === null ? 'one_time' : 'recurring') },
  },
};

export const PRODUCT_SEARCH: SearchSpec<ProductRow> = {
  resource: 'products',
  metadata: (product) => product.metadata,
  fields: {
    active: { type: 'token', read: (product) => yesNo(product.isActive) },
    description: { type: 'text', read: (product) => product.description },
    name: { type: 'text', read: (product) => product.name },
    shippable: { type: 'token', read: () => null },
    url: { type: 'text', read: (product) => product.url },
  },
};
