import { Button, Flex, Heading, Inline, Text, Tile } from '@hubspot/ui-extensions';
import type { HealthReport } from '@stripe-payments/core';
import { isRecordId, startListSync } from '@stripe-payments/core';
import type { CatchingUp } from '@stripe-payments/ui';
import { RunOutcome } from '@stripe-payments/ui';
import { useState } from 'react';
import { FailureDescription } from '../failures.tsx';
import { useMayManage, useTexts } from '../use-presentation.ts';
import type { ListChoice } from './list-choice.ts';
import { FIRST_CHOICE, listOf } from './list-choice.ts';
import { ListFields } from './ListFields.tsx';

interface SyncListProps {
  readonly syncing: CatchingUp;
  readonly report: HealthReport;
}

/** "Sync a list": all or some records of a type, step by step, to the end. */
export function SyncListPanel({ syncing, report }: SyncListProps) {
  const { health, setup } = useTexts();
  const { syncList: texts, catchUp } = health;
  const mayManage = useMayManage();
  return (
    <Tile testId="sync-list">
      <Flex direction="column" gap="small">
        <Heading>{texts.title}</Heading>
        <Text>{texts.intro}</Text>
        {mayManage ? <Controls syncing={syncing} report={report} /> : <Text>{setup.readOnly}</Text>}
        <RunOutcome
          state={syncing.state}
          name="sync-list"
          texts={{ ...catchUp, ...texts }}
          Description={FailureDescription}
        />
      </Flex>
    </Tile>
  );
}

function Controls({ syncing, report }: SyncListProps) {
  const { syncList: texts, catchUp } = useTexts().health;
  const [choice, setChoice] = useState<ListChoice>(FIRST_CHOICE);
  const { state, start, stop, goOn } = syncing;
  if (state.phase === 'running') {
    return (
      <Inline>
        <Button disabled={state.isStopping} onClick={stop} testId="sync-list-stop">
          {state.isStopping ? catchUp.stopping : catchUp.stop}
        </Button>
      </Inline>
    );
  }
  const isReady = choice.which !== 'list' || isRecordId(choice.listId.trim());
  return (
    <Flex direction="column" gap="small">
      <ListFields
        report={report}
        choice={choice}
        onChange={(change) => {
          setChoice({ ...choice, ...change });
        }}
      />
      <Inline gap="small">
        {state.phase === 'stopped' && (
          <Button onClick={goOn} testId="sync-list-go-on">
            {catchUp.goOn}
          </Button>
        )}
        <Button
          disabled={!isReady}
          onClick={() => {
            const nowMs = Date.now();
            start(startListSync(listOf(choice, nowMs), nowMs));
          }}
          testId="sync-list-start"
        >
          {texts.start}
        </Button>
      </Inline>
    </Flex>
  );
}
