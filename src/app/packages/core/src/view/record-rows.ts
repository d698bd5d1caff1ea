import type { RecordView } from '../contract/record-view.ts';
import type { CustomerRow, ReviewRow } from '../contract/rows.ts';
import { customerCandidate } from '../matching/candidate.ts';
import { matchCandidate } from '../matching/match-candidate.ts';
import type { MatchedObjects } from '../matching/match-objects.ts';
import type { Matched, Reason } from '../matching/match.ts';
import type { RecordKnowledge } from '../matching/record-claims.ts';
import type { Relations } from '../matching/relations.ts';
import type { Charge } from '../payment/charge.ts';
import { isFreeCheckout, isShownInvoice } from '../status/shown.ts';
import {
  customerRef,
  freeCheckoutRow,
  invoiceRow,
  openFirst,
  paymentRow,
  subscriptionRow,
} from './rows.ts';

interface Paid {
  readonly customerId: string | null;
}

/** Each customer of what counts on the record, with the reason of the first of it. */
function payingCustomers(attribution: MatchedObjects): ReadonlyMap<string, Reason> {
  const { charges, subscriptions, invoices, checkouts } = attribution;
  const matched: readonly Matched<Paid>[] = [
    ...charges,
    ...subscriptions,
    ...invoices.filter(({ item }) => isShownInvoice(item)),
    ...checkouts.filter(({ item }) => isFreeCheckout(item)),
  ];
  const found = new Map<string, Reason>();
  for (const { item, match } of matched) {
    if (match.status !== 'counted' || item.customerId === null) continue;
    if (!found.has(item.customerId)) found.set(item.customerId, match.reason);
  }
  return found;
}

/**
 * The customers whose payments count on the record, and its linked ones also when they have none. The
 * reason is that of the customer, or, where the customer is not the record's, that of what it paid.
 */
function customerRows(
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

/** The lists of a record's view. */
export type RecordRows = Pick<
  RecordView,
  'customers' | 'payments' | 'needsReview' | 'subscriptions' | 'invoices' | 'freeCheckouts'
>;

/** A row of each object that counts; undefined rows are left out. */
function countedRows<T, R>(
  matched: readonly Matched<T>[],
  rowOf: (item: T, reason: Reason) => R | undefined,
): readonly R[] {
  return matched.flatMap(({ item, match }) => {
    const row = match.status === 'counted' ? rowOf(item, match.reason) : undefined;
    return row === undefined ? [] : [row];
  });
}

function reviewRows(
  charges: readonly Matched<Charge>[],
  relations: Relations,
  nowSeconds: number,
): readonly ReviewRow[] {
  return charges.flatMap(({ item, match }) => {
    if (match.status !== 'candidate' && match.status !== 'ambiguous') return [];
    const { status, reason, others } = match;
    return [{ payment: paymentRow(item, reason, relations, nowSeconds), status, others }];
  });
}

/** What a card lists: newest first, invoices with what has to be paid first. */
export function recordRows(
  attribution: MatchedObjects,
  knowledge: RecordKnowledge,
  nowSeconds: number,
): RecordRows {
  const { charges, invoices, subscriptions, checkouts, relations } = attribution;
  return {
    customers: customerRows(attribution, knowledge),
    payments: countedRows(charges, (charge, reason) =>
      paymentRow(charge, reason, relations, nowSeconds),
    ),
    needsReview: reviewRows(charges, relations, nowSeconds),
    subscriptions: countedRows(subscriptions, (subscription, reason) =>
      subscriptionRow(subscription, reason, relations, nowSeconds),
    ),
    invoices: openFirst(
      countedRows(
        invoices.filter(({ item }) => isShownInvoice(item)),
        (invoice, reason) => invoiceRow(invoice, reason, relations, nowSeconds),
      ),
    ),
    freeCheckouts: countedRows(
      checkouts.filter(({ item }) => isFreeCheckout(item)),
      freeCheckoutRow,
    ),
  };
}
