import { Flex, Input, Select, Text } from '@hubspot/ui-extensions';
import type { HealthReport, ObjectType } from '@stripe-payments/core';
import { knownText, OBJECT_TYPES } from '@stripe-payments/core';
import { FailureDescription } from '../failures.tsx';
import { useTexts } from '../use-presentation.ts';
import type { ListChoice } from './list-choice.ts';
import { ANY, CHOICES, listOptions, pipelineOptions, SKIPS, stageOptions } from './list-choice.ts';

interface ListFieldsProps {
  readonly report: HealthReport;
  readonly choice: ListChoice;
  readonly onChange: (change: Partial<ListChoice>) => void;
}

type IdName = 'listId' | 'pipeline' | 'stage';

interface IdInputProps extends Pick<ListFieldsProps, 'choice' | 'onChange'> {
  readonly name: IdName;
  readonly description: string;
}

/** Where what can be chosen is not known. */
function IdInput({ name, description, choice, onChange }: IdInputProps) {
  const { syncList: texts } = useTexts().health;
  return (
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
}

/** The lists of the chosen object by name; by id where they cannot be read, or are too many for one page. */
function WhichList({ report, choice, onChange }: ListFieldsProps) {
  const { syncList: texts } = useTexts().health;
  const { lists } = report;
  const idInput = <IdInput {...{ choice, onChange }} name="listId" description={texts.listHint} />;
  if (!lists.isReadable) {
    return (
      <Flex direction="column" gap="extra-small">
        {idInput}
        <FailureDescription failure={lists.error} />
      </Flex>
    );
  }
  if (!lists.isAll) return idInput;
  const options = listOptions(lists.lists, choice.objectType);
  if (options.length === 0) return <Text testId="sync-list-none">{texts.noLists}</Text>;
  return (
    <Select
      name="list-id"
      label={texts.list}
      value={choice.listId}
      options={[...options]}
      onChange={(value) => {
        onChange({ listId: String(value) });
      }}
      testId="sync-list-list"
    />
  );
}

/** A deal's pipeline and stage by name; by id where they cannot be read. */
function WhichStage({ report, choice, onChange }: ListFieldsProps) {
  const { syncList: texts } = useTexts().health;
  const { pipelines: read } = report;
  if (!read.isReadable) {
    return (
      <Flex direction="column" gap="small">
        <IdInput {...{ choice, onChange }} name="pipeline" description={texts.stageHint} />
        <IdInput {...{ choice, onChange }} name="stage" description={texts.stageHint} />
        <FailureDescription failure={read.error} />
      </Flex>
    );
  }
  const chosen = (value: unknown): string => (value === ANY ? '' : String(value));
  return (
    <>
      <Select
        name="list-pipeline"
        label={texts.pipelineOf}
        value={choice.pipeline === '' ? ANY : choice.pipeline}
        options={[{ value: ANY, label: texts.anyPipeline }, ...pipelineOptions(read.pipelines)]}
        onChange={(value) => {
          // A stage is of one pipeline.
          onChange({ pipeline: chosen(value), stage: '' });
        }}
        testId="sync-list-of-pipeline"
      />
      <Select
        name="list-stage"
        label={texts.stageOf}
        value={choice.stage === '' ? ANY : choice.stage}
        options={[
          { value: ANY, label: texts.anyStage },
          ...stageOptions(read.pipelines, choice.pipeline),
        ]}
        onChange={(value) => {
          onChange({ stage: chosen(value) });
        }}
        testId="sync-list-of-stage"
      />
    </>
  );
}

/** What is synced: an object, which of its records, and which of them not again. */
export function ListFields({ report, choice, onChange }: ListFieldsProps) {
  const { health, setup } = useTexts();
  const { syncList: texts } = health;
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
          // A list is of one object.
          if (objectType !== undefined) onChange({ objectType, listId: '' });
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
      {choice.which === 'list' && <WhichList {...{ report, choice, onChange }} />}
      {choice.which !== 'list' && choice.objectType === 'deal' && (
        <WhichStage {...{ report, choice, onChange }} />
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
