import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest, missingParameter } from '../api/errors.ts';
import { changedMetadata } from '../api/metadata.ts';
import { named } from '../api/missing.ts';
import type { Params } from '../api/params.ts';
import { KINDS, type WireObject } from '../api/wire.ts';
import type { InvoiceItemRow } from '../entities/invoice-items.ts';
import { formatInvoiceItem } from '../formatters/invoice-items.ts';
import { roundedDecimal, scaledDecimal } from '../values/currencies.ts';
import type { NewInvoiceItem } from '../world/invoice-drafts.ts';
import { thePrice } from '../world/context.ts';
import { CREATED, customer, flag, reference } from './filters.ts';
import {
  currencyIn,
  hashOf,
  inlinePrice,
  PRICE_DATA_OF_PRODUCT,
  quantityOf,
} from './inline-prices.ts';
import { customerIn } from './customers.ts';
import { resourceEndpoints, type Resource } from './resource.ts';

const INVOICE_ITEMS: Resource<InvoiceItemRow> = {
  object: 'invoiceitem',
  path: '/v1/invoiceitems',
  kind: KINDS.invoiceitem,
  filters: {
    created: CREATED,
    customer: customer((row) => row.customer),
    invoice: reference(
      'invoice',
      (store) => store.invoices,
      (row, id) => row.invoice === id,
    ),
    pending: flag((row) => row.invoice === null),
  },
};

type Priced = Pick<NewInvoiceItem, 'amount' | 'currency' | 'price' | 'quantity'>;

const WAYS = ['amount', 'price_data', 'pricing', 'unit_amount_decimal'];

function priced(parts: ApiParts, params: Params): Priced {
  const ways = WAYS.filter((name) => params.has(name));
  if (ways.length > 1) {
    throw invalidRequest(`You may only specify one of these parameters: ${ways.join(', ')}.`);
  }
  const quantity = quantityOf(params, 1);
  const data = hashOf(params, 'price_data');
  const { prices } = parts.lookup.store;
  const existing = named(
    parts.lookup,
    prices,
    'price',
    params.nested('pricing')['price'],
    'pricing[price]',
  );
  const price = data === undefined ? existing?.id : inlinePrice(parts, data);
  if (price !== undefined)
    return { price, quantity, currency: thePrice(parts.lookup.store, price).currency };
  const currency = currencyIn(params, 'currency');
  if (currency === undefined) throw missingParameter('currency');
  const amount = params.integer('amount');
  if (amount !== undefined) {
    if (params.has('quantity')) {
      throw invalidRequest('You may only specify one of these parameters: amount, quantity.');
    }
    return { amount, currency };
  }
  const unit = scaledDecimal(params.string('unit_amount_decimal') ?? '');
  if (unit === undefined) throw missingParameter('amount');
  return { amount: roundedDecimal(unit * BigInt(quantity)), quantity, currency };
}

function create(parts: ApiParts, { params, view }: ApiRequest): WireObject {
  const { lookup, world } = parts;
  const customerId = customerIn(parts, params);
  const asked = params.string('invoice');
  const invoice = named(lookup, lookup.store.invoices, 'invoice', asked, 'invoice');
  const description = params.string('description');
  const row = world.addInvoiceItem({
    ...priced(parts, params),
    customer: customerId,
    metadata: changedMetadata({}, params.map('metadata')),
    ...(invoice !== undefined && { invoice: invoice.id }),
    ...(description !== undefined && { description }),
  });
  return { ...formatInvoiceItem(row, view) };
}

export const invoiceItemEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  ...resourceEndpoints(parts, INVOICE_ITEMS),
  {
    method: 'POST',
    path: '/v1/invoiceitems',
    permission: 'invoice_write',
    params: {
      ...RETRIEVE_PARAMS,
      amount: 'integer',
      currency: 'string',
      customer: 'string',
      description: 'string',
      invoice: 'string',
      metadata: 'map',
      price_data: PRICE_DATA_OF_PRODUCT,
      pricing: ['price'],
      quantity: 'integer',
      unit_amount_decimal: 'string',
    },
    shape: { kind: 'object', object: 'invoiceitem' },
    handle: (request) => create(parts, request),
  },
];
