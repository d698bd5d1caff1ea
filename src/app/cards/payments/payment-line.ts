import type {
  CheckedUrl,
  InvoiceRef,
  PaymentRow,
  Presentation,
  Texts,
} from '@stripe-payments/core';
import {
  allFeesMinor,
  dashboardUrl,
  dayText,
  formatCurrency,
  formatMoney,
  isolated,
  isVisible,
  majorExchangeRate,
  money,
  reasonText,
} from '@stripe-payments/core';
import type { StatusVariant } from '../tables/cell-texts.ts';
import { catalogueName, numberText, statusVariant } from '../tables/cell-texts.ts';
import type { RecordContext } from '../tables/payers.ts';
import { payerDetail } from '../tables/payers.ts';
import { explanationOf } from './payment-explanation.ts';

/** One payment as the table prints it. */
export interface PaymentLine {
  readonly id: string;
  readonly date: string;
  readonly method: string;
  readonly amount: string;
  /** What of it was refunded, captured or received, where that is not all or nothing. */
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
  const labels = texts.card.payments;
  if (row.feeStatus === 'pending') return labels.pending;
  if (row.settlement.length === 0) return labels.noValue;
  return row.settlement
    .map((totals) => formatMoney(money(minorOf(totals), totals.currency), locale))
    .join(', ');
}

function amountHint(
  { amount, captured, refunded, unapplied, status }: PaymentRow,
  { texts, locale }: Presentation,
): string | null {
  const labels = texts.card.payments;
  if (refunded.minor > 0 && status !== 'refunded') {
    return labels.refunded(formatMoney(refunded, locale));
  }
  if (unapplied.minor > 0) return labels.unapplied(formatMoney(unapplied, locale));
  const isPart = captured.minor > 0 && captured.minor < amount.minor;
  return isPart ? labels.capturedPart(formatMoney(captured, locale)) : null;
}

function methodText({ type, brand, last4 }: PaymentRow['method'], { card }: Texts): string {
  const name = isolated(catalogueName(card.methods, brand ?? type));
  return last4 === null ? name : card.payments.cardNumber(name, last4);
}

function detailsOf(
  row: PaymentRow,
  context: RecordContext,
  presentation: Presentation,
): readonly string[] {
  const { texts, locale } = presentation;
  const { settledOutside, customerPaid, passedOn } = texts.card.payments;
  return [
    purposeOf(row, texts),
    row.customerPaid && customerPaid(formatMoney(row.customerPaid, locale)),
    convertedText(row, presentation),
    row.feeStatus === 'outside' ? settledOutside : null,
    row.passedOn && passedOn(formatMoney(row.passedOn, locale)),
    ...payerDetail(row.customer, context, presentation),
    reasonText(row.reason, texts),
    explanationOf(row, presentation),
  ].filter((text) => text !== null);
}

export function paymentLine(
  row: PaymentRow,
  context: RecordContext,
  presentation: Presentation,
): PaymentLine {
  const { texts, locale } = presentation;
  return {
    id: row.id,
    date: unbroken(dayText(row.created, presentation)),
    method: methodText(row.method, texts),
    amount: formatMoney(row.amount, locale),
    amountHint: amountHint(row, presentation),
    status: { label: texts.card.chargeStatus[row.status], variant: statusVariant(row.status) },
    details: detailsOf(row, context, presentation),
    fee: settlementText(row, allFeesMinor, presentation),
    net: settlementText(row, ({ netMinor }) => netMinor, presentation),
    dashboardUrl: dashboardUrl(context, 'payments', row.paymentIntentId ?? row.id),
  };
}

/** The charge's amount beside what it became in the settlement currency, and the rate; null if not converted. */
function convertedText(row: PaymentRow, { texts, locale }: Presentation): string | null {
  const { amount, exchangeRate, settlement } = row;
  const settled = settlement.find(({ currency }) => currency !== amount.currency);
  if (exchangeRate === null || settled === undefined) return null;
  const { currency, grossMinor } = settled;
  const rate = texts.card.billing.rate(
    formatCurrency(amount.currency),
    numberText(majorExchangeRate(exchangeRate, amount.currency, currency), locale),
    formatCurrency(currency),
  );
  const charged = formatMoney(amount, locale);
  return `${charged} = ${formatMoney(money(grossMinor, currency), locale)} ${rate}`;
}

/** The first lines of an invoice, and that there are more. */
export function linesText(
  { lines, hasMoreLines }: Pick<InvoiceRef, 'lines' | 'hasMoreLines'>,
  { card }: Texts,
): string {
  return [...lines.map(isolated), ...(hasMoreLines ? [card.billing.andMore] : [])].join(', ');
}

function invoiceText(invoice: InvoiceRef, texts: Texts): string {
  const { billing } = texts.card;
  const number = isolated(invoice.number ?? invoice.id);
  const lines = linesText(invoice, texts);
  return lines === '' ? billing.forInvoice(number) : billing.forInvoiceOf(number, lines);
}

/** What the money was for: the invoice that it paid, else the description; null where nothing says. */
export function purposeOf({ invoices, description }: PaymentRow, texts: Texts): string | null {
  if (invoices.length === 0) {
    return description !== null && isVisible(description) ? isolated(description) : null;
  }
  return invoices.map((invoice) => invoiceText(invoice, texts)).join(' ');
}
