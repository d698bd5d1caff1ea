import {
  Alert,
  Button,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Icon,
  Inline,
  Text,
} from '@hubspot/ui-extensions';
import type { CheckResult, ObjectProperties } from '@stripe-payments/core';
import { FailureAlert } from '../failures.tsx';
import { useState } from 'react';
import { ApplyOutcome } from './ChangeOutcome.tsx';
import { hubspotTitle } from './HubSpotAccount.tsx';
import { PlanTable } from './PlanTable.tsx';
import { foreignLines, isAnythingUnusable, objectLine, planLines } from './property-lines.ts';
import type { Changes, ChangeState } from './use-changes.ts';
import { useMayManage, useTexts } from '../use-presentation.ts';

interface PropertiesProps {
  readonly properties: CheckResult<{ readonly objects: readonly ObjectProperties[] }>;
  readonly changes: Changes;
  readonly isChecking: boolean;
}

type Objects = readonly ObjectProperties[];

function ObjectLines({ objects }: { readonly objects: Objects }) {
  const texts = useTexts();
  const { done } = texts.setup.verdicts;
  return (
    <DescriptionList direction="row">
      {objects.map((object) => {
        const { records, text, isComplete } = objectLine(object, texts);
        return (
          <DescriptionListItem key={object.objectType} label={records}>
            <Inline gap="extra-small" align="center">
              {isComplete && (
                <Icon name="success" color="success" size="sm" screenReaderText={done} />
              )}
              <Text testId={`properties-${object.objectType}`}>{text}</Text>
            </Inline>
          </DescriptionListItem>
        );
      })}
    </DescriptionList>
  );
}

function Foreign({ objects }: { readonly objects: Objects }) {
  const lines = foreignLines(objects, useTexts());
  return (
    <>
      {lines.map(({ key, title, text, isUsable }) => (
        <Alert
          key={key}
          title={title}
          variant={isUsable ? 'info' : 'danger'}
          testId={`foreign-${key}`}
        >
          <Text>{text}</Text>
        </Alert>
      ))}
    </>
  );
}

interface PlanProps extends Pick<PropertiesProps, 'changes'> {
  readonly objects: Objects;
  readonly isBusy: boolean;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** The dry run, and the one button that does what it says. */
function Plan({ objects, changes, isBusy, page, onPage }: PlanProps) {
  const texts = useTexts();
  const labels = texts.setup.properties;
  const mayManage = useMayManage();
  const lines = planLines(objects, texts);
  if (lines.length === 0) {
    return isAnythingUnusable(objects) ? null : (
      <Text testId="nothing-to-do">{labels.nothingToDo}</Text>
    );
  }
  return (
    <Flex direction="column" gap="small">
      <Text testId="dry-run">{labels.dryRun(lines.length)}</Text>
      {mayManage && (
        <Inline>
          <Button
            variant="primary"
            disabled={isBusy}
            onClick={() => {
              changes.run({ steps: lines.map(({ id }) => id) });
            }}
            testId="apply"
          >
            {labels.apply(lines.length)}
          </Button>
        </Inline>
      )}
      <Text variant="microcopy">{labels.optionsStay}</Text>
      <PlanTable {...{ lines, page, onPage }} />
    </Flex>
  );
}

/** True until it is known what is left to do: the plan that was carried out is not a plan any more. */
const isPlanOld = (state: ChangeState, isChecking: boolean): boolean =>
  state.phase !== 'idle' && (state.phase === 'running' || isChecking);

/** The app's properties on every kind of record, and what would make them right. */
export function Properties({ properties, changes, isChecking }: PropertiesProps) {
  const texts = useTexts();
  // Here, so that it stays while a plan is carried out.
  const [page, setPage] = useState(1);
  if (!properties.isReadable) {
    const { error } = properties;
    return (
      <Flex direction="column" gap="small">
        <ApplyOutcome state={changes.state} />
        <FailureAlert
          title={hubspotTitle(error, texts)}
          failures={[error]}
          testId="schema-problem"
        />
      </Flex>
    );
  }
  const { objects } = properties;
  return (
    <Flex direction="column" gap="small">
      <Text>{texts.setup.properties.intro}</Text>
      <ObjectLines objects={objects} />
      <Foreign objects={objects} />
      <ApplyOutcome state={changes.state} />
      {!isPlanOld(changes.state, isChecking) && (
        <Plan
          {...{ objects, changes, page }}
          isBusy={changes.isRunning || isChecking}
          onPage={setPage}
        />
      )}
    </Flex>
  );
}
