import type {
  CheckedUrl,
  CommonTexts,
  InvoiceRef,
  Money,
  PaymentRow,
  Presentation,
  RecordView,
  StripeAccount,
  Texts,
} from '@stripe-payments/core';
import {
  allFeesMinor,
  dashboardUrl,
  dayText,
  formatMoney,
  isolated,
  isVisible,
  money,
  paymentReason,
  shownDecline,
} from '@stripe-payments/core';
import type { StatusVariant } from '../tables/cell-texts.ts';
import { catalogueName, statusVariant, unbroken } from '../tables/cell-texts.ts';
import { payerName } from '../tables/payers.ts';

/** Which payment it is. */
interface PaidLine {
  readonly date: string;
  /** By name, else by email; and by both. */
  readonly payer: Readonly<Record<'name' | 'whole', string>>;
  readonly amount: string;
  /** What of it was refunded or received, where that is not all or nothing. */
  readonly amountHint: string | null;
}

/** One payment as the table prints it, and its panel above the history. */
export interface PaymentLine extends PaidLine {
  readonly row: PaymentRow;
  readonly method: string;
  readonly reason: string;
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  /** Why it failed, and what to do. */
  readonly decline: { readonly reason: string; readonly nextStep: string } | null;
  readonly fee: string;
  readonly net: string;
  readonly purpose: string | null;
  /** What of an authorization was captured, where that is a part. */
  readonly capture: string | null;
  readonly dashboardUrl: CheckedUrl | null;
}

/** What the lines of a record's payments have in common. */
export type LineContext = Pick<RecordView, 'mode' | 'accountId' | 'declines'>;

function settlementText(
  row: PaymentRow,
  minorOf: (totals: PaymentRow['settlement'][number]) => number,
  { texts, locale }: Presentation,
): string {
  const { common } = texts.card;
  if (row.feeStatus === 'pending') return common.pending;
  if (row.settlement.length === 0) return common.noValue;
  return row.settlement
    .map((totals) => formatMoney(money(minorOf(totals), totals.currency), locale))
    .join(', ');
}

const isCapturedInPart = (captured: Money, amount: Money): boolean =>
  captured.minor > 0 && captured.minor < amount.minor;

function amountHint(
  { refunded, unapplied, status }: PaymentRow,
  { texts, locale }: Presentation<CommonTexts>,
): string | null {
  const { common } = texts.card;
  if (refunded.minor > 0 && status !== 'refunded') {
    return common.refunded(formatMoney(refunded, locale));
  }
  return unapplied.minor > 0 ? common.unapplied(formatMoney(unapplied, locale)) : null;
}

function captureText(
  { amount, captured }: PaymentRow,
  { texts, locale }: Presentation,
): string | null {
  if (!isCapturedInPart(captured, amount)) return null;
  const { capturedPart } = texts.card.payments;
  return capturedPart(formatMoney(captured, locale), formatMoney(amount, locale));
}

/** What was taken, where that is less than what was authorized. */
const shownAmount = ({ captured, amount }: PaymentRow): Money =>
  isCapturedInPart(captured, amount) ? captured : amount;

function methodText({ type, brand, last4 }: PaymentRow['method'], { card }: Texts): string {
  const name = isolated(catalogueName(card.methods, brand ?? type));
  return last4 === null ? name : card.payments.cardNumber(name, last4);
}

/** Who paid, in short and in full; a guest is named by what they typed. */
function payerOf(
  { customer, billing }: PaymentRow,
  texts: CommonTexts,
): Readonly<Record<'name' | 'whole', string>> {
  const isWritten = (text: string | null | undefined): text is string =>
    typeof text === 'string' && isVisible(text);
  const typed = [billing.name, billing.email].filter(isWritten).map(isolated);
  const whole =
    customer === null && typed.length > 0 ? typed.join(', ') : payerName(customer, texts);
  const name = [customer?.name, customer?.email].find(isWritten) ?? typed[0];
  return { name: name === undefined ? whole : isolated(name), whole };
}

/** Where a payment is in Stripe; null where its ID is none of a payment. */
export const paymentUrl = (
  account: StripeAccount,
  { paymentIntentId, id }: Pick<PaymentRow, 'paymentIntentId' | 'id'>,
): CheckedUrl | null => dashboardUrl(account, 'payments', paymentIntentId ?? id);

/** What the card that acts says of a payment too. */
export const paidLine = (row: PaymentRow, presentation: Presentation<CommonTexts>): PaidLine => ({
  date: unbroken(dayText(row.created, presentation)),
  payer: payerOf(row, presentation.texts),
  amount: formatMoney(shownAmount(row), presentation.locale),
  amountHint: amountHint(row, presentation),
});

export function paymentLine(
  row: PaymentRow,
  context: LineContext,
  presentation: Presentation,
): PaymentLine {
  const { texts, language } = presentation;
  const paid = paidLine(row, presentation);
  return {
    ...paid,
    row,
    method: methodText(row.method, texts),
    reason: paymentReason(row, presentation, paid.payer.name),
    status: { label: texts.card.chargeStatus[row.status], variant: statusVariant(row.status) },
    decline: row.failure && shownDecline(context, row.failure, language),
    fee: settlementText(row, allFeesMinor, presentation),
    net: settlementText(row, ({ netMinor }) => netMinor, presentation),
    purpose: purposeOf(row, texts),
    capture: captureText(row, presentation),
    dashboardUrl: paymentUrl(context, row),
  };
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
