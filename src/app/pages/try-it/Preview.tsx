import {
  Alert,
  LoadingSpinner,
  ProgressBar,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import type { ChangeLine, Coverage } from '@stripe-payments/core';
import { changeLines, recordUrl, shortened } from '@stripe-payments/core';
import { CheckedLink } from '@stripe-payments/ui';
import { FailureAlert } from '../failures.tsx';
import { usePresentation, useTexts } from '../use-presentation.ts';
import type { PickableRecord } from './pickable-record.ts';
import type { PreviewState } from './use-preview.ts';

/** A record's name in a title. */
const MAX_OF_NAME = 80;

interface PreviewProps {
  readonly state: PreviewState;
  readonly isSetUp: boolean;
}

function OpenRecord({ record }: { readonly record: PickableRecord }) {
  const texts = useTexts().setup.tryIt;
  const { id: portalId } = useExtensionContext<'pages'>().portal;
  return <CheckedLink url={recordUrl(portalId, record)} text={texts.open} />;
}

function Reading({ coverage }: { readonly coverage: Coverage | null }) {
  const { setup } = useTexts();
  if (coverage === null) {
    return <LoadingSpinner label={setup.tryIt.reading} showLabel size="sm" />;
  }
  const { contactsCovered, contactsTotal } = coverage;
  return (
    <ProgressBar
      title={setup.tryIt.reading}
      value={contactsCovered}
      maxValue={contactsTotal}
      valueDescription={setup.tryIt.covered(contactsCovered, contactsTotal)}
      showPercentage
      testId="preview-progress"
    />
  );
}

type Read = Extract<PreviewState, { readonly phase: 'done' }>;

function WouldWrite({ state, isSetUp }: { readonly state: Read; readonly isSetUp: boolean }) {
  const presentation = usePresentation();
  const texts = presentation.texts.setup.tryIt;
  const { request: record, answer } = state;
  const name = shortened(record.name, MAX_OF_NAME);
  const lines = changeLines(answer, presentation.texts.propertyLabels, presentation);
  if (lines.length === 0) {
    return (
      <Alert title={texts.wouldNotChange(name)} variant="info" testId="preview">
        <OpenRecord record={record} />
      </Alert>
    );
  }
  return (
    <Alert title={texts.wouldChange(lines.length, name)} variant="info" testId="preview">
      {!isSetUp && <Text testId="not-created">{texts.notCreated}</Text>}
      <ChangeTable lines={lines} />
      <OpenRecord record={record} />
    </Alert>
  );
}

/** What a sync of the record would write, or why it would not work. */
export function Preview({ state, isSetUp }: PreviewProps) {
  const texts = useTexts().setup.tryIt;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return <Reading coverage={state.part?.view.coverage ?? null} />;
    case 'failed':
      return (
        <FailureAlert
          title={`${texts.failed}: ${shortened(state.request.name, MAX_OF_NAME)}`}
          failures={[state.failure]}
          testId="preview-problem"
        />
      );
    case 'done':
      return <WouldWrite state={state} isSetUp={isSetUp} />;
  }
}

/** A value can be as long as a property takes. */
const MAX_OF_VALUE = 300;

const shown = (value: string): string => shortened(value, MAX_OF_VALUE);

/** Each property that a sync would write, as it is and as it would be. */
function ChangeTable({ lines }: { readonly lines: readonly ChangeLine[] }) {
  const texts = useTexts().setup.tryIt;
  return (
    <Table density="condensed" flush testId="changes">
      <TableHead>
        <TableRow>
          <TableHeader>{texts.property}</TableHeader>
          <TableHeader>{texts.now}</TableHeader>
          <TableHeader>{texts.then}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(({ label, from, to }) => (
          <TableRow key={label}>
            <TableCell>{label}</TableCell>
            <TableCell>{shown(from)}</TableCell>
            <TableCell>{shown(to)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
