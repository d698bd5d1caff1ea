import { Alert, Flex, Heading, Inline, Text } from '@hubspot/ui-extensions';
import type { AskedPayment, RequestDone, RequestPrepared } from '@stripe-payments/core';
import { formatMoney } from '@stripe-payments/core';
import { LongText } from '@stripe-payments/ui';
import { ConfirmStep } from './ConfirmStep.tsx';
import { CopyAndOpen } from './CopyAndOpen.tsx';
import { requestRow } from './lines.ts';
import { createdFacts, doneNext, doneTitle, requestButton, requestFacts } from './request-facts.ts';
import { RequestLines } from './RequestLines.tsx';
import { StandingNotice } from './StandingLines.tsx';
import { TimelineLine } from './TimelineLine.tsx';
import type { TwoSteps } from './use-acting.ts';
import { useActingPresentation } from './use-acting.ts';

export type Requesting = TwoSteps<AskedPayment, RequestPrepared, RequestDone>;

interface PreviewProps {
  readonly steps: Requesting;
  readonly prepared: RequestPrepared;
}

/** What exactly will be created. */
export function Preview({ steps, prepared }: PreviewProps) {
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
export function Done({ done }: { readonly done: RequestDone }) {
  const presentation = useActingPresentation();
  const { url } = requestRow(done.request, presentation, Date.now());
  return (
    <Flex direction="column" gap="small">
      <Alert title={doneTitle(done, presentation)} variant="success" testId="request-done">
        {doneNext(done, presentation)}
      </Alert>
      <RequestedAmount done={done} />
      <CopyAndOpen url={url} id={`done-${done.request.id}`} />
      <TimelineLine line={done.line} userId={done.userId} />
    </Flex>
  );
}

function RequestedAmount({ done }: { readonly done: RequestDone }) {
  const presentation = useActingPresentation();
  const { title } = requestRow(done.request, presentation, Date.now());
  const { amount, facts } = createdFacts(done, presentation);
  return (
    <>
      <Inline gap="small">
        <Text format={{ fontWeight: 'bold' }}>{formatMoney(amount, presentation.locale)}</Text>
        <Text>{title}</Text>
      </Inline>
      {facts.map((fact) => (
        <Text key={fact}>{fact}</Text>
      ))}
    </>
  );
}
