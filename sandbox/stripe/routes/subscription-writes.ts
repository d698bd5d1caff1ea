import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { declinedCard, invalidRequest, refusedRequest } from '../api/errors.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found } from '../api/missing.ts';
import { choiceOf, type Params } from '../api/params.ts';
import { KINDS, type WireObject } from '../api/wire.ts';
import type { PauseCollection, SubscriptionRow } from '../entities/billing.ts';
import type { CancellationFeedback } from '../entities/cancellation.ts';
import { hasEnded } from '../world/subscription-changes.ts';
import { amountDue } from '../formatters/amounts.ts';
import type { PreviewedChange } from '../world/billing-requests.ts';
import { DISCOUNTS, discountPermissions, discountsIn } from './discounts.ts';
import { required } from './inline-prices.ts';
import { ITEM_CHANGE, itemChangeIn } from './item-changes.ts';

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

const wireOf = ({ lookup }: ApiParts, { view }: ApiRequest, row: SubscriptionRow): WireObject =>
  KINDS.subscription.wire(row, view, lookup.store);

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

const ONLY_WHEN_RUNNING = ['cancel_at_period_end', 'discounts', 'items', 'pause_collection'];

const BEHAVIORS = [
  'allow_incomplete',
  'default_incomplete',
  'error_if_incomplete',
  'pending_if_incomplete',
] as const;

/** A card that was declined is declined again. */
function checkPayment(
  { world }: ApiParts,
  { id, status, collectionMethod }: SubscriptionRow,
  behavior: (typeof BEHAVIORS)[number] | undefined,
  change: PreviewedChange,
): void {
  const isCharged = status === 'past_due' && collectionMethod === 'charge_automatically';
  if (!isCharged || change.prorations !== 'always_invoice') return;
  const preview = world.previewInvoice(id, change);
  if (preview === undefined || amountDue(preview) <= 0) return;
  if (behavior === 'error_if_incomplete') throw declinedCard();
  throw invalidRequest('Here such a change asks for `error_if_incomplete`.', 'payment_behavior');
}

function changeItem(parts: ApiParts, { params, view }: ApiRequest, row: SubscriptionRow): void {
  const asked = params.string('payment_behavior');
  const behavior = choiceOf(asked, BEHAVIORS, 'payment_behavior');
  const change = itemChangeIn(parts, params, row, view.nowMs);
  if (change === undefined) return;
  if (!CHANGEABLE.includes(row.status)) {
    throw refusedRequest(`This subscription is ${row.status}, and its items cannot be changed.`);
  }
  checkPayment(parts, row, behavior, change);
  const { price, ...rest } = change;
  const made = typeof price === 'object' ? parts.world.createPrice(price).id : price;
  parts.world.changeItem(row.id, { ...rest, ...(made !== undefined && { price: made }) });
}

const CHANGEABLE: readonly string[] = ['active', 'past_due', 'trialing'];

function update(parts: ApiParts, request: ApiRequest): WireObject {
  const { lookup, world } = parts;
  const { id, params } = request;
  const before = found(lookup, lookup.store.subscriptions, 'subscription', id);
  if (hasEnded(before) && ONLY_WHEN_RUNNING.some((name) => params.has(name))) {
    throw refusedRequest(
      'A canceled subscription can only update its cancellation_details and metadata.',
    );
  }
  const discounts = discountsIn(parts, params, before, request.view.nowMs);
  changeItem(parts, request, before);
  if (discounts !== undefined) world.changeDiscounts(id, discounts);
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
    path: `${PATH}/:id`,
    params: {
      ...RETRIEVE_PARAMS,
      ...DETAILS,
      ...ITEM_CHANGE,
      ...DISCOUNTS,
      cancel_at_period_end: 'boolean',
      metadata: 'map',
      pause_collection: {
        hash: { behavior: 'string', resumes_at: 'integer' },
        isEmptyable: true,
      },
      payment_behavior: 'string',
    },
    alsoNeeds: discountPermissions,
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
