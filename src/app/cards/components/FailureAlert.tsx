import { Alert, Text } from '@hubspot/ui-extensions';
import type { PaymentFailure } from '@stripe-payments/core';
import { declineText } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';

/** Why the latest attempt failed, and whose move it is. */
export function FailureAlert({ failure }: { readonly failure: PaymentFailure | null }) {
  const texts = useTexts();
  if (failure === null) return null;
  const { reason, nextStep } = declineText(failure, texts);
  return (
    <Alert variant="danger" title={texts.card.states.latestFailed(reason)} testId="failure">
      <Text>{nextStep}</Text>
    </Alert>
  );
}
