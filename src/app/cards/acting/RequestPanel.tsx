import {
  Alert,
  Button,
  Flex,
  Heading,
  Inline,
  LoadingSpinner,
  Panel,
  PanelBody,
  PanelSection,
  Text,
} from '@hubspot/ui-extensions';
import type {
  AskedPayment,
  PaymentRequest,
  Reply,
  RequestDone,
  RequestOverview,
  RequestPrepared,
} from '@stripe-payments/core';
import { LongText, requestPayment } from '@stripe-payments/ui';
import { useRef, useState } from 'react';
import { CopyAndOpen } from './CopyAndOpen.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import { ActingFailure } from './ActingFailure.tsx';
import type { RequestForm as Form } from './form.ts';
import { initialForm } from './form.ts';
import { requestRow } from './lines.ts';
import { doneNext, doneTitle, requestButton, requestFacts } from './request-facts.ts';
import { RequestLines } from './RequestLines.tsx';
import { RequestForm } from './RequestForm.tsx';
import { isCovered } from './standing.ts';
import { StandingNotice } from './StandingLines.tsx';
import { TimelineLine } from './TimelineLine.tsx';
import type { Acted, ActedType, TwoSteps } from './use-acting.ts';
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

type Requesting = TwoSteps<AskedPayment, RequestPrepared, RequestDone>;

/** A form, its review, and what was created. Each opening begins anew. */
function RequestPanel({ objectType, overview, acted }: RequestPanelProps) {
  const presentation = useActingPresentation();
  const { request } = presentation.texts.acting;
  const isClosed = useRef(false);
  const [form, setForm] = useState<Form>(() => initialForm(overview, presentation, Date.now()));
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
      if (isClosed.current) acted.onLate(reply);
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
        setForm(initialForm(overview, presentation, Date.now()));
        steps.change();
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
          <RequestSteps steps={steps} overview={overview} form={form} onForm={setForm} />
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}

interface RequestStepsProps {
  readonly steps: Requesting;
  readonly overview: RequestOverview;
  readonly form: Form;
  readonly onForm: (form: Form) => void;
}

function RequestSteps({ steps, overview, form, onForm }: RequestStepsProps) {
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
        overview={overview}
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

interface PreviewProps {
  readonly steps: Requesting;
  readonly prepared: RequestPrepared;
}

/** What exactly will be created. */
function Preview({ steps, prepared }: PreviewProps) {
  const presentation = useActingPresentation();
  const { preview, subscribing } = presentation.texts.acting;
  const { existing } = prepared;
  return (
    <Flex direction="column" gap="small">
      <Heading>{preview.title}</Heading>
      <RequestLines prepared={prepared} />
      {requestFacts(prepared, presentation).map((fact) => (
        <LongText key={fact} text={fact} />
      ))}
      <StandingNotice prepared={prepared} />
      {existing !== null && (
        <Alert
          title={existing.kind === 'subscription' ? subscribing.existing : preview.existing}
          variant="info"
          testId="existing"
        />
      )}
      <ConfirmStep
        steps={steps}
        prepared={prepared}
        label={requestButton(prepared, presentation)}
        isDestructive={false}
        testId="request"
      />
    </Flex>
  );
}

/** What was created, and the way to it. */
function Done({ done }: { readonly done: RequestDone }) {
  const presentation = useActingPresentation();
  const { url } = requestRow(done.request, presentation);
  return (
    <Flex direction="column" gap="small">
      <Alert title={doneTitle(done, presentation)} variant="success" testId="request-done">
        {doneNext(done, presentation)}
      </Alert>
      <RequestedAmount request={done.request} />
      <CopyAndOpen url={url} id={`done-${done.request.id}`} />
      <TimelineLine line={done.line} userId={done.userId} />
    </Flex>
  );
}

function RequestedAmount({ request }: { readonly request: PaymentRequest }) {
  const { amount, title } = requestRow(request, useActingPresentation());
  return (
    <Inline gap="small">
      <Text format={{ fontWeight: 'bold' }}>{amount}</Text>
      <Text>{title}</Text>
    </Inline>
  );
}

/** What came of a request whose panel was closed before the answer. */
export function LateOutcome({ reply }: { readonly reply: Reply<RequestDone> }) {
  const presentation = useActingPresentation();
  const { preview } = presentation.texts.acting;
  return reply.ok ? (
    <Alert title={doneTitle(reply, presentation)} variant="success" testId="late-done" />
  ) : (
    <ActingFailure title={preview.notDone} failures={[reply.error]} testId="late-problem" />
  );
}

/** Opens the panel from which a payment is requested: a quiet way where nothing is missing. */
export function RequestButton(props: RequestPanelProps) {
  const { request, askedFor } = useActingTexts();
  const isQuiet = isCovered(props.overview);
  // Before the first sync the payments card has the primary button: what is outstanding is not known.
  const isPrimary = !isQuiet && props.overview.syncedAtMs !== null;
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
