import { Button, Flex, Heading, Inline, Input, Select, Text, Tile } from '@hubspot/ui-extensions';
import type { ObjectType } from '@stripe-payments/core';
import { isRecordId, knownText, OBJECT_TYPES, startListSync } from '@stripe-payments/core';
import type { CatchingUp } from '@stripe-payments/ui';
import { RunOutcome } from '@stripe-payments/ui';
import { useState } from 'react';
import { FailureDescription } from '../failures.tsx';
import { useMayManage, useTexts } from '../use-presentation.ts';
import type { ListChoice } from './list-choice.ts';
import { CHOICES, FIRST_CHOICE, listOf, SKIPS } from './list-choice.ts';

interface SyncListProps {
  readonly syncing: CatchingUp;
}

/** "Sync a list": all or some records of a type, step by step, to the end. */
export function SyncListPanel({ syncing }: SyncListProps) {
  const { health, setup } = useTexts();
  const { syncList: texts, catchUp } = health;
  const mayManage = useMayManage();
  return (
    <Tile testId="sync-list">
      <Flex direction="column" gap="small">
        <Heading>{texts.title}</Heading>
        <Text>{texts.intro}</Text>
        {mayManage ? <Controls syncing={syncing} /> : <Text>{setup.readOnly}</Text>}
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

interface FieldsProps {
  readonly choice: ListChoice;
  readonly onChange: (change: Partial<ListChoice>) => void;
}

function Fields({ choice, onChange }: FieldsProps) {
  const { health, setup } = useTexts();
  const { syncList: texts } = health;
  const textField = (name: 'listId' | 'pipeline' | 'stage', description: string) => (
    <Input
      name={name}
      label={texts[name]}
      description={description}
      value={choice[name]}
      onInput={(value) => {
        onChange({ [name]: value });
      }}
      testId={`sync-list-${name}`}
    />
  );
  return (
    <>
      <Select
        name="list-object"
        label={texts.object}
        value={choice.objectType}
        options={OBJECT_TYPES.map((value) => ({
          value,
          label: knownText(setup.properties.objectTypes, value),
        }))}
        onChange={(value) => {
          const objectType = OBJECT_TYPES.find((each): each is ObjectType => each === value);
          if (objectType !== undefined) onChange({ objectType });
        }}
        testId="sync-list-object"
      />
      <Select
        name="list-which"
        label={texts.which}
        value={choice.which}
        options={CHOICES.map((value) => ({ value, label: texts.choices[value] }))}
        onChange={(value) => {
          const which = CHOICES.find((each) => each === value);
          if (which !== undefined) onChange({ which });
        }}
        testId="sync-list-which"
      />
      {choice.which === 'list' && textField('listId', texts.listHint)}
      {choice.which !== 'list' && choice.objectType === 'deal' && (
        <>
          {textField('pipeline', texts.stageHint)}
          {textField('stage', texts.stageHint)}
        </>
      )}
      <Select
        name="list-skip"
        label={texts.skip}
        value={choice.skip}
        options={SKIPS.map((value) => ({ value, label: texts.skips[value] }))}
        onChange={(value) => {
          const skip = SKIPS.find((each) => each === value);
          if (skip !== undefined) onChange({ skip });
        }}
        testId="sync-list-skip"
      />
    </>
  );
}

function Controls({ syncing }: SyncListProps) {
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
      <Fields
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
