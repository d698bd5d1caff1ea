import type { MatchedObjects } from '../matching/match-objects.ts';
import { customerCandidate } from '../matching/candidate.ts';
import type { RecordKnowledge } from '../matching/record-claims.ts';
import { matchCandidate } from '../matching/match-candidate.ts';
import type { Matched, Reason } from '../matching/match.ts';
import { isFreeCheckout, isShownInvoice } from '../status/shown.ts';
import { customerRef } from './refs.ts';
import type { CustomerRow } from './rows.ts';

interface Paid {
  readonly customerId: string | null;
}

/** Each customer of what counts on the record, with the reason of the first of it. */
function payingCustomers(attribution: MatchedObjects): ReadonlyMap<string, Reason> {
  const { charges, subscriptions, invoices, checkouts } = attribution;
  const things: readonly Matched<Paid>[] = [
    ...charges,
    ...subscriptions,
    ...invoices.filter(({ item }) => isShownInvoice(item)),
    ...checkouts.filter(({ item }) => isFreeCheckout(item)),
  ];
  const found = new Map<string, Reason>();
  for (const { item, match } of things) {
    if (match.status !== 'counted' || item.customerId === null) continue;
    if (!found.has(item.customerId)) found.set(item.customerId, match.reason);
  }
  return found;
}

/**
 * The customers whose things count on the record, and its linked ones also when they have none. The
 * reason is that of the customer, or, where the customer is not the record's, that of what it paid.
 */
export function customerRows(
  attribution: MatchedObjects,
  knowledge: RecordKnowledge,
): readonly CustomerRow[] {
  const { relations } = attribution;
  const { linkedCustomerIds } = knowledge.record;
  const paying = payingCustomers(attribution);
  const ids = [...new Set([...linkedCustomerIds, ...paying.keys()])];
  return ids.flatMap((id) => {
    const ref = customerRef(id, relations);
    const linked: Reason = { evidence: 'linked', via: id, payer: null };
    const match = matchCandidate(customerCandidate(id, relations), knowledge);
    const ofCustomer = match.status === 'counted' ? match.reason : undefined;
    const isLinked = linkedCustomerIds.has(id);
    const reason = isLinked ? linked : (ofCustomer ?? paying.get(id));
    return ref === null || reason === undefined ? [] : [{ ...ref, isLinked, reason }];
  });
}
