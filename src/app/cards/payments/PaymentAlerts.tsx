import { Alert, Text } from '@hubspot/ui-extensions';
import type { CheckedUrl, Presentation, RecordView } from '@stripe-payments/core';
import { dayText, formatMoney, shownDecline } from '@stripe-payments/core';
import { CheckedLink, usePresentation, useTexts } from '@stripe-payments/ui';
import { paymentUrl } from './payment-line.ts';

/** Disputes, or inquiries, that wait for an answer, wherever in the table their payments are. */
interface Ask {
  readonly title: string;
  readonly nextStep: string;
  /** Where the first of them is answered. */
  readonly url: CheckedUrl | null;
}

interface AskAlertProps {
  readonly ask: Ask | null;
  readonly variant: 'danger' | 'warning';
  readonly testId: string;
}

/** A deadline that loses the money when it passes must not wait on page 20 of the table. */
export function AskAlert({ ask, variant, testId }: AskAlertProps) {
  const { openInStripe } = useTexts().card.payments;
  if (ask === null) return null;
  return (
    <Alert variant={variant} title={ask.title} testId={testId}>
      <Text>{ask.nextStep}</Text>
      <CheckedLink url={ask.url} text={openInStripe} testId={`${testId}-in-stripe`} />
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

/** The payments with a dispute in one of the states, the first to be answered first, and its day where that is known and to come. */
function answerOf(
  view: RecordView,
  statuses: readonly string[],
  presentation: Presentation,
): Pick<Ask, 'url'> & { readonly count: number; readonly day: string | null } {
  const open = view.payments.flatMap((payment) => {
    const { dispute } = payment;
    if (dispute === null || !statuses.includes(dispute.status)) return [];
    const dueBy = dispute.evidenceDueBy ?? 0;
    return [{ payment, dueBy: dueBy * 1_000 > view.asOfMs ? dueBy : Infinity }];
  });
  const [first] = open.sort((left, right) => left.dueBy - right.dueBy);
  const { dueBy = Infinity, payment } = first ?? {};
  return {
    count: open.length,
    day: dueBy === Infinity ? null : dayText(dueBy, presentation),
    url: payment === undefined ? null : paymentUrl(view, payment),
  };
}

export function openDisputesOf(view: RecordView, presentation: Presentation): Ask | null {
  const texts = presentation.texts.card.states;
  const statuses = ['needs_response', 'appeal_needs_response'];
  const { count, day, url } = answerOf(view, statuses, presentation);
  if (count === 0) return null;
  return {
    title: texts.disputesTitle(count),
    nextStep: day === null ? texts.disputesStep : texts.disputesStepBy(day),
    url,
  };
}

/** What to do about inquiries of the bank; null where none waits for an answer. */
export function openInquiryOf(view: RecordView, presentation: Presentation): Ask | null {
  const { payments, states } = presentation.texts.card;
  const { count, day, url } = answerOf(view, ['warning_needs_response'], presentation);
  if (count === 0) return null;
  const nextStep = day === null ? payments.inquiry : payments.inquiryBy(day);
  return { title: states.inquiryTitle, nextStep, url };
}

/** Where the one payment that waits to be captured is; null where there is none, or several. */
export function captureUrlOf(view: RecordView): CheckedUrl | null {
  const [only, ...others] = view.payments.filter(({ status }) => status === 'authorized');
  return only === undefined || others.length > 0 ? null : paymentUrl(view, only);
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
