import type { CustomerRow } from '../entities/payments.ts';
import type { Metadata } from '../entities/row.ts';
import { createdAt, theCustomer, timeOf, type WorldContext } from './context.ts';
import { recordCustomer } from './events.ts';
import { checkTexts } from './text-limits.ts';

export interface NewCustomer {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly country?: string;
  readonly description?: string;
  readonly metadata?: Metadata;
  /** Instead of a drawn one. */
  readonly id?: string;
  readonly atMs?: number;
}

export function createCustomer(context: WorldContext, customer: NewCustomer): CustomerRow {
  const atMs = timeOf(context, customer.atMs);
  checkTexts('customer', customer);
  const row: CustomerRow = {
    id: customer.id ?? context.ids.next('cus_'),
    created: createdAt(atMs),
    name: customer.name ?? null,
    email: customer.email ?? null,
    phone: customer.phone ?? null,
    country: customer.country ?? null,
    description: customer.description ?? null,
    currency: null,
    balance: 0,
    nextInvoiceSequence: 1,
    isDelinquent: false,
    discount: null,
    metadata: customer.metadata ?? {},
    isDeleted: false,
  };
  context.store.customers.insert(row, atMs);
  recordCustomer(context, 'customer.created', row, atMs);
  return row;
}

export interface CustomerChange {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly description?: string | null;
  /** Of the address. */
  readonly country?: string | null;
  readonly metadata?: Metadata;
}

/** The values before, of the fields that changed. */
function previousOf(before: CustomerRow, change: CustomerChange): object {
  const fields = Object.keys(change) as (keyof CustomerChange)[];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(change[field]))
      .map((field) => [field, before[field]]),
  );
}

export function changeCustomer(
  context: WorldContext,
  id: string,
  change: CustomerChange,
): CustomerRow {
  const atMs = timeOf(context, undefined);
  checkTexts('customer', change);
  const before = theCustomer(context.store, id);
  const row = context.store.customers.update(id, change, atMs);
  recordCustomer(context, 'customer.updated', row, atMs, previousOf(before, change));
  return row;
}

/** The customer's payments stay; only the customer becomes a deleted stub. */
export function deleteCustomer(context: WorldContext, id: string): void {
  const atMs = timeOf(context, undefined);
  const row = theCustomer(context.store, id);
  context.store.customers.update(id, { isDeleted: true }, atMs);
  recordCustomer(context, 'customer.deleted', row, atMs);
}

/** Credit for the next invoice is below zero: https://docs.stripe.com/billing/customer/balance. */
export function changeBalance(context: WorldContext, id: string, balance: number): CustomerRow {
  theCustomer(context.store, id);
  const row = context.store.customers.update(id, { balance }, timeOf(context, undefined));
  recordCustomer(context, 'customer.updated', row, timeOf(context, undefined));
  return row;
}
