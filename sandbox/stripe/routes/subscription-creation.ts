import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest, missingParameter, refusedRequest } from '../api/errors.ts';
import { changedMetadata } from '../api/metadata.ts';
import { choiceOf, type Params } from '../api/params.ts';
import { KINDS, type WireObject } from '../api/wire.ts';
import type { NewSubscription, NewSubscriptionItem } from '../world/billing-requests.ts';
import { isLocated } from '../values/automatic-tax.ts';
import { theCustomer, thePrice } from '../world/context.ts';
import { AUTOMATIC_TAX, isTaxAutomatic, unlocatedCustomer } from './automatic-tax.ts';
import {
  PRICE_DATA_OF_PRODUCT,
  priceOf,
  quantityOf,
  RECURRING_PRICE_DATA,
} from './inline-prices.ts';
import { customerIn } from './customers.ts';

/** Two years: https://docs.stripe.com/api/subscriptions/create#create_subscription-trial_end. */
const MAX_TRIAL_DAYS = 730;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The end of the trial that is asked for, in milliseconds; undefined for none. */
function trialEndOf({ params, view }: ApiRequest): number | undefined {
  const days = params.integer('trial_period_days');
  const end = params.integer('trial_end');
  if (days !== undefined && end !== undefined) {
    throw invalidRequest(
      'You may only specify one of these parameters: trial_end, trial_period_days.',
    );
  }
  if (end !== undefined && end * 1000 <= view.nowMs) {
    throw invalidRequest('The trial end must be in the future.', 'trial_end');
  }
  const isTooLong =
    (days ?? 0) > MAX_TRIAL_DAYS || (end ?? 0) * 1000 > view.nowMs + MAX_TRIAL_DAYS * DAY_MS;
  if (isTooLong) {
    const name = days === undefined ? 'trial_end' : 'trial_period_days';
    throw invalidRequest('A trial can be at most 730 days long.', name);
  }
  if (days !== undefined && days < 1) {
    throw invalidRequest('The minimum number of trial period days is 1.', 'trial_period_days');
  }
  if (end !== undefined) return end * 1000;
  return days === undefined ? undefined : view.nowMs + days * DAY_MS;
}

function itemsOf(parts: ApiParts, params: Params): readonly NewSubscriptionItem[] {
  const items = params.hashes('items');
  if (items.length === 0) throw missingParameter('items');
  const quantities = items.map((item) => quantityOf(item, 1));
  return items.map((item, index) => ({
    price: priceOf(parts, item),
    quantity: quantities[index] ?? 1,
    isInline: item.has('price_data'),
  }));
}

const MAX_ADDED = 20;

/** What is paid once, on the first invoice. */
function addedItemsOf(parts: ApiParts, params: Params): NewSubscription['addedItems'] {
  const items = params.hashes('add_invoice_items');
  if (items.length > MAX_ADDED) {
    throw invalidRequest('You may add at most 20 invoice items.', 'add_invoice_items');
  }
  return items.map((item) => {
    const price = priceOf(parts, item);
    if (thePrice(parts.lookup.store, price).recurring === null) {
      return { price, quantity: quantityOf(item, 1) };
    }
    throw invalidRequest(
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.',
      item.nameOf('price'),
    );
  });
}

type Collection = Pick<NewSubscription, 'collectionMethod' | 'daysUntilDue' | 'payment'>;

const METHODS = ['charge_automatically', 'send_invoice'] as const;
const BEHAVIORS = ['allow_incomplete', 'default_incomplete', 'error_if_incomplete'] as const;

/** No customer here has a card on file: what is charged at once needs one. */
function collectionOf(params: Params, hasTrial: boolean): Collection {
  const method = choiceOf(params.string('collection_method'), METHODS, 'collection_method');
  const behavior = choiceOf(params.string('payment_behavior'), BEHAVIORS, 'payment_behavior');
  const daysUntilDue = params.integer('days_until_due');
  if (method === 'send_invoice') {
    if (daysUntilDue === undefined) throw missingParameter('days_until_due');
    return { collectionMethod: method, daysUntilDue };
  }
  if (daysUntilDue !== undefined) {
    throw invalidRequest(
      '`days_until_due` can only be specified if invoice collection method is `send_invoice`.',
      'days_until_due',
    );
  }
  if (!hasTrial && behavior !== 'default_incomplete') {
    throw refusedRequest(
      'This customer has no attached payment source or default payment method. Please consider adding a default payment method.',
      'resource_missing',
    );
  }
  return { payment: 'none' };
}

function create(parts: ApiParts, request: ApiRequest): WireObject {
  const { params } = request;
  const customer = customerIn(parts, params);
  const trialEndMs = trialEndOf(request);
  const collection = collectionOf(params, trialEndMs !== undefined);
  const items = itemsOf(parts, params);
  const addedItems = addedItemsOf(parts, params) ?? [];
  const { currency } = thePrice(parts.lookup.store, items[0]?.price ?? '');
  parts.world.checkCurrency(customer, currency);
  const isAutomatic = isTaxAutomatic(params);
  // Without a location there is no tax, and no subscription.
  if (isAutomatic && !isLocated(theCustomer(parts.lookup.store, customer))) {
    throw unlocatedCustomer();
  }
  const description = params.string('description');
  const { subscription } = parts.world.createSubscription({
    customer,
    items,
    addedItems,
    ...collection,
    isTaxAutomatic: isAutomatic,
    ...(trialEndMs !== undefined && { trialEndMs }),
    ...(description !== undefined && { description }),
    metadata: changedMetadata({}, params.map('metadata')),
  });
  return KINDS.subscription.wire(subscription, request.view, parts.lookup.store);
}

export const subscriptionCreation = (parts: ApiParts): Endpoint => ({
  permission: 'subscription_write',
  shape: { kind: 'object', object: 'subscription' },
  method: 'POST',
  path: '/v1/subscriptions',
  params: {
    ...RETRIEVE_PARAMS,
    add_invoice_items: {
      list: { price: 'string', price_data: PRICE_DATA_OF_PRODUCT, quantity: 'integer' },
    },
    automatic_tax: AUTOMATIC_TAX,
    collection_method: 'string',
    customer: 'string',
    days_until_due: 'integer',
    description: 'string',
    items: {
      list: { price: 'string', price_data: RECURRING_PRICE_DATA, quantity: 'integer' },
    },
    metadata: 'map',
    payment_behavior: 'string',
    trial_end: 'integer',
    trial_period_days: 'integer',
  },
  handle: (request) => create(parts, request),
});
