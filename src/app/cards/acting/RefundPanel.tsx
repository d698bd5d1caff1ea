import {
  Alert,
  Button,
  Flex,
  Heading,
  LoadingSpinner,
  Panel,
  PanelBody,
  PanelSection,
  Text,
} from '@hubspot/ui-extensions';
import type { BillingDone, RecordView, RefundReason } from '@stripe-payments/core';
import { formatMoney } from '@stripe-payments/core';
import { callInParts, getPayments, LongText, useCall } from '@stripe-payments/ui';
import { continuedView } from '../sync/continued-view.ts';
import { useState } from 'react';
import { ActingFailure } from './ActingFailure.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import { refundFacts } from './lines.ts';
import type { Acted, ActedType } from './use-acting.ts';
import { failureOf, useActingPresentation, useActingTexts } from './use-acting.ts';
import type { RefundFormProps } from './RefundForm.tsx';
import { NO_ENTRIES, paymentLabel, RefundForm } from './RefundForm.tsx';
import { TimelineLine } from './TimelineLine.tsx';
import type { Changing } from './use-change.ts';
import { useChange } from './use-change.ts';

interface RefundProps {
  readonly objectType: ActedType;
  readonly acted: Acted;
}

interface PaymentsRead {
  readonly view: RecordView;
}

/** Opens the panel from which a payment is refunded. */
export function RefundButton(props: RefundProps) {
  const { refund } = useActingTexts();
  return (
    <Button
      variant="secondary"
      size="sm"
      overlay={<RefundPanel {...props} />}
      testId="refund-payment"
    >
      {refund}
    </Button>
  );
}

/** The record's payments, one of them, how much of it, and its review. Each opening reads anew. */
function RefundPanel({ objectType, acted }: RefundProps) {
  const { refund, refunds } = useActingTexts();
  const { steps, onOpen, onClose } = useChange(objectType, acted);
  const { state, run } = useCall<null, PaymentsRead>({
    whileRunning: 'replace',
    send: () =>
      callInParts<PaymentsRead>({
        from: null,
        send: (after) => getPayments({ objectType, ...after }),
        join: (before, next) => ({ ...next, view: continuedView(before.view, next.view) }),
        onPart: () => true,
      }),
  });
  const read = (): void => {
    run(null);
  };
  const failure = failureOf(state);
  return (
    <Panel
      id="refund-panel"
      title={refund}
      width="md"
      variant="modal"
      onOpen={() => {
        onOpen(() => {
          steps.change();
          read();
        });
      }}
      onClose={onClose}
      testId="refund-panel"
    >
      <PanelBody>
        <PanelSection>
          {state.phase === 'running' && (
            <LoadingSpinner label={refunds.reading} showLabel size="sm" testId="refund-reading" />
          )}
          {failure !== null && (
            <ActingFailure
              title={refunds.notRead}
              failures={[failure]}
              onRetry={read}
              testId="refund-not-read"
            />
          )}
          {state.phase === 'done' && <RefundSteps steps={steps} view={state.answer.view} />}
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}

function RefundSteps({ steps, view }: Pick<RefundFormProps, 'steps' | 'view'>) {
  const presentation = useActingPresentation();
  // Kept through the review: "Change" leads back to what was entered.
  const [entries, setEntries] = useState(NO_ENTRIES);
  const { review, outcome } = steps;
  if (outcome.phase === 'done') {
    return (
      <Flex direction="column" gap="small">
        <Refunded done={outcome.answer} testId="refund-done" />
        <TimelineLine line={outcome.answer.line} userId={outcome.answer.userId} />
      </Flex>
    );
  }
  if (review.phase === 'done') {
    const { request, answer } = review;
    const payment =
      request.kind === 'refund' ? view.payments.find(({ id }) => id === request.paymentId) : null;
    const label = payment == null ? null : paymentLabel(payment, presentation);
    const reason = request.kind === 'refund' ? request.reason : null;
    return <Reviewed {...{ steps, reason }} prepared={answer} payment={label} />;
  }
  return <RefundForm {...{ steps, view, entries }} onEntries={setEntries} />;
}

interface ReviewedProps {
  readonly steps: Changing;
  readonly prepared: Extract<Changing['review'], { readonly phase: 'done' }>['answer'];
  /** Which payment it is. */
  readonly payment: string | null;
  readonly reason: RefundReason | null;
}

/** What goes back to the customer, and what Stripe keeps. */
function Reviewed({ steps, prepared, payment, reason }: ReviewedProps) {
  const presentation = useActingPresentation();
  const { preview } = prepared;
  // The answer to another question says nothing about this one.
  if (preview.kind !== 'refund') return null;
  const { refunds } = presentation.texts.acting;
  return (
    <Flex direction="column" gap="small">
      {payment !== null && <Heading>{payment}</Heading>}
      {refundFacts(preview, presentation).map((fact, place) => (
        <LongText key={place} text={fact} />
      ))}
      {reason !== null && <Text>{refunds.because(refunds.reasons[reason])}</Text>}
      {reason === 'fraudulent' && <Text>{refunds.blocks}</Text>}
      <ConfirmStep
        steps={steps}
        prepared={prepared}
        label={refunds.button(formatMoney(preview.amount, presentation.locale))}
        isDestructive
        testId="refund"
      />
    </Flex>
  );
}

interface RefundedProps {
  readonly done: BillingDone;
  readonly testId: string;
}

/** What Stripe said of the refund: it can be on its way, and it can fail. */
export function Refunded({ done: { outcome }, testId }: RefundedProps) {
  const { texts, locale } = useActingPresentation();
  const { done } = texts.acting;
  if (outcome.kind !== 'refund') return null;
  const amount = formatMoney(outcome.amount, locale);
  switch (outcome.status) {
    case 'succeeded':
      return (
        <Alert title={done.refund(amount)} variant="success" testId={testId}>
          {done.refundNext}
        </Alert>
      );
    case 'failed':
    case 'canceled':
      return (
        <Alert title={done.refundFailed(amount)} variant="danger" testId={testId}>
          {done.refundFailedNext}
        </Alert>
      );
    default:
      return (
        <Alert title={done.refundPending(amount)} variant="info" testId={testId}>
          {done.refundNext}
        </Alert>
      );
  }
}
