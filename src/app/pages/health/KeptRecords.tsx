import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import type { HealthReport } from '@stripe-payments/core';
import { knownText } from '@stripe-payments/core';
import { FailureAlert } from '../failures.tsx';
import { useTexts } from '../use-presentation.ts';
import { FailedRecords } from './FailedRecords.tsx';
import { readable } from './health-lines.ts';

type Records = HealthReport['records'];

function Counts({ records }: { readonly records: Records }) {
  const { health: texts, setup } = useTexts();
  return (
    <Table bordered density="condensed" testId="kept-records">
      <TableHead>
        <TableRow>
          <TableHeader>{texts.object}</TableHeader>
          <TableHeader>{texts.synced}</TableHeader>
          <TableHeader>{texts.failed}</TableHeader>
          <TableHeader>{texts.pending}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {records.map(({ objectType, kept }) => {
          const counts = kept.isReadable
            ? [kept.synced, kept.failed, kept.feesPending].map(String)
            : [texts.uncounted, '', ''];
          return (
            <TableRow key={objectType}>
              <TableCell>{knownText(setup.properties.objectTypes, objectType)}</TableCell>
              {counts.map((count, column) => (
                <TableCell key={`${objectType} ${String(column)}`}>{count}</TableCell>
              ))}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

/** How many records are synced, and which are not as they should be. What could not be counted is named. */
export function KeptRecords({ report }: { readonly report: HealthReport }) {
  const { health: texts, setup } = useTexts();
  const { records, deletedPayments: deleted } = report;
  const uncounted = records.flatMap(({ objectType, kept }) =>
    kept.isReadable
      ? []
      : [{ name: knownText(setup.properties.objectTypes, objectType), error: kept.error }],
  );
  if (deleted?.isReadable === false) {
    uncounted.push({ name: texts.deletedPayments, error: deleted.error });
  }
  const failing = readable(records).filter(({ failed }) => failed > 0);
  return (
    <Tile testId="kept">
      <Flex direction="column" gap="small">
        <Heading>{texts.records}</Heading>
        <Counts records={records} />
        {uncounted.length > 0 && (
          <FailureAlert
            title={texts.partial(uncounted.map(({ name }) => name).join(', '))}
            failures={uncounted.map(({ error }) => error)}
            variant="warning"
            testId="uncounted"
          />
        )}
        {failing.length > 0 && <Text format={{ fontWeight: 'demibold' }}>{texts.failures}</Text>}
        {failing.map(({ objectType, failed }) => (
          <FailedRecords key={objectType} objectType={objectType} count={failed} />
        ))}
        {deleted?.isReadable === true && deleted.count > 0 && (
          <>
            <Text format={{ fontWeight: 'demibold' }}>{texts.deletedPayments}</Text>
            <Text testId="deleted-payments">
              {texts.deletedPaymentsOf(deleted.count, deleted.isAll)}
            </Text>
          </>
        )}
      </Flex>
    </Tile>
  );
}
