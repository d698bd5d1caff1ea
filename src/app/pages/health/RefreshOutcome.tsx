import { Alert, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { CatchUp, Failure, SetupTexts } from '@stripe-payments/core';
import { failuresByReason, momentText } from '@stripe-payments/core';
import { FailureAlert, FailureDescription } from '../failures.tsx';
import { usePresentation } from '../use-presentation.ts';
import { RecordLinks } from './FailedRecords.tsx';
import type { CatchUpState } from './use-catch-up.ts';

type RefreshTexts = Omit<
  SetupTexts['health']['catchUp'],
  'title' | 'intro' | 'lookBack' | 'ranges' | 'start'
>;

interface OutcomeProps {
  readonly state: CatchUpState;
  /** The beginning of every test id. */
  readonly name: 'catch-up' | 'sync-list';
  readonly texts: RefreshTexts;
}

/** What a catch-up or the sync of a list is doing, or did. */
export function Outcome({ state, name, texts }: OutcomeProps) {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return (
        <Flex direction="column" gap="extra-small" testId={`${name}-progress`}>
          <LoadingSpinner label={texts.running} showLabel size="sm" layout="inline" />
          <Progress catchUp={state.catchUp} {...{ name, texts }} />
          <Text variant="microcopy">{texts.keepOpen}</Text>
        </Flex>
      );
    case 'stopped':
      return <Stopped {...{ name, texts }} catchUp={state.catchUp} failure={state.failure} />;
    case 'done':
      return <Done {...{ name, texts }} catchUp={state.catchUp} />;
  }
}

interface PartProps extends Pick<OutcomeProps, 'name' | 'texts'> {
  readonly catchUp: CatchUp;
}

function Progress({ catchUp, name, texts }: PartProps) {
  const { eventsRead, synced, changed, failed, waiting, isDone, lostSteps } = catchUp;
  const parts = [
    ...(catchUp.list === null ? [texts.read(eventsRead)] : []),
    texts.synced(synced),
    texts.changed(changed),
    texts.failed(failed.length),
    ...(isDone ? [] : [texts.waiting(waiting)]),
  ];
  return (
    <>
      <Text testId={`${name}-counts`}>{parts.join(', ')}</Text>
      {lostSteps > 0 && <Text>{texts.lost(lostSteps)}</Text>}
    </>
  );
}

interface StoppedProps extends PartProps {
  readonly failure: Failure | null;
}

function Stopped({ catchUp, failure, name, texts }: StoppedProps) {
  if (failure === null) {
    return (
      <Alert title={texts.stoppedTitle} variant="info" testId={`${name}-stopped`}>
        <Progress {...{ catchUp, name, texts }} />
        <Text>{texts.stopped}</Text>
      </Alert>
    );
  }
  return (
    <FailureAlert title={texts.brokeOff} failures={[failure]} testId={`${name}-problem`}>
      <Progress {...{ catchUp, name, texts }} />
      <Text>{texts.stopped}</Text>
    </FailureAlert>
  );
}

/** What is true at the end, and what to do with the rest. */
function Done({ catchUp, name, texts }: PartProps) {
  const presentation = usePresentation();
  const { health } = presentation.texts;
  const { synced, failed, sinceMs, isBeyondEvents } = catchUp;
  const isClean = failed.length === 0;
  return (
    <Alert
      title={
        isClean ? texts.done(momentText(sinceMs, presentation)) : texts.doneExcept(failed.length)
      }
      variant={isClean ? 'success' : 'warning'}
      testId={`${name}-done`}
    >
      {synced + failed.length === 0 && <Text>{texts.nothing}</Text>}
      <Progress {...{ catchUp, name, texts }} />
      {isBeyondEvents && <Text>{texts.gap}</Text>}
      {failuresByReason(failed).map(({ error, records }) => (
        <Flex key={`${error.code} ${error.permission ?? ''}`} direction="column" gap="flush">
          <FailureDescription failure={error} />
          <RecordLinks
            records={records.map(({ objectType, recordId }) => ({
              objectType,
              recordId,
              name: health.record[objectType](recordId),
            }))}
          />
        </Flex>
      ))}
      {!isClean && <Text>{texts.retried}</Text>}
    </Alert>
  );
}
