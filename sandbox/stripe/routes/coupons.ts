import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { found } from '../api/missing.ts';
import { isWithin } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import { formatCoupon } from '../formatters/catalogue.ts';

function list({ lookup }: ApiParts, { params, view }: ApiRequest): WireObject {
  const created = params.range('created');
  return listPage({
    lookup,
    params,
    table: lookup.store.coupons,
    object: 'coupon',
    url: '/v1/coupons',
    matches: (row) => isWithin(row.created, created),
    format: (row) => ({ ...formatCoupon(row, view) }),
  });
}

const retrieve = ({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject => ({
  ...formatCoupon(found(lookup, lookup.store.coupons, 'coupon', id), view),
});

export const couponEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/coupons',
    permission: 'coupon_read',
    params: { ...LIST_PARAMS, created: 'range' },
    shape: { kind: 'list', object: 'coupon' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/coupons/:id',
    permission: 'coupon_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'coupon' },
    handle: (request) => retrieve(parts, request),
  },
];
