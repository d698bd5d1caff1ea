import { Alert, Button, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { shortened } from '@stripe-payments/core';
import { FailureAlert, useTexts } from '@stripe-payments/ui';
import { RecordNames } from '../tables/RecordNames.tsx';
import type { PaymentChoice } from './use-payment-choice.ts';
import type { LinkChanges, LinkDone, LinkSection } from './use-link-change.ts';

/** In a sentence. */
const MAX_OF_NAMES = 200;

type Refused = Extract<LinkChanges['state'], { readonly phase: 'failed' }>;

interface RefusalProps {
  readonly refused: Refused;
  readonly request: LinkChanges['request'];
  readonly found: PaymentChoice | undefined;
}

/** Why it was not done, which deal has it, and what can be done. */
function Refusal({ refused, request, found }: RefusalProps) {
  const labels = useTexts().card.links;
  const { failure } = refused;
  const { change, section, name } = refused.request;
  const { claimedBy } = failure;
  const canMove = claimedBy !== undefined && change.action === 'assign';
  return (
    <FailureAlert
      variant="warning"
      testId="link-problem"
      title={canMove ? labels.moveQuestion : labels.refused}
      failures={[failure]}
    >
      {claimedBy !== undefined && (
        <Text>
          {labels.claimedBy}
          <RecordNames records={[claimedBy]} of="claimed-by" />
        </Text>
      )}
      {canMove && (
        <Button
          variant="secondary"
          size="xs"
          onClick={() => {
            const moveFrom = [...(change.moveFrom ?? []), claimedBy.recordId];
            request(section, { ...change, moveFrom }, name);
          }}
          testId="move-here"
        >
          {labels.moveHere}
        </Button>
      )}
      {claimedBy !== undefined && change.action === 'link' && found !== undefined && (
        <Button
          variant="secondary"
          size="xs"
          onClick={() => {
            found.list({ customerId: change.customerId, name, section });
          }}
          testId="list-instead"
        >
          {labels.listPayments}
        </Button>
      )}
    </FailureAlert>
  );
}

/** That it was done, where it was taken from, and what became of the figures and the copy in Stripe. */
function Done({ done, name }: { readonly done: LinkDone; readonly name: string }) {
  const labels = useTexts().card.links;
  const { action, taken, movedFrom, figures, stripeCopy } = done;
  return (
    <>
      <Alert
        variant="success"
        title={labels.done[action](shortened(name, MAX_OF_NAMES))}
        testId="link-done"
      >
        {movedFrom.length > 0 && (
          <Text>
            {labels.movedFrom}
            <RecordNames records={movedFrom} of="moved-from" />
          </Text>
        )}
        {taken.length > 0 && (
          <Text>
            {labels.taken(taken.length)}
            <RecordNames records={taken.map(({ claimedBy }) => claimedBy)} of="taken-by" />
          </Text>
        )}
        {figures.status === 'saved' && <Text>{labels.figuresSaved}</Text>}
        {figures.status === 'not-asked' && <Text>{labels.doneStep}</Text>}
        {stripeCopy.status === 'written' && <Text>{labels.writtenInStripe}</Text>}
      </Alert>
      {figures.status === 'failed' && (
        <FailureAlert
          variant="warning"
          testId="figures-problem"
          title={labels.figuresNotSaved}
          failures={[figures.error]}
        />
      )}
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
  /** Where there is a list of payments to choose from instead. */
  readonly found?: PaymentChoice;
}

/** The outcome of a change, beside the button that requested it. */
export function LinkOutcome({ section, changes, found }: LinkOutcomeProps) {
  const { running } = useTexts().card.links;
  const { state, request } = changes;
  if (state.phase === 'idle' || state.request.section !== section) return null;
  switch (state.phase) {
    case 'running':
      return <LoadingSpinner label={running} showLabel size="sm" layout="inline" />;
    case 'failed':
      return <Refusal refused={state} request={request} found={found} />;
    case 'done':
      return <Done done={state.answer} name={state.request.name} />;
  }
}
