import type { Money, PaymentRow, Presentation } from '@stripe-payments/core';
import { dayOf, formatMoney, paymentTotals } from '@stripe-payments/core';
import type { Page } from '../tables/paging.ts';
import { pageOf } from '../tables/paging.ts';
import type { LineContext, PaymentLine } from './payment-line.ts';
import { paymentLine } from './payment-line.ts';

export type SortKey = 'date' | 'amount' | 'net';

export interface Sorting {
  readonly key: SortKey;
  readonly direction: 'ascending' | 'descending';
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
      // What has no net, or not all of it yet, has an order in time only.
      if (totals === undefined || row.feeStatus === 'pending') return ['', row.created];
      return [totals.currency, totals.netMinor];
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

/** One page of the table. Only its lines are formatted, so 1,000 rows cost what 10 do. */
export function paymentPage(
  payments: readonly PaymentRow[],
  context: LineContext,
  { key, direction }: Sorting,
  wantedPage: number,
  presentation: Presentation,
): Page<PaymentLine> {
  const sign = direction === 'ascending' ? 1 : -1;
  const sorted = [...payments].sort((left, right) => sign * compare(left, right, key));
  const { items, ...place } = pageOf(sorted, wantedPage);
  return { ...place, items: items.map((row) => paymentLine(row, context, presentation)) };
}

/** From so many payments on a table has filters and totals. */
export const MIN_FILTERED = 20;

/** What is wanted to be seen; empty for everything. */
export interface Filter {
  readonly status: string;
  readonly year: string;
}

const yearOf = ({ created }: PaymentRow, { timeZone }: Presentation): string =>
  dayOf(created, timeZone).slice(0, 4);

export const filtered = (
  payments: readonly PaymentRow[],
  { status, year }: Filter,
  presentation: Presentation,
): readonly PaymentRow[] =>
  payments.filter(
    (row) =>
      (status === '' || row.status === status) &&
      (year === '' || yearOf(row, presentation) === year),
  );

type Options = readonly { readonly value: string; readonly label: string }[];

/** What there is to choose from, everything first. */
export function filterOptions(
  payments: readonly PaymentRow[],
  presentation: Presentation,
): Readonly<Record<keyof Filter, Options>> {
  const { payments: texts, chargeStatus } = presentation.texts.card;
  const statuses = [...new Set(payments.map(({ status }) => status))];
  const years = [...new Set(payments.map((row) => yearOf(row, presentation)))].sort().reverse();
  return {
    status: [
      { value: '', label: texts.allStatuses },
      ...statuses.map((value) => ({ value, label: chargeStatus[value] })),
    ],
    year: [
      { value: '', label: texts.allYears },
      ...years.map((value) => ({ value, label: value })),
    ],
  };
}

/** The sums of all rows that pass the filter, on whatever page, a currency beside the other. */
export interface TotalsLine {
  readonly label: string;
  readonly paid: string;
  readonly fees: string;
  readonly net: string;
}

export function totalsLine(
  payments: readonly PaymentRow[],
  { texts, locale }: Presentation,
): TotalsLine {
  const { total, pendingBeside } = texts.card.payments;
  const { noValue } = texts.card.common;
  const { paid, fees, net, pending, isComplete } = paymentTotals(payments);
  const listed = (amounts: readonly Money[]): string =>
    amounts.length === 0
      ? noValue
      : amounts.map((amount) => formatMoney(amount, locale)).join(', ');
  const settled = (amounts: readonly Money[]): string => {
    if (!isComplete) return noValue;
    return pending === 0 ? listed(amounts) : pendingBeside(listed(amounts), pending);
  };
  return {
    label: total(payments.length),
    paid: listed(paid),
    fees: settled(fees),
    net: settled(net),
  };
}
