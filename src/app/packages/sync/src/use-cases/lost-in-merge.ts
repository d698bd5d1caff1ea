import type { Customer, CustomerRef, Note, RecordClaims } from '@stripe-payments/core';
import { withoutId } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../ports.ts';
import type { IdProperty } from './link/change-ids.ts';
import { idsIn } from './link/change-ids.ts';

/** So many of each are offered; the others follow as these are decided. */
const MAX_OFFERED = 10;

/** What changes within this of a merge, the merge may have changed. */
const MERGE_TAKES_MS = 60_000;

/** When records were last merged into this one. */
async function mergedAtMs({ crm }: Ports, record: RecordRef): Promise<number> {
  const property = 'hs_merged_object_ids';
  const { versions } = await crm.saved(record, [property], property);
  return versions[0]?.writtenAtMs ?? Infinity;
}

/**
 * Ids that the history of a list has from before a merge, that are not in the list now and were not removed
 * from it by a change of that list: a merge keeps the values of one record only.
 */
async function lostIds(
  { crm }: Ports,
  record: RecordRef,
  property: IdProperty,
  mergeMs: number,
): Promise<readonly string[]> {
  const { stored, versions } = await crm.saved(record, [property], property);
  const isOfMerge = (ms: number): boolean => Math.abs(ms - mergeMs) <= MERGE_TAKES_MS;
  const lost = new Set<string>();
  let before = '';
  for (const { value, writtenAtMs } of versions.toReversed()) {
    const now = idsIn(property, value);
    for (const id of idsIn(property, before)) {
      const isChosen = writtenAtMs > mergeMs || value === withoutId(before, id);
      if (!now.includes(id) && isChosen && !isOfMerge(writtenAtMs)) lost.delete(id);
    }
    for (const id of now) if (writtenAtMs <= mergeMs || isOfMerge(writtenAtMs)) lost.add(id);
    before = value;
  }
  const current = idsIn(property, stored[property] ?? '');
  return [...lost].filter((id) => !current.includes(id)).slice(0, MAX_OFFERED);
}

const refOf = (id: string, customer: Customer | null): CustomerRef => ({
  id,
  name: customer?.name ?? null,
  email: customer?.email ?? null,
});

/**
 * What people linked and assigned on a record that was merged into this one, and that the merge has lost:
 * offered, not added.
 */
export async function lostInMerge(ports: Ports, record: RecordClaims): Promise<readonly Note[]> {
  if (record.mergedIds.size === 0) return [];
  const mergeMs = await mergedAtMs(ports, record);
  const [customerIds, paymentIds] = await Promise.all([
    lostIds(ports, record, 'stripe_customer_id', mergeMs),
    lostIds(ports, record, 'stripe_payment_ids', mergeMs),
  ]);
  if (customerIds.length === 0 && paymentIds.length === 0) return [];
  const customers = await Promise.all(
    customerIds.map(async (id) => refOf(id, await ports.stripe.customer(id).catch(() => null))),
  );
  return [{ kind: 'lost-in-merge', customers, paymentIds }];
}
