import {
  Alert,
  Button,
  Flex,
  Heading,
  Inline,
  LoadingSpinner,
  Text,
  Tile,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import type { CatchUp, Failure, HealthReport } from '@stripe-payments/core';
import { failuresByReason, momentText } from '@stripe-payments/core';
import { useState } from 'react';
import { FailureAlert, FailureDescription } from '../failures.tsx';
import { useMayManage, usePresentation, useTexts } from '../use-presentation.ts';
import { RecordLinks } from './FailedRecords.tsx';
import type { CatchUpRange } from './health-lines.ts';
import { hasGap, RANGES, sinceMsOf, usualRange } from './health-lines.ts';
import type { CatchingUp, CatchUpState } from './use-catch-up.ts';

interface CatchUpPanelProps {
  readonly report: HealthReport;
  readonly catchingUp: CatchingUp;
}

/** "Catch up now": what it is doing, what it did, and what is left. */
export function CatchUpPanel({ report, catchingUp }: CatchUpPanelProps) {
  const { health, setup } = useTexts();
  const { catchUp: texts } = health;
  const mayManage = useMayManage();
  return (
    <Tile testId="catch-up">
      <Flex direction="column" gap="small">
        <Heading>{texts.title}</Heading>
        <Text>{texts.intro}</Text>
        {hasGap(report) && <Alert title={texts.gap} variant="warning" testId="catch-up-gap" />}
        {mayManage ? (
          <Controls report={report} catchingUp={catchingUp} />
        ) : (
          <Text testId="catch-up-read-only">{setup.readOnly}</Text>
        )}
        <Outcome state={catchingUp.state} />
      </Flex>
    </Tile>
  );
}

const isRange = (value: unknown): value is CatchUpRange => RANGES.some((range) => range === value);

/** One primary button: start, stop or continue. */
function Controls({ report, catchingUp }: CatchUpPanelProps) {
  const { catchUp: texts } = useTexts().health;
  const [chosen, setChosen] = useState<CatchUpRange | null>(null);
  const range = chosen ?? usualRange(report);
  const { state, start, stop, goOn } = catchingUp;
  if (state.phase === 'running') {
    return (
      <Inline>
        <Button variant="secondary" disabled={state.isStopping} onClick={stop} testId="stop">
          {state.isStopping ? texts.stopping : texts.stop}
        </Button>
      </Inline>
    );
  }
  const isStopped = state.phase === 'stopped';
  const begin = (): void => {
    start(sinceMsOf(range, Date.now()));
  };
  return (
    <Flex direction="column" gap="small">
      <ToggleGroup
        name="look-back"
        label={texts.lookBack}
        toggleType="radioButtonList"
        inline
        value={range}
        options={RANGES.map((value) => ({ value, label: texts.ranges[value] }))}
        onChange={(value) => {
          if (isRange(value)) setChosen(value);
        }}
        testId="look-back"
      />
      <Inline gap="small">
        {isStopped && (
          <Button variant="primary" onClick={goOn} testId="go-on">
            {texts.goOn}
          </Button>
        )}
        <Button variant={isStopped ? 'secondary' : 'primary'} onClick={begin} testId="catch-up-now">
          {isStopped ? texts.again : texts.start}
        </Button>
      </Inline>
    </Flex>
  );
}

function Outcome({ state }: { readonly state: CatchUpState }) {
  const { catchUp: texts } = useTexts().health;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return (
        <Flex direction="column" gap="extra-small" testId="catch-up-progress">
          <LoadingSpinner label={texts.running} showLabel size="sm" layout="inline" />
          <Progress catchUp={state.catchUp} />
          <Text variant="microcopy">{texts.keepOpen}</Text>
        </Flex>
      );
    case 'stopped':
      return <Stopped catchUp={state.catchUp} failure={state.failure} />;
    case 'done':
      return <Done catchUp={state.catchUp} />;
  }
}

function Progress({ catchUp }: { readonly catchUp: CatchUp }) {
  const { catchUp: texts } = useTexts().health;
  const { eventsRead, synced, changed, failed, waiting, isDone, lostSteps } = catchUp;
  const parts = [
    texts.read(eventsRead),
    texts.synced(synced),
    texts.changed(changed),
    texts.failed(failed.length),
    ...(isDone ? [] : [texts.waiting(waiting)]),
  ];
  return (
    <>
      <Text testId="catch-up-counts">{parts.join(', ')}</Text>
      {lostSteps > 0 && <Text>{texts.lost(lostSteps)}</Text>}
    </>
  );
}

interface StoppedProps {
  readonly catchUp: CatchUp;
  readonly failure: Failure | null;
}

function Stopped({ catchUp, failure }: StoppedProps) {
  const { catchUp: texts } = useTexts().health;
  if (failure === null) {
    return (
      <Alert title={texts.stoppedTitle} variant="info" testId="catch-up-stopped">
        <Progress catchUp={catchUp} />
        <Text>{texts.stopped}</Text>
      </Alert>
    );
  }
  return (
    <FailureAlert title={texts.brokeOff} failures={[failure]} testId="catch-up-problem">
      <Progress catchUp={catchUp} />
      <Text>{texts.stopped}</Text>
    </FailureAlert>
  );
}

/** What is true at the end, and what to do with the rest. */
function Done({ catchUp }: { readonly catchUp: CatchUp }) {
  const presentation = usePresentation();
  const { health } = presentation.texts;
  const { catchUp: texts } = health;
  const { synced, failed, sinceMs, isBeyondEvents } = catchUp;
  const isClean = failed.length === 0;
  return (
    <Alert
      title={
        isClean ? texts.done(momentText(sinceMs, presentation)) : texts.doneExcept(failed.length)
      }
      variant={isClean ? 'success' : 'warning'}
      testId="catch-up-done"
    >
      {synced + failed.length === 0 && <Text>{texts.nothing}</Text>}
      <Progress catchUp={catchUp} />
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
