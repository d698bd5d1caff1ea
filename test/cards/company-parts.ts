import './card-page.tsx';
import type { Charge, RecordView } from '@stripe-payments/core';
import { charge } from '../builders/charge.ts';
import { viewOf } from './views.ts';

const numbered = (n: number): Charge => charge({ id: `ch_${String(n)}`, amountMinor: n * 1_000 });

/** The summary is of payments 1 to `upTo`, the list of those from `first` on, as the function sends it. */
function part(
  first: number,
  upTo: number,
  covered: number,
  continuation: string | null,
): RecordView {
  const range = (from: number): readonly Charge[] =>
    Array.from({ length: upTo - from + 1 }, (_, index) => numbered(from + index));
  const { summary } = viewOf('company', { charges: range(1) });
  return viewOf(
    'company',
    { charges: range(first) },
    {
      summary,
      coverage: { contactsCovered: covered, contactsTotal: 500 },
      continuation,
      customers: [],
      notes: [{ kind: 'rows-omitted', shown: upTo - first + 1, total: upTo - first + 2 }],
    },
  );
}

export const firstPart = part(1, 2, 120, 'token-1');
export const secondPart = part(3, 3, 340, 'token-2');
export const lastPart = part(4, 5, 500, null);
