import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { missingParameter } from '../api/errors.ts';
import { LIST_PARAMS, listPage, rowsAsTable } from '../api/list.ts';
import { named } from '../api/missing.ts';
import type { WireObject } from '../api/wire.ts';
import { formatSubscriptionItem } from '../formatters/subscriptions.ts';
import { thePrice } from '../world/context.ts';

/** Where the items go on that the nested list of a subscription leaves out. */
function list({ lookup }: ApiParts, { params, view }: ApiRequest): WireObject {
  const { store } = lookup;
  const id = params.string('subscription');
  const subscription = named(lookup, store.subscriptions, 'subscription', id, 'subscription');
  if (subscription === undefined) throw missingParameter('subscription');
  return listPage({
    lookup,
    params,
    table: rowsAsTable(subscription.items),
    object: 'subscription_item',
    url: '/v1/subscription_items',
    matches: () => true,
    format: (item) => ({ ...formatSubscriptionItem(item, thePrice(store, item.price), view) }),
  });
}

export const subscriptionItemEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/subscription_items',
    permission: 'subscription_read',
    params: { ...LIST_PARAMS, subscription: 'string' },
    shape: { kind: 'list', object: 'subscription_item' },
    handle: (request) => list(parts, request),
  },
];
