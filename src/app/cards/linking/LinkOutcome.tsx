import { Alert, Button, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { FailureAlert, useTexts } from '@stripe-payments/ui';
import { RecordNames } from '../tables/RecordNames.tsx';
import type { LinkChanges, LinkDone, LinkSection } from './use-link-change.ts';

type Refused = Extract<LinkChanges['state'], { readonly phase: 'failed' }>;

interface RefusalProps {
  readonly refused: Refused;
  readonly request: LinkChanges['request'];
}

/** Why it was not done, who has it, and what can be done. */
function Refusal({ refused, request }: RefusalProps) {
  const texts = useTexts();
  const labels = texts.card.links;
  const { failure } = refused;
  const { change, section } = refused.request;
  const canInsist = failure.code === 'claimed-in-stripe' && change.action === 'assign';
  return (
    <FailureAlert
      variant="warning"
      testId="link-problem"
      title={labels.refused}
      failures={[failure]}
    >
      {failure.claimedBy !== undefined && (
        <Text>
          {labels.claimedBy}
          <RecordNames records={[failure.claimedBy]} of="claimed-by" />
        </Text>
      )}
      {canInsist && (
        <Button
          variant="secondary"
          size="xs"
          onClick={() => {
            request(section, { ...change, despiteClaim: true });
          }}
          testId="assign-anyway"
        >
          {labels.anyway}
        </Button>
      )}
    </FailureAlert>
  );
}

/** That it was done, what became of the copy in Stripe, and the next step. */
function Done({ done }: { readonly done: LinkDone }) {
  const texts = useTexts();
  const labels = texts.card.links;
  const { action, id, stripeCopy } = done;
  return (
    <>
      <Alert variant="success" title={labels.done[action](id)} testId="link-done">
        <Text>{labels.doneStep}</Text>
        {stripeCopy.status === 'written' && <Text>{labels.writtenInStripe}</Text>}
      </Alert>
      {stripeCopy.status === 'failed' && (
        <FailureAlert
          variant="warning"
          testId="copy-problem"
          title={labels.notWrittenInStripe}
          failures={[stripeCopy.error]}
        />
      )}
    </>
  );
}

interface LinkOutcomeProps {
  readonly section: LinkSection;
  readonly changes: LinkChanges;
}

/** The outcome of a change, beside the button that requested it. */
export function LinkOutcome({ section, changes }: LinkOutcomeProps) {
  const { running } = useTexts().card.links;
  const { state, request } = changes;
  if (state.phase === 'idle' || state.request.section !== section) return null;
  switch (state.phase) {
    case 'running':
      return <LoadingSpinner label={running} showLabel size="sm" layout="inline" />;
    case 'failed':
      return <Refusal refused={state} request={request} />;
    case 'done':
      return <Done done={state.answer} />;
  }
}
