import { Alert, Button, Text } from '@hubspot/ui-extensions';
import type { ReplyError } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';

const words = english.card.states;

interface ProblemAlertProps {
  readonly title: string;
  readonly problems: readonly ReplyError[];
  readonly variant: 'warning' | 'danger';
  readonly testId: string;
  /** What it means for the figures beside it. */
  readonly consequence?: string;
  readonly onRetry?: () => void;
}

function problemText({ message, detail, nextStep, reference }: ReplyError): string {
  const referenceText = reference === undefined ? undefined : words.reference(reference);
  return [message, detail, nextStep, referenceText].filter((part) => part !== undefined).join(' ');
}

/** What went wrong, its facts, and the next step. */
export function ProblemAlert(props: ProblemAlertProps) {
  const { title, problems, variant, testId, consequence, onRetry } = props;
  return (
    <Alert title={title} variant={variant} testId={testId}>
      {problems.map((problem) => (
        <Text key={`${problem.code}/${problem.detail ?? ''}`}>{problemText(problem)}</Text>
      ))}
      {consequence !== undefined && <Text>{consequence}</Text>}
      {onRetry !== undefined && (
        <Button variant="secondary" size="xs" onClick={onRetry}>
          {words.tryAgain}
        </Button>
      )}
    </Alert>
  );
}
