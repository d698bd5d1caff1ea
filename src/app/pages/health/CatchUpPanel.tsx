import {
  Alert,
  Button,
  Flex,
  Heading,
  Inline,
  Text,
  Tile,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import type { HealthReport } from '@stripe-payments/core';
import { momentText, startCatchUp } from '@stripe-payments/core';
import type { CatchingUp } from '@stripe-payments/ui';
import { RunOutcome } from '@stripe-payments/ui';
import { useState } from 'react';
import { FailureDescription } from '../failures.tsx';
import { useMayManage, usePresentation } from '../use-presentation.ts';
import type { CatchUpRange } from './health-lines.ts';
import { caughtUpMs, hasGap, RANGES, sinceMsOf, usualRange } from './health-lines.ts';

interface CatchUpPanelProps {
  readonly report: HealthReport;
  readonly catchingUp: CatchingUp;
}

/** "Catch up now": what it is doing, what it did, and what is left. */
export function CatchUpPanel({ report, catchingUp }: CatchUpPanelProps) {
  const { health, setup } = usePresentation().texts;
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
        <RunOutcome
          state={catchingUp.state}
          name="catch-up"
          texts={texts}
          Description={FailureDescription}
        />
      </Flex>
    </Tile>
  );
}

const isRange = (value: unknown): value is CatchUpRange => RANGES.some((range) => range === value);

/** One primary button: start, stop or continue. */
function Controls({ report, catchingUp }: CatchUpPanelProps) {
  const presentation = usePresentation();
  const { catchUp: texts } = presentation.texts.health;
  const sinceMs = caughtUpMs(report);
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
    const nowMs = Date.now();
    start(startCatchUp(sinceMsOf(range, nowMs), nowMs));
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
      <Text variant="microcopy" testId="look-back-why">
        {sinceMs === null ? texts.rangeUnknown : texts.rangeOf(momentText(sinceMs, presentation))}
      </Text>
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
