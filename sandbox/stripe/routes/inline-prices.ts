import type { ApiParts } from '../api/endpoint.ts';
import { invalidRequest, missingParameter } from '../api/errors.ts';
import { changedMetadata } from '../api/metadata.ts';
import { named } from '../api/missing.ts';
import { choiceOf, type Params, type ParamSpec } from '../api/params.ts';
import type { NewPrice } from '../world/billing-requests.ts';

const INTERVALS = ['day', 'month', 'week', 'year'] as const;
const TAX_BEHAVIORS = ['exclusive', 'inclusive', 'unspecified'] as const;

const AMOUNTS = {
  currency: 'string',
  tax_behavior: 'string',
  unit_amount: 'integer',
  unit_amount_decimal: 'string',
} as const satisfies ParamSpec;

/** Of an invoice item: the product exists, and it is paid once. */
export const PRICE_DATA_OF_PRODUCT: ParamSpec[string] = {
  hash: { ...AMOUNTS, product: 'string' },
};

const RECURRING: ParamSpec[string] = {
  hash: { interval: 'string', interval_count: 'integer' },
};

/** Of a price that is made by itself. */
export const PRICE_OF_PRODUCT = {
  ...AMOUNTS,
  product: 'string',
  recurring: RECURRING,
} as const satisfies ParamSpec;

/** Of a subscription's item. */
export const RECURRING_PRICE_DATA: ParamSpec[string] = { hash: PRICE_OF_PRODUCT };

export const PRICE_DATA: ParamSpec[string] = {
  hash: {
    ...AMOUNTS,
    product: 'string',
    product_data: { hash: { description: 'string', metadata: 'map', name: 'string' } },
    recurring: RECURRING,
  },
};

/** Undefined where it is not sent, or sent empty. */
export const hashOf = (params: Params, name: string): Params | undefined => {
  const hash = params.hash(name);
  return hash === 'emptied' ? undefined : hash;
};

/** A currency in lower case: the API takes it in any. */
export function currencyIn(params: Params, name: string): string | undefined {
  const currency = params.string(name)?.toLowerCase();
  if (currency === undefined || /^[a-z]{3}$/.test(currency)) return currency;
  throw invalidRequest(`Invalid currency: ${currency}.`, params.nameOf(name));
}

export function required<T>(value: T | undefined, params: Params, name: string): T {
  if (value === undefined || value === '') throw missingParameter(params.nameOf(name));
  return value;
}

function amountOf(data: Params): Pick<NewPrice, 'unitAmount' | 'unitAmountDecimal'> {
  const unitAmount = data.integer('unit_amount');
  const unitAmountDecimal = data.string('unit_amount_decimal');
  if (unitAmount !== undefined && unitAmountDecimal !== undefined) {
    throw invalidRequest(
      'You may only specify one of these parameters: unit_amount, unit_amount_decimal.',
    );
  }
  if (unitAmount !== undefined && unitAmount < 0) {
    throw invalidRequest(
      'Invalid non-negative integer',
      data.nameOf('unit_amount'),
      'parameter_invalid_integer',
    );
  }
  if (unitAmount !== undefined) return { unitAmount };
  return { unitAmountDecimal: required(unitAmountDecimal, data, 'unit_amount') };
}

function recurringOf(data: Params): NewPrice['recurring'] {
  const recurring = hashOf(data, 'recurring');
  if (recurring === undefined) return undefined;
  const asked = choiceOf(recurring.string('interval'), INTERVALS, recurring.nameOf('interval'));
  const interval = required(asked, recurring, 'interval');
  const intervalCount = recurring.integer('interval_count');
  return { interval, ...(intervalCount !== undefined && { intervalCount }) };
}

/** The id of a product that exists, or of one that the request describes. */
function productOf({ lookup, world }: ApiParts, data: Params): string {
  const id = data.string('product');
  const details = hashOf(data, 'product_data');
  if (id !== undefined && details !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: product, product_data.');
  }
  if (details === undefined) {
    const { products } = lookup.store;
    const asked = required(id, data, 'product');
    return required(
      named(lookup, products, 'product', asked, data.nameOf('product')),
      data,
      'product',
    ).id;
  }
  const description = details.string('description');
  return world.createProduct({
    name: required(details.string('name'), details, 'name'),
    ...(description !== undefined && { description }),
    metadata: changedMetadata({}, details.map('metadata')),
    isActive: false,
  }).id;
}

/** The price that a `price_data` describes: an inactive one, as Stripe makes it. */
export function describedPrice(parts: ApiParts, data: Params): NewPrice {
  const currency = required(currencyIn(data, 'currency'), data, 'currency');
  const amount = amountOf(data);
  const recurring = recurringOf(data);
  const taxBehavior = choiceOf(
    data.string('tax_behavior'),
    TAX_BEHAVIORS,
    data.nameOf('tax_behavior'),
  );
  return {
    ...amount,
    currency,
    product: productOf(parts, data),
    ...(recurring !== undefined && { recurring }),
    ...(taxBehavior !== undefined && { taxBehavior }),
    isActive: false,
  };
}

/** Makes the price that a `price_data` describes. */
export const inlinePrice = (parts: ApiParts, data: Params): string =>
  parts.world.createPrice(describedPrice(parts, data)).id;

/** Either a price that exists or the data of a new one. */
export function priceOf(parts: ApiParts, item: Params): string {
  const id = item.string('price');
  const data = hashOf(item, 'price_data');
  if (id !== undefined && data !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: price, price_data.');
  }
  if (data !== undefined) return inlinePrice(parts, data);
  const { prices } = parts.lookup.store;
  const found = named(parts.lookup, prices, 'price', id, item.nameOf('price'));
  return required(found, item, 'price').id;
}

export function quantityOf(item: Params, otherwise: number | undefined): number {
  const quantity = required(item.integer('quantity') ?? otherwise, item, 'quantity');
  if (quantity >= 1) return quantity;
  throw invalidRequest(
    'This value must be greater than or equal to 1.',
    item.nameOf('quantity'),
    'parameter_invalid_integer',
  );
}
