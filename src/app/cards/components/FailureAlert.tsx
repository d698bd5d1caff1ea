import { Alert, Text } from '@hubspot/ui-extensions';
import type { PaymentFailure } from '@stripe-payments/core';
import { english, failureText } from '@stripe-payments/core';

/** Why the latest attempt failed, and whose move it is. */
export function FailureAlert({ failure }: { readonly failure: PaymentFailure | null }) {
  if (failure === null) return null;
  const { reason, nextStep } = failureText(failure);
  return (
    <Alert variant="danger" title={english.card.states.latestFailed(reason)} testId="failure">
      <Text>{nextStep}</Text>
    </Alert>
  );
}
