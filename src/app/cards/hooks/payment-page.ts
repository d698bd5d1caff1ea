import type { DateStyle, PaymentRow, RecordView } from '@stripe-payments/core';
import type { PaymentLine } from './payment-line.ts';
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

const PAGE_SIZE = 10;

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
