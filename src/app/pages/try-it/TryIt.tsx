import {
  Alert,
  Button,
  Flex,
  Heading,
  LoadingSpinner,
  SearchInput,
  Table,
  TableBody,
  TableCell,
  TableRow,
  Text,
  Tile,
  ToggleGroup,
  useCrmSearch,
  useDebounce,
} from '@hubspot/ui-extensions';
import type { ObjectType, SetupReport } from '@stripe-payments/core';
import { brief, MODIFIED_AT, OBJECT_TYPES, TYPE_IDS } from '@stripe-payments/core';
import { NAME_PROPERTIES } from '@stripe-payments/ui';
import { useState } from 'react';
import { useTexts } from '../use-presentation.ts';
import { Preview } from './Preview.tsx';
import type { PickableRecord } from './pickable-record.ts';
import { pickableRecords } from './pickable-record.ts';
import { usePreview } from './use-preview.ts';

const isObjectType = (value: unknown): value is ObjectType =>
  OBJECT_TYPES.some((objectType) => objectType === value);

/** Before the properties exist, what a sync would write can be seen all the same. */
function isSetUp({ properties }: SetupReport): boolean {
  return (
    properties.isReadable &&
    properties.objects.every(({ states }) =>
      states.every(({ status }) => status !== 'missing' && status !== 'archived'),
    )
  );
}

/** Pick a record, and see the dry run of its sync. */
export function TryIt({ report }: { readonly report: SetupReport }) {
  const texts = useTexts().setup.tryIt;
  const [objectType, setObjectType] = useState<ObjectType>('deal');
  const [typed, setTyped] = useState('');
  const query = useDebounce(typed.trim());
  const preview = usePreview();
  return (
    <Tile testId="try-it">
      <Flex direction="column" gap="small">
        <Heading>{texts.title}</Heading>
        <Text>{texts.intro}</Text>
        <ToggleGroup
          name="object-type"
          label={texts.objectType}
          toggleType="radioButtonList"
          inline
          value={objectType}
          options={OBJECT_TYPES.map((value) => ({ value, label: texts.objectTypes[value] }))}
          onChange={(value) => {
            if (isObjectType(value)) setObjectType(value);
          }}
          testId="object-type"
        />
        <SearchInput
          name="record-search"
          label={texts.search}
          placeholder={texts.search}
          value={typed}
          onInput={setTyped}
          testId="record-search"
        />
        <PickRecord objectType={objectType} query={query} onPick={preview.run} />
        <Preview state={preview.state} isSetUp={isSetUp(report)} />
      </Flex>
    </Tile>
  );
}

const MAX_SHOWN = 5;

/** HubSpot's own words. */
const MAX_OF_DETAIL = 300;

interface PickRecordProps {
  readonly objectType: ObjectType;
  readonly query: string;
  readonly onPick: (record: PickableRecord) => void;
}

/** Records that the reader may see, as HubSpot finds them for the reader. */
function PickRecord({ objectType, query, onPick }: PickRecordProps) {
  const texts = useTexts();
  const labels = texts.setup.tryIt;
  const { results, error, isLoading } = useCrmSearch({
    objectType: TYPE_IDS[objectType],
    properties: [...NAME_PROPERTIES[objectType], 'createdate', MODIFIED_AT[objectType]],
    ...(query === '' ? {} : { query }),
    pageLength: MAX_SHOWN,
  });
  if (error !== null) {
    return (
      <Alert title={labels.searchFailed} variant="warning" testId="search-problem">
        <Text>{brief(error.message, MAX_OF_DETAIL)}</Text>
        <Text>{labels.searchFailedStep}</Text>
      </Alert>
    );
  }
  if (isLoading) return <LoadingSpinner label={labels.searching} showLabel size="sm" />;
  const records = pickableRecords(objectType, results, texts);
  if (records.length === 0)
    return <Text testId="no-record">{query === '' ? labels.noneYet : labels.none}</Text>;
  return (
    <Table bordered density="condensed" testId="records">
      <TableBody>
        {records.map((record) => (
          <TableRow key={record.recordId}>
            <TableCell>
              <Text truncate={{ maxWidth: 420, tooltipText: record.name }}>{record.name}</Text>
            </TableCell>
            <TableCell width="min" align="right">
              <Button
                variant="secondary"
                size="xs"
                onClick={() => {
                  onPick(record);
                }}
                testId={`preview-${record.recordId}`}
              >
                {labels.pick}
              </Button>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
