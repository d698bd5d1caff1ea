import type { DateStyle, PaymentRow, RecordView } from '@stripe-payments/core';
import { allFeesMinor, english, formatMoney, money } from '@stripe-payments/core';
import { breakable } from './breakable.ts';
import { dayText } from './dates.ts';
import { explanationOf } from './payment-explanation.ts';
import type { StatusVariant } from './status-variant.ts';
import { statusVariant } from './status-variant.ts';

/** One payment as the table prints it. */
export interface PaymentLine {
  readonly id: string;
  readonly date: string;
  readonly description: string | null;
  readonly method: string;
  readonly amount: string;
  /** What of it was refunded or captured, where that is not all or nothing. */
  readonly amountHint: string | null;
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  readonly why: string;
  /** Why it failed, or what the bank wants, and the next step. */
  readonly explanation: string | null;
  readonly fee: string;
  readonly net: string;
  readonly dashboardUrl: string;
}

const words = english.card.payments;

/** A date on one line, however narrow its column. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

function dashboardUrl({ mode, accountId }: RecordView, row: PaymentRow): string {
  const account = accountId === null ? '' : `/${accountId}`;
  const test = mode === 'test' ? '/test' : '';
  // Without the account the dashboard opens the one that the person used last.
  return `https://dashboard.stripe.com${account}${test}/payments/${row.paymentIntentId ?? row.id}`;
}

function settlementText(
  row: PaymentRow,
  minorOf: (totals: PaymentRow['settlement'][number]) => number,
  locale: string,
): string {
  if (row.feeStatus === 'pending') return words.pending;
  if (row.settlement.length === 0) return words.noValue;
  return row.settlement
    .map((totals) => breakable(formatMoney(money(minorOf(totals), totals.currency), locale)))
    .join(', ');
}

function amountHint(
  { amount, captured, refunded, status }: PaymentRow,
  locale: string,
): string | null {
  if (refunded.minor > 0 && status !== 'refunded') {
    return words.refunded(formatMoney(refunded, locale));
  }
  const isPart = captured.minor > 0 && captured.minor < amount.minor;
  return isPart ? words.capturedPart(formatMoney(captured, locale)) : null;
}

const METHOD_NAMES: ReadonlyMap<string, string> = new Map(Object.entries(english.card.methods));

function methodText({ type, brand, last4 }: PaymentRow['method']): string {
  const key = brand ?? type;
  const name = METHOD_NAMES.get(key) ?? key.replaceAll('_', ' ');
  return last4 === null ? name : words.cardNumber(name, last4);
}

export function paymentLine(view: RecordView, row: PaymentRow, style: DateStyle): PaymentLine {
  const { locale } = style;
  return {
    id: row.id,
    date: unbroken(dayText(row.created, style)),
    description: row.description,
    method: methodText(row.method),
    amount: breakable(formatMoney(row.amount, locale)),
    amountHint: amountHint(row, locale),
    status: { label: english.card.chargeStatus[row.status], variant: statusVariant(row.status) },
    why: english.card.evidence[row.evidence],
    explanation: explanationOf(row, style),
    fee: settlementText(row, allFeesMinor, locale),
    net: settlementText(row, ({ netMinor }) => netMinor, locale),
    dashboardUrl: dashboardUrl(view, row),
  };
}
