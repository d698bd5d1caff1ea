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
import type { Looked, ObjectProperties } from '@stripe-payments/core';
import { PROPERTY_NAMES } from '@stripe-payments/core';
import { foreignLines, objectLine, planLines } from '../hooks/plan-lines.ts';
import type { Apply } from '../hooks/use-apply.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import { ApplyOutcome } from './ApplyOutcome.tsx';
import { PlanTable } from './PlanTable.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

interface PropertiesProps {
  readonly properties: Looked<{ readonly objects: readonly ObjectProperties[] }>;
  readonly apply: Apply;
  readonly isBusy: boolean;
}

type Objects = readonly ObjectProperties[];

function ObjectLines({ objects }: { readonly objects: Objects }) {
  const texts = useTexts();
  return (
    <DescriptionList direction="row">
      {objects.map((object) => {
        const { records, text, isComplete } = objectLine(object, texts);
        return (
          <DescriptionListItem key={object.objectType} label={records}>
            <Inline gap="extra-small" align="center">
              {isComplete && <Icon name="success" color="success" size="sm" />}
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
          testId="foreign-property"
        >
          <Text>{text}</Text>
        </Alert>
      ))}
    </>
  );
}

/** The dry run, and the one button that does what it says. */
function Plan({
  objects,
  apply,
  isBusy,
}: Omit<PropertiesProps, 'properties'> & { objects: Objects }) {
  const texts = useTexts();
  const words = texts.setup.properties;
  const lines = planLines(objects, texts);
  if (lines.length === 0) return <Text testId="nothing-to-do">{words.nothingToDo}</Text>;
  return (
    <Flex direction="column" gap="small">
      <Text testId="dry-run">{words.dryRun(lines.length)}</Text>
      <PlanTable lines={lines} />
      <Text variant="microcopy">{words.optionsStay}</Text>
      <Inline>
        <Button
          variant="primary"
          disabled={isBusy}
          onClick={() => {
            apply.run(lines.map(({ id }) => id));
          }}
          testId="apply"
        >
          {words.apply(lines.length)}
        </Button>
      </Inline>
    </Flex>
  );
}

/** The app's properties on every kind of record, and what would make them right. */
export function Properties({ properties, apply, isBusy }: PropertiesProps) {
  const { setup } = useTexts();
  if (!properties.isReadable) {
    const { error } = properties;
    return <ProblemAlert title={setup.parts.properties} error={error} testId="schema-problem" />;
  }
  const { objects } = properties;
  return (
    <Flex direction="column" gap="small">
      <Text>{setup.properties.intro(PROPERTY_NAMES.length)}</Text>
      <ObjectLines objects={objects} />
      <Foreign objects={objects} />
      <ApplyOutcome state={apply.state} />
      {apply.state.phase !== 'running' && <Plan objects={objects} apply={apply} isBusy={isBusy} />}
    </Flex>
  );
}
