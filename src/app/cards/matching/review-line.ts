import type {
  CheckedUrl,
  Presentation,
  RecordLink,
  StripeAccount,
  ReviewRow,
} from '@stripe-payments/core';
import { add, dayText, formatMoney, paymentReason } from '@stripe-payments/core';
import { paymentUrl, purposeOf } from '../payments/payment-line.ts';
import type { StatusVariant } from '../tables/cell-texts.ts';
import { statusVariant, unbroken } from '../tables/cell-texts.ts';
import { payerName } from '../tables/payers.ts';

/** A payment that waits for a person, as the table prints it. */
export interface ReviewLine {
  readonly id: string;
  readonly date: string;
  readonly dashboardUrl: CheckedUrl | null;
  readonly amount: string;
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  readonly payer: string;
  /** Whether the record is one of several, or two speak for it equally. */
  readonly kind: string;
  /** What it was for, and why it could be the record's. */
  readonly details: readonly string[];
  readonly others: readonly RecordLink[];
}

export function reviewLine(
  { payment, status, others }: ReviewRow,
  account: StripeAccount,
  presentation: Presentation,
): ReviewLine {
  const { texts, locale } = presentation;
  const { id, created, amount, customer } = payment;
  return {
    id,
    date: unbroken(dayText(created, presentation)),
    dashboardUrl: paymentUrl(account, payment),
    amount: formatMoney(amount, locale),
    status: {
      label: texts.card.chargeStatus[payment.status],
      variant: statusVariant(payment.status),
    },
    payer: payerName(customer, texts),
    kind: status === 'candidate' ? texts.card.links.candidate : texts.card.links.ambiguous,
    details: [purposeOf(payment, texts), paymentReason(payment, presentation)].filter(
      (text) => text !== null,
    ),
    others,
  };
}

/** How much it is in all; null where that is not known, not in one currency, or did not stay paid. */
export function reviewTotal(
  rows: readonly ReviewRow[],
  count: number,
  { locale }: Presentation,
): string | null {
  const [first, ...others] = rows.map(({ payment }) => payment.amount);
  const isWhole =
    rows.length === count &&
    rows.every(({ payment }) => payment.status === 'paid') &&
    others.every(({ currency }) => currency === first?.currency);
  return isWhole && first !== undefined ? formatMoney(others.reduce(add, first), locale) : null;
}
