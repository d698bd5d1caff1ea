import type { CustomerRef, Presentation, RecordView, StripeAccount } from '@stripe-payments/core';
import { payerName } from './customer-name.ts';

/** What the rows of a record's tables have in common. */
export interface Surroundings extends StripeAccount {
  /** True where several customers paid, so that each row says whose it is. */
  readonly hasSeveralPayers: boolean;
}

/** Guests count as one payer. */
export function surroundingsOf({ mode, accountId, customers, payments }: RecordView): Surroundings {
  const payers = new Set([
    ...customers.map(({ id }) => id),
    ...payments.map(({ customer }) => customer?.id),
  ]);
  return { mode, accountId, hasSeveralPayers: payers.size > 1 };
}

/** Whose a row is; nothing where all rows are of one customer. */
export function payerDetail(
  customer: CustomerRef | null,
  { hasSeveralPayers }: Surroundings,
  { texts }: Presentation,
): readonly string[] {
  return hasSeveralPayers ? [texts.card.billing.customer(payerName(customer, texts))] : [];
}
