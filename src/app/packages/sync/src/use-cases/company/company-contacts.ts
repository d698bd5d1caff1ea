import type { Ports, RecordRef } from '../../ports.ts';
import { CLAIM_PROPERTIES } from '../knowledge/record-claims.ts';
import type { KnownPayer } from '../knowledge/payers.ts';
import { payerOf } from '../knowledge/payers.ts';

/** All contacts of a company: a page for 500, a batch for 100. Their deals do not matter here. */
export async function contactsOf(ports: Ports, company: RecordRef): Promise<readonly KnownPayer[]> {
  const ids = await ports.crm.associated(company, 'contact');
  const records = await ports.crm.readMany('contact', ids, CLAIM_PROPERTIES.contact);
  return [...records].map(([recordId, stored]) =>
    payerOf(ports, { objectType: 'contact', recordId }, stored, []),
  );
}
