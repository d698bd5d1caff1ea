import {
  Alert,
  Button,
  EmptyState,
  Flex,
  Heading,
  hubspot,
  Inline,
  ProgressBar,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import type { BulkTexts, CatchUp, ListedBy } from '@stripe-payments/core';
import {
  appPageUrl,
  bulkTextsIn,
  isRecordId,
  MAX_PICKED,
  objectTypeOf,
  startListSync,
} from '@stripe-payments/core';
import type { CatchingUp } from '@stripe-payments/ui';
import {
  CheckedLink,
  FailureDescription,
  RunOutcome,
  useCatchUp,
  usePresentationWith,
} from '@stripe-payments/ui';

const useTexts = (): BulkTexts['bulk'] => usePresentationWith(bulkTextsIn).texts.bulk;

/** "Sync Stripe payments" on the records that a user has selected in HubSpot's list. */
function SyncSelected() {
  const { crm } = useExtensionContext<'crm.bulkActions'>();
  const texts = useTexts();
  const syncing = useCatchUp();
  const objectType = objectTypeOf(crm.objectTypeId);
  if (objectType === undefined) {
    return <Alert title={texts.otherType} variant="warning" testId="bulk-other-type" />;
  }
  // The type says numbers; HubSpot's own extension data has texts too.
  const recordIds = [...new Set(crm.objectIds.map(String))].filter(isRecordId);
  if (recordIds.length === 0) {
    return (
      <EmptyState title={texts.none} layout="vertical" testId="bulk-none">
        <Text>{texts.noneHint}</Text>
      </EmptyState>
    );
  }
  const list = { objectType, which: recordIds, where: {}, syncedBeforeMs: null };
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.selected(recordIds.length)}</Heading>
      {recordIds.length > MAX_PICKED ? <TooMany /> : <Run {...{ list, syncing }} />}
    </Flex>
  );
}

function TooMany() {
  const texts = useTexts();
  const { portal, extension } = useExtensionContext<'crm.bulkActions'>();
  return (
    <Alert title={texts.tooMany(MAX_PICKED)} variant="warning" testId="bulk-too-many">
      <Text>{texts.tooManyHint}</Text>
      {extension !== undefined && (
        <CheckedLink url={appPageUrl(portal.id, extension.appId)} text={texts.openApp} />
      )}
    </Alert>
  );
}

interface RunProps {
  readonly list: ListedBy & { readonly which: readonly string[] };
  readonly syncing: CatchingUp;
}

function Run({ list, syncing }: RunProps) {
  const texts = useTexts();
  const { state } = syncing;
  return (
    <>
      <Text>{texts.intro}</Text>
      {state.phase === 'running' && <Progress catchUp={state.catchUp} />}
      <RunOutcome state={state} name="bulk" texts={texts} Description={FailureDescription}>
        {state.phase === 'done' && <Rest catchUp={state.catchUp} />}
      </RunOutcome>
      <Controls {...{ list, syncing }} />
    </>
  );
}

interface CatchUpProps {
  readonly catchUp: CatchUp;
}

/** The records that a run was started with, whatever is selected by now. */
const pickedIn = ({ list }: CatchUp): number =>
  Array.isArray(list?.which) ? list.which.length : 0;

function Progress({ catchUp }: CatchUpProps) {
  const texts = useTexts();
  const all = pickedIn(catchUp);
  // A step that was repeated after its answer was lost counts once more.
  const done = Math.min(all, catchUp.synced + catchUp.failed.length);
  return (
    <ProgressBar
      title={texts.progress}
      value={done}
      maxValue={all}
      valueDescription={texts.progressOf(done, all)}
      testId="bulk-bar"
    />
  );
}

/** What is neither a success nor a failure, and how to see the new figures. */
function Rest({ catchUp }: CatchUpProps) {
  const texts = useTexts();
  const { synced, failed, changed, lostSteps } = catchUp;
  const found = synced + failed.length;
  const missing = pickedIn(catchUp) - found;
  return (
    <>
      {missing > 0 && found > 0 && lostSteps === 0 && <Text>{texts.missing(missing)}</Text>}
      {changed > 0 && <Text>{texts.reload}</Text>}
    </>
  );
}

/** One primary button: start or continue. */
function Controls({ list, syncing }: RunProps) {
  const texts = useTexts();
  const { state, start, stop, goOn } = syncing;
  if (state.phase === 'running') {
    return (
      <Inline>
        <Button disabled={state.isStopping} onClick={stop} testId="bulk-stop">
          {state.isStopping ? texts.stopping : texts.stop}
        </Button>
      </Inline>
    );
  }
  return (
    <Inline gap="small">
      {state.phase === 'stopped' && (
        <Button variant="primary" onClick={goOn} testId="bulk-go-on">
          {texts.goOn}
        </Button>
      )}
      <Button
        variant={state.phase === 'idle' ? 'primary' : 'secondary'}
        onClick={() => {
          start(startListSync(list, Date.now()));
        }}
        testId="bulk-start"
      >
        {texts.start(list.which.length)}
      </Button>
    </Inline>
  );
}

hubspot.extend<'crm.bulkActions'>(() => <SyncSelected />);
