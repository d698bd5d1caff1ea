import type { ApiParts, Endpoint } from '../api/endpoint.ts';
import { invalidRequest } from '../api/errors.ts';
import type { Params } from '../api/params.ts';
import { KINDS } from '../api/wire.ts';
import type { BalanceTransactionRow, EventRow, WebhookEndpointRow } from '../entities/account.ts';
import type {
  ChargeRow,
  CustomerRow,
  DisputeRow,
  PaymentIntentRow,
  RefundRow,
} from '../entities/payments.ts';
import { secondsOf } from '../formatters/view.ts';
import { CHARGE_SEARCH, CUSTOMER_SEARCH, PAYMENT_INTENT_SEARCH } from '../search/fields.ts';
import { EVENTS_KEPT_MS } from '../world/events.ts';
import {
  CREATED,
  customer,
  equals,
  equalsCurrency,
  flag,
  paymentIntent,
  reference,
  type Filter,
} from './filters.ts';
import { OF_PAYOUT } from './payouts.ts';
import { resourceEndpoints, type Resource } from './resource.ts';

const charge = <R extends { readonly charge: string }>(): Filter<R> =>
  reference(
    'charge',
    (store) => store.charges,
    (row, id) => row.charge === id,
  );

const BALANCE_TRANSACTIONS: Resource<BalanceTransactionRow> = {
  object: 'balance_transaction',
  path: '/v1/balance_transactions',
  kind: KINDS.balance_transaction,
  filters: {
    created: CREATED,
    currency: equalsCurrency(),
    payout: OF_PAYOUT,
    source: equals((row) => row.source),
    type: equals((row) => row.type),
  },
};

const CHARGES: Resource<ChargeRow> = {
  object: 'charge',
  path: '/v1/charges',
  kind: KINDS.charge,
  filters: {
    created: CREATED,
    customer: customer((row) => row.customer),
    payment_intent: paymentIntent(),
    transfer_group: equals((row) => row.transferGroup),
  },
  search: CHARGE_SEARCH,
  update: {
    texts: ['description'],
    apply: (world, id, change) => world.changeCharge(id, change),
  },
};

const CUSTOMERS: Resource<CustomerRow> = {
  object: 'customer',
  path: '/v1/customers',
  kind: KINDS.customer,
  filters: { created: CREATED, email: equals((row) => row.email) },
  isListed: (row) => !row.isDeleted,
  search: CUSTOMER_SEARCH,
  update: {
    texts: ['description', 'email', 'name', 'phone'],
    apply: (world, id, change) => world.changeCustomer(id, change),
  },
};

const DISPUTES: Resource<DisputeRow> = {
  object: 'dispute',
  path: '/v1/disputes',
  kind: KINDS.dispute,
  filters: { charge: charge(), created: CREATED, payment_intent: paymentIntent() },
};

const MAX_TYPES = 20;

/** `charge.*` stands for every type below it. */
const isOfType = (row: EventRow, type: string): boolean =>
  type.endsWith('*') ? row.type.startsWith(type.slice(0, -1)) : row.type === type;

function typesOf(params: Params): readonly string[] {
  const types = params.strings('types');
  if (params.has('type') && types.length > 0) {
    throw invalidRequest('You may pass either type or types, but not both.', 'type');
  }
  if (types.length > MAX_TYPES) {
    throw invalidRequest(`You may pass at most ${String(MAX_TYPES)} types.`, 'types');
  }
  return types;
}

const EVENTS: Resource<EventRow> = {
  object: 'event',
  path: '/v1/events',
  kind: KINDS.event,
  filters: {
    created: CREATED,
    delivery_success: flag((row) => row.isDelivered),
    type: {
      param: 'string',
      matcher: ({ params }) => {
        const type = params.string('type');
        return type === undefined ? undefined : (row) => isOfType(row, type);
      },
    },
    types: {
      param: 'strings',
      matcher: ({ params }) => {
        const types = typesOf(params);
        return types.length === 0 ? undefined : (row) => types.some((type) => isOfType(row, type));
      },
    },
  },
  isListed: (row, { nowMs }) => row.created >= secondsOf(nowMs - EVENTS_KEPT_MS),
};

const WEBHOOK_ENDPOINTS: Resource<WebhookEndpointRow> = {
  object: 'webhook_endpoint',
  path: '/v1/webhook_endpoints',
  kind: KINDS.webhook_endpoint,
  filters: {},
};

const PAYMENT_INTENTS: Resource<PaymentIntentRow> = {
  object: 'payment_intent',
  path: '/v1/payment_intents',
  kind: KINDS.payment_intent,
  filters: { created: CREATED, customer: customer((row) => row.customer) },
  search: PAYMENT_INTENT_SEARCH,
  update: {
    texts: ['description'],
    apply: (world, id, change) => world.changePaymentIntent(id, change),
  },
};

const REFUNDS: Resource<RefundRow> = {
  object: 'refund',
  path: '/v1/refunds',
  kind: KINDS.refund,
  filters: { charge: charge(), created: CREATED, payment_intent: paymentIntent() },
  isListed: (row) => row.origin !== 'failed-debit',
};

export const paymentEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  ...resourceEndpoints(parts, BALANCE_TRANSACTIONS),
  ...resourceEndpoints(parts, CHARGES),
  ...resourceEndpoints(parts, CUSTOMERS),
  ...resourceEndpoints(parts, DISPUTES),
  ...resourceEndpoints(parts, EVENTS),
  ...resourceEndpoints(parts, PAYMENT_INTENTS),
  ...resourceEndpoints(parts, REFUNDS),
  ...resourceEndpoints(parts, WEBHOOK_ENDPOINTS),
];
