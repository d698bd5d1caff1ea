import type { Customer, FoundCustomer, ObjectType, RecordClaims } from '@stripe-payments/core';
import {
  comparableAddress,
  domainOfAddress,
  isSearchable,
  OBJECT_TYPES,
  parsePastedId,
} from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { CLAIM_PROPERTIES, claimsOf } from '../collect/record-claims.ts';
import { parseCustomerReference } from './references.ts';

const MAX_FOUND = 20;

/** What one search looks up in Stripe: four searches of ten addresses, and a list for each domain. */
const MAX_ADDRESSES = 40;
const MAX_DOMAINS = 5;
const MAX_LINKED = 20;

/** The record, and the contacts, companies and deals associated with it. */
async function peopleOf(ports: Ports, record: RecordClaims): Promise<readonly RecordClaims[]> {
  const others = OBJECT_TYPES.filter((type) => type !== record.objectType);
  const read = async (type: ObjectType): Promise<readonly RecordClaims[]> => {
    const ids = await ports.crm.associated(record, type);
    if (ids.length === 0) return [];
    const records = await ports.crm.readMany(type, ids, CLAIM_PROPERTIES[type]);
    return [...records].map(([recordId, stored]) =>
      claimsOf({ objectType: type, recordId }, stored, ports.isFreeMail),
    );
  };
  return [record, ...(await Promise.all(others.map(read))).flat()];
}

/** Everything by which the record's people are known. */
interface KnownPeople {
  /** With the name of whose it is. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly domains: ReadonlySet<string>;
  readonly customerIds: ReadonlySet<string>;
}

const knownOf = (people: readonly RecordClaims[]): KnownPeople => ({
  addresses: new Map(
    people.flatMap(({ addresses, name }) => [...addresses].map((each) => [each, name ?? ''])),
  ),
  domains: new Set(people.flatMap(({ domains }) => [...domains])),
  customerIds: new Set(people.flatMap(({ linkedCustomerIds }) => [...linkedCustomerIds])),
});

const contains = (text: string | null, part: string): boolean =>
  (text ?? '').toLowerCase().includes(part.toLowerCase());

/** Of a company with many contacts, those whose own name or address has the text. */
function addressesToSearch({ addresses }: KnownPeople, text: string): readonly string[] {
  const all = [...addresses];
  const fitting = all.filter(([address, name]) => contains(address, text) || contains(name, text));
  return (all.length > MAX_ADDRESSES ? fitting : all)
    .slice(0, MAX_ADDRESSES)
    .map(([address]) => address);
}

/** Null where the link is to a customer that does not exist: the others are found all the same. */
async function linkedCustomer(stripe: Ports['stripe'], id: string): Promise<Customer | null> {
  try {
    return await stripe.customer(id);
  } catch (error) {
    if (error instanceof SyncError && error.code === 'unknown-customer') return null;
    throw error;
  }
}

/** Customers of the record's people whose name, address or id has the text. */
async function amongPeople(
  { stripe }: Ports,
  people: KnownPeople,
  text: string,
): Promise<readonly Customer[]> {
  const addresses = addressesToSearch(people, text);
  const domains = [...people.domains].slice(0, MAX_DOMAINS);
  const linked = [...people.customerIds].slice(0, MAX_LINKED);
  const [byAddress, byDomain, byLink] = await Promise.all([
    addresses.length === 0 ? null : stripe.customersWithAddress(addresses, { isListed: false }),
    Promise.all(domains.map((domain) => stripe.customersOfDomain(domain))),
    Promise.all(linked.map((id) => linkedCustomer(stripe, id))),
  ]);
  const found = [
    ...(byAddress?.found ?? []),
    ...byDomain.flatMap((each) => each.found),
    ...byLink.filter((customer) => customer !== null),
  ];
  return found.filter(
    ({ id, name, email }) => contains(id, text) || contains(name, text) || contains(email, text),
  );
}

/**
 * Of a customer that was deleted, Stripe tells the id only; what the customer paid stays.
 * @throws {SyncError} `unknown-customer` for one that never was.
 */
export async function customerById({ stripe }: Ports, id: string): Promise<Customer> {
  const livemode = stripe.mode === 'live';
  const deleted = { id, name: null, email: null, created: 0, livemode, recordClaims: [] };
  return (await stripe.customer(id)) ?? deleted;
}

async function byId(ports: Ports, query: string): Promise<readonly Customer[]> {
  return [await customerById(ports, parseCustomerReference(ports.stripe, query))];
}

const WHOLE_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

async function byText(
  ports: Ports,
  people: KnownPeople,
  query: string,
): Promise<readonly Customer[]> {
  // The card says so before it asks.
  if (!isSearchable(query)) throw new SyncError('bad-request');
  if (WHOLE_ADDRESS.test(query)) {
    return (await ports.stripe.customersWithAddress([query], { isListed: true })).found;
  }
  const [own, all] = await Promise.all([
    amongPeople(ports, people, query),
    ports.customerSearch === 'all' ? ports.stripe.customersLike(query) : null,
  ]);
  return [...own, ...(all?.found ?? [])];
}

/** `a…@example.com`: enough to tell two people of one name apart. */
const masked = (email: string): string => `${email.slice(0, 1)}…@${domainOfAddress(email) ?? '…'}`;

/** Whole where the reader knows it already: by the record, by its people, or by having typed it. */
function shownEmail({ id, email }: Customer, people: KnownPeople, query: string): string | null {
  if (email === null) return null;
  const isKnown =
    people.customerIds.has(id) ||
    people.addresses.has(comparableAddress(email)) ||
    people.domains.has(domainOfAddress(email) ?? '') ||
    comparableAddress(email) === comparableAddress(query);
  return isKnown ? email : masked(email);
}

/**
 * Customers that could be linked, newest first: those of the record's people, and one that is named by its
 * whole address or id. A search over all customers, where it is switched on, shows addresses masked.
 */
export async function searchCustomers(
  ports: Ports,
  record: RecordClaims,
  text: string,
): Promise<readonly FoundCustomer[]> {
  const query = text.trim();
  const people = knownOf(await peopleOf(ports, record));
  const found = await (parsePastedId(query) === undefined
    ? byText(ports, people, query)
    : byId(ports, query));
  return [...new Map(found.map((customer) => [customer.id, customer])).values()]
    .sort((left, right) => right.created - left.created)
    .slice(0, MAX_FOUND)
    .map((customer) => ({
      id: customer.id,
      name: customer.name,
      email: shownEmail(customer, people, query),
      created: customer.created,
      isLinked: record.linkedCustomerIds.has(customer.id),
    }));
}
