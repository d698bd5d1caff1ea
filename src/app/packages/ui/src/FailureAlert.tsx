import { Accordion, Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import type { Failure } from '@stripe-payments/core';
import { failureText, STRIPE_KEYS_URL } from '@stripe-payments/core';
import type { ReactNode } from 'react';
import { CheckedLink } from './CheckedLink.tsx';
import { LongText } from './LongText.tsx';
import { useTexts } from './use-presentation.ts';

/** What happened and what to do, where a Stripe key is edited, and the service's own words on demand. */
export function FailureDescription({ failure }: { readonly failure: Failure }) {
  const texts = useTexts();
  const { message, nextStep, detail } = failureText(failure, texts);
  return (
    <Flex direction="column" gap="extra-small" align="start">
      <Text>{nextStep === undefined ? message : `${message} ${nextStep}`}</Text>
      {failure.permission !== undefined && (
        <CheckedLink url={STRIPE_KEYS_URL} text={texts.missing.editKey} testId="edit-key" />
      )}
      {detail !== undefined && (
        <Accordion title={texts.card.states.details} size="xs">
          <LongText text={detail} variant="microcopy" />
        </Accordion>
      )}
    </Flex>
  );
}

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

/** One or more failures, each described. */
export function FailureAlert(props: FailureAlertProps) {
  const { title, failures, variant = 'danger', testId, consequence, onRetry, children } = props;
  const texts = useTexts();
  return (
    <Alert title={title} variant={variant} testId={testId}>
      {failures.map((failure) => (
        <FailureDescription key={`${failure.code}/${failure.detail ?? ''}`} failure={failure} />
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
