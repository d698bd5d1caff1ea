import type { CustomerRef, Presentation, RecordView } from '@stripe-payments/core';
import { customerName } from '../tables/payers.ts';

/** A customer or payment that a person linked or assigned to the record. */
export interface LinkedId {
  readonly id: string;
  /** Beside the id: a name and an address, or that nothing was found for it. */
  readonly about: string | null;
}

/** What people linked and assigned by hand. */
export interface RecordLinks {
  readonly customers: readonly LinkedId[];
  readonly payments: readonly LinkedId[];
}

/** The id properties as saved on the record. */
interface SavedIds {
  readonly customerIds: string;
  readonly paymentIds: string;
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

function aboutCustomer(
  customer: CustomerRef | undefined,
  presentation: Presentation,
): string | null {
  return customer === undefined ? null : customerName(customer, presentation.texts);
}

/** From what was read, or before that from what is saved; also ids for which nothing was found. */
export function recordLinks(
  view: RecordView | null,
  { customerIds, paymentIds }: SavedIds,
  presentation: Presentation,
): RecordLinks {
  if (view === null) {
    const idOnly = (id: string): LinkedId => ({ id, about: null });
    return {
      customers: idsIn(customerIds).map(idOnly),
      payments: idsIn(paymentIds).map(idOnly),
    };
  }
  const { notFound } = presentation.texts.card.links;
  const used = usedIds(view);
  return {
    customers: view.linkedCustomerIds.map((id) => ({
      id,
      about: aboutCustomer(
        view.customers.find((customer) => customer.id === id),
        presentation,
      ),
    })),
    payments: view.assignedIds.map((id) => ({ id, about: used.has(id) ? null : notFound })),
  };
}
