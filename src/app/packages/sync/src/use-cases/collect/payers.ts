import type { Payer, RecordClaims, StoredProperties, StripeObjects } from '@stripe-payments/core';
import { comparableAddress, domainOfAddress } from '@stripe-payments/core';
import type { Ports, RecordRef, SearchCondition } from '../../ports.ts';
import {
  assignableIds,
  claimsOnRead,
  competingRecordsOf,
  customerIdsIn,
} from './competing-records.ts';
import { claimsIn, goneRecords } from './named-records.ts';
import { holdsNothing } from './reading.ts';
import { CLAIM_PROPERTIES, claimsOf, writtenAddresses } from './record-claims.ts';

type PayerType = 'contact' | 'company';

/** A payer, and the addresses as they are written: a list of Stripe's compares case. */
export interface KnownPayer extends Payer {
  readonly writtenAddresses: readonly string[];
}

/** What payments are read from: a payer, or a deal. */
export type Source = RecordClaims & Pick<KnownPayer, 'writtenAddresses'>;

function payerOf(
  { isFreeMail }: Ports,
  ref: RecordRef,
  stored: StoredProperties,
  dealIds: readonly string[],
): KnownPayer {
  return {
    ...claimsOf(ref, stored, isFreeMail),
    dealIds: new Set(dealIds),
    companyId: null,
    writtenAddresses: ref.objectType === 'contact' ? writtenAddresses(stored) : [],
  };
}

/** Payers by their ids, each with all their deals; those that no longer exist are left out. */
export async function readPayers(
  ports: Ports,
  objectType: PayerType,
  recordIds: readonly string[],
): Promise<readonly KnownPayer[]> {
  if (recordIds.length === 0) return [];
  const [records, deals] = await Promise.all([
    ports.crm.readMany(objectType, recordIds, CLAIM_PROPERTIES[objectType]),
    ports.crm.associatedWithMany(objectType, recordIds, 'deal'),
  ]);
  // Asked for by an id that was merged into another: associations are known by the present one.
  const renamed = [...records.keys()].filter((id) => !recordIds.includes(id));
  const ofRenamed = await ports.crm.associatedWithMany(objectType, renamed, 'deal');
  return [...records].map(([recordId, stored]) =>
    payerOf(ports, { objectType, recordId }, stored, [
      ...(deals.get(recordId) ?? []),
      ...(ofRenamed.get(recordId) ?? []),
    ]),
  );
}

/** Payers that the app's own metadata names and that no longer exist: what names them is no evidence. */
export const gonePayers = (
  objectType: PayerType,
  objects: StripeObjects,
  existing: readonly RecordClaims[],
): readonly KnownPayer[] => {
  const named = claimsIn(objects).filter(
    (claim) => claim.objectType === objectType && claim.isForeign !== true,
  );
  const ids = named.map(({ recordId }) => recordId);
  return goneRecords(objectType, ids, existing).map((gone) => ({
    ...gone,
    dealIds: new Set(),
    companyId: null,
    writtenAddresses: [],
  }));
};

/** Who pays for a record: a deal's contacts and companies; of the others each itself. */
export async function peopleOf(ports: Ports, ref: RecordRef): Promise<readonly KnownPayer[]> {
  const { objectType, recordId } = ref;
  return objectType === 'deal'
    ? payersOfDeal(ports, ref)
    : readPayers(ports, objectType, [recordId]);
}

/** The contacts and companies of a deal. */
export async function payersOfDeal(ports: Ports, deal: RecordRef): Promise<readonly KnownPayer[]> {
  const types: readonly PayerType[] = ['contact', 'company'];
  const payers = await Promise.all(
    types.map(async (type) => readPayers(ports, type, await ports.crm.associated(deal, type))),
  );
  return payers.flat();
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** Competing records for what was read. Reads nothing from HubSpot where nothing was read from Stripe. */
export async function competingRecordsOfRead(
  ports: Ports,
  record: RecordClaims,
  objects: StripeObjects,
): Promise<readonly RecordClaims[]> {
  if (holdsNothing(objects)) return [];
  return competingRecordsOf(ports, record, customerIdsIn(objects), () => Promise.resolve(objects));
}

/** Emails of customers, and of guests as they typed theirs. */
export function addressesIn({ customers, checkouts }: StripeObjects): readonly string[] {
  const guests = checkouts.filter(({ customerId }) => customerId === null);
  return distinct(
    [...customers, ...guests].flatMap(({ email }) =>
      email === null ? [] : [comparableAddress(email)],
    ),
  );
}

/** True where a known contact has the email: HubSpot gives it to no other, and no domain outweighs it. */
export const isSettled = (address: string, known: readonly Payer[]): boolean =>
  known.some(
    ({ addresses, linkedCustomerIds }) => linkedCustomerIds.size === 0 && addresses.has(address),
  );

/**
 * Who has one of the emails, or its domain, as the first or as an additional one. HubSpot finds
 * additional ones only as a person would, in a search each.
 */
function identities(
  { isFreeMail }: Ports,
  type: PayerType,
  objects: StripeObjects,
  known: readonly Payer[],
): readonly SearchCondition[] {
  const valuesOf = (addresses: readonly string[]): readonly string[] =>
    type === 'contact'
      ? addresses
      : distinct(
          addresses
            .flatMap((address) => domainOfAddress(address) ?? [])
            .filter((domain) => !isFreeMail(domain)),
        );
  const addresses = addressesIn(objects);
  const values = valuesOf(addresses);
  if (values.length === 0) return [];
  const open = valuesOf(addresses.filter((address) => !isSettled(address, known)));
  return [
    { property: type === 'contact' ? 'email' : 'domain', is: 'one-of', values },
    ...open.map((text): SearchCondition => ({ is: 'found-by', text })),
  ];
}

/** Contacts or companies that have been assigned a payment, link a customer, or have an email or domain. */
async function claimingRecords(
  ports: Ports,
  objects: StripeObjects,
  type: PayerType,
  known: readonly Payer[],
): Promise<readonly RecordClaims[]> {
  const customerIds = customerIdsIn(objects);
  const addresses = addressesIn(objects);
  const domains = addresses.map(domainOfAddress).filter((domain) => domain !== undefined);
  const ids = assignableIds(objects);
  const isClaiming = ({ linkedCustomerIds, assignedIds, ...record }: RecordClaims): boolean =>
    customerIds.some((id) => linkedCustomerIds.has(id)) ||
    ids.some((id) => assignedIds.has(id)) ||
    addresses.some((address) => record.addresses.has(address)) ||
    domains.some((domain) => record.domains.has(domain));
  const conditions = identities(ports, type, objects, known);
  const found = await claimsOnRead(ports, type, conditions, customerIds, objects);
  return found.filter(isClaiming);
}

/**
 * Contacts and companies beside the deal's own that could have paid what was found: one payment may
 * count on one deal only, so their deals have to be known too.
 */
export async function otherPayers(
  ports: Ports,
  objects: StripeObjects,
  known: readonly Payer[],
): Promise<readonly KnownPayer[]> {
  return holdsNothing(objects) ? [] : payersOfObjects(ports, objects, known);
}

/** Contacts and companies, beside the known ones, that have what was found by link, address or name. */
export async function payersOfObjects(
  ports: Ports,
  objects: StripeObjects,
  known: readonly Payer[],
): Promise<readonly KnownPayer[]> {
  const types: readonly PayerType[] = ['contact', 'company'];
  const found = await Promise.all(
    types.map(async (type) => {
      const knownIds = new Set(
        known.filter(({ objectType }) => objectType === type).map(({ recordId }) => recordId),
      );
      const claiming = await claimingRecords(ports, objects, type, known);
      const named = claimsIn(objects).filter(({ objectType }) => objectType === type);
      const ids = distinct([...claiming, ...named].map(({ recordId }) => recordId));
      const read = await readPayers(
        ports,
        type,
        ids.filter((id) => !knownIds.has(id)),
      );
      return [...read, ...gonePayers(type, objects, [...known, ...read])];
    }),
  );
  return found.flat();
}
