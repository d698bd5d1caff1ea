import { Alert, Button, Text } from '@hubspot/ui-extensions';
import type { Failure } from '@stripe-payments/core';
import { problemText } from '@stripe-payments/core';
import type { ReactNode } from 'react';
import { useTexts } from './use-presentation.ts';

interface FailureAlertProps {
  readonly title: string;
  readonly failures: readonly Failure[];
  readonly variant?: 'warning' | 'danger';
  readonly testId: string;
  /** What it means for the figures beside it. */
  readonly consequence?: string | undefined;
  readonly onRetry?: () => void;
  /** What else can be done about it. */
  readonly children?: ReactNode;
}

/** What went wrong, its facts, and the next step. */
export function FailureAlert(props: FailureAlertProps) {
  const { title, failures, variant = 'danger', testId, consequence, onRetry, children } = props;
  const texts = useTexts();
  return (
    <Alert title={title} variant={variant} testId={testId}>
      {failures.map((failure) => (
        <Text key={`${failure.code}/${failure.detail ?? ''}`}>{problemText(failure, texts)}</Text>
      ))}
      {consequence !== undefined && <Text>{consequence}</Text>}
      {children}
      {onRetry !== undefined && (
        <Button variant="secondary" size="xs" onClick={onRetry}>
          {texts.card.states.tryAgain}
        </Button>
      )}
    </Alert>
  );
}
