import type { PaymentWrite, StoredProperties } from '@stripe-payments/core';
import {
  isMatchOfCounted,
  MATCH_PROPERTIES,
  PAYMENT_KEY,
  rematchedPayment,
  settledMatch,
} from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';

/** What tells how a payment is matched. */
export const MATCH_NAMES = [PAYMENT_KEY, 'stripe_match', ...Object.values(MATCH_PROPERTIES)];

/** @throws {SyncError} `hubspot-refused` where HubSpot does not take one of them. */
async function saveAll(
  paymentRecords: Ports['paymentRecords'],
  writes: readonly PaymentWrite[],
): Promise<void> {
  const { refusal } = await paymentRecords.save(writes);
  if (refusal !== null) throw refusal;
}

/**
 * After a write: puts right what two syncs that wrote at once have left of `stripe_match`. The one that looks last sees
 * both.
 * @returns how the payments are matched, by the IDs of their records.
 */
export async function settleMatches(
  { paymentRecords }: Ports,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredProperties>> {
  if (ids.length === 0) return new Map();
  const stored = await paymentRecords.byId(ids, MATCH_NAMES);
  const writes = [...stored.values()].flatMap((each) => settledMatch(each) ?? []);
  if (writes.length > 0) await saveAll(paymentRecords, writes);
  return stored;
}

/** Empties how payments are matched to records of a type, where none of them has the payment. */
export async function emptyMatches(
  ports: Ports,
  {
    objectType,
    recordId,
  }: { readonly objectType: RecordRef['objectType']; readonly recordId?: string },
  ids: readonly string[],
): Promise<void> {
  const { paymentRecords } = ports;
  const match = MATCH_PROPERTIES[objectType];
  const [stored, ties] = await Promise.all([
    paymentRecords.byId(ids, MATCH_NAMES),
    paymentRecords.tiesOf(ids, objectType),
  ]);
  const matchedAs = (
    id: string,
    value: string,
    before: StoredProperties = {},
  ): readonly PaymentWrite[] => {
    const properties = { ...stored.get(id), ...before };
    const chargeId = properties[PAYMENT_KEY];
    if (typeof chargeId !== 'string') return [];
    const write = rematchedPayment(chargeId, properties, objectType, value);
    return write === undefined ? [] : [write];
  };
  const loose = [...stored].flatMap(([id, properties]) => {
    const isElsewhere = (ties.get(id) ?? []).some((each) => each !== recordId);
    return isElsewhere || properties[match] === 'ambiguous' ? [] : [id];
  });
  const writes = loose.flatMap((id) => matchedAs(id, ''));
  if (writes.length === 0) return;
  await saveAll(paymentRecords, writes);
  // A sync that associated one of them at the same moment wrote before how it is matched.
  const now = await paymentRecords.tiesOf(loose, objectType);
  const tied = [...now].flatMap(([id, records]) =>
    records.some((each) => each !== recordId) ? [id] : [],
  );
  if (tied.length > 0) {
    const versions = await paymentRecords.versions(tied, match);
    await saveAll(
      paymentRecords,
      [...versions].flatMap(([id, values]) => {
        const last = values.find(({ value }) => isMatchOfCounted(value));
        return last === undefined ? [] : matchedAs(id, last.value, { [match]: '' });
      }),
    );
  }
  await settleMatches(ports, loose);
}

/**
 * Takes back the associations of payments that do not count on the record any more. How it was matched is
 * emptied where no other record of the type has it.
 * @param ids of payment records.
 */
export async function release(
  ports: Ports,
  record: RecordRef,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await ports.paymentRecords.untie(record, ids);
  await emptyMatches(ports, record, ids);
}
