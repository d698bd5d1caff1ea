import { Alert, Text } from '@hubspot/ui-extensions';
import type { Failure } from '@stripe-payments/core';
import { problemText } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';

interface ProblemAlertProps {
  readonly title: string;
  readonly error: Failure;
  readonly testId: string;
  readonly note?: string | undefined;
}

/** What went wrong, its facts, and the next step. */
export function ProblemAlert({ title, error, testId, note }: ProblemAlertProps) {
  const texts = useTexts();
  return (
    <Alert title={title} variant="danger" testId={testId}>
      <Text>{problemText(error, texts)}</Text>
      {note !== undefined && <Text>{note}</Text>}
    </Alert>
  );
}
