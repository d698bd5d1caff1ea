import { Alert, Flex, ProgressBar } from '@hubspot/ui-extensions';
import type { ApplyState } from '../hooks/use-apply.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import { FailedSteps } from './FailedSteps.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

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
            <ProblemAlert
              title={words.stopped}
              error={state.error}
              note={words.stoppedNote}
              testId="apply-problem"
            />
          )}
        </Flex>
      );
  }
}
