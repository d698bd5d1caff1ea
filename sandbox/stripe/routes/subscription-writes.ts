import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { refusedRequest } from '../api/errors.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found } from '../api/missing.ts';
import { choiceOf, type Params } from '../api/params.ts';
import { KINDS, type WireObject } from '../api/wire.ts';
import type { PauseCollection, SubscriptionRow } from '../entities/billing.ts';
import type { CancellationFeedback } from '../entities/cancellation.ts';
import { hasEnded } from '../world/subscription-changes.ts';
import { required } from './inline-prices.ts';

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
