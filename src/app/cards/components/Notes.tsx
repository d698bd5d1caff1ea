import { Text } from '@hubspot/ui-extensions';
import type { Note, ObjectType, RecordView, Texts } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';
import { RecordNames } from './RecordNames.tsx';

function noteText(note: Note, objectType: ObjectType, { notes, records }: Texts['card']): string {
  switch (note.kind) {
    case 'search-unavailable':
      return notes.searchUnavailable(records.this[objectType]);
    case 'claimed-elsewhere':
      return notes.claimedElsewhere(note.count, records.another[objectType]);
    case 'rows-omitted':
      return notes.rowsOmitted(note.shown, note.total);
    case 'unclassified':
      return notes.unclassified(note.flagged.length);
  }
}

/** What is true beside the figures, in small print. */
export function Notes({ view }: { readonly view: RecordView }) {
  const words = useTexts().card;
  return (
    <>
      {view.notes.map((note) => (
        <Text key={note.kind} variant="microcopy" testId={note.kind}>
          {noteText(note, view.objectType, words)}
          {note.kind === 'claimed-elsewhere' && <RecordNames records={note.others} of="record" />}
        </Text>
      ))}
    </>
  );
}
