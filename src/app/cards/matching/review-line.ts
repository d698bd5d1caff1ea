import type {
  CheckedUrl,
  Presentation,
  RecordLink,
  StripeAccount,
  ReviewRow,
} from '@stripe-payments/core';
import { dashboardUrl, dayText, formatMoney, paymentReason } from '@stripe-payments/core';
import { purposeOf } from '../payments/payment-line.ts';
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
  const { id, paymentIntentId, created, amount, customer } = payment;
  return {
    id,
    date: unbroken(dayText(created, presentation)),
    dashboardUrl: dashboardUrl(account, 'payments', paymentIntentId ?? id),
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
