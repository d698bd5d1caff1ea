import type { Note, RecordView, ReviewRow } from '@stripe-payments/core';
import { newestFirst } from '@stripe-payments/core';

/** Rows beyond this are in the figures but not in the list. */
const MAX_ROWS = 1_000;

/**
 * What all rows of a reply may take as JSON. The platform takes 6 MB; the rest is for the token to go on
 * with, the notes and the changes.
 */
const MAX_ROWS_BYTES = 3 * 1024 * 1024;

/** Records that are named beside one payment, or in a note. */
export const MAX_OTHERS = 20;

/** Of each kind a person needs to see one; a sync stops at the first. */
const MAX_PROBLEMS = 50;

type Lists = Pick<
  RecordView,
  'customers' | 'payments' | 'needsReview' | 'subscriptions' | 'invoices' | 'freeCheckouts'
>;

const withFewOthers = (row: ReviewRow): ReviewRow => ({
  ...row,
  others: row.others.slice(0, MAX_OTHERS),
});

/** Takes rows as long as there is room for them. */
function createRoom(maxBytes: number) {
  let left = maxBytes;
  return <T>(rows: readonly T[]): readonly T[] => {
    const fitting: T[] = [];
    for (const row of rows.slice(0, MAX_ROWS)) {
      const bytes = Buffer.byteLength(JSON.stringify(row));
      if (bytes > left) break;
      left -= bytes;
      fitting.push(row);
    }
    return fitting;
  };
}

/** Where a list of payments to review goes on: by time and id, so that what is decided meanwhile moves nothing. */
const placeOf = ({ payment: { created, id } }: ReviewRow): string => `${String(created)}/${id}`;

/** In the order of the list, newest first. */
function isAfter({ payment }: ReviewRow, place: string): boolean {
  const [created = '', id = ''] = place.split('/');
  return payment.id !== id && newestFirst({ id, created: Number(created) }, payment) < 0;
}

/** What is asked for of a view: the next rows to review only, or all lists from their start. */
export interface AskedRows {
  readonly continuation?: string | undefined;
  readonly reviewAfter?: string | undefined;
}

function reviewNote(
  all: readonly ReviewRow[],
  shown: readonly ReviewRow[],
  { continuation = null }: { readonly continuation?: string | null | undefined },
): readonly Note[] {
  const last = shown.at(-1);
  const count = all.findIndex(({ payment }) => payment.id === last?.payment.id) + 1;
  if (last === undefined || count >= all.length) return [];
  const rest = [{ reviewAfter: placeOf(last), continuation }];
  return [{ kind: 'review-omitted', shown: count, total: all.length, rest }];
}

/** The view as it fits into a reply. Its notes say which payments are left out of the lists. */
export function fittingView<V extends Lists & Pick<RecordView, 'notes' | 'problems'>>(
  view: V,
  asked: AskedRows = {},
): V {
  const fitting = createRoom(MAX_ROWS_BYTES);
  const { reviewAfter } = asked;
  const isWhole = reviewAfter === undefined;
  const wanted = <T>(rows: readonly T[]): readonly T[] => (isWhole ? rows : []);
  const review = view.needsReview.filter((row) => isWhole || isAfter(row, reviewAfter));
  // Half of the room at most for the payments, so that neither list hides the other.
  const payments = createRoom(MAX_ROWS_BYTES / 2)(wanted(view.payments));
  const rows: Lists = {
    payments: fitting(payments),
    needsReview: fitting(review.map(withFewOthers)),
    invoices: fitting(wanted(view.invoices)),
    subscriptions: fitting(wanted(view.subscriptions)),
    customers: fitting(wanted(view.customers)),
    freeCheckouts: fitting(wanted(view.freeCheckouts)),
  };
  const [shown, total] = [rows.payments.length, view.payments.length];
  return {
    ...view,
    ...rows,
    problems: view.problems.slice(0, MAX_PROBLEMS),
    notes: [
      ...view.notes,
      ...(isWhole && shown < total ? [{ kind: 'rows-omitted', shown, total } as const] : []),
      ...reviewNote(view.needsReview, rows.needsReview, asked),
    ],
  };
}
