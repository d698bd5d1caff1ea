import {
  Button,
  Flex,
  LoadingSpinner,
  Panel,
  PanelBody,
  PanelSection,
} from '@hubspot/ui-extensions';
import type { RequestBasis, RequestOverview } from '@stripe-payments/core';
import { requestPayment, useCall } from '@stripe-payments/ui';
import { useRef, useState } from 'react';
import { ActingFailure } from './ActingFailure.tsx';
import type { RequestForm as Form } from './form.ts';
import { initialForm } from './form.ts';
import { RequestForm } from './RequestForm.tsx';
import type { Requesting } from './RequestReview.tsx';
import { Done, Preview } from './RequestReview.tsx';
import { hasSubscription, isCovered } from './standing.ts';
import type { Acted, ActedType } from './use-acting.ts';
import {
  answerOf,
  failureOf,
  useActingPresentation,
  useActingTexts,
  useTwoSteps,
} from './use-acting.ts';

interface RequestPanelProps {
  readonly objectType: ActedType;
  readonly overview: RequestOverview;
  readonly acted: Acted;
}

/** A form, its review, and what was created. Each opening begins anew. */
function RequestPanel({ objectType, overview, acted }: RequestPanelProps) {
  const presentation = useActingPresentation();
  const { request, askedFor } = presentation.texts.acting;
  const isClosed = useRef(false);
  // Null until something was changed: what is offered first is what was read.
  const [form, setForm] = useState<Form | null>(null);
  const reading = useCall<null, RequestBasis>({
    whileRunning: 'replace',
    send: async () => answerOf(await requestPayment({ objectType, step: 'basis' }), 'basis'),
  });
  const read = (): void => {
    reading.run(null);
  };
  const { state } = reading;
  const steps: Requesting = useTwoSteps({
    prepare: async (asked) =>
      answerOf(await requestPayment({ objectType, step: 'prepare', asked }), 'prepared'),
    confirm: async (asked, confirmation) =>
      answerOf(
        await requestPayment({ objectType, step: 'confirm', asked, ...confirmation }),
        'done',
      ),
    onDone: ({ isSyncNeeded }) => {
      acted.onDone(isSyncNeeded);
    },
    onEnd: (reply) => {
      if (isClosed.current) acted.onLate({ of: 'request', reply });
    },
  });
  return (
    <Panel
      id="request-panel"
      title={request}
      width="md"
      variant="modal"
      onOpen={() => {
        acted.setOpen(true);
        acted.onLate(null);
        isClosed.current = false;
        // What was confirmed and is not answered yet is shown, not forgotten.
        if (steps.isRunning) return;
        setForm(null);
        steps.change();
        read();
      }}
      onClose={() => {
        acted.setOpen(false);
        isClosed.current = true;
        // After a refusal too: another tab or person may have made it.
        if (steps.outcome.phase === 'done' || steps.outcome.phase === 'failed') acted.onSeen();
      }}
      testId="request-panel"
    >
      <PanelBody>
        <PanelSection>
          {state.phase === 'running' && (
            <LoadingSpinner label={askedFor.reading} showLabel size="sm" testId="request-reading" />
          )}
          {state.phase === 'failed' && (
            <ActingFailure
              title={askedFor.notRead}
              failures={[state.failure]}
              onRetry={read}
              testId="request-not-read"
            />
          )}
          {state.phase === 'done' && (
            <RequestSteps
              steps={steps}
              basis={state.answer}
              form={
                form ??
                initialForm(state.answer, presentation, {
                  nowMs: Date.now(),
                  hasSubscription: hasSubscription(overview),
                })
              }
              onForm={setForm}
            />
          )}
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}

interface RequestStepsProps {
  readonly steps: Requesting;
  readonly basis: RequestBasis;
  readonly form: Form;
  readonly onForm: (form: Form) => void;
}

function RequestSteps({ steps, basis, form, onForm }: RequestStepsProps) {
  const { preview } = useActingTexts();
  const { review, outcome } = steps;
  if (outcome.phase === 'done') return <Done done={outcome.answer} />;
  if (review.phase === 'done') {
    return <Preview steps={steps} prepared={review.answer} />;
  }
  const failure = failureOf(review);
  return (
    <Flex direction="column" gap="small">
      <RequestForm
        basis={basis}
        form={form}
        onForm={(changed) => {
          onForm(changed);
          // What was said of another request.
          if (failure !== null) steps.change();
        }}
        isRunning={review.phase === 'running'}
        onReview={steps.prepare}
      />
      {review.phase === 'running' && (
        <LoadingSpinner label={preview.title} showLabel size="sm" testId="reviewing" />
      )}
      {failure !== null && (
        <ActingFailure
          title={preview.notReviewed}
          failures={[failure]}
          testId="request-not-reviewed"
        />
      )}
    </Flex>
  );
}

/** Opens the panel from which a payment is requested: a quiet way where nothing is missing. */
export function RequestButton(props: RequestPanelProps) {
  const { overview } = props;
  const { request, askedFor } = useActingTexts();
  const isQuiet = isCovered(overview);
  // Before the first sync, and while payments wait for review, the payments card has the primary button: what is
  // outstanding is not known. Nor is it known where Stripe could not be read.
  const { syncedAtMs, requestsProblem, standing } = overview;
  const isKnown = syncedAtMs !== null && requestsProblem === null && standing.reviewCount === 0;
  const isPrimary = !isQuiet && isKnown;
  return (
    <Button
      variant={isPrimary ? 'primary' : 'secondary'}
      size="sm"
      overlay={<RequestPanel {...props} />}
      testId="request-payment"
    >
      {isQuiet ? askedFor.another : request}
    </Button>
  );
}
