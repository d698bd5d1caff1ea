import type { ApiParts, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { found } from '../api/missing.ts';
import { formatCoupon } from '../formatters/coupon.ts';

export const couponEndpoints = ({ lookup }: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/coupons/:id',
    permission: 'coupon_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'coupon' },
    handle: ({ id, view }) => ({
      ...formatCoupon(found(lookup, lookup.store.coupons, 'coupon', id), view),
    }),
  },
];
