import type { CheckedUrl, InvoiceRow, Presentation } from '@stripe-payments/core';
import {
  dashboardUrl,
  dayText,
  formatMoney,
  isOpenStatus,
  isolated,
  reasonText,
  stripeUrl,
} from '@stripe-payments/core';
import { isDayOver } from '../figures/dated-text.ts';
import { linesText } from '../payments/payment-line.ts';
import type { StatusVariant } from '../tables/cell-texts.ts';
import type { RecordContext } from '../tables/payers.ts';
import { payerDetail } from '../tables/payers.ts';

/** An invoice as the table prints it. */
export interface InvoiceLine {
  readonly id: string;
  readonly number: string;
  /** What it asks money for; null where nothing says. */
  readonly lines: string | null;
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  /** When it is due, and when Stripe tries next. */
  readonly hints: readonly string[];
  readonly remaining: string;
  /** What was paid or credited of it, where that is a part. */
  readonly remainingHints: readonly string[];
  readonly total: string;
  /** Who is to pay, and why it is here. */
  readonly details: readonly string[];
  readonly hostedUrl: CheckedUrl | null;
  readonly pdfUrl: CheckedUrl | null;
  readonly dashboardUrl: CheckedUrl | null;
}

function variantOf(status: InvoiceRow['status']): StatusVariant {
  switch (status) {
    case 'paid':
      return 'success';
    case 'open':
    case 'processing':
      return 'info';
    case 'past_due':
    case 'uncollectible':
      return 'danger';
    case 'draft':
    case 'void':
    case 'unknown':
      return 'default';
  }
}

export const isOpenInvoice = ({ status }: InvoiceRow): boolean => isOpenStatus(status);

function hintsOf(row: InvoiceRow, nowMs: number, presentation: Presentation): readonly string[] {
  if (!isOpenInvoice(row)) return [];
  const { billing, common } = presentation.texts.card;
  const { due, attempts, nextAttempt, nextAttemptWas } = billing;
  const { dueOn, nextAttemptOn, attemptCount } = row;
  const isOver = (seconds: number): boolean => isDayOver(seconds, nowMs, presentation);
  const day = (seconds: number): string => dayText(seconds, presentation);
  return [
    dueOn === null ? null : (isOver(dueOn) ? common.dueWas : due)(day(dueOn)),
    attemptCount === 0 ? null : attempts(attemptCount),
    nextAttemptOn === null
      ? null
      : (isOver(nextAttemptOn) ? nextAttemptWas : nextAttempt)(day(nextAttemptOn)),
  ].filter((hint) => hint !== null);
}

function remainingHints(
  { paid, total, credited, paidOutside }: InvoiceRow,
  { texts, locale }: Presentation,
): readonly string[] {
  const { billing } = texts.card;
  const isPart = paid.minor > 0 && paid.minor < total.minor;
  return [
    ...(isPart ? [billing.paidOf(formatMoney(paid, locale), formatMoney(total, locale))] : []),
    ...(paidOutside.minor > 0 ? [billing.paidOutside(formatMoney(paidOutside, locale))] : []),
    ...(credited.minor > 0 ? [billing.credited(formatMoney(credited, locale))] : []),
  ];
}

export function invoiceLine(
  row: InvoiceRow,
  context: RecordContext,
  nowMs: number,
  presentation: Presentation,
): InvoiceLine {
  const { texts, locale } = presentation;
  const { billing } = texts.card;
  const lines = linesText(row, texts);
  const isOpen = isOpenInvoice(row);
  return {
    id: row.id,
    number: row.number === null ? billing.draftNumber : isolated(row.number),
    lines: lines === '' ? null : lines,
    status: { label: billing.invoiceStatus[row.status], variant: variantOf(row.status) },
    hints: hintsOf(row, nowMs, presentation),
    remaining: formatMoney(row.remaining, locale),
    remainingHints: remainingHints(row, presentation),
    total: formatMoney(row.total, locale),
    details: [
      ...payerDetail(row.customer, context, presentation),
      reasonText(row.reason, presentation),
    ],
    hostedUrl: isOpen ? stripeUrl(row.hostedUrl) : null,
    pdfUrl: stripeUrl(row.pdfUrl),
    dashboardUrl: dashboardUrl(context, 'invoices', row.id),
  };
}
