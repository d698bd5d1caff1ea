import type { Attribution } from '../matching/attribute.ts';
import { claimableCustomer } from '../matching/claimable.ts';
import type { RecordKnowledge } from '../matching/knowledge.ts';
import { place } from '../matching/place.ts';
import type { Placed, Reason } from '../matching/placement.ts';
import { isFreeCheckout, isShownInvoice } from '../status/shown.ts';
import { customerRef } from './refs.ts';
import type { CustomerRow } from './rows.ts';

interface Paid {
  readonly customerId: string | null;
}

/** Each customer of what counts on the record, with the reason of the first of it. */
function payingCustomers(attribution: Attribution): ReadonlyMap<string, Reason> {
  const { charges, subscriptions, invoices, checkouts } = attribution;
  const things: readonly Placed<Paid>[] = [
    ...charges,
    ...subscriptions,
    ...invoices.filter(({ item }) => isShownInvoice(item)),
    ...checkouts.filter(({ item }) => isFreeCheckout(item)),
  ];
  const found = new Map<string, Reason>();
  for (const { item, placement } of things) {
    if (placement.status !== 'counted' || item.customerId === null) continue;
    if (!found.has(item.customerId)) found.set(item.customerId, placement.reason);
  }
  return found;
}

/**
 * The customers whose things count on the record, and its linked ones also when they have none. The
 * reason is that of the customer, or, where the customer is not the record's, that of what it paid.
 */
export function customerRows(
  attribution: Attribution,
  knowledge: RecordKnowledge,
): readonly CustomerRow[] {
  const { relations } = attribution;
  const { linkedCustomerIds } = knowledge.record;
  const paying = payingCustomers(attribution);
  const ids = [...new Set([...linkedCustomerIds, ...paying.keys()])];
  return ids.flatMap((id) => {
    const ref = customerRef(id, relations);
    const linked: Reason = { evidence: 'linked', via: id, payer: null };
    const placement = place(claimableCustomer(id, relations), knowledge);
    const ofCustomer = placement.status === 'counted' ? placement.reason : undefined;
    const isLinked = linkedCustomerIds.has(id);
    const reason = isLinked ? linked : (ofCustomer ?? paying.get(id));
    return ref === null || reason === undefined ? [] : [{ ...ref, isLinked, reason }];
  });
}
