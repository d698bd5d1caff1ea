import type { CheckedUrl, PaymentRow, Presentation, Texts } from '@stripe-payments/core';
import {
  allFeesMinor,
  dashboardUrl,
  dayText,
  formatMoney,
  isolated,
  money,
  reasonText,
} from '@stripe-payments/core';
import { breakable } from './breakable.ts';
import { catalogueName } from './catalogue-name.ts';
import { convertedText } from './converted.ts';
import type { Surroundings } from './payers.ts';
import { payerDetail } from './payers.ts';
import { explanationOf } from './payment-explanation.ts';
import { purposeOf } from './payment-purpose.ts';
import type { StatusVariant } from './status-variant.ts';
import { statusVariant } from './status-variant.ts';

/** One payment as the table prints it. */
export interface PaymentLine {
  readonly id: string;
  readonly date: string;
  readonly method: string;
  readonly amount: string;
  /** What of it was refunded or captured, where that is not all or nothing. */
  readonly amountHint: string | null;
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  /** What it was for, at what rate it was converted, who paid, why it is here, and what its status does not say: a sentence each. */
  readonly details: readonly string[];
  readonly fee: string;
  readonly net: string;
  readonly dashboardUrl: CheckedUrl | null;
}

/** A date on one line, however narrow its column. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

function settlementText(
  row: PaymentRow,
  minorOf: (totals: PaymentRow['settlement'][number]) => number,
  { texts, locale }: Presentation,
): string {
  const words = texts.card.payments;
  if (row.feeStatus === 'pending') return words.pending;
  if (row.settlement.length === 0) return words.noValue;
  return row.settlement
    .map((totals) => breakable(formatMoney(money(minorOf(totals), totals.currency), locale)))
    .join(', ');
}

function amountHint(
  { amount, captured, refunded, status }: PaymentRow,
  { texts, locale }: Presentation,
): string | null {
  const words = texts.card.payments;
  if (refunded.minor > 0 && status !== 'refunded') {
    return words.refunded(formatMoney(refunded, locale));
  }
  const isPart = captured.minor > 0 && captured.minor < amount.minor;
  return isPart ? words.capturedPart(formatMoney(captured, locale)) : null;
}

function methodText({ type, brand, last4 }: PaymentRow['method'], { card }: Texts): string {
  const name = isolated(catalogueName(card.methods, brand ?? type));
  return last4 === null ? name : card.payments.cardNumber(name, last4);
}

function detailsOf(
  row: PaymentRow,
  surroundings: Surroundings,
  presentation: Presentation,
): readonly string[] {
  const { texts } = presentation;
  return [
    purposeOf(row, texts),
    convertedText(row, presentation),
    ...payerDetail(row.customer, surroundings, presentation),
    reasonText(row.reason, texts),
    explanationOf(row, presentation),
  ].filter((text) => text !== null);
}

export function paymentLine(
  row: PaymentRow,
  surroundings: Surroundings,
  presentation: Presentation,
): PaymentLine {
  const { texts, locale } = presentation;
  return {
    id: row.id,
    date: unbroken(dayText(row.created, presentation)),
    method: methodText(row.method, texts),
    amount: breakable(formatMoney(row.amount, locale)),
    amountHint: amountHint(row, presentation),
    status: { label: texts.card.chargeStatus[row.status], variant: statusVariant(row.status) },
    details: detailsOf(row, surroundings, presentation),
    fee: settlementText(row, allFeesMinor, presentation),
    net: settlementText(row, ({ netMinor }) => netMinor, presentation),
    dashboardUrl: dashboardUrl(surroundings, 'payments', row.paymentIntentId ?? row.id),
  };
}
