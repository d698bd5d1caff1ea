import { RETRIEVE_PARAMS, type ApiParts, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest } from '../api/errors.ts';
import { changedMetadata } from '../api/metadata.ts';
import { named } from '../api/missing.ts';
import type { Params } from '../api/params.ts';
import { KINDS } from '../api/wire.ts';
import { required } from './inline-prices.ts';

/** The id of a customer that exists; deleted ones are gone. */
export function customerIn({ lookup }: ApiParts, params: Params): string {
  const asked = required(params.string('customer'), params, 'customer');
  const row = named(lookup, lookup.store.customers, 'customer', asked, 'customer');
  if (row?.isDeleted === false) return row.id;
  throw invalidRequest(`No such customer: '${asked}'`, 'customer', 'resource_missing');
}

const TEXTS = ['description', 'email', 'name', 'phone'] as const;

export const customerCreation = ({ lookup, world }: ApiParts): Endpoint => ({
  method: 'POST',
  path: '/v1/customers',
  permission: 'customer_write',
  params: {
    ...RETRIEVE_PARAMS,
    address: ['city', 'country', 'line1', 'line2', 'postal_code', 'state'],
    description: 'string',
    email: 'string',
    metadata: 'map',
    name: 'string',
    phone: 'string',
    preferred_locales: 'strings',
  },
  shape: { kind: 'object', object: 'customer' },
  handle: ({ params, view }) => {
    const texts = TEXTS.flatMap((name) => {
      const text = params.string(name) ?? '';
      return text === '' ? [] : [[name, text] as const];
    });
    const { country } = params.nested('address');
    const row = world.createCustomer({
      ...Object.fromEntries(texts),
      ...(country !== undefined && country !== '' && { country }),
      metadata: changedMetadata({}, params.map('metadata')),
    });
    return KINDS.customer.wire(row, view, lookup.store);
  },
});
