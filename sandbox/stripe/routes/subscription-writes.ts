import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest, missingParameter, refusedRequest } from '../api/errors.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found } from '../api/missing.ts';
import { choiceOf, type Params } from '../api/params.ts';
import { KINDS, type WireObject } from '../api/wire.ts';
import type { PauseCollection, SubscriptionRow } from '../entities/billing.ts';
import type { CancellationFeedback } from '../entities/cancellation.ts';
import type { NewSubscription, NewSubscriptionItem } from '../world/billing-requests.ts';
import { thePrice } from '../world/context.ts';
import { hasEnded } from '../world/subscription-changes.ts';
import { priceOf, quantityOf, RECURRING_PRICE_DATA, required } from './inline-prices.ts';
import { customerIn } from './customers.ts';

const FEEDBACK = [
  'customer_service',
  'low_quality',
  'missing_features',
  'other',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
] as const satisfies readonly CancellationFeedback[];

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

const wireOf = ({ lookup }: ApiParts, { view }: ApiRequest, row: SubscriptionRow): WireObject =>
  KINDS.subscription.wire(row, view, lookup.store);

function create(parts: ApiParts, request: ApiRequest): WireObject {
  const { params } = request;
  const customer = customerIn(parts, params);
  const trialEndMs = trialEndOf(request);
  const collection = collectionOf(params, trialEndMs !== undefined);
  const items = itemsOf(parts, params);
  const { currency } = thePrice(parts.lookup.store, items[0]?.price ?? '');
  parts.world.checkCurrency(customer, currency);
  const description = params.string('description');
  const { subscription } = parts.world.createSubscription({
    customer,
    items,
    ...collection,
    ...(trialEndMs !== undefined && { trialEndMs }),
    ...(description !== undefined && { description }),
    metadata: changedMetadata({}, params.map('metadata')),
  });
  return wireOf(parts, request, subscription);
}

function detailsOf(params: Params): {
  readonly comment?: string;
  readonly feedback?: CancellationFeedback;
} {
  const { comment, feedback: asked } = params.nested('cancellation_details');
  const feedback = choiceOf(asked, FEEDBACK, 'cancellation_details[feedback]');
  return { ...(comment !== undefined && { comment }), ...(feedback !== undefined && { feedback }) };
}

const PAUSES = ['keep_as_draft', 'mark_uncollectible', 'void'] as const;

function changePause({ world }: ApiParts, { id, params }: ApiRequest): void {
  const pause = params.hash('pause_collection');
  if (pause === undefined) return;
  if (pause === 'emptied') {
    world.resumeCollection(id);
    return;
  }
  const asked = choiceOf(pause.string('behavior'), PAUSES, pause.nameOf('behavior'));
  const behavior: PauseCollection['behavior'] = required(asked, pause, 'behavior');
  const resumesAt = pause.integer('resumes_at');
  world.pauseCollection(id, {
    behavior,
    ...(resumesAt !== undefined && { resumesAtMs: resumesAt * 1000 }),
  });
}

const ONLY_WHEN_RUNNING = ['cancel_at_period_end', 'pause_collection'];

function update(parts: ApiParts, request: ApiRequest): WireObject {
  const { lookup, world } = parts;
  const { id, params } = request;
  const before = found(lookup, lookup.store.subscriptions, 'subscription', id);
  if (hasEnded(before) && ONLY_WHEN_RUNNING.some((name) => params.has(name))) {
    throw refusedRequest(
      'A canceled subscription can only update its cancellation_details and metadata.',
    );
  }
  const metadata = changedMetadata(before.metadata, params.map('metadata'));
  if (params.has('metadata')) world.changeSubscription(id, { metadata });
  const endsWithPeriod = params.boolean('cancel_at_period_end');
  if (endsWithPeriod === true) {
    world.cancelSubscription(id, { when: 'at-period-end', ...detailsOf(params) });
  }
  if (endsWithPeriod === false && before.isCanceledAtPeriodEnd) world.keepSubscription(id);
  changePause(parts, request);
  return wireOf(parts, request, found(lookup, lookup.store.subscriptions, 'subscription', id));
}

/** One that has ended is not found any more. */
function cancel(parts: ApiParts, request: ApiRequest): WireObject {
  const { subscriptions } = parts.lookup.store;
  const running = {
    get: (id: string) => {
      const row = subscriptions.get(id);
      return row === undefined || hasEnded(row) ? undefined : row;
    },
  };
  const { id } = found(parts.lookup, running, 'subscription', request.id);
  return wireOf(parts, request, parts.world.cancelSubscription(id, detailsOf(request.params)));
}

const PATH = '/v1/subscriptions';
const SHARED = {
  permission: 'subscription_write',
  shape: { kind: 'object', object: 'subscription' },
} as const;
const DETAILS = { cancellation_details: ['comment', 'feedback'] } as const;

export const subscriptionWrites = (parts: ApiParts): readonly Endpoint[] => [
  {
    ...SHARED,
    method: 'POST',
    path: PATH,
    params: {
      ...RETRIEVE_PARAMS,
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
  },
  {
    ...SHARED,
    method: 'POST',
    path: `${PATH}/:id`,
    params: {
      ...RETRIEVE_PARAMS,
      ...DETAILS,
      cancel_at_period_end: 'boolean',
      metadata: 'map',
      pause_collection: {
        hash: { behavior: 'string', resumes_at: 'integer' },
        isEmptyable: true,
      },
    },
    handle: (request) => update(parts, request),
  },
  {
    ...SHARED,
    method: 'DELETE',
    path: `${PATH}/:id`,
    params: { ...RETRIEVE_PARAMS, ...DETAILS },
    handle: (request) => cancel(parts, request),
  },
];
