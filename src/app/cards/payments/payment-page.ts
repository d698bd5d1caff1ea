import type { PaymentRow, Presentation } from '@stripe-payments/core';
import type { Page } from '../tables/paging.ts';
import { pageOf } from '../tables/paging.ts';
import type { RecordContext } from '../tables/payers.ts';
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

/** One page of the table. Only its lines are formatted, so 1,000 rows cost what 10 do. */
export function paymentPage(
  payments: readonly PaymentRow[],
  context: RecordContext,
  { key, direction }: Sorting,
  wantedPage: number,
  presentation: Presentation,
): Page<PaymentLine> {
  const sign = direction === 'ascending' ? 1 : -1;
  const sorted = [...payments].sort((left, right) => sign * compare(left, right, key));
  const { items, ...place } = pageOf(sorted, wantedPage);
  return { ...place, items: items.map((row) => paymentLine(row, context, presentation)) };
}
