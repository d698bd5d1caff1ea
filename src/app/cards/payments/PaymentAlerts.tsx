import { Alert, Text } from '@hubspot/ui-extensions';
import type { Presentation, RecordView } from '@stripe-payments/core';
import { dayText, formatMoney, shownDecline } from '@stripe-payments/core';
import { usePresentation, useTexts } from '@stripe-payments/ui';

/** A deadline that loses the money when it passes must not wait on page 20 of the table. */
export function DisputeAlert({ disputes }: { readonly disputes: OpenDisputes | null }) {
  if (disputes === null) return null;
  return (
    <Alert variant="danger" title={disputes.title} testId="disputes">
      <Text>{disputes.nextStep}</Text>
    </Alert>
  );
}

/** A question of the bank: no money has moved yet. */
export function InquiryAlert({ inquiry }: { readonly inquiry: string | null }) {
  const { inquiryTitle } = useTexts().card.states;
  if (inquiry === null) return null;
  return (
    <Alert variant="warning" title={inquiryTitle} testId="inquiry">
      <Text>{inquiry}</Text>
    </Alert>
  );
}

/** What was to go back to customers and came back. */
export function FailedRefundAlert({ refunds }: { readonly refunds: readonly string[] }) {
  const { refundFailedTitle } = useTexts().card.states;
  if (refunds.length === 0) return null;
  return (
    <Alert variant="warning" title={refundFailedTitle} testId="refund-failed">
      {refunds.map((text) => (
        <Text key={text}>{text}</Text>
      ))}
    </Alert>
  );
}

/** Why the latest attempt failed, and who has to act. */
export function LatestFailureAlert({ view }: { readonly view: RecordView }) {
  const { texts, language } = usePresentation();
  const { latestFailure } = view.summary;
  if (latestFailure === null) return null;
  const { reason, nextStep } = shownDecline(view, latestFailure, language);
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

/** The earliest day on which an answer to the disputes in one of the states is due; null where none is known or to come. */
function answerOf(
  { payments, asOfMs }: RecordView,
  statuses: readonly string[],
  presentation: Presentation,
): { readonly count: number; readonly day: string | null } {
  const open = payments.flatMap(({ dispute }) =>
    dispute !== null && statuses.includes(dispute.status) ? [dispute] : [],
  );
  const dueDays = open.flatMap(({ evidenceDueBy }) =>
    evidenceDueBy !== null && evidenceDueBy * 1_000 > asOfMs ? [evidenceDueBy] : [],
  );
  const day = dueDays.length === 0 ? null : dayText(Math.min(...dueDays), presentation);
  return { count: open.length, day };
}

export function openDisputesOf(view: RecordView, presentation: Presentation): OpenDisputes | null {
  const texts = presentation.texts.card.states;
  const { count, day } = answerOf(view, ['needs_response', 'appeal_needs_response'], presentation);
  if (count === 0) return null;
  return {
    title: texts.disputesTitle(count),
    nextStep: day === null ? texts.disputesStep : texts.disputesStepBy(day),
  };
}

/** What to do about inquiries of the bank; null where none waits for an answer. */
export function openInquiryOf(view: RecordView, presentation: Presentation): string | null {
  const texts = presentation.texts.card.payments;
  const { count, day } = answerOf(view, ['warning_needs_response'], presentation);
  if (count === 0) return null;
  return day === null ? texts.inquiry : texts.inquiryBy(day);
}

/** A sentence for each refund that failed. */
export function failedRefundsOf(
  { payments }: RecordView,
  { texts, locale }: Presentation,
): readonly string[] {
  return payments
    .filter(({ refundFailed, captured }) => refundFailed.minor > 0 && captured.minor > 0)
    .map(({ refundFailed }) => texts.card.payments.refundFailed(formatMoney(refundFailed, locale)));
}
