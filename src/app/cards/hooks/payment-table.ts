import type { DateStyle, DisputeFacts, PaymentRow, RecordView } from '@stripe-payments/core';
import {
  allFeesMinor,
  english,
  failureText,
  formatDay,
  formatMoney,
  money,
} from '@stripe-payments/core';
import type { StatusVariant } from './headline.ts';
import { statusVariant } from './headline.ts';

/** One payment as the table prints it. */
export interface PaymentLine {
  readonly id: string;
  readonly date: string;
  readonly amount: string;
  /** What of it was refunded or captured, where that is not all or nothing. */
  readonly amountHint: string | null;
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  /** Why it failed, or what the bank wants, and the next step. */
  readonly explanation: string | null;
  readonly fee: string;
  readonly net: string;
  readonly method: string;
  readonly why: string;
  readonly dashboardUrl: string;
}

export const SORT_KEYS = ['date', 'amount', 'net'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sorting {
  readonly key: SortKey;
  readonly direction: 'ascending' | 'descending';
}

const words = english.card.payments;

/** A date or a card number on one line, however narrow its column. */
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
    .map((totals) => formatMoney(money(minorOf(totals), totals.currency), locale))
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

function disputeHint(dispute: DisputeFacts, style: DateStyle): string | null {
  switch (dispute.status) {
    case 'needs_response':
      return dispute.evidenceDueBy === null
        ? null
        : words.respondBy(formatDay(dispute.evidenceDueBy, style));
    case 'under_review':
      return words.disputeUnderReview;
    case 'lost':
      return words.disputeLost;
    case 'won':
      return words.disputeWon;
    case 'warning_needs_response':
    case 'warning_under_review':
      return words.inquiry;
    default:
      return null;
  }
}

function explanationOf({ status, failure, dispute }: PaymentRow, style: DateStyle): string | null {
  if (status === 'failed' && failure !== null) {
    const { reason, nextStep } = failureText(failure);
    return words.failed(reason, nextStep);
  }
  return dispute === null ? null : disputeHint(dispute, style);
}

const METHOD_NAMES: ReadonlyMap<string, string> = new Map([
  ['visa', 'Visa'],
  ['mastercard', 'Mastercard'],
  ['amex', 'American Express'],
  ['discover', 'Discover'],
  ['diners', 'Diners Club'],
  ['jcb', 'JCB'],
  ['unionpay', 'UnionPay'],
  ['card', 'Card'],
  ['us_bank_account', 'Bank account'],
  ['sepa_debit', 'SEPA debit'],
]);

function methodText({ type, brand, last4 }: PaymentRow['method']): string {
  const key = brand ?? type;
  // A name that the table does not have is Stripe's own word, readable enough.
  const name = METHOD_NAMES.get(key) ?? key.replaceAll('_', ' ');
  return last4 === null ? name : words.cardNumber(name, last4);
}

function paymentLine(view: RecordView, row: PaymentRow, style: DateStyle): PaymentLine {
  const { locale } = style;
  return {
    id: row.id,
    date: unbroken(formatDay(row.created, style)),
    amount: formatMoney(row.amount, locale),
    amountHint: amountHint(row, locale),
    status: { label: english.card.chargeStatus[row.status], variant: statusVariant(row.status) },
    explanation: explanationOf(row, style),
    fee: settlementText(row, allFeesMinor, locale),
    net: settlementText(row, ({ netMinor }) => netMinor, locale),
    method: methodText(row.method),
    why: english.card.evidence[row.evidence],
    dashboardUrl: dashboardUrl(view, row),
  };
}

/** Currency first, then size: amounts of two currencies have no order between them. */
function sortValue(row: PaymentRow, key: SortKey): readonly [currency: string, value: number] {
  switch (key) {
    case 'date':
      return ['', row.created];
    case 'amount':
      return [row.amount.currency, row.amount.minor];
    case 'net': {
      const [totals] = row.settlement;
      return [totals?.currency ?? '', totals?.netMinor ?? 0];
    }
  }
}

function compare(left: PaymentRow, right: PaymentRow, key: SortKey): number {
  const [leftCurrency, leftValue] = sortValue(left, key);
  const [rightCurrency, rightValue] = sortValue(right, key);
  if (leftCurrency !== rightCurrency) return leftCurrency < rightCurrency ? -1 : 1;
  if (leftValue !== rightValue) return leftValue - rightValue;
  return left.id < right.id ? -1 : 1;
}

export const PAGE_SIZE = 10;

export interface PaymentPage {
  readonly lines: readonly PaymentLine[];
  /** From 1 to `pageCount`. */
  readonly page: number;
  readonly pageCount: number;
}

/** One page of the table. Only its lines are formatted, so 1,000 rows cost what 10 do. */
export function paymentPage(
  view: RecordView,
  { key, direction }: Sorting,
  wantedPage: number,
  style: DateStyle,
): PaymentPage {
  const sign = direction === 'ascending' ? 1 : -1;
  const sorted = [...view.payments].sort((left, right) => sign * compare(left, right, key));
  const pageCount = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, wantedPage), pageCount);
  const rows = sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { lines: rows.map((row) => paymentLine(view, row, style)), page, pageCount };
}
