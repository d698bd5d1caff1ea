import {
  Alert,
  Button,
  LoadingSpinner,
  Table,
  TableBody,
  TableCell,
  TableRow,
  Text,
  useCrmSearch,
} from '@hubspot/ui-extensions';
import type { ObjectType } from '@stripe-payments/core';
import { brief } from '@stripe-payments/core';
import type { PickableRecord } from '../hooks/pickable-record.ts';
import { pickableRecords, SEARCHED } from '../hooks/pickable-record.ts';
import { useTexts } from '../hooks/use-presentation.ts';

const MAX_SHOWN = 5;

/** HubSpot's own words. */
const MAX_OF_DETAIL = 300;

interface PickRecordProps {
  readonly objectType: ObjectType;
  readonly query: string;
  readonly onPick: (record: PickableRecord) => void;
}

/** Records that the reader may see, as HubSpot finds them for the reader. */
export function PickRecord({ objectType, query, onPick }: PickRecordProps) {
  const texts = useTexts();
  const words = texts.setup.tryIt;
  const { typeId, names } = SEARCHED[objectType];
  const { results, error, isLoading } = useCrmSearch({
    objectType: typeId,
    properties: [...names, 'createdate'],
    ...(query === '' ? {} : { query }),
    pageLength: MAX_SHOWN,
  });
  if (error !== null) {
    return (
      <Alert title={words.searchFailed} variant="warning" testId="search-problem">
        <Text>{brief(error.message, MAX_OF_DETAIL)}</Text>
        <Text>{words.searchFailedStep}</Text>
      </Alert>
    );
  }
  if (isLoading) return <LoadingSpinner label={words.searching} showLabel size="sm" />;
  const records = pickableRecords(objectType, results, texts);
  if (records.length === 0)
    return <Text testId="no-record">{query === '' ? words.noneYet : words.none}</Text>;
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
                {words.pick}
              </Button>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
