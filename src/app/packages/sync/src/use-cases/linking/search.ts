import type { Customer, FoundCustomer, RecordClaims } from '@stripe-payments/core';
import { parsePastedId } from '@stripe-payments/core';
import type { PaymentSource } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { parseCustomerReference } from './parsed-reference.ts';

/** Stripe searches parts of words from three characters on. */
const MIN_QUERY = 3;

const MAX_FOUND = 20;

async function byId(stripe: PaymentSource, query: string): Promise<readonly Customer[]> {
  const customer = await stripe.customer(parseCustomerReference(stripe, query));
  if (customer === null) throw new SyncError('unknown-customer');
  return [customer];
}

async function byText(stripe: PaymentSource, query: string): Promise<readonly Customer[]> {
  if (query.length < MIN_QUERY) {
    throw new SyncError('bad-request', {
      detail: `A search needs at least ${String(MIN_QUERY)} characters.`,
    });
  }
  const { found, outcome } = await stripe.customersLike(query);
  if (outcome === 'searched' || !query.includes('@')) return found;
  return (await stripe.customersWithAddress([query], { isListed: true })).found;
}

/** Customers that could be linked, newest first. */
export async function searchCustomers(
  stripe: PaymentSource,
  { linkedCustomerIds }: RecordClaims,
  text: string,
): Promise<readonly FoundCustomer[]> {
  const query = text.trim();
  const found = await (parsePastedId(query) === undefined
    ? byText(stripe, query)
    : byId(stripe, query));
  return [...found]
    .sort((left, right) => right.created - left.created)
    .slice(0, MAX_FOUND)
    .map(({ id, name, email, created }) => ({
      id,
      name,
      email,
      created,
      isLinked: linkedCustomerIds.has(id),
    }));
}
