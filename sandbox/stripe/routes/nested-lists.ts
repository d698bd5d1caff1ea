import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { missingParameter } from '../api/errors.ts';
import { LIST_PARAMS, listPage, rowsAsTable, type ListQuestion } from '../api/list.ts';
import { found, named } from '../api/missing.ts';
import type { ParamSpec } from '../api/params.ts';
import { READ_PERMISSION, type ObjectName } from '../api/permissions.ts';
import type { WireObject } from '../api/wire.ts';
import type { Row } from '../entities/row.ts';
import { formatCheckoutItem } from '../formatters/checkout.ts';
import { formatInvoiceLine } from '../formatters/invoices.ts';
import { formatRefund } from '../formatters/payments.ts';
import { formatSubscriptionItem } from '../formatters/subscriptions.ts';
import { thePrice } from '../world/context.ts';

interface NestedList {
  readonly path: string;
  readonly object: ObjectName;
  readonly params?: ParamSpec;
  readonly answer: (parts: ApiParts, request: ApiRequest) => WireObject;
}

/** All rows of one object, in pages. */
const page = <R extends Row>(
  { lookup }: ApiParts,
  { params }: ApiRequest,
  list: Pick<ListQuestion<R>, 'format' | 'object' | 'url'>,
  rows: readonly R[],
): WireObject =>
  listPage({ ...list, lookup, params, table: rowsAsTable(rows), matches: () => true });

/** Where the lists go on that stand in their objects with the first ten rows only. */
const NESTED_LISTS: readonly NestedList[] = [
  {
    path: '/v1/charges/:id/refunds',
    object: 'refund',
    answer: (parts, request) => {
      const { store } = parts.lookup;
      const { id } = found(parts.lookup, store.charges, 'charge', request.id);
      const rows = store.refunds
        .newestFirst()
        .filter((row) => row.charge === id && row.origin !== 'failed-debit');
      const format = (row: (typeof rows)[number]): WireObject => ({ ...formatRefund(row) });
      return page(
        parts,
        request,
        { object: 'refund', url: `/v1/charges/${id}/refunds`, format },
        rows,
      );
    },
  },
  {
    path: '/v1/checkout/sessions/:id/line_items',
    object: 'item',
    answer: (parts, request) => {
      const { store } = parts.lookup;
      const session = found(parts.lookup, store.checkoutSessions, 'checkout.session', request.id);
      const url = `/v1/checkout/sessions/${session.id}/line_items`;
      const format = (item: (typeof session.items)[number]): WireObject => ({
        ...formatCheckoutItem(item, session, thePrice(store, item.price), request.view),
      });
      return page(parts, request, { object: 'item', url, format }, session.items);
    },
  },
  {
    path: '/v1/invoices/:id/lines',
    object: 'line_item',
    answer: (parts, request) => {
      const invoice = found(parts.lookup, parts.lookup.store.invoices, 'invoice', request.id);
      const url = `/v1/invoices/${invoice.id}/lines`;
      const format = (line: (typeof invoice.lines)[number]): WireObject => ({
        ...formatInvoiceLine(line, invoice, request.view),
      });
      return page(parts, request, { object: 'line_item', url, format }, invoice.lines);
    },
  },
  {
    path: '/v1/subscription_items',
    object: 'subscription_item',
    params: { subscription: 'string' },
    answer: (parts, request) => {
      const { store } = parts.lookup;
      const id = request.params.string('subscription');
      const row = named(parts.lookup, store.subscriptions, 'subscription', id, 'subscription');
      if (row === undefined) throw missingParameter('subscription');
      const format = (item: (typeof row.items)[number]): WireObject => ({
        ...formatSubscriptionItem(item, thePrice(store, item.price), request.view),
      });
      const url = '/v1/subscription_items';
      return page(parts, request, { object: 'subscription_item', url, format }, row.items);
    },
  },
];

export const nestedListEndpoints = (parts: ApiParts): readonly Endpoint[] =>
  NESTED_LISTS.map(({ path, object, params, answer }) => ({
    method: 'GET',
    path,
    permission: READ_PERMISSION[object],
    params: { ...LIST_PARAMS, ...params },
    shape: { kind: 'list', object },
    handle: (request) => answer(parts, request),
  }));
