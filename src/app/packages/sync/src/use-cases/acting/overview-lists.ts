import type { StripeEvent } from '../../ports.ts';
import { asSyncError } from '../../sync-error.ts';
import { isGone } from '../collect/recent-steps.ts';
import type { ReadRecord } from './acted-record.ts';
import { isNamedBy, linkedCustomerIds } from './acted-record.ts';
import type { ActingPorts, FoundRequests } from './acting-ports.ts';
import { MAX_CUSTOMERS } from './request-basis.ts';
import { linksOf } from './request-reads.ts';

/** What an account of usual size has of one record in two minutes. */
const MAX_RECENT = 10;

/** The lists that both parts of an overview are made of, each read once. */
export interface Lists {
  readonly read: ReadRecord;
  readonly links: Promise<FoundRequests>;
  readonly events: Promise<readonly StripeEvent[]>;
  /** Of the customers that the record links. */
  readonly invoices: Promise<readonly FoundRequests[]>;
}

export function listsOf(ports: ActingPorts, read: ReadRecord): Lists {
  const lists = {
    links: linksOf(ports),
    events: ports.reads.recentEvents(),
    invoices: Promise.all(linkedIdsOf(read).map((id) => ports.reads.invoicesOfCustomer(id))),
  };
  // Where one fails first, the others are awaited by nothing.
  for (const list of Object.values(lists)) list.catch(() => undefined);
  return { read, ...lists };
}

export const linkedIdsOf = ({ stored }: ReadRecord): readonly string[] =>
  linkedCustomerIds(stored).slice(0, MAX_CUSTOMERS);

/**
 * What a search found, and what the last minutes' events name, as it is now: the search is behind.
 * @param known what a list has: lists are never behind.
 */
export async function asOfNow<T extends { readonly id: string }>(
  found: readonly T[],
  { events, read }: Lists,
  { prefix, known, retrieve }: Retrieval<T>,
): Promise<readonly T[]> {
  const foundIds = new Set(found.map(({ id }) => id));
  const recent = (await events).flatMap(({ touched: { claims, documentIds } }) => {
    const isNamed = isNamedBy({ records: claims }, read);
    return documentIds.filter((id) => id.startsWith(prefix) && (isNamed || foundIds.has(id)));
  });
  const ids = [...new Set(recent)].filter((id) => !known.has(id)).slice(0, MAX_RECENT);
  const now = await Promise.all(ids.map((id) => retrieve(id).catch(nothingLeft)));
  return [...found.filter(({ id }) => !ids.includes(id)), ...now.filter((each) => each !== null)];
}

interface Retrieval<T> {
  readonly prefix: string;
  readonly known: ReadonlySet<string>;
  readonly retrieve: (id: string) => Promise<T>;
}

/** It was deleted since. */
function nothingLeft(error: unknown): null {
  if (isGone(asSyncError(error))) return null;
  throw error;
}
