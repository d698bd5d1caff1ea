import type { Note, RecordView, ReviewRow } from '@stripe-payments/core';

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

const omittedNote = (
  kind: 'rows-omitted' | 'review-omitted',
  { length: shown }: readonly unknown[],
  { length: total }: readonly unknown[],
): readonly Note[] => (shown < total ? [{ kind, shown, total }] : []);

/** The view as it fits into a reply. Its notes say which payments are left out of the lists. */
export function fittingView<V extends Lists & Pick<RecordView, 'notes' | 'problems'>>(view: V): V {
  const fitting = createRoom(MAX_ROWS_BYTES);
  // Half of the room at most for the payments, so that neither list hides the other.
  const payments = createRoom(MAX_ROWS_BYTES / 2)(view.payments);
  const rows: Lists = {
    payments: fitting(payments),
    needsReview: fitting(view.needsReview.map(withFewOthers)),
    invoices: fitting(view.invoices),
    subscriptions: fitting(view.subscriptions),
    customers: fitting(view.customers),
    freeCheckouts: fitting(view.freeCheckouts),
  };
  return {
    ...view,
    ...rows,
    problems: view.problems.slice(0, MAX_PROBLEMS),
    notes: [
      ...view.notes,
      ...omittedNote('rows-omitted', rows.payments, view.payments),
      ...omittedNote('review-omitted', rows.needsReview, view.needsReview),
    ],
  };
}
