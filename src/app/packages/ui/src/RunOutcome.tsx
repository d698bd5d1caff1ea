import { Alert, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { BulkTexts, CatchUp, Failure, SetupTexts } from '@stripe-payments/core';
import { failuresByReason, momentText, sharedTextsIn } from '@stripe-payments/core';
import type { ReactNode } from 'react';
import type { FailureDescriptionProps } from './FailureAlert.tsx';
import { FailureAlert } from './FailureAlert.tsx';
import { RecordLinks } from './RecordLinks.tsx';
import type { CatchUpState } from './use-catch-up.ts';
import { usePresentationWith } from './use-presentation.ts';

type CatchUpTexts = SetupTexts['health']['catchUp'];

/** What runs of every kind say; what a catch-up alone says is left out elsewhere. */
type RunTexts = Pick<
  CatchUpTexts,
  keyof CatchUpTexts & keyof Omit<BulkTexts['bulk'], 'start' | 'intro'>
> &
  Partial<Pick<CatchUpTexts, 'read' | 'gap'>>;

interface OutcomeProps {
  readonly state: CatchUpState;
  /** The beginning of every test id. */
  readonly name: 'catch-up' | 'sync-list' | 'bulk';
  readonly texts: RunTexts;
  /** A failure in words for the reader. */
  readonly Description: (props: FailureDescriptionProps) => ReactNode;
  /** What else is true at the end. */
  readonly children?: ReactNode;
}

/** What a catch-up or a sync of many records is doing, or did. */
export function RunOutcome({ state, name, texts, Description, children }: OutcomeProps) {
  const part = { name, texts, Description };
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return (
        <Flex direction="column" gap="extra-small" testId={`${name}-progress`}>
          <LoadingSpinner label={texts.running} showLabel size="sm" layout="inline" />
          <Progress {...part} catchUp={state.catchUp} />
          <Text variant="microcopy">{texts.keepOpen}</Text>
        </Flex>
      );
    case 'stopped':
      return <Stopped {...part} catchUp={state.catchUp} failure={state.failure} />;
    case 'done':
      return (
        <Done {...part} catchUp={state.catchUp}>
          {children}
        </Done>
      );
  }
}

interface PartProps extends Pick<OutcomeProps, 'name' | 'texts' | 'Description'> {
  readonly catchUp: CatchUp;
}

function Progress({ catchUp, name, texts }: Omit<PartProps, 'Description'>) {
  const { eventsRead, synced, changed, failed, waiting, isDone, lostSteps, isLogMissing } = catchUp;
  const parts = [
    ...(catchUp.list === null && texts.read !== undefined && (isDone || eventsRead > 0)
      ? [texts.read(eventsRead)]
      : []),
    texts.synced(synced),
    texts.changed(changed),
    texts.failed(failed.length),
    ...(isDone || waiting === 0 ? [] : [texts.waiting(waiting)]),
  ];
  return (
    <>
      <Text testId={`${name}-counts`}>{parts.join(', ')}</Text>
      {isLogMissing && <Text testId={`${name}-not-logged`}>{texts.notLogged}</Text>}
      {lostSteps > 0 && <Text>{texts.lost(lostSteps)}</Text>}
    </>
  );
}

interface StoppedProps extends PartProps {
  readonly failure: Failure | null;
}

function Stopped({ catchUp, failure, name, texts, Description }: StoppedProps) {
  if (failure === null) {
    return (
      <Alert title={texts.stoppedTitle} variant="info" testId={`${name}-stopped`}>
        <Progress {...{ catchUp, name, texts }} />
        <Text>{texts.stopped}</Text>
      </Alert>
    );
  }
  return (
    <FailureAlert
      title={texts.brokeOff}
      failures={[failure]}
      testId={`${name}-problem`}
      Description={Description}
    >
      <Progress {...{ catchUp, name, texts }} />
      <Text>{texts.stopped}</Text>
    </FailureAlert>
  );
}

interface DoneProps extends PartProps {
  readonly children: ReactNode;
}

/** What is true at the end, and what to do with the rest. */
function Done({ catchUp, name, texts, Description, children }: DoneProps) {
  const presentation = usePresentationWith(sharedTextsIn);
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
      {isBeyondEvents && texts.gap !== undefined && <Text>{texts.gap}</Text>}
      {failuresByReason(failed).map(({ error, records }) => (
        <Flex key={`${error.code} ${error.permission ?? ''}`} direction="column" gap="flush">
          <Description failure={error} />
          <RecordLinks
            records={records.map(({ objectType, recordId }) => ({
              objectType,
              recordId,
              name: texts.record[objectType](recordId),
            }))}
            more={texts.more}
          />
        </Flex>
      ))}
      {!isClean && <Text>{texts.retried}</Text>}
      {children}
    </Alert>
  );
}
