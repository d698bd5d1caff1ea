import { choiceOf, isWithin } from '../api/params.ts';
import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { invalidRequest } from '../api/errors.ts';
import { LIST_PARAMS, listPage, rowsAsTable } from '../api/list.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found, named } from '../api/missing.ts';
import type { WireObject } from '../api/wire.ts';
import type { CheckoutSessionRow } from '../entities/billing.ts';
import { formatCheckoutItem, formatCheckoutSession } from '../formatters/checkout.ts';
import { thePrice } from '../world/context.ts';

const STATUSES = ['open', 'complete', 'expired'] as const;

/** The address is compared as it stands: another case is another address. */
function filterOf(
  { lookup }: ApiParts,
  { params }: ApiRequest,
): (row: CheckoutSessionRow) => boolean {
  const { customers, paymentIntents, subscriptions } = lookup.store;
  const text = (name: string): string | undefined => params.string(name);
  const { email } = params.nested('customer_details');
  const customer = named(lookup, customers, 'customer', text('customer'), 'customer');
  const intentId = text('payment_intent');
  const intent = named(lookup, paymentIntents, 'payment_intent', intentId, 'payment_intent');
  const subscription = text('subscription');
  named(lookup, subscriptions, 'subscription', subscription, 'subscription');
  const link = text('payment_link');
  if (link !== undefined) {
    throw invalidRequest(`No such payment_link: '${link}'`, 'payment_link', 'resource_missing');
  }
  const status = choiceOf(text('status'), STATUSES, 'status');
  const created = params.range('created');
  return (row) =>
    (customer === undefined || row.customer === customer.id) &&
    (email === undefined || row.payer?.email === email) &&
    (intent === undefined || row.paymentIntent === intent.id) &&
    (subscription === undefined || row.subscription === subscription) &&
    (status === undefined || row.status === status) &&
    isWithin(row.created, created);
}

const list = (parts: ApiParts, request: ApiRequest): WireObject =>
  listPage({
    lookup: parts.lookup,
    params: request.params,
    table: parts.lookup.store.checkoutSessions,
    object: 'checkout.session',
    url: '/v1/checkout/sessions',
    matches: filterOf(parts, request),
    format: (row) => ({ ...formatCheckoutSession(row, request.view) }),
  });

const theSession = ({ lookup }: ApiParts, id: string): CheckoutSessionRow =>
  found(lookup, lookup.store.checkoutSessions, 'checkout.session', id);

function lineItems(parts: ApiParts, { id, params, view }: ApiRequest): WireObject {
  const { lookup } = parts;
  return listPage({
    lookup,
    params,
    table: rowsAsTable(theSession(parts, id).items),
    object: 'item',
    url: `/v1/checkout/sessions/${id}/line_items`,
    matches: () => true,
    format: (item) => ({
      ...formatCheckoutItem(item, thePrice(lookup.store, item.price), view),
    }),
  });
}

function update(parts: ApiParts, { id, params, view }: ApiRequest): WireObject {
  const metadata = changedMetadata(theSession(parts, id).metadata, params.map('metadata'));
  return { ...formatCheckoutSession(parts.world.changeCheckoutSession(id, { metadata }), view) };
}

const PATH = '/v1/checkout/sessions';
const SESSION = { kind: 'object', object: 'checkout.session' } as const;

export const checkoutSessionEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: PATH,
    permission: 'checkout_session_read',
    params: {
      ...LIST_PARAMS,
      created: 'range',
      customer: 'string',
      customer_details: ['email'],
      payment_intent: 'string',
      payment_link: 'string',
      status: 'string',
      subscription: 'string',
    },
    shape: { kind: 'list', object: 'checkout.session' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    permission: 'checkout_session_read',
    params: RETRIEVE_PARAMS,
    shape: SESSION,
    handle: ({ id, view }) => ({ ...formatCheckoutSession(theSession(parts, id), view) }),
  },
  {
    method: 'GET',
    path: `${PATH}/:id/line_items`,
    permission: 'checkout_session_read',
    params: LIST_PARAMS,
    shape: { kind: 'list', object: 'item' },
    handle: (request) => lineItems(parts, request),
  },
  {
    method: 'POST',
    path: `${PATH}/:id`,
    permission: 'checkout_session_write',
    params: { ...RETRIEVE_PARAMS, metadata: 'map' },
    shape: SESSION,
    handle: (request) => update(parts, request),
  },
];
