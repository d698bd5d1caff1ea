import { RETRIEVE_PARAMS, type ApiParts, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest } from '../api/errors.ts';
import { changedMetadata } from '../api/metadata.ts';
import { choiceOf } from '../api/params.ts';
import { KINDS } from '../api/wire.ts';
import type { CouponRow, PriceRow, ProductRow, PromotionCodeRow } from '../entities/catalogue.ts';
import { isActiveCode } from '../formatters/catalogue.ts';
import { PRICE_SEARCH, PRODUCT_SEARCH } from '../search/fields.ts';
import { CREATED, equals, equalsCurrency, flag, oneOf, reference, type Filter } from './filters.ts';
import { describedPrice, PRICE_OF_PRODUCT, required } from './inline-prices.ts';
import { resourceEndpoints, type Resource } from './resource.ts';

const COUPONS: Resource<CouponRow> = {
  object: 'coupon',
  path: '/v1/coupons',
  kind: KINDS.coupon,
  filters: { created: CREATED },
};

const ACTIVE: Filter<PromotionCodeRow> = {
  param: 'boolean',
  matcher: ({ name, params, lookup, nowMs }) => {
    const asked = params.boolean(name);
    const { coupons } = lookup.store;
    return asked === undefined
      ? undefined
      : (row) => isActiveCode(row, coupons.get(row.coupon), nowMs / 1000) === asked;
  },
};

/** "Only return promotion codes that have this case-insensitive code." */
const CODE: Filter<PromotionCodeRow> = {
  param: 'string',
  matcher: ({ name, params }) => {
    const asked = params.string(name)?.toLowerCase();
    return asked === undefined ? undefined : ({ code }) => code.toLowerCase() === asked;
  },
};

const PROMOTION_CODES: Resource<PromotionCodeRow> = {
  object: 'promotion_code',
  path: '/v1/promotion_codes',
  kind: KINDS.promotion_code,
  filters: {
    active: ACTIVE,
    code: CODE,
    coupon: equals((row) => row.coupon),
    created: CREATED,
    customer: equals((row) => row.customer),
  },
};

const MAX_LOOKUP_KEYS = 10;

const LOOKUP_KEYS: Filter<PriceRow> = {
  param: 'strings',
  matcher: ({ name, params }) => {
    const keys = params.strings(name);
    if (keys.length > MAX_LOOKUP_KEYS) {
      throw invalidRequest(`You may pass at most ${String(MAX_LOOKUP_KEYS)} ${name}.`, name);
    }
    return keys.length === 0
      ? undefined
      : ({ lookupKey }) => lookupKey !== null && keys.includes(lookupKey);
  },
};

const RECURRING: Filter<PriceRow> = {
  param: ['interval', 'meter', 'usage_type'],
  matcher: ({ name, params }) => {
    const { interval, meter, usage_type: usageType } = params.nested(name);
    choiceOf(interval, ['day', 'month', 'week', 'year'], 'recurring[interval]');
    choiceOf(usageType, ['licensed', 'metered'], 'recurring[usage_type]');
    return ({ recurring }) =>
      (interval === undefined || recurring?.interval === interval) &&
      (usageType === undefined || recurring?.usageType === usageType) &&
      (meter === undefined || recurring?.meter === meter);
  },
};

const PRICES: Resource<PriceRow> = {
  object: 'price',
  path: '/v1/prices',
  kind: KINDS.price,
  filters: {
    active: flag((row) => row.isActive),
    created: CREATED,
    currency: equalsCurrency(),
    lookup_keys: LOOKUP_KEYS,
    product: reference(
      'product',
      (store) => store.products,
      (row, id) => row.product === id,
    ),
    recurring: RECURRING,
    type: oneOf(
      ['one_time', 'recurring'],
      (row, type) => (row.recurring === null) === (type === 'one_time'),
    ),
  },
  search: PRICE_SEARCH,
};

const IDS: Filter<ProductRow> = {
  param: 'strings',
  matcher: ({ name, params }) => {
    const ids = params.strings(name);
    if (ids.length === 0) return undefined;
    if (params.has('starting_after') || params.has('ending_before')) {
      const message = 'You cannot use ids together with starting_after or ending_before.';
      throw invalidRequest(message, name);
    }
    return (row) => ids.includes(row.id);
  },
};

const PRODUCTS: Resource<ProductRow> = {
  object: 'product',
  path: '/v1/products',
  kind: KINDS.product,
  filters: {
    active: flag((row) => row.isActive),
    created: CREATED,
    ids: IDS,
    url: equals((row) => row.url),
  },
  search: PRODUCT_SEARCH,
};

const productCreation = ({ lookup, world }: ApiParts): Endpoint => ({
  method: 'POST',
  path: '/v1/products',
  permission: 'product_write',
  params: {
    ...RETRIEVE_PARAMS,
    active: 'boolean',
    description: 'string',
    metadata: 'map',
    name: 'string',
  },
  shape: { kind: 'object', object: 'product' },
  handle: ({ params, view }) => {
    const description = params.string('description');
    const row = world.createProduct({
      name: required(params.string('name'), params, 'name'),
      isActive: params.boolean('active') ?? true,
      ...(description !== undefined && { description }),
      metadata: changedMetadata({}, params.map('metadata')),
    });
    return KINDS.product.wire(row, view, lookup.store);
  },
});

/** Of a product that exists. */
const priceCreation = (parts: ApiParts): Endpoint => ({
  method: 'POST',
  path: '/v1/prices',
  permission: 'plan_write',
  params: { ...RETRIEVE_PARAMS, ...PRICE_OF_PRODUCT },
  shape: { kind: 'object', object: 'price' },
  handle: ({ params, view }) => {
    const row = parts.world.createPrice({ ...describedPrice(parts, params), isActive: true });
    return KINDS.price.wire(row, view, parts.lookup.store);
  },
});

export const catalogueEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  ...resourceEndpoints(parts, COUPONS),
  ...resourceEndpoints(parts, PROMOTION_CODES),
  ...resourceEndpoints(parts, PRICES),
  ...resourceEndpoints(parts, PRODUCTS),
  productCreation(parts),
  priceCreation(parts),
];
