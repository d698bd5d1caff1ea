import type { ApiParts } from '../api/endpoint.ts';
import { invalidRequest, missingParameter } from '../api/errors.ts';
import { named } from '../api/missing.ts';
import { choiceOf, type Params, type ParamSpec } from '../api/params.ts';
import type { SubscriptionRow } from '../entities/billing.ts';
import type { PriceRow } from '../entities/catalogue.ts';
import type { NewPrice, PreviewedChange } from '../world/billing-requests.ts';
import { thePrice } from '../world/context.ts';
import {
  describedPrice,
  hashOf,
  quantityOf,
  RECURRING_PRICE_DATA,
  required,
} from './inline-prices.ts';

/** Another price or quantity of an item, in an update and in its preview. */
export const ITEM_CHANGE: ParamSpec = {
  items: {
    list: {
      id: 'string',
      price: 'string',
      price_data: RECURRING_PRICE_DATA,
      quantity: 'integer',
    },
  },
  proration_behavior: 'string',
  proration_date: 'integer',
};

const PRORATIONS = ['always_invoice', 'create_prorations', 'none'] as const;

type Priced = Pick<PriceRow, 'currency' | 'currencyOptions'> & { readonly recurring: unknown };

function checkPrice(price: Priced, { currency }: SubscriptionRow, name: string): void {
  if (price.recurring === null) {
    throw invalidRequest('The price specified is set to `type=one_time`.', name);
  }
  if (price.currency === currency || currency in price.currencyOptions) return;
  throw invalidRequest(
    `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${currency}\`.`,
    name,
  );
}

function priceIn(
  parts: ApiParts,
  item: Params,
  subscription: SubscriptionRow,
): string | NewPrice | undefined {
  const id = item.string('price');
  const data = hashOf(item, 'price_data');
  if (id !== undefined && data !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: price, price_data.');
  }
  if (data !== undefined) {
    const price = describedPrice(parts, data);
    const { currency, recurring = null } = price;
    checkPrice(
      { currency, currencyOptions: {}, recurring },
      subscription,
      item.nameOf('price_data'),
    );
    return price;
  }
  if (id === undefined) return undefined;
  const { store } = parts.lookup;
  const row = required(
    named(parts.lookup, store.prices, 'price', id, item.nameOf('price')),
    item,
    'price',
  );
  if (!row.isActive && !subscription.items.some(({ price }) => price === row.id)) {
    throw invalidRequest('The price specified is inactive.', item.nameOf('price'));
  }
  checkPrice(row, subscription, item.nameOf('price'));
  return row.id;
}

/** Within the current period of the item, and only where something is prorated. */
function prorationMs(
  params: Params,
  { currentPeriodStart, currentPeriodEnd }: SubscriptionRow['items'][number],
  nowMs: number,
): number | undefined {
  const date = params.integer('proration_date');
  if (date === undefined) return undefined;
  const name = params.nameOf('proration_date');
  if (params.string('proration_behavior') === 'none') {
    throw invalidRequest('You cannot set `proration_date` when nothing is prorated.', name);
  }
  if (date < currentPeriodStart || date >= currentPeriodEnd) {
    throw invalidRequest(
      'The proration date must be within the current period of the subscription.',
      name,
    );
  }
  // Stripe may take one; this app asks for none.
  if (date * 1000 > nowMs) throw invalidRequest('The proration date is in the future.', name);
  return date * 1000;
}

/** Undefined where no item is changed. Everything is checked before anything is made. */
export function itemChangeIn(
  parts: ApiParts,
  params: Params,
  subscription: SubscriptionRow,
  nowMs: number,
): PreviewedChange | undefined {
  const behavior = params.string('proration_behavior');
  const prorations = choiceOf(behavior, PRORATIONS, params.nameOf('proration_behavior'));
  const [item, ...others] = params.hashes('items');
  if (item === undefined) {
    if (!params.has('proration_date')) return undefined;
    throw missingParameter(params.nameOf('items'));
  }
  if (others.length > 0) throw invalidRequest('Here one item is changed at a time.', 'items');
  const id = required(item.string('id'), item, 'id');
  const row = subscription.items.find((each) => each.id === id);
  if (row === undefined) {
    const message = `No such subscription_item: '${id}'`;
    throw invalidRequest(message, item.nameOf('id'), 'resource_missing');
  }
  const isMetered = thePrice(parts.lookup.store, row.price).recurring?.usageType === 'metered';
  if (isMetered && item.has('quantity')) {
    throw invalidRequest('A metered price has no quantity.', item.nameOf('quantity'));
  }
  const price = priceIn(parts, item, subscription);
  const date = prorationMs(params, row, nowMs);
  return {
    item: id,
    ...(price !== undefined && { price }),
    ...(item.has('quantity') && { quantity: quantityOf(item, undefined) }),
    ...(prorations !== undefined && { prorations }),
    ...(date !== undefined && { prorationMs: date }),
  };
}
