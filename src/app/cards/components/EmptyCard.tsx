import { EmptyState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import type { ReactNode } from 'react';
import { useTexts } from '../hooks/use-presentation.ts';
import { Notes } from './Notes.tsx';

/** Nothing is known yet. */
export function LoadingCard() {
  const { loading, loadingStep } = useTexts().card.states;
  return (
    <Flex direction="column" align="center" gap="small">
      <LoadingSpinner label={loading} showLabel layout="centered" testId="loading" />
      <Text variant="microcopy">{loadingStep}</Text>
    </Flex>
  );
}

interface EmptyCardProps {
  readonly title: string;
  readonly text: string;
  /** Its notes tell what was found and does not count here, or could not be searched. */
  readonly view: RecordView;
  readonly testId: string;
  /** The button of the next step. */
  readonly children?: ReactNode;
}

/** Nothing is wrong, and there is nothing to show: why, and what to do. */
export function EmptyCard({ title, text, view, testId, children }: EmptyCardProps) {
  return (
    <Flex direction="column" gap="small">
      <EmptyState title={title} imageName="object" layout="horizontal" flush testId={testId}>
        <Text>{text}</Text>
        {children}
      </EmptyState>
      <Notes view={view} />
    </Flex>
  );
}
