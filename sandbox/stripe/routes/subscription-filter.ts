import { choiceOf, isWithin, type Params, type ParamSpec } from '../api/params.ts';
import { named, type Lookup } from '../api/missing.ts';
import type { SubscriptionRow } from '../entities/billing.ts';
import { hasEnded } from '../world/subscription-changes.ts';

export const SUBSCRIPTION_FILTERS = {
  collection_method: 'string',
  created: 'range',
  current_period_end: 'range',
  current_period_start: 'range',
  customer: 'string',
  plan: 'string',
  price: 'string',
  status: 'string',
} as const satisfies ParamSpec;

const STATUSES = [
  'active',
  'past_due',
  'unpaid',
  'canceled',
  'incomplete',
  'incomplete_expired',
  'trialing',
  'paused',
  'all',
  'ended',
] as const;

const COLLECTION_METHODS = ['charge_automatically', 'send_invoice'] as const;

/** https://docs.stripe.com/api/subscriptions/list: without a status, all that are not canceled. */
function hasStatus(row: SubscriptionRow, status: (typeof STATUSES)[number] | undefined): boolean {
  if (status === undefined) return row.status !== 'canceled';
  if (status === 'all') return true;
  return status === 'ended' ? hasEnded(row) : row.status === status;
}

export function subscriptionFilter(
  lookup: Lookup,
  params: Params,
): (row: SubscriptionRow) => boolean {
  const { customers, prices } = lookup.store;
  const customer = named(lookup, customers, 'customer', params.string('customer'), 'customer');
  const price = named(lookup, prices, 'price', params.string('price'), 'price');
  const plan = named(lookup, prices, 'plan', params.string('plan'), 'plan');
  const status = choiceOf(params.string('status'), STATUSES, 'status');
  const method = choiceOf(
    params.string('collection_method'),
    COLLECTION_METHODS,
    'collection_method',
  );
  const created = params.range('created');
  const start = params.range('current_period_start');
  const end = params.range('current_period_end');
  return (row) =>
    hasStatus(row, status) &&
    (customer === undefined || row.customer === customer.id) &&
    (price === undefined || row.items.some((item) => item.price === price.id)) &&
    (plan === undefined || row.items.some((item) => item.price === plan.id)) &&
    (method === undefined || row.collectionMethod === method) &&
    isWithin(row.created, created) &&
    row.items.some(
      (item) => isWithin(item.currentPeriodStart, start) && isWithin(item.currentPeriodEnd, end),
    );
}
