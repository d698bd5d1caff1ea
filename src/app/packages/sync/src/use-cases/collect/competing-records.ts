import type { ObjectType, RecordClaims, StripeObjects } from '@stripe-payments/core';
import type { Ports, SearchCondition } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { namedRecords } from './named-records.ts';
import { CLAIM_PROPERTIES, claimsOf } from './record-claims.ts';

/** Customers that are searched one by one; more are looked up among all that is linked. */
const MAX_CUSTOMERS = 40;

/** Twenty searches at HubSpot's rate limit: 5 s. */
const MAX_ASSIGNED_IDS = 100;

const ASSIGNING: SearchCondition = { property: 'stripe_payment_ids', is: 'set' };
const LINKING: SearchCondition = { property: 'stripe_customer_id', is: 'set' };

/** So many take one search. */
const MAX_ASKED_BY_ID = 3;

/**
 * A property that holds one of the ids, alone or among others. That HubSpot finds an id among others
 * could not be confirmed; an id alone is always found.
 */
function holding(property: string, ids: readonly string[]): readonly SearchCondition[] {
  if (ids.length === 0) return [];
  return [
    { property, is: 'one-of', values: ids },
    ...ids.map((word): SearchCondition => ({ property, is: 'containing', word })),
  ];
}

export const linking = (customerIds: readonly string[]): readonly SearchCondition[] =>
  customerIds.length > MAX_CUSTOMERS ? [LINKING] : holding('stripe_customer_id', customerIds);

export const assigning = (ids: readonly string[]): readonly SearchCondition[] =>
  holding('stripe_payment_ids', ids);

/** Records found, by what they say about their payments. */
export interface Claims {
  readonly found: readonly RecordClaims[];
  /** True where there are more than were read. */
  readonly isCut: boolean;
}

export async function claimsFound(
  { crm, isFreeMail }: Ports,
  objectType: ObjectType,
  conditions: readonly SearchCondition[],
): Promise<Claims> {
  const properties = CLAIM_PROPERTIES[objectType];
  const { records, isCut } = await crm.searchClaims({ objectType, conditions, properties });
  const found = [...records].map(([recordId, stored]) =>
    claimsOf({ objectType, recordId }, stored, isFreeMail),
  );
  return { found, isCut };
}

/**
 * Every record that fulfills one of the conditions.
 * @throws {SyncError} `too-many-claims` where not all of them could be read: what another record claims
 * would be counted twice.
 */
export async function searchClaims(
  ports: Ports,
  objectType: ObjectType,
  conditions: readonly SearchCondition[],
): Promise<readonly RecordClaims[]> {
  const { found, isCut } = await claimsFound(ports, objectType, conditions);
  if (isCut) throw new SyncError('too-many-claims');
  return found;
}

/**
 * Records that link one of the customers, or fulfill a condition. For more than a few customers those are
 * read that link anything, where there are not too many: they may be among the claims.
 */
async function claimsOnCustomers(
  ports: Ports,
  objectType: ObjectType,
  conditions: readonly SearchCondition[],
  customerIds: readonly string[],
): Promise<Claims> {
  if (customerIds.length > MAX_ASKED_BY_ID) {
    const all = await claimsFound(ports, objectType, [...conditions, LINKING]);
    if (!all.isCut || customerIds.length > MAX_CUSTOMERS) return all;
  }
  return claimsFound(ports, objectType, [...conditions, ...linking(customerIds)]);
}

export const customerIdsIn = ({ customers, charges, subscriptions }: StripeObjects): string[] => [
  ...new Set([
    ...customers.map(({ id }) => id),
    ...charges.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])),
    ...subscriptions.map(({ customerId }) => customerId),
  ]),
];

/** Ids under which what was read could have been assigned. */
export function assignableIds(objects: StripeObjects): readonly string[] {
  const { charges, invoices, subscriptions, checkouts } = objects;
  const ids = [
    ...charges.flatMap(({ id, paymentIntentId }) => [id, paymentIntentId]),
    ...[invoices, subscriptions, checkouts].flatMap((items) => items.map(({ id }) => id)),
    ...invoices.map(({ subscriptionId }) => subscriptionId),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

/**
 * In an account where people assign so much that it cannot all be read, what was read is asked for by
 * its ids.
 */
async function competingRecordsById(
  ports: Ports,
  objectType: ObjectType,
  customerIds: readonly string[],
  ids: readonly string[],
): Promise<readonly RecordClaims[]> {
  if (ids.length > MAX_ASSIGNED_IDS) throw new SyncError('too-many-claims');
  return searchClaims(ports, objectType, [...linking(customerIds), ...assigning(ids)]);
}

/**
 * Records that assign one of the payments, link one of the customers, or fulfill a condition.
 * @throws {SyncError} `too-many-claims`
 */
export async function claimsOnRead(
  ports: Ports,
  objectType: ObjectType,
  conditions: readonly SearchCondition[],
  customerIds: readonly string[],
  objects: StripeObjects,
): Promise<readonly RecordClaims[]> {
  const all = await claimsOnCustomers(ports, objectType, [...conditions, ASSIGNING], customerIds);
  if (!all.isCut) return all.found;
  const ids = assignableIds(objects);
  if (ids.length > MAX_ASSIGNED_IDS) throw new SyncError('too-many-claims');
  return searchClaims(ports, objectType, [
    ...conditions,
    ...linking(customerIds),
    ...assigning(ids),
  ]);
}

/**
 * HubSpot's search is seconds behind: an id that a record has given up since may still be found on it, and
 * the payment would count nowhere. So a record that claims something of what was read is asked itself.
 */
async function withPresentClaims(
  ports: Ports,
  objectType: ObjectType,
  records: readonly RecordClaims[],
  isContested: (record: RecordClaims) => boolean,
): Promise<readonly RecordClaims[]> {
  const contested = records.filter(isContested).map(({ recordId }) => recordId);
  if (contested.length === 0) return records;
  const present = await ports.crm.readMany(objectType, contested, CLAIM_PROPERTIES[objectType]);
  return [
    ...records.filter((record) => !isContested(record)),
    ...[...present].map(([recordId, stored]) =>
      claimsOf({ objectType, recordId }, stored, ports.isFreeMail),
    ),
  ];
}

/**
 * Other records of the same type that have been assigned something, link one of the customers, or are
 * named; of the named ones those too that no longer exist.
 * @param read what was read of the record.
 */
export async function competingRecordsOf(
  ports: Ports,
  record: RecordClaims,
  customerIds: readonly string[],
  read: () => Promise<StripeObjects>,
): Promise<readonly RecordClaims[]> {
  const { objectType, recordId } = record;
  const { found, isCut } = await claimsOnCustomers(ports, objectType, [ASSIGNING], customerIds);
  const competing = isCut
    ? await competingRecordsById(ports, objectType, customerIds, assignableIds(await read()))
    : found;
  const objects = await read();
  // Metadata can bring the payments of a customer that was not asked for, and another record can link that.
  const more = customerIdsIn(objects).filter((id) => !customerIds.includes(id));
  const linkingMore = more.length === 0 ? [] : await searchClaims(ports, objectType, linking(more));
  const assignable = new Set(assignableIds(objects));
  const others = [...competing, ...linkingMore].filter((other) => other.recordId !== recordId);
  const [present, named] = await Promise.all([
    withPresentClaims(
      ports,
      objectType,
      others,
      ({ linkedCustomerIds, assignedIds }) =>
        [...customerIds, ...more].some((id) => linkedCustomerIds.has(id)) ||
        [...assignedIds].some((id) => assignable.has(id)),
    ),
    namedRecords(ports, objectType, objects, [record, ...others]),
  ]);
  // HubSpot matches words, so some of these may link another id; only what is written in them counts.
  return [...present, ...named].filter((other) => other.recordId !== recordId);
}
