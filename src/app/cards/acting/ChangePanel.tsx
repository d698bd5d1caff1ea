import {
  Alert,
  Button,
  Flex,
  Inline,
  LoadingSpinner,
  Panel,
  PanelBody,
  PanelSection,
  Text,
} from '@hubspot/ui-extensions';
import type { PaymentRequest, RequestChangeKind } from '@stripe-payments/core';
import { formatMoney, isolated } from '@stripe-payments/core';
import { ActingFailure } from './ActingFailure.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import { requestRow } from './lines.ts';
import type { Acted, ActedType, ActingPresentation } from './use-acting.ts';
import { failureOf, useActingPresentation } from './use-acting.ts';
import type { AskedChange, Changing } from './use-change.ts';
import { TimelineLine } from './TimelineLine.tsx';
import { useChange } from './use-change.ts';

/** What can be done to a request: the other changes are of a payment. */
export type RequestChange = Extract<AskedChange, { readonly kind: RequestChangeKind }>;

interface Labels {
  readonly button: string;
  /** What will happen. */
  readonly text: string;
  readonly done: string;
}

function labelsOf(
  kind: RequestChange['kind'],
  { customer, open }: PaymentRequest,
  { texts, locale }: ActingPresentation,
): Labels {
  const { changes, done } = texts.acting;
  switch (kind) {
    case 'deactivate-link':
      return { button: changes.deactivate, text: changes.deactivateText, done: done.deactivated };
    case 'void-invoice':
      return { button: changes.void, text: changes.voidText, done: done.voided };
    case 'mark-paid':
      return {
        button: changes.paid,
        text: changes.paidText(formatMoney(open, locale)),
        done: done.markedPaid,
      };
    case 'mark-uncollectible':
      return {
        button: changes.uncollectible,
        text: changes.uncollectibleText,
        done: done.markedUncollectible,
      };
    case 'send-invoice': {
      const email = customer?.email ?? null;
      const text = email === null ? changes.sendTextUnknown : changes.sendText(isolated(email));
      return { button: changes.send, text, done: done.emailed };
    }
  }
}

interface ChangeProps {
  readonly objectType: ActedType;
  readonly change: RequestChange;
  readonly request: PaymentRequest;
  readonly acted: Acted;
}

/** Opens the review of one change of a request. */
export function ChangeButton(props: ChangeProps) {
  const { change, request } = props;
  const { button } = labelsOf(change.kind, request, useActingPresentation());
  return (
    <Button
      variant="secondary"
      size="xs"
      overlay={<ChangePanel {...props} />}
      testId={`${change.kind}-${request.id}`}
    >
      {button}
    </Button>
  );
}

/** Each opening reads the present state anew. */
function ChangePanel({ objectType, change, request, acted }: ChangeProps) {
  const { button } = labelsOf(change.kind, request, useActingPresentation());
  const steps = useChange(objectType, acted.onDone);
  const id = `panel-${change.kind}-${request.id}`;
  return (
    <Panel
      id={id}
      title={button}
      width="md"
      variant="modal"
      onOpen={() => {
        steps.prepare(change);
      }}
      onClose={() => {
        steps.change();
        if (steps.outcome.phase === 'done') acted.onSeen();
      }}
      testId={id}
    >
      <PanelBody>
        <PanelSection>
          <ChangeSteps steps={steps} change={change} request={request} />
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}

interface ChangeStepsProps extends Pick<ChangeProps, 'change' | 'request'> {
  readonly steps: Changing;
}

function ChangeSteps({ steps, change, request }: ChangeStepsProps) {
  const presentation = useActingPresentation();
  const { acting } = presentation.texts;
  const { review, outcome } = steps;
  const again = (): void => {
    steps.prepare(change);
  };
  if (outcome.phase === 'done') {
    const { done } = labelsOf(change.kind, request, presentation);
    return (
      <Flex direction="column" gap="small">
        <Alert title={done} variant="success" testId="change-done">
          {outcome.answer.isExisting && acting.done.wasSo}
        </Alert>
        <TimelineLine line={outcome.answer.line} />
      </Flex>
    );
  }
  const failure = failureOf(review);
  if (failure !== null) {
    return (
      <ActingFailure
        title={acting.preview.notReviewed}
        failures={[failure]}
        onRetry={again}
        testId="change-not-reviewed"
      />
    );
  }
  if (review.phase === 'done')
    return <Reviewed steps={{ ...steps, change: again }} review={review} />;
  return <LoadingSpinner label={acting.changes.reading} showLabel size="sm" />;
}

interface ReviewedProps {
  readonly steps: Changing;
  readonly review: Extract<Changing['review'], { readonly phase: 'done' }>;
}

/** The request as it is now, what will happen to it, and the button. */
function Reviewed({ steps, review }: ReviewedProps) {
  const presentation = useActingPresentation();
  const { preview } = review.answer;
  // The answer to another question says nothing about this one.
  if (preview.kind === 'refund') return null;
  const { title, amount, details } = requestRow(preview.request, presentation);
  const { button, text } = labelsOf(preview.kind, preview.request, presentation);
  return (
    <Flex direction="column" gap="small">
      <Inline gap="small">
        <Text format={{ fontWeight: 'bold' }}>{amount}</Text>
        <Text>{title}</Text>
      </Inline>
      {details.map((detail) => (
        <Text key={detail} variant="microcopy">
          {detail}
        </Text>
      ))}
      <Text>{text}</Text>
      <ConfirmStep
        steps={steps}
        prepared={review.answer}
        label={button}
        isDestructive={preview.kind !== 'send-invoice'}
        testId="change"
      />
    </Flex>
  );
}
