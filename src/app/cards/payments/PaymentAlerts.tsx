import { Alert, Text } from '@hubspot/ui-extensions';
import type { PaymentFailure, Presentation, RecordView } from '@stripe-payments/core';
import { dayText, declineText } from '@stripe-payments/core';
import { useTexts } from '@stripe-payments/ui';

/** A deadline that loses the money when it passes must not wait on page 20 of the table. */
export function DisputeAlert({ disputes }: { readonly disputes: OpenDisputes | null }) {
  if (disputes === null) return null;
  return (
    <Alert variant="danger" title={disputes.title} testId="disputes">
      <Text>{disputes.nextStep}</Text>
    </Alert>
  );
}

/** Why the latest attempt failed, and who has to act. */
export function LatestFailureAlert({ failure }: { readonly failure: PaymentFailure | null }) {
  const texts = useTexts();
  if (failure === null) return null;
  const { reason, nextStep } = declineText(failure, texts);
  return (
    <Alert variant="danger" title={texts.card.states.latestFailed(reason)} testId="failure">
      <Text>{nextStep}</Text>
    </Alert>
  );
}

/** Disputes that wait for an answer, wherever in the table their payments are. */
export interface OpenDisputes {
  readonly title: string;
  readonly nextStep: string;
}

export function openDisputesOf(
  { payments }: RecordView,
  presentation: Presentation,
): OpenDisputes | null {
  const texts = presentation.texts.card.states;
  const open = payments.flatMap(({ dispute }) =>
    dispute?.status === 'needs_response' ? [dispute] : [],
  );
  if (open.length === 0) return null;
  const dueDays = open.map(({ evidenceDueBy }) => evidenceDueBy).filter((day) => day !== null);
  return {
    title: texts.disputesTitle(open.length),
    nextStep:
      dueDays.length === 0
        ? texts.disputesStep
        : texts.disputesStepBy(dayText(Math.min(...dueDays), presentation)),
  };
}
