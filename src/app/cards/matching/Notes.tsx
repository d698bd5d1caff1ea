import { Text } from '@hubspot/ui-extensions';
import type { Note, ObjectType, Presentation, RecordView } from '@stripe-payments/core';
import { formatMoney, money } from '@stripe-payments/core';
import { usePresentation } from '@stripe-payments/ui';
import { customerName } from '../tables/payers.ts';
import { RecordNames } from '../tables/RecordNames.tsx';

/** The list of payments to review tells itself what it leaves out. */
type ShownNote = Exclude<Note, { readonly kind: 'review-omitted' }>;

const isShown = (note: Note): note is ShownNote => note.kind !== 'review-omitted';

function noteText(
  note: ShownNote,
  objectType: ObjectType,
  { language, texts }: Presentation,
): string {
  const { fees, notes, records } = texts.card;
  switch (note.kind) {
    case 'account-fees':
      return fees.accountFees;
    case 'search-unavailable':
      return notes.searchUnavailable(records.this[objectType]);
    case 'claimed-elsewhere':
      return notes.claimedElsewhere(note.count, records.another[objectType]);
    case 'lost-in-merge':
      return notes.lostInMerge(
        [
          ...note.customers.map((customer) => customerName(customer, texts)),
          ...note.paymentIds,
        ].join('; '),
      );
    case 'rows-omitted':
      return notes.rowsOmitted(note.shown, note.total);
    case 'properties-archived':
      return notes.propertiesArchived(Object.values(note.labels[language]).join(', '));
    case 'unclassified':
      return notes.unclassified(note.flagged.length);
  }
}

/** What the settled figures leave out, a sentence each; a kind of a newer function has none. */
function unsettledTexts(
  { summary }: RecordView,
  { texts, locale }: Presentation,
): readonly string[] {
  const labels: Readonly<Record<string, ((amount: string) => string) | undefined>> =
    texts.card.notes.unsettled;
  return summary.ledger.unsettled.flatMap(({ kind, amountMinor, currency }) => {
    const text = labels[kind]?.(formatMoney(money(amountMinor, currency), locale));
    return text === undefined ? [] : [text];
  });
}

/** What is true beside the figures, in small print. */
export function Notes({ view }: { readonly view: RecordView }) {
  const presentation = usePresentation();
  return (
    <>
      {unsettledTexts(view, presentation).map((text, index) => (
        <Text key={text} variant="microcopy" testId={`unsettled-${String(index)}`}>
          {text}
        </Text>
      ))}
      {view.notes.filter(isShown).map((note) => (
        <Text key={note.kind} variant="microcopy" testId={note.kind}>
          {noteText(note, view.objectType, presentation)}
          {note.kind === 'claimed-elsewhere' && <RecordNames records={note.others} of="record" />}
        </Text>
      ))}
    </>
  );
}
