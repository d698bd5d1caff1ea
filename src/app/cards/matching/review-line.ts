import type {
  CheckedUrl,
  Money,
  Presentation,
  RecordLink,
  RecordView,
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
  /** That nothing names a record, or that several are named equally: two colors, and two words. */
  readonly kind: { readonly label: string; readonly variant: 'info' | 'warning' };
  /** What it was for, and why it could be the record's. */
  readonly details: readonly string[];
  readonly others: readonly RecordLink[];
  readonly othersLabel: string;
}

/** What a deal's coverage is once the payment counts; null where that is not known. */
function afterwards(
  { status, amount }: ReviewRow['payment'],
  { summary }: Pick<RecordView, 'summary'>,
  { texts, locale }: Presentation,
): string | null {
  const { paid = null, amount: dealAmount = null } = summary.dealCoverage ?? {};
  if (paid === null || dealAmount === null || status !== 'paid') return null;
  if (paid.currency !== amount.currency) return null;
  const text = (each: Money): string => formatMoney(each, locale);
  return texts.card.links.ifAssigned(text(add(paid, amount)), text(dealAmount));
}

export function reviewLine(
  { payment, status, others }: ReviewRow,
  view: StripeAccount & Pick<RecordView, 'summary'>,
  presentation: Presentation,
): ReviewLine {
  const { texts, locale } = presentation;
  const { links } = texts.card;
  const { id, created, amount, customer } = payment;
  return {
    id,
    date: unbroken(dayText(created, presentation)),
    dashboardUrl: paymentUrl(view, payment),
    amount: formatMoney(amount, locale),
    status: {
      label: texts.card.chargeStatus[payment.status],
      variant: statusVariant(payment.status),
    },
    payer: payerName(customer, texts),
    kind:
      status === 'candidate'
        ? { label: links.candidate, variant: 'info' }
        : { label: links.ambiguous(others.length + 1), variant: 'warning' },
    details: [
      purposeOf(payment, texts),
      paymentReason(payment, presentation),
      afterwards(payment, view, presentation),
    ].filter((text) => text !== null),
    others,
    othersLabel: status === 'candidate' ? links.othersPossible : links.others,
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
