import type { MatchedObjects, Note, RecordLink, RecordView } from '@stripe-payments/core';

/** Rows beyond this are in the figures but not in the list, so that a reply stays far below 6 MB. */
const MAX_ROWS = 1_000;

/** Records that are named in a note. */
const MAX_OTHERS = 20;

function claimedElsewhere({ charges }: MatchedObjects): readonly Note[] {
  const others = new Map<string, RecordLink>();
  let count = 0;
  for (const { match } of charges) {
    if (match.status !== 'elsewhere') continue;
    count += 1;
    for (const link of match.others) others.set(`${link.objectType}/${link.recordId}`, link);
  }
  if (count === 0) return [];
  return [{ kind: 'claimed-elsewhere', count, others: [...others.values()].slice(0, MAX_OTHERS) }];
}

/** What the figures alone do not say. */
export function notesOf(
  attribution: MatchedObjects,
  isSearchUnavailable: boolean,
  { summary, payments }: Pick<RecordView, 'summary' | 'payments'>,
): readonly Note[] {
  const notes: Note[] = [];
  if (isSearchUnavailable) notes.push({ kind: 'search-unavailable' });
  notes.push(...claimedElsewhere(attribution));
  const total = payments.length;
  if (total > MAX_ROWS) notes.push({ kind: 'rows-omitted', shown: MAX_ROWS, total });
  const { flagged } = summary.ledger;
  if (flagged.length > 0) notes.push({ kind: 'unclassified', flagged });
  return notes;
}

type Lists = Pick<
  RecordView,
  'customers' | 'payments' | 'undecided' | 'subscriptions' | 'invoices' | 'freeCheckouts'
>;

/** The lists as they fit into a reply. */
export function fittingRows(rows: Lists): Lists {
  const { customers, payments, undecided, subscriptions, invoices, freeCheckouts } = rows;
  return {
    customers: customers.slice(0, MAX_ROWS),
    payments: payments.slice(0, MAX_ROWS),
    undecided: undecided.slice(0, MAX_ROWS),
    subscriptions: subscriptions.slice(0, MAX_ROWS),
    invoices: invoices.slice(0, MAX_ROWS),
    freeCheckouts: freeCheckouts.slice(0, MAX_ROWS),
  };
}
