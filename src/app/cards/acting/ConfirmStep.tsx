import { Button, ButtonRow, Flex, Heading, LoadingButton, Text } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';
import type { ErrorCode } from '@stripe-payments/core';
import { CONFIRMATION_PROPERTY, momentText } from '@stripe-payments/core';
import { ActingFailure } from './ActingFailure.tsx';
import type { TwoSteps } from './use-acting.ts';
import { failureOf, useActingPresentation, useActingTexts } from './use-acting.ts';

/** The text that a named person enters, and the property in HubSpot's own editor. */
export function Confirmation({
  text,
  validUntilMs,
}: {
  readonly text: string;
  readonly validUntilMs: number;
}) {
  const presentation = useActingPresentation();
  const { confirm } = presentation.texts.acting;
  return (
    <Flex direction="column" gap="small">
      <Heading>{confirm.title}</Heading>
      <Text>{confirm.text}</Text>
      <Text format={{ fontWeight: 'bold' }} testId="confirmation-text">
        {text}
      </Text>
      <Text variant="microcopy">{confirm.validUntil(momentText(validUntilMs, presentation))}</Text>
      <CrmPropertyList properties={[CONFIRMATION_PROPERTY]} />
    </Flex>
  );
}

interface Reviewed {
  readonly digest: string;
  readonly confirmation: { readonly text: string; readonly validUntilMs: number } | null;
}

interface ConfirmStepProps<Asked, P extends Reviewed, Done extends object> {
  readonly steps: TwoSteps<Asked, P, Done>;
  readonly prepared: P;
  /** What the button does. */
  readonly label: string;
  /** True where money leaves or an invoice ends. */
  readonly isDestructive: boolean;
  /** Of the button beside it. Default: back to the form. */
  readonly back?: string;
  readonly testId: string;
}

/** After these what was reviewed can't be confirmed any more. */
const NEEDS_REVIEW: ReadonlySet<ErrorCode> = new Set([
  'preview-changed',
  'confirmation-expired',
  'confirmation-other',
]);

/** The button that does it, behind the confirmation where a named person is needed. */
export function ConfirmStep<Asked, P extends Reviewed, Done extends object>({
  steps,
  prepared,
  label,
  isDestructive,
  back,
  testId,
}: ConfirmStepProps<Asked, P, Done>) {
  const { preview } = useActingTexts();
  const failure = failureOf(steps.outcome);
  const { review } = steps;
  const isOver = failure !== null && NEEDS_REVIEW.has(failure.code);
  return (
    <Flex direction="column" gap="small">
      {prepared.confirmation !== null && <Confirmation {...prepared.confirmation} />}
      {failure !== null && (
        <ActingFailure title={preview.notDone} failures={[failure]} testId={`${testId}-problem`} />
      )}
      <ButtonRow>
        {isOver && review.phase === 'done' ? (
          <Button
            variant="primary"
            size="sm"
            onClick={() => {
              steps.prepare(review.request);
            }}
            testId={`${testId}-again`}
          >
            {preview.again}
          </Button>
        ) : (
          <LoadingButton
            variant={isDestructive ? 'destructive' : 'primary'}
            size="sm"
            loading={steps.isRunning}
            onClick={steps.confirm}
            testId={`${testId}-confirm`}
          >
            {label}
          </LoadingButton>
        )}
        <Button
          variant="secondary"
          size="sm"
          disabled={steps.isRunning}
          onClick={steps.change}
          testId={`${testId}-change`}
        >
          {back ?? preview.change}
        </Button>
      </ButtonRow>
    </Flex>
  );
}
