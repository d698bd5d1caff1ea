import { EmptyState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { Note } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';
import { Notes } from './Notes.tsx';

/** Nothing is known yet. */
export function LoadingCard() {
  return <LoadingSpinner label={english.card.states.loading} showLabel layout="centered" />;
}

interface EmptyCardProps {
  readonly title: string;
  readonly text: string;
  /** What was found and does not count here, or could not be searched. */
  readonly notes: readonly Note[];
}

/** Nothing is wrong, and there is nothing to show: why, and what to do. */
export function EmptyCard({ title, text, notes }: EmptyCardProps) {
  return (
    <Flex direction="column" gap="small">
      <EmptyState title={title} imageName="object" layout="horizontal" flush>
        <Text>{text}</Text>
      </EmptyState>
      <Notes notes={notes} />
    </Flex>
  );
}
