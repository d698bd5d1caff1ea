import type { ApiParts, Endpoint } from '../api/endpoint.ts';
import { LIST_PARAMS, listPage, rowsAsTable } from '../api/list.ts';
import type { ObjectName, Permission } from '../api/permissions.ts';
import type { ParamSpec } from '../api/params.ts';

interface EmptyList {
  readonly object: ObjectName;
  readonly path: string;
  readonly permission: Permission;
  readonly params: ParamSpec;
}

/** Nothing in this sandbox makes any of these. */
const EMPTY_LISTS: readonly EmptyList[] = [
  {
    object: 'payment_link',
    path: '/v1/payment_links',
    permission: 'payment_links_read',
    params: { ...LIST_PARAMS, active: 'boolean' },
  },
  {
    object: 'payout',
    path: '/v1/payouts',
    permission: 'payout_read',
    params: {
      ...LIST_PARAMS,
      arrival_date: 'range',
      created: 'range',
      destination: 'string',
      status: 'string',
    },
  },
];

export const emptyListEndpoints = ({ lookup }: ApiParts): readonly Endpoint[] =>
  EMPTY_LISTS.map(({ object, path, permission, params }) => ({
    method: 'GET',
    path,
    permission,
    params,
    shape: { kind: 'list', object },
    handle: (request) =>
      listPage({
        lookup,
        params: request.params,
        table: rowsAsTable([]),
        object,
        url: path,
        matches: () => true,
        format: () => ({}),
      }),
  }));
