import type { Customer } from '@stripe-payments/core';
import { comparableAddress, distinctById, domainOfAddress } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { Searched } from '../ports.ts';
import { allOf, PAGE_SIZE, whereSearchable } from './lists.ts';
import { claimsIn } from './metadata.ts';
import { anyOf, contains, equals, MIN_PART } from './query.ts';

export function mapCustomer(customer: Stripe.Customer): Customer {
  return {
    id: customer.id,
    name: customer.name ?? null,
    email: customer.email,
    created: customer.created,
    livemode: customer.livemode,
    recordClaims: claimsIn(customer.metadata),
  };
}

/** For people to choose from; who needs more types more. */
const MAX_LIKE = 20;

export async function retrieveCustomer(
  { customers }: Stripe,
  id: string,
): Promise<Customer | null> {
  const customer = await customers.retrieve(id);
  return customer.deleted === true ? null : mapCustomer(customer);
}

/** `customers.list` compares as written, so both forms that are likely to be stored are asked for. */
export const writtenForms = (address: string): readonly string[] => [
  ...new Set([address.trim(), comparableAddress(address)]),
];

async function listedByAddress(
  { customers }: Stripe,
  address: string,
): Promise<readonly Customer[]> {
  const found = await Promise.all(
    writtenForms(address).map((email) => allOf(customers.list({ email, limit: PAGE_SIZE }))),
  );
  return found.flat().map(mapCustomer);
}

export async function searchCustomers(
  { customers }: Stripe,
  query: string,
): Promise<readonly Customer[]> {
  return (await allOf(customers.search({ query, limit: PAGE_SIZE }))).map(mapCustomer);
}

async function searchEach(
  stripe: Stripe,
  queries: readonly string[],
  isWanted: (customer: Customer) => boolean,
): Promise<Searched<Customer>> {
  const found: Customer[] = [];
  const outcome = await whereSearchable(async () => {
    const pages = await Promise.all(queries.map((query) => searchCustomers(stripe, query)));
    found.push(...pages.flat().filter(isWanted));
  });
  return { found, outcome };
}

export async function customersWithAddress(
  stripe: Stripe,
  addresses: readonly string[],
  { isListed }: { readonly isListed: boolean },
): Promise<Searched<Customer>> {
  const wanted = new Set(addresses.map(comparableAddress));
  const listAll = async (): Promise<readonly Customer[]> =>
    (await Promise.all(addresses.map((address) => listedByAddress(stripe, address)))).flat();
  // Search ignores case and matches words, so that its answer holds others too.
  const queries = anyOf([...wanted].map((address) => equals('email', address)));
  const isWanted = ({ email }: Customer): boolean =>
    email !== null && wanted.has(comparableAddress(email));
  const [searched, listed] = await Promise.all([
    searchEach(stripe, queries, isWanted),
    isListed ? listAll() : [],
  ]);
  const isUnsearched = searched.outcome === 'search-unavailable' && !isListed;
  const instead = isUnsearched ? await listAll() : listed;
  // A search is behind: what a list says of a customer is newer.
  return { found: distinctById([...searched.found, ...instead]), outcome: searched.outcome };
}

export function customersOfDomain(stripe: Stripe, domain: string): Promise<Searched<Customer>> {
  return searchEach(
    stripe,
    [contains('email', domain)],
    ({ email }) => email !== null && domainOfAddress(email) === domain,
  );
}

export async function customersLike(stripe: Stripe, text: string): Promise<Searched<Customer>> {
  if (text.length < MIN_PART) return { found: [], outcome: 'searched' };
  const found: Customer[] = [];
  const outcome = await whereSearchable(async () => {
    const query = [contains('name', text), contains('email', text)].join(' OR ');
    const page = await stripe.customers.search({ query, limit: MAX_LIKE });
    found.push(...page.data.map(mapCustomer));
  });
  return { found, outcome };
}
