import { Alert, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { FailedStep } from '@stripe-payments/core';
import { knownText } from '@stripe-payments/core';
import { FailureAlert, FailureDescription } from '../failures.tsx';
import type { ChangeState } from './use-changes.ts';
import { useTexts } from '../use-presentation.ts';

/** How far the steps are, and then what became of them. */
export function ApplyOutcome({ state }: { readonly state: ChangeState }) {
  const { setup } = useTexts();
  const texts = setup.properties;
  if (state.phase === 'running') {
    const { length: all } = state.request.steps;
    const done = state.part ?? 0;
    return (
      <ProgressBar
        title={setup.parts.properties}
        value={done}
        maxValue={all}
        valueDescription={texts.applying(done, all)}
        showPercentage
        testId="apply-progress"
      />
    );
  }
  if (state.phase !== 'done') return null;
  const { done, failed, error } = state.answer;
  return (
    <Flex direction="column" gap="small">
      {done > 0 && <Alert title={texts.applied(done)} variant="success" testId="applied" />}
      {failed.length > 0 && (
        <FailedSteps
          title={texts.failedTitle(failed.length)}
          failed={failed}
          testId="failed-steps"
        />
      )}
      {error !== null && (
        <FailureAlert
          title={texts.stopped}
          failures={[error]}
          consequence={texts.stoppedNote}
          testId="apply-problem"
        />
      )}
    </Flex>
  );
}

/** An account that refuses all of them gives the same reason for each. */
const MAX_SHOWN = 10;

interface FailedStepsProps {
  readonly title: string;
  readonly failed: readonly FailedStep[];
  readonly testId: string;
}

/** What HubSpot did not take, each with HubSpot's own reason. */
function FailedSteps({ title, failed, testId }: FailedStepsProps) {
  const labels = useTexts().setup.properties;
  const hidden = failed.length - MAX_SHOWN;
  return (
    <Alert title={title} variant="danger" testId={testId}>
      {failed.slice(0, MAX_SHOWN).map(({ objectType, name, error }) => (
        <Flex key={`${objectType}/${name}`} direction="column" gap="flush">
          <Text format={{ fontWeight: 'demibold' }}>
            {`${knownText(labels.objectTypes, objectType)}, ${name}`}
          </Text>
          <FailureDescription failure={error} />
        </Flex>
      ))}
      {hidden > 0 && <Text>{labels.more(hidden)}</Text>}
    </Alert>
  );
}
