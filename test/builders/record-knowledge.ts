import type { RecordClaims, ObjectType, Payer, RecordKnowledge } from '@stripe-payments/core';
import { unreadRecord } from '@stripe-payments/core';

/** A record that says nothing about its payments. */
export function recordClaims(
  objectType: ObjectType,
  recordId: string,
  overrides: Partial<RecordClaims> = {},
): RecordClaims {
  return { ...unreadRecord(objectType, recordId), ...overrides };
}

/** A contact or company with these deals, and nothing that ties payments to it. */
export function payer(
  objectType: 'contact' | 'company',
  recordId: string,
  dealIds: readonly string[],
  { companyId = null, ...overrides }: Partial<RecordClaims & Pick<Payer, 'companyId'>> = {},
): Payer {
  return { ...recordClaims(objectType, recordId, overrides), dealIds: new Set(dealIds), companyId };
}

/** Deal 1, with the customer `cus_1` linked and nothing assigned; no other record is known. */
export function dealKnowledge(
  record: Partial<RecordClaims> = {},
  others: Partial<Omit<RecordKnowledge, 'record'>> = {},
): RecordKnowledge {
  return {
    record: recordClaims('deal', '1', { linkedCustomerIds: new Set(['cus_1']), ...record }),
    competingRecords: [],
    payers: [],
    ...others,
  };
}
