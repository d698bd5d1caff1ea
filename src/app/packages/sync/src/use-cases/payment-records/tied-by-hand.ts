import { isMatchOfCounted, MATCH_PROPERTIES, PAYMENT_KEY } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { changeIds } from '../change-ids.ts';
import { EXCLUDED } from '../collect/record-claims.ts';

const ASSIGNED = 'stripe_payment_ids';

const INTENT = 'stripe_payment_intent_id';

export interface TiedPayment {
  readonly chargeId: string;
  readonly paymentIntentId: string;
}

/**
 * Those of the payment records that a person associated with the deal or contact. A sync writes how a payment
 * counts before it associates, so one that has never counted on a record of the type was associated by hand.
 * Where it has, nothing tells a person's association from one that a sync left behind.
 * @param ids of payment records that are associated with the record.
 * @returns their payments by the IDs of payment records.
 */
export async function tiedByHand(
  { paymentRecords }: Ports,
  { objectType }: RecordRef,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TiedPayment>> {
  // A company has what its deals and contacts have.
  if (objectType === 'company') return new Map();
  const match = MATCH_PROPERTIES[objectType];
  const records = await paymentRecords.byId(ids, [PAYMENT_KEY, INTENT, match]);
  const unmatched = [...records].filter(([, stored]) => !isMatchOfCounted(stored[match] ?? ''));
  if (unmatched.length === 0) return new Map();
  const versions = await paymentRecords.versions(
    unmatched.map(([id]) => id),
    match,
  );
  return new Map(
    unmatched.flatMap(([id, stored]) => {
      const hasCounted = (versions.get(id) ?? []).some(({ value }) => isMatchOfCounted(value));
      const chargeId = stored[PAYMENT_KEY];
      if (hasCounted || typeof chargeId !== 'string') return [];
      return [[id, { chargeId, paymentIntentId: stored[INTENT] ?? '' }] as const];
    }),
  );
}

/**
 * Assigns a payment to a record as a person would: what was taken off it before is its own again.
 * @returns false where it was assigned already, and does not count there all the same.
 */
export async function assignTied(
  ports: Ports,
  record: RecordRef,
  { chargeId, paymentIntentId }: TiedPayment,
): Promise<boolean> {
  const { stored } = await ports.crm.saved(record, [ASSIGNED, EXCLUDED], ASSIGNED);
  const assigned = await changeIds(ports, record, {
    property: ASSIGNED,
    stored,
    changes: [{ action: 'add', id: chargeId }],
  });
  const restored = await changeIds(ports, record, {
    property: EXCLUDED,
    stored,
    changes: [chargeId, paymentIntentId].map((id) => ({ action: 'remove', id })),
  });
  return assigned.length + restored.length > 0;
}

/** Deals and contacts that a person associated a payment with, as far as searches know: a sync assigns it. */
export async function recordsTiedByHand(ports: Ports): Promise<readonly RecordRef[]> {
  const byType = await Promise.all(
    (['deal', 'contact'] as const).map(async (objectType) => {
      const ids = (await ports.paymentRecords.notCountedOn(objectType)) ?? [];
      if (ids.length === 0) return [];
      const ties = await ports.paymentRecords.tiesOf(ids, objectType);
      const recordIds = new Set([...ties.values()].flat());
      return [...recordIds].map((recordId): RecordRef => ({ objectType, recordId }));
    }),
  );
  return byType.flat();
}
