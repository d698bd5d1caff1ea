import { Alert, Button, Text } from '@hubspot/ui-extensions';
import type { Failure } from '@stripe-payments/core';
import { problemText } from '@stripe-payments/core';
import type { ReactNode } from 'react';
import { useTexts } from '../hooks/use-presentation.ts';

interface ProblemAlertProps {
  readonly title: string;
  readonly problems: readonly Failure[];
  readonly variant: 'warning' | 'danger';
  readonly testId: string;
  /** What it means for the figures beside it. */
  readonly consequence?: string;
  readonly onRetry?: () => void;
  /** What else can be done about it. */
  readonly children?: ReactNode;
}

/** What went wrong, its facts, and the next step. */
export function ProblemAlert(props: ProblemAlertProps) {
  const { title, problems, variant, testId, consequence, onRetry, children } = props;
  const texts = useTexts();
  return (
    <Alert title={title} variant={variant} testId={testId}>
      {problems.map((problem) => (
        <Text key={`${problem.code}/${problem.detail ?? ''}`}>{problemText(problem, texts)}</Text>
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
