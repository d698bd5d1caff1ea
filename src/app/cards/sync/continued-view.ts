import type { Failure, Note, RecordView } from '@stripe-payments/core';

function distinctBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}

const keyOfProblem = ({ code, detail }: Failure): string => `${code}/${detail ?? ''}`;

/** Of two notes that say the same of different payments, one of both. */
function joinedNote(left: Note, right: Note): Note {
  if (left.kind === 'claimed-elsewhere' && right.kind === 'claimed-elsewhere') {
    const others = distinctBy([...left.others, ...right.others], ({ recordId }) => recordId);
    return { ...left, count: left.count + right.count, others };
  }
  if (left.kind === 'review-omitted' && right.kind === 'review-omitted') {
    const [shown, total] = [left.shown + right.shown, left.total + right.total];
    return { ...left, shown, total, rest: [...left.rest, ...right.rest] };
  }
  if ('shown' in left && 'shown' in right) {
    return { ...left, shown: left.shown + right.shown, total: left.total + right.total };
  }
  if (left.kind === 'unclassified' && right.kind === 'unclassified') {
    const flagged = distinctBy([...left.flagged, ...right.flagged], ({ id }) => id);
    return { ...left, flagged };
  }
  return left;
}

function joinedNotes(notes: readonly Note[]): readonly Note[] {
  const byKind = new Map<Note['kind'], Note>();
  for (const note of notes) {
    const before = byKind.get(note.kind);
    byKind.set(note.kind, before === undefined ? note : joinedNote(before, note));
  }
  return [...byKind.values()];
}

/** A view and what came after it on request: rows are added, the summary is of everything so far. */
export function continuedView(before: RecordView, next: RecordView): RecordView {
  const idOf = ({ id }: { readonly id: string }): string => id;
  return {
    ...next,
    customers: distinctBy([...before.customers, ...next.customers], idOf),
    payments: distinctBy([...before.payments, ...next.payments], idOf),
    needsReview: distinctBy(
      [...before.needsReview, ...next.needsReview],
      ({ payment }) => payment.id,
    ),
    subscriptions: distinctBy([...before.subscriptions, ...next.subscriptions], idOf),
    invoices: distinctBy([...before.invoices, ...next.invoices], idOf),
    freeCheckouts: distinctBy([...before.freeCheckouts, ...next.freeCheckouts], idOf),
    declines: { ...before.declines, ...next.declines },
    notes: joinedNotes([...before.notes, ...next.notes]),
    problems: distinctBy([...before.problems, ...next.problems], keyOfProblem),
  };
}
