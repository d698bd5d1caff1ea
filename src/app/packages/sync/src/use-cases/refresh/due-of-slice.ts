import type { StripeObjects } from '@stripe-payments/core';
import type { Ports, RecordRef, TouchedObjects } from '../../ports.ts';
import type { ClaimIndex } from '../collect/claim-index.ts';
import type { DueRecord } from './sync-due.ts';
import { dueRecords, isDueAt } from './sync-due.ts';
import type { TouchedAt } from './touched-queue.ts';
import { mergeTouched } from './touched-queue.ts';
import { touchedRecords } from './touched-records.ts';

interface Slice {
  readonly entries: readonly TouchedAt[];
  /** What they have touched, as it is now. */
  readonly objects: StripeObjects;
}

/** So often HubSpot is asked again for the records of the newer changes; what is open then is synced. */
const MAX_ROUNDS = 3;

const keyOf = ({ objectType, recordId }: RecordRef): string => `${objectType}/${recordId}`;

interface Owned {
  readonly id: string;
  readonly customerId: string | null;
}

/** Of what was read for a slice, what a part of its changes has touched: rather more than less. */
function objectsOf(touched: TouchedObjects, objects: StripeObjects): StripeObjects {
  const ids = new Set([...touched.paymentIds, ...touched.documentIds]);
  const whole = new Set(touched.wholeCustomerIds);
  const charges = objects.charges.filter(
    ({ id, paymentIntentId, customerId }) =>
      ids.has(id) || ids.has(paymentIntentId ?? '') || whole.has(customerId ?? ''),
  );
  const documents = [...objects.invoices, ...objects.subscriptions, ...objects.checkouts];
  const named: readonly Owned[] = [...charges, ...documents.filter(({ id }) => ids.has(id))];
  const customerIds = new Set([
    ...touched.customerIds,
    ...whole,
    ...named.flatMap(({ customerId }) => customerId ?? []),
  ]);
  // An invoice can come with another object: its customer tells with which.
  const isOf = ({ id, customerId }: Owned): boolean =>
    customerId === null || ids.has(id) || customerIds.has(customerId);
  return {
    ...objects,
    charges,
    customers: objects.customers.filter(({ id }) => customerIds.has(id)),
    invoices: objects.invoices.filter(isOf),
    subscriptions: objects.subscriptions.filter(isOf),
    checkouts: objects.checkouts.filter(isOf),
  };
}

const idsOf = ({ touched }: TouchedAt): readonly string[] => [
  ...touched.customerIds,
  ...(touched.wholeCustomerIds ?? []),
  ...touched.paymentIds,
  ...touched.documentIds,
];

/** With the changes that share a customer, payment or document with them: another one may name what it belongs to. */
function withRelated(
  newer: readonly TouchedAt[],
  entries: readonly TouchedAt[],
): readonly TouchedAt[] {
  const ids = new Set(newer.flatMap(idsOf));
  const related = entries.filter(
    (entry) => newer.includes(entry) || idsOf(entry).some((id) => ids.has(id)),
  );
  return related.length === newer.length ? newer : withRelated(related, entries);
}

/**
 * The records of a slice that are due. One that was synced after some of its changes and before others is due only
 * where the later ones touch it: one new link is no reason to sync what shares the slice with it.
 * @param records all that the slice touches.
 */
export async function dueOfSlice(
  ports: Ports,
  records: readonly RecordRef[],
  { entries, objects }: Slice,
  index: ClaimIndex,
): Promise<readonly RecordRef[]> {
  const times = entries.map(({ changedAtMs }) => changedAtMs);
  const due = await dueRecords(ports, records, Math.max(...times));
  const oldestMs = Math.min(...times);
  const untouched = new Set<string>();
  let open: readonly DueRecord[] = due.filter(({ syncedMs }) => !isDueAt(syncedMs, oldestMs));
  for (let round = 1; open.length > 0 && round <= MAX_ROUNDS; round += 1) {
    const latestMs = Math.max(...open.map(({ syncedMs }) => syncedMs ?? 0));
    const newer = entries.filter(({ changedAtMs }) => isDueAt(latestMs, changedAtMs));
    const touched = mergeTouched(withRelated(newer, entries).map((entry) => entry.touched));
    const found = await touchedRecords(ports, touched, objectsOf(touched, objects), index);
    const isTouched = new Set(found.records.map(keyOf));
    /** No other change of the slice came after its sync. */
    const isDecided = ({ syncedMs }: DueRecord): boolean =>
      entries.filter(({ changedAtMs }) => isDueAt(syncedMs, changedAtMs)).length === newer.length;
    const remaining = open.filter((record) => !isTouched.has(keyOf(record)));
    for (const record of remaining.filter(isDecided)) untouched.add(keyOf(record));
    open = remaining.filter((record) => !isDecided(record));
  }
  return due.filter((record) => !untouched.has(keyOf(record)));
}
