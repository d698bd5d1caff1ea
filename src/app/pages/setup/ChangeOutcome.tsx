import { Alert, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { FailedStep } from '@stripe-payments/core';
import { knownText, problemText } from '@stripe-payments/core';
import { FailureAlert } from '@stripe-payments/ui';
import type { ApplyState } from './use-changes.ts';
import { useTexts } from './use-presentation.ts';

/** How far the steps are, and then what became of them. */
export function ApplyOutcome({ state }: { readonly state: ApplyState }) {
  const { setup } = useTexts();
  const words = setup.properties;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return (
        <ProgressBar
          title={setup.parts.properties}
          value={state.done}
          maxValue={state.all}
          valueDescription={words.applying(state.done, state.all)}
          showPercentage
          testId="apply-progress"
        />
      );
    case 'finished':
      return (
        <Flex direction="column" gap="small">
          {state.done > 0 && (
            <Alert title={words.applied(state.done)} variant="success" testId="applied" />
          )}
          {state.failed.length > 0 && (
            <FailedSteps
              title={words.failedTitle(state.failed.length)}
              failed={state.failed}
              testId="failed-steps"
            />
          )}
          {state.error !== null && (
            <FailureAlert
              title={words.stopped}
              failures={[state.error]}
              consequence={words.stoppedNote}
              testId="apply-problem"
            />
          )}
        </Flex>
      );
  }
}

/** An account that refuses all of them gives the same reason for each. */
const MAX_SHOWN = 10;

interface FailedStepsProps {
  readonly title: string;
  readonly failed: readonly FailedStep[];
  readonly testId: string;
}

/** What HubSpot did not take, each with HubSpot's own reason. */
export function FailedSteps({ title, failed, testId }: FailedStepsProps) {
  const texts = useTexts();
  const words = texts.setup.properties;
  const hidden = failed.length - MAX_SHOWN;
  return (
    <Alert title={title} variant="danger" testId={testId}>
      {failed.slice(0, MAX_SHOWN).map(({ objectType, name, error }) => (
        <Text key={`${objectType}/${name}`}>
          {words.failedLine(
            `${knownText(words.objectTypes, objectType)}, ${name}`,
            problemText(error, texts),
          )}
        </Text>
      ))}
      {hidden > 0 && <Text>{words.more(hidden)}</Text>}
    </Alert>
  );
}
