import type { ObjectType, Payer, StoredProperties } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { CLAIM_PROPERTIES, claimsOf, writtenAddresses } from './record-claims.ts';

export type PayerType = 'contact' | 'company';

/** A payer, and the addresses as they are written: a list of Stripe's compares case. */
export interface KnownPayer extends Payer {
  readonly writtenAddresses: readonly string[];
}

export function payerOf(
  { isFreeMail }: Ports,
  ref: RecordRef,
  stored: StoredProperties,
  dealIds: readonly string[],
): KnownPayer {
  return {
    ...claimsOf(ref, stored, isFreeMail),
    dealIds: new Set(dealIds),
    writtenAddresses: ref.objectType === 'contact' ? writtenAddresses(stored) : [],
  };
}

/** Payers by their ids, each with all their deals; those that no longer exist are left out. */
export async function readPayers(
  ports: Ports,
  objectType: PayerType,
  recordIds: readonly string[],
): Promise<readonly KnownPayer[]> {
  if (recordIds.length === 0) return [];
  const [records, deals] = await Promise.all([
    ports.crm.readMany(objectType, recordIds, CLAIM_PROPERTIES[objectType]),
    ports.crm.associatedWithMany(objectType, recordIds, 'deal'),
  ]);
  return [...records].map(([recordId, stored]) =>
    payerOf(ports, { objectType, recordId }, stored, deals.get(recordId) ?? []),
  );
}

/** The contacts and companies of a deal. */
export async function payersOfDeal(ports: Ports, deal: RecordRef): Promise<readonly KnownPayer[]> {
  const types: readonly PayerType[] = ['contact', 'company'];
  const payers = await Promise.all(
    types.map(async (type) => readPayers(ports, type, await ports.crm.associated(deal, type))),
  );
  return payers.flat();
}

/** The names of records, for people. */
export async function namesOf(
  { crm, isFreeMail }: Ports,
  objectType: ObjectType,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (recordIds.length === 0) return new Map();
  const records = await crm.readMany(objectType, recordIds, CLAIM_PROPERTIES[objectType]);
  return new Map(
    [...records].map(([recordId, stored]) => [
      recordId,
      claimsOf({ objectType, recordId }, stored, isFreeMail).name,
    ]),
  );
}
