import {
  Button,
  Flex,
  Inline,
  LoadingSpinner,
  Panel,
  PanelBody,
  PanelSection,
  Text,
} from '@hubspot/ui-extensions';
import { stripeUrl } from '@stripe-payments/core';
import { ActingFailure } from './ActingFailure.tsx';
import type { Changeable } from './change-labels.ts';
import { changeLabels, changeSubject, stayingLines } from './change-labels.ts';
import { ConfirmStep } from './ConfirmStep.tsx';
import { CopyAndOpen } from './CopyAndOpen.tsx';
import { ChangeDone } from './TimelineLine.tsx';
import type { Acted, ActedType } from './use-acting.ts';
import { failureOf, useActingPresentation } from './use-acting.ts';
import type { AskedChange, Changing } from './use-change.ts';
import { useChange } from './use-change.ts';

const idOf = (of: Changeable): string => {
  if ('request' in of) return of.request.id;
  return 'subscription' in of ? of.subscription.id : of.customer.id;
};

const askedOf = (of: Changeable): AskedChange =>
  of.kind === 'card-link'
    ? { kind: of.kind, customerId: of.customer.id }
    : { kind: of.kind, id: idOf(of) };

interface ChangeProps {
  readonly objectType: ActedType;
  readonly of: Changeable;
  readonly acted: Acted;
}

/** Opens the review of one change of what exists. */
export function ChangeButton(props: ChangeProps) {
  const { of } = props;
  const { button } = changeLabels(of, useActingPresentation());
  return (
    <Button
      variant="secondary"
      size="xs"
      overlay={<ChangePanel {...props} />}
      testId={`${of.kind}-${idOf(of)}`}
    >
      {button}
    </Button>
  );
}

/** Each opening reads the present state anew. */
function ChangePanel({ objectType, of, acted }: ChangeProps) {
  const { button } = changeLabels(of, useActingPresentation());
  const { steps, onOpen, onClose } = useChange(objectType, acted);
  const id = `panel-${of.kind}-${idOf(of)}`;
  return (
    <Panel
      id={id}
      title={button}
      width="md"
      variant="modal"
      onOpen={() => {
        onOpen(() => {
          steps.prepare(askedOf(of));
        });
      }}
      onClose={onClose}
      testId={id}
    >
      <PanelBody>
        <PanelSection>
          <ChangeSteps steps={steps} of={of} />
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}

interface ChangeStepsProps extends Pick<ChangeProps, 'of'> {
  readonly steps: Changing;
}

function ChangeSteps({ steps, of }: ChangeStepsProps) {
  const presentation = useActingPresentation();
  const { acting } = presentation.texts;
  const { review, outcome } = steps;
  const again = (): void => {
    steps.prepare(askedOf(of));
  };
  if (outcome.phase === 'done') {
    const { done } = changeLabels(of, presentation);
    const { outcome: made } = outcome.answer;
    return (
      <ChangeDone title={done} answer={outcome.answer} testId="change-done">
        {made.kind === 'card-link' && (
          <CopyAndOpen url={stripeUrl(made.url)} id={`card-${made.customer.id}`} />
        )}
      </ChangeDone>
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

/** What is changed as it is now, what will happen to it, and the button. */
function Reviewed({ steps, review }: ReviewedProps) {
  const presentation = useActingPresentation();
  const { preview } = review.answer;
  // The answer to another question says nothing about this one.
  if (
    preview.kind === 'refund' ||
    preview.kind === 'change-item' ||
    preview.kind === 'change-coupon'
  ) {
    return null;
  }
  const { title, amount, details } = changeSubject(preview, presentation, Date.now());
  const { button, text, isDestructive } = changeLabels(preview, presentation);
  return (
    <Flex direction="column" gap="small">
      <Inline gap="small">
        {amount !== null && <Text format={{ fontWeight: 'bold' }}>{amount}</Text>}
        <Text>{title}</Text>
      </Inline>
      {details.map((detail) => (
        <Text key={detail} variant="microcopy">
          {detail}
        </Text>
      ))}
      <Text>{text}</Text>
      {stayingLines(preview, presentation).map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <ConfirmStep
        steps={steps}
        prepared={review.answer}
        label={button}
        isDestructive={isDestructive}
        back={presentation.texts.acting.preview.reviewAgain}
        testId="change"
      />
    </Flex>
  );
}
