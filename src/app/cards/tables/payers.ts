import type {
  CommonTexts,
  CustomerRef,
  Presentation,
  RecordView,
  StripeAccount,
} from '@stripe-payments/core';
import { isolated, isVisible } from '@stripe-payments/core';

/** What the rows of a record's tables have in common. */
export interface RecordContext extends StripeAccount {
  /** True where several customers paid, so that each row names its payer. */
  readonly hasSeveralPayers: boolean;
}

/** Guests count as one payer. */
export function recordContextOf({
  mode,
  accountId,
  customers,
  payments,
}: RecordView): RecordContext {
  const payers = new Set([
    ...customers.map(({ id }) => id),
    ...payments.map(({ customer }) => customer?.id),
  ]);
  return { mode, accountId, hasSeveralPayers: payers.size > 1 };
}

/** The payer of a row; empty where all rows are of one customer. */
export function payerDetail(
  customer: CustomerRef | null,
  { hasSeveralPayers }: RecordContext,
  { texts }: Presentation,
): readonly string[] {
  return hasSeveralPayers ? [texts.card.billing.customer(payerName(customer, texts))] : [];
}

const isWritten = (text: string | null): text is string => text !== null && isVisible(text);

/** `Ada Lovelace, ada@northwind.example`: what is known of a payer, the id where it is nothing. */
export function customerName({ id, name, email }: CustomerRef, { card }: CommonTexts): string {
  const known = [name, email].filter(isWritten);
  return known.length === 0 ? `${card.common.unnamed} (${id})` : known.map(isolated).join(', ');
}

/** By name, else by email, else by id. */
export const shortName = ({ id, name, email }: CustomerRef): string =>
  isolated([name, email].find(isWritten) ?? id);

/** A guest is no customer. */
export function payerName(customer: CustomerRef | null, texts: CommonTexts): string {
  return customer === null ? texts.card.common.guest : customerName(customer, texts);
}
