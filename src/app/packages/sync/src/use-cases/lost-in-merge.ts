import type { Customer, CustomerRef, Note, RecordClaims } from '@stripe-payments/core';
import { withoutId } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../ports.ts';
import type { IdProperty } from './change-ids.ts';
import { idsIn } from './change-ids.ts';

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
 * The id that a change before the merge removed; undefined where it could be one of several: the history has
 * the changes of both records in one order, and does not tell whose each was.
 * @param open ids that could have been removed.
 */
function removedBy(
  value: string,
  earlier: readonly string[],
  open: readonly string[],
): string | undefined {
  const candidates = open.filter((id) => earlier.some((each) => value === withoutId(each, id)));
  return candidates.length === 1 ? candidates[0] : undefined;
}

/**
 * Ids that the history of a list has from before a merge, that are not in the list now and were not removed
 * from it by a change of that list: a merge keeps the values of one record only. What may have been removed
 * is offered; dropping it could not be noticed.
 */
async function lostIds(
  { crm }: Ports,
  record: RecordRef,
  property: IdProperty,
  mergeMs: number,
): Promise<readonly string[]> {
  const { stored, versions } = await crm.saved(record, [property], property);
  const current = idsIn(property, stored[property] ?? '');
  const changes = versions.toReversed().map(({ value, writtenAtMs }) => ({
    value,
    ids: idsIn(property, value),
    isOfMerge: Math.abs(writtenAtMs - mergeMs) <= MERGE_TAKES_MS,
    isAfter: writtenAtMs > mergeMs + MERGE_TAKES_MS,
  }));
  const lost = new Set<string>();
  for (const [at, { value, ids, isOfMerge, isAfter }] of changes.entries()) {
    const earlier = changes.slice(0, at);
    const missing = [...lost].filter((id) => !ids.includes(id));
    // A list that the merge kept has it, and no change before the merge added it again.
    const isKept = (id: string): boolean =>
      current.includes(id) &&
      !changes
        .slice(at)
        .some((later) => !later.isOfMerge && !later.isAfter && later.ids.includes(id));
    if (isAfter) {
      for (const id of earlier.at(-1)?.ids ?? []) if (missing.includes(id)) lost.delete(id);
    } else {
      const values = earlier.filter((each) => each.ids.length > 0).map((each) => each.value);
      const open = missing.filter((id) => !isKept(id));
      const removed = isOfMerge ? undefined : removedBy(value, values, open);
      if (removed !== undefined) lost.delete(removed);
      for (const id of ids) lost.add(id);
    }
  }
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
