import type { CustomerRef, ListedPayment, Presentation, RecordView } from '@stripe-payments/core';
import { customerName, payerName } from '../tables/payers.ts';
import { paymentName } from './choice-lines.ts';

/** A customer or payment that a person linked or assigned to the record. */
export interface LinkedId {
  readonly id: string;
  /** Of a customer its name and email, of a payment its amount and day; null where it was not read. */
  readonly name: string | null;
  /** That nothing was found for the id. */
  readonly note: string | null;
}

/** What people linked and assigned by hand. */
export interface RecordLinks {
  readonly customers: readonly LinkedId[];
  readonly payments: readonly LinkedId[];
  /** Payments that were taken off the record. */
  readonly excluded: readonly LinkedId[];
  /** What was linked and assigned on a record that lost a merge. */
  readonly lost: Lost;
}

interface Lost {
  readonly customers: readonly LinkedId[];
  readonly payments: readonly LinkedId[];
}

/** The id properties as saved on the record. */
interface SavedIds {
  readonly customerIds: string;
  readonly paymentIds: string;
  readonly excludedIds: string;
}

const idsIn = (text: string): readonly string[] => [
  ...new Set(text.split(/[\s,;]+/).filter((word) => word !== '')),
];

/** Ids by which something counts on the record. */
function usedIds(view: RecordView): ReadonlySet<string> {
  const { payments, subscriptions, invoices, freeCheckouts } = view;
  return new Set(
    [
      ...payments.flatMap(({ id, paymentIntentId, invoices: paid, reason }) => [
        id,
        paymentIntentId,
        reason.via,
        ...paid.map((invoice) => invoice.id),
      ]),
      ...[...subscriptions, ...invoices, ...freeCheckouts].flatMap(({ id, reason }) => [
        id,
        reason.via,
      ]),
    ].filter((id) => id !== null),
  );
}

/** `$20.00, Nov 22, Ada Lovelace`, or the number of an invoice. */
function assignedName(id: string, view: RecordView, presentation: Presentation): string | null {
  const payment = view.payments.find((each) => each.id === id || each.paymentIntentId === id);
  if (payment === undefined) {
    return view.invoices.find((invoice) => invoice.id === id)?.number ?? null;
  }
  const payer = payerName(payment.customer, presentation.texts);
  return `${paymentName(payment, presentation)}, ${payer}`;
}

/** From what was read, or before that from what is saved; also ids for which nothing was found. */
export function recordLinks(
  view: RecordView | null,
  { customerIds, paymentIds, excludedIds }: SavedIds,
  listed: readonly ListedPayment[],
  presentation: Presentation,
): RecordLinks {
  const idOnly = (id: string): LinkedId => ({ id, name: null, note: null });
  const excluded = idsIn(excludedIds).map((id): LinkedId => {
    const payment = listed.find((each) => each.id === id || each.paymentIntentId === id);
    return {
      ...idOnly(id),
      name: payment === undefined ? null : paymentName(payment, presentation),
    };
  });
  if (view === null) {
    return {
      excluded,
      lost: { customers: [], payments: [] },
      customers: idsIn(customerIds).map(idOnly),
      payments: idsIn(paymentIds).map(idOnly),
    };
  }
  const { notFound } = presentation.texts.card.links;
  const used = usedIds(view);
  const nameOf = (customer: CustomerRef | undefined): string | null =>
    customer === undefined ? null : customerName(customer, presentation.texts);
  const lost = view.notes.flatMap((note) => (note.kind === 'lost-in-merge' ? [note] : []));
  return {
    excluded,
    lost: {
      customers: lost
        .flatMap(({ customers }) => customers)
        .map((customer) => ({ id: customer.id, name: nameOf(customer), note: null })),
      payments: lost.flatMap(({ paymentIds }) => paymentIds).map(idOnly),
    },
    customers: view.linkedCustomerIds.map((id) => ({
      id,
      name: nameOf(view.customers.find((customer) => customer.id === id)),
      note: null,
    })),
    payments: view.assignedIds.map((id) => ({
      id,
      name: assignedName(id, view, presentation),
      note: used.has(id) ? null : notFound,
    })),
  };
}
