import type { InvoiceRow } from '../entities/invoice.ts';
import type { PriceRow } from '../entities/price.ts';
import type { ProductRow } from '../entities/product.ts';
import type { SubscriptionRow } from '../entities/subscription.ts';
import { totalOf } from '../formatters/invoice-amounts.ts';
import type { SearchSpec } from './fields.ts';

const yesNo = (claim: boolean): string => (claim ? 'true' : 'false');

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
