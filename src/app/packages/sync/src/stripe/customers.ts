import type { Customer } from '@stripe-payments/core';
import { comparableAddress, distinctById, domainOfAddress } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { Searched } from '../ports.ts';
import { mapCustomer } from './map-customer.ts';
import { eachListPage } from './pages.ts';
import { anyOf, contains, equals, MIN_PART } from './query.ts';
import type { StripeReader } from './reader.ts';
import { inLane, PAGE_SIZE, startingAfter } from './reader.ts';
import { searchAll, whereSearchable } from './search.ts';

/** For people to choose from; who needs more types more. */
const MAX_LIKE = 20;

export async function retrieveCustomer(
  { stripe, ...reader }: StripeReader,
  id: string,
): Promise<Customer | null> {
  const customer = await reader.pace
    .in('customers', reader.caller)
    .call((timeout) => stripe.customers.retrieve(id, {}, { timeout }));
  return customer.deleted === true ? null : mapCustomer(customer);
}

/** `customers.list` compares as written, so both forms that are likely to be stored are asked for. */
export const writtenForms = (address: string): readonly string[] => [
  ...new Set([address.trim(), comparableAddress(address)]),
];

async function listedByAddress(
  reader: StripeReader,
  address: string,
): Promise<readonly Customer[]> {
  const found: Stripe.Customer[] = [];
  await Promise.all(
    writtenForms(address).map((email) =>
      eachListPage(
        inLane(reader, 'customers'),
        (after, timeout) =>
          reader.stripe.customers.list(
            { email, limit: PAGE_SIZE, ...startingAfter(after) },
            { timeout },
          ),
        (page) => found.push(...page),
      ),
    ),
  );
  return found.map(mapCustomer);
}

export async function searchCustomers(
  reader: StripeReader,
  query: string,
): Promise<readonly Customer[]> {
  const found = await searchAll(reader, query, (params, options) =>
    reader.stripe.customers.search(params, options),
  );
  return found.map(mapCustomer);
}

async function searchEach(
  reader: StripeReader,
  queries: readonly string[],
  isWanted: (customer: Customer) => boolean,
): Promise<Searched<Customer>> {
  const found: Customer[] = [];
  const outcome = await whereSearchable(async () => {
    const pages = await Promise.all(queries.map((query) => searchCustomers(reader, query)));
    found.push(...pages.flat().filter(isWanted));
  });
  return { found, outcome };
}

export async function customersWithAddress(
  reader: StripeReader,
  addresses: readonly string[],
  { isListed }: { readonly isListed: boolean },
): Promise<Searched<Customer>> {
  const wanted = new Set(addresses.map(comparableAddress));
  const listAll = async (): Promise<readonly Customer[]> =>
    (await Promise.all(addresses.map((address) => listedByAddress(reader, address)))).flat();
  // Search ignores case and matches words, so that its answer holds others too.
  const queries = anyOf([...wanted].map((address) => equals('email', address)));
  const isWanted = ({ email }: Customer): boolean =>
    email !== null && wanted.has(comparableAddress(email));
  const [searched, listed] = await Promise.all([
    searchEach(reader, queries, isWanted),
    isListed ? listAll() : [],
  ]);
  const isUnsearched = searched.outcome === 'search-unavailable' && !isListed;
  const instead = isUnsearched ? await listAll() : listed;
  // A search is behind: what a list says of a customer is newer.
  return { found: distinctById([...searched.found, ...instead]), outcome: searched.outcome };
}

export function customersOfDomain(
  reader: StripeReader,
  domain: string,
): Promise<Searched<Customer>> {
  return searchEach(
    reader,
    [contains('email', domain)],
    ({ email }) => email !== null && domainOfAddress(email) === domain,
  );
}

export async function customersLike(
  reader: StripeReader,
  text: string,
): Promise<Searched<Customer>> {
  if (text.length < MIN_PART) return { found: [], outcome: 'searched' };
  const found: Customer[] = [];
  const outcome = await whereSearchable(async () => {
    const query = [contains('name', text), contains('email', text)].join(' OR ');
    const page = await inLane(reader, 'search').call((timeout) =>
      reader.stripe.customers.search({ query, limit: MAX_LIKE }, { timeout }),
    );
    found.push(...page.data.map(mapCustomer));
  });
  return { found, outcome };
}
