import { Alert, Text } from '@hubspot/ui-extensions';
import type { ReplyError } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';

interface ProblemAlertProps {
  readonly title: string;
  readonly problems: readonly ReplyError[];
  readonly variant: 'warning' | 'danger';
  /** What it means for the figures beside it. */
  readonly consequence?: string;
}

/** What went wrong, its facts, and the next step. */
export function ProblemAlert({ title, problems, variant, consequence }: ProblemAlertProps) {
  return (
    <Alert title={title} variant={variant} testId="problem">
      {problems.map(({ code, message, detail, nextStep, reference }) => (
        <Text key={`${code}/${detail ?? ''}`}>
          {[
            message,
            detail,
            nextStep,
            reference === undefined ? undefined : english.card.states.reference(reference),
          ]
            .filter((part) => part !== undefined)
            .join(' ')}
        </Text>
      ))}
      {consequence !== undefined && <Text>{consequence}</Text>}
    </Alert>
  );
}
