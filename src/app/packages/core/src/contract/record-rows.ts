import type { MatchedObjects } from '../matching/match-objects.ts';
import type { RecordKnowledge } from '../matching/record-claims.ts';
import type { Matched, Reason } from '../matching/match.ts';
import type { Relations } from '../matching/relations.ts';
import type { Charge } from '../payment/charge.ts';
import { isFreeCheckout, isShownInvoice } from '../status/shown.ts';
import { customerRows } from './customer-rows.ts';
import { freeCheckoutRow } from './free-checkout-row.ts';
import { invoiceRow, openFirst } from './invoice-row.ts';
import { paymentRow } from './payment-row.ts';
import type { RecordView } from './record-view.ts';
import type { UndecidedRow } from './rows.ts';
import { subscriptionRow } from './subscription-row.ts';

/** The lists of a record's view. */
export type RecordRows = Pick<
  RecordView,
  'customers' | 'payments' | 'undecided' | 'subscriptions' | 'invoices' | 'freeCheckouts'
>;

/** A row of each thing that counts; undefined rows are left out. */
function countedRows<T, R>(
  matched: readonly Matched<T>[],
  rowOf: (item: T, reason: Reason) => R | undefined,
): readonly R[] {
  return matched.flatMap(({ item, match }) => {
    const row = match.status === 'counted' ? rowOf(item, match.reason) : undefined;
    return row === undefined ? [] : [row];
  });
}

function undecidedRows(
  charges: readonly Matched<Charge>[],
  relations: Relations,
): readonly UndecidedRow[] {
  return charges.flatMap(({ item, match }) => {
    if (match.status !== 'candidate' && match.status !== 'ambiguous') return [];
    const { status, reason, others } = match;
    return [{ payment: paymentRow(item, reason, relations), status, others }];
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
    payments: countedRows(charges, (charge, reason) => paymentRow(charge, reason, relations)),
    undecided: undecidedRows(charges, relations),
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
