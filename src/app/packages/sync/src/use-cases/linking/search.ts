import type { Customer, FoundCustomer, Holder } from '@stripe-payments/core';
import { parsePastedId } from '@stripe-payments/core';
import type { PaymentSource } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { pastedCustomer } from './pasted.ts';

/** Stripe searches parts of words from three characters on. */
const SHORTEST_QUERY = 3;

const MOST_FOUND = 20;

async function byId(stripe: PaymentSource, query: string): Promise<readonly Customer[]> {
  const customer = await stripe.customer(pastedCustomer(stripe, query));
  if (customer === null) throw new SyncError('unknown-customer');
  return [customer];
}

async function byText(stripe: PaymentSource, query: string): Promise<readonly Customer[]> {
  if (query.length < SHORTEST_QUERY) {
    throw new SyncError('bad-request', {
      detail: `A search needs at least ${String(SHORTEST_QUERY)} characters.`,
    });
  }
  const { found, outcome } = await stripe.customersLike(query);
  if (outcome === 'searched' || !query.includes('@')) return found;
  return (await stripe.customersWithAddress([query], { isListed: true })).found;
}

/** Customers that could be linked, newest first. */
export async function searchCustomers(
  stripe: PaymentSource,
  { linkedCustomerIds }: Holder,
  text: string,
): Promise<readonly FoundCustomer[]> {
  const query = text.trim();
  const found = await (parsePastedId(query) === undefined
    ? byText(stripe, query)
    : byId(stripe, query));
  return [...found]
    .sort((left, right) => right.created - left.created)
    .slice(0, MOST_FOUND)
    .map(({ id, name, email, created }) => ({
      id,
      name,
      email,
      created,
      isLinked: linkedCustomerIds.has(id),
    }));
}
