import type { Attribution } from '../matching/attribute.ts';
import type { RecordKnowledge } from '../matching/knowledge.ts';
import type { Placed, Reason } from '../matching/placement.ts';
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
  placed: readonly Placed<T>[],
  rowOf: (item: T, reason: Reason) => R | undefined,
): readonly R[] {
  return placed.flatMap(({ item, placement }) => {
    const row = placement.status === 'counted' ? rowOf(item, placement.reason) : undefined;
    return row === undefined ? [] : [row];
  });
}

function undecidedRows(
  charges: readonly Placed<Charge>[],
  relations: Relations,
): readonly UndecidedRow[] {
  return charges.flatMap(({ item, placement }) => {
    if (placement.status !== 'candidate' && placement.status !== 'ambiguous') return [];
    const { status, reason, others } = placement;
    return [{ payment: paymentRow(item, reason, relations), status, others }];
  });
}

/** What a card lists: newest first, invoices with what has to be paid first. */
export function recordRows(
  attribution: Attribution,
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
