import { Alert, Text } from '@hubspot/ui-extensions';
import type { Note } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';

const words = english.card.notes;

function noteText(note: Note): string {
  switch (note.kind) {
    case 'search-unavailable':
      return words.searchUnavailable;
    case 'claimed-elsewhere':
      return words.claimedElsewhere(note.count);
    case 'rows-omitted':
      return words.rowsOmitted(note.shown, note.total);
    case 'unclassified':
      return words.unclassified(note.flagged.length);
    case 'ambiguous':
      return words.ambiguousStep;
  }
}

/** What is true beside the figures. What asks for a person's decision is an alert, the rest small print. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  return (
    <>
      {notes.map((note) =>
        note.kind === 'ambiguous' ? (
          <Alert key={note.kind} variant="warning" title={words.ambiguous(note.paymentIds.length)}>
            <Text>{noteText(note)}</Text>
            <Text>{note.paymentIds.join(', ')}</Text>
          </Alert>
        ) : (
          <Text key={note.kind} variant="microcopy">
            {noteText(note)}
          </Text>
        ),
      )}
    </>
  );
}
