import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest, missingParameter, refusedRequest } from '../api/errors.ts';
import { found, named } from '../api/missing.ts';
import type { Params } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import { formatInvoice } from '../formatters/invoices.ts';
import type { NewInvoiceItem } from '../world/invoice-drafts.ts';
import { thePrice } from '../world/context.ts';
import { hasEnded } from '../world/subscription-changes.ts';
import { DISCOUNTS, discountPermissions, discountsIn } from './discounts.ts';
import { hashOf, inlinePrice, PRICE_DATA, quantityOf, required } from './inline-prices.ts';
import { AUTOMATIC_TAX, isTaxAutomatic } from './automatic-tax.ts';
import { customerIn } from './customers.ts';
import { ITEM_CHANGE, itemChangeIn } from './item-changes.ts';

/** Stripe's limit for one call. */
const MAX_LINES = 250;

type Line = Pick<NewInvoiceItem, 'amount' | 'currency' | 'price' | 'quantity' | 'description'>;

/** A price made with its product, or an amount in the invoice's currency. */
function lineOf(parts: ApiParts, line: Params, invoiceCurrency: string): Line {
  const text = line.string('description');
  const description = text === undefined ? {} : { description: text };
  const data = hashOf(line, 'price_data');
  const amount = line.integer('amount');
  if (data !== undefined && amount !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: amount, price_data.');
  }
  if (data === undefined) {
    if (amount === undefined) throw missingParameter(line.nameOf('price_data'));
    return { amount, currency: invoiceCurrency, ...description };
  }
  const price = inlinePrice(parts, data);
  const { currency } = thePrice(parts.lookup.store, price);
  return { price, currency, quantity: quantityOf(line, 1), ...description };
}

/** Each becomes an invoice item of the draft: all of them, or none. */
function addLines(parts: ApiParts, { id, params, view }: ApiRequest): WireObject {
  const { lookup, world } = parts;
  const invoice = found(lookup, lookup.store.invoices, 'invoice', id);
  const asked = params.hashes('lines');
  if (asked.length === 0) throw missingParameter('lines');
  if (asked.length > MAX_LINES) throw invalidRequest('You may add at most 250 lines.', 'lines');
  const lines = asked.map((line) => lineOf(parts, line, invoice.currency));
  const other = lines.find(({ currency }) => currency !== invoice.currency);
  if (other !== undefined) {
    throw invalidRequest(
      `The currency of a line (${other.currency}) must match that of the invoice (${invoice.currency}).`,
      'lines',
    );
  }
  for (const line of lines) {
    world.addInvoiceItem({ ...line, customer: invoice.customer.id, invoice: id });
  }
  return { ...formatInvoice(found(lookup, lookup.store.invoices, 'invoice', id), view) };
}

export const invoiceLineEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'POST',
    path: '/v1/invoices/:id/add_lines',
    permission: 'invoice_write',
    params: {
      ...RETRIEVE_PARAMS,
      lines: {
        list: {
          amount: 'integer',
          description: 'string',
          price_data: PRICE_DATA,
          quantity: 'integer',
        },
      },
    },
    shape: { kind: 'object', object: 'invoice' },
    handle: (request) => addLines(parts, request),
  },
];

const FOR_CUSTOMER = ['automatic_tax', 'currency', 'customer', 'invoice_items'] as const;

/** Stripe may take both; this app asks for one of them. */
function checkOneChange(params: Params): void {
  if (!params.has('discounts') || !params.has('subscription_details')) return;
  throw invalidRequest('Here either items or discounts are changed.', 'discounts');
}

/** What a customer would be billed for these amounts. */
function previewedItems(parts: ApiParts, params: Params) {
  if (params.has('subscription_details')) throw missingParameter('subscription');
  if (params.has('discounts'))
    throw invalidRequest('Here a subscription has discounts.', 'discounts');
  const customer = customerIn(parts, params);
  const currency = required(params.string('currency'), params, 'currency');
  const items = params.hashes('invoice_items').map((item) => {
    const own = required(item.string('currency'), item, 'currency');
    if (own !== currency) {
      throw invalidRequest(`The currency of an item must be ${currency}.`, item.nameOf('currency'));
    }
    const description = item.string('description');
    return {
      amount: required(item.integer('amount'), item, 'amount'),
      ...(description !== undefined && { description }),
    };
  });
  // As where nothing is to come for a customer.
  if (items.length === 0) {
    throw refusedRequest(`No upcoming invoices for customer: ${customer}`, 'invoice_upcoming_none');
  }
  return { customer, currency, items, isTaxAutomatic: isTaxAutomatic(params) };
}

/** The next invoice as it would be now, that of a change of the subscription, or one of a customer: nothing is made. */
export const invoicePreviews = (parts: ApiParts): Endpoint => ({
  method: 'POST',
  path: '/v1/invoices/create_preview',
  permission: 'invoice_write',
  params: {
    ...RETRIEVE_PARAMS,
    automatic_tax: AUTOMATIC_TAX,
    currency: 'string',
    customer: 'string',
    invoice_items: { list: { amount: 'integer', currency: 'string', description: 'string' } },
    subscription: 'string',
    subscription_details: { hash: ITEM_CHANGE },
    ...DISCOUNTS,
  },
  alsoNeeds: discountPermissions,
  shape: { kind: 'object', object: 'invoice' },
  handle: ({ params, view }) => {
    const { lookup, world } = parts;
    if (!params.has('subscription')) {
      return { ...formatInvoice(world.previewItems(previewedItems(parts, params)), view) };
    }
    const other = FOR_CUSTOMER.find((name) => params.has(name));
    // Stripe may take one; this app asks for none.
    if (other !== undefined) throw invalidRequest('Here only items of a customer have it.', other);
    const asked = required(params.string('subscription'), params, 'subscription');
    const { subscriptions } = lookup.store;
    const row = named(lookup, subscriptions, 'subscription', asked, 'subscription');
    const subscription = required(row, params, 'subscription');
    const { id } = subscription;
    const details = hashOf(params, 'subscription_details');
    const change =
      details === undefined || hasEnded(subscription)
        ? undefined
        : itemChangeIn(parts, details, subscription, view.nowMs);
    checkOneChange(params);
    const discounts = hasEnded(subscription)
      ? undefined
      : discountsIn(parts, params, subscription, view.nowMs);
    const preview =
      discounts === undefined
        ? world.previewInvoice(id, change)
        : world.previewDiscounted(id, discounts);
    if (preview !== undefined) return { ...formatInvoice(preview, view) };
    throw refusedRequest(`No upcoming invoices for subscription: ${id}`, 'invoice_upcoming_none');
  },
});
