import {
  Button,
  Divider,
  EmptyState,
  ErrorState,
  Flex,
  LoadingSpinner,
  ProgressBar,
  Text,
} from '@hubspot/ui-extensions';
import type { Failure, RecordView } from '@stripe-payments/core';
import { failureTitle, shortened } from '@stripe-payments/core';
import { FailureAlert, FailureDescription, useTexts, WithRecordNames } from '@stripe-payments/ui';
import type { ReactNode } from 'react';
import { CoverageBar, Figures } from '../figures/Figures.tsx';
import { LinkOutcome } from '../linking/LinkOutcome.tsx';
import { Notes } from '../matching/Notes.tsx';
import { NextSteps } from '../next/NextSteps.tsx';
import { BusyOr } from '../sync/BusyOr.tsx';
import { SyncResult } from '../sync/SyncResult.tsx';
import { shortName } from '../tables/payers.ts';
import { CardHeader } from './CardHeader.tsx';
import type { LiveDetails } from './LiveBody.tsx';
import { LiveBody } from './LiveBody.tsx';
import type { CardState } from './card-state.ts';
import type { RecordCard } from './use-record-card.ts';

interface RecordPaymentsProps extends BodyProps {
  /** Above the screen of each state. */
  readonly children?: ReactNode;
}

/** A record's tab card: its status and age, then one screen per state. */
export function RecordPayments({ card, Details, children }: RecordPaymentsProps) {
  return (
    <WithRecordNames records={card.mentioned} own={card.record}>
      <Flex direction="column" gap="medium">
        <CardHeader card={card} />
        <SyncResult state={card.sync.state} isRepeated={card.sync.isRepeated} />
        <Divider />
        {children}
        <LinkOutcome section="moved" changes={card.changes} />
        <RecordBody card={card} Details={Details} />
      </Flex>
    </WithRecordNames>
  );
}

interface BodyProps {
  readonly card: RecordCard;
  /** What only some kinds of records show of what Stripe says now. */
  readonly Details?: LiveDetails | undefined;
}

/** One screen a state. */
function RecordBody({ card, Details }: BodyProps) {
  const { states, records } = useTexts().card;
  const { state, readAgain, readOn, objectType, links, sync } = card;
  const removed = links.excluded.length;
  const thisRecord = records.this[objectType];
  switch (state.kind) {
    case 'loading':
      return state.part === null ? <LoadingCard /> : <ReadingProgress part={state.part} />;
    case 'blocked':
      if (sync.hasSaid(state.error)) return null;
      return (
        <BusyOr isRepeated={card.isRepeated}>
          <BlockedCard error={state.error} onRetry={state.part === null ? readAgain : readOn} />
        </BusyOr>
      );
    case 'no-customer':
      return (
        <EmptyCard
          title={states.noCustomerTitle}
          text={states.noCustomer(thisRecord)}
          state={state}
          removed={removed}
          testId="not-matched"
        />
      );
    case 'no-payments':
      return (
        <EmptyCard
          title={states.noPaymentsTitle}
          text={states.noPayments(namesOf(state.view), thisRecord)}
          state={state}
          removed={removed}
          testId="no-payments"
        />
      );
    case 'saved':
      return <SavedBody card={card} state={state} />;
    case 'live':
      return <LiveBody card={card} state={state} Details={Details} />;
  }
}

const MAX_OF_NAMES = 200;

/** Of whom or of what there are no payments. */
function namesOf({ customers, linkedCustomerIds, assignedIds }: RecordView): string {
  const unread = [...linkedCustomerIds, ...assignedIds].filter(
    (id) => !customers.some((customer) => customer.id === id),
  );
  const names = [...customers.map(shortName), ...unread];
  return shortened(names.join('; '), MAX_OF_NAMES);
}

/** Nothing is known yet. */
function LoadingCard() {
  const { loading, loadingStep } = useTexts().card.states;
  return (
    <Flex direction="column" align="center" gap="small">
      <LoadingSpinner label={loading} showLabel layout="centered" testId="loading" />
      <Text variant="microcopy">{loadingStep}</Text>
    </Flex>
  );
}

interface EmptyCardProps {
  readonly title: string;
  readonly text: string;
  /** The notes of its view tell what was found and does not count here, or could not be searched. */
  readonly state: Extract<CardState, { kind: 'no-customer' | 'no-payments' }>;
  /** How many payments a person took off the record. */
  readonly removed: number;
  readonly testId: string;
}

/** Nothing is wrong, and there is nothing to show: why, and what to do. */
function EmptyCard({ title, text, state, removed, testId }: EmptyCardProps) {
  const { links } = useTexts().card;
  return (
    <Flex direction="column" gap="small">
      <NextSteps steps={state.steps.filter(({ kind }) => kind !== 'nothing')} />
      <CoverageBar progress={state.headline.progress} isWide />
      <EmptyState title={title} imageName="object" layout="horizontal" flush testId={testId}>
        <Text>{text}</Text>
        {removed > 0 && <Text>{links.removed(removed)}</Text>}
      </EmptyState>
      <Notes view={state.view} />
    </Flex>
  );
}

interface BlockedCardProps {
  readonly error: Failure;
  readonly onRetry: () => void;
}

/** Nothing could be read and nothing was saved. */
function BlockedCard({ error, onRetry }: BlockedCardProps) {
  const texts = useTexts();
  const isPermission = error.code.endsWith('-permission');
  return (
    <ErrorState title={failureTitle(error.code, texts)} type={isPermission ? 'lock' : 'error'}>
      <FailureDescription failure={error} isAlone />
      <Button variant="secondary" size="sm" onClick={onRetry}>
        {texts.card.states.tryAgain}
      </Button>
    </ErrorState>
  );
}

/** How far a read has come that takes several calls. Not how much it is: that would be taken for all. */
function ReadingProgress({ part }: { readonly part: RecordView }) {
  const { billing, common } = useTexts().card;
  const { readingParts } = billing;
  if (part.coverage === null) {
    return <LoadingSpinner label={readingParts} showLabel size="sm" testId="reading-parts" />;
  }
  const { contactsCovered: covered, contactsTotal: total } = part.coverage;
  return (
    <ProgressBar
      title={readingParts}
      value={covered}
      maxValue={total}
      valueDescription={common.coverage(covered, total)}
      showPercentage
      testId="reading-parts"
    />
  );
}

interface SavedBodyProps {
  readonly card: RecordCard;
  readonly state: Extract<CardState, { kind: 'saved' }>;
}

/** The figures that the last sync left on the record, until all of the newer ones are read. */
function SavedBody({ card, state }: SavedBodyProps) {
  const texts = useTexts();
  const { states, billing } = texts.card;
  const { error, headline, steps, part, isReading, currentAsOfMs } = state;
  return (
    <Flex direction="column" gap="medium">
      {error !== null && !card.sync.hasSaid(error) && (
        <BusyOr isRepeated={card.isRepeated}>
          <FailureAlert
            variant="warning"
            testId="read-problem"
            title={failureTitle(error.code, texts)}
            failures={[error]}
            consequence={part === null ? states.stale : billing.continueFailed}
            onRetry={part === null ? card.readAgain : card.readOn}
          />
        </BusyOr>
      )}
      {isReading && part !== null && <ReadingProgress part={part} />}
      <NextSteps steps={steps} />
      <Figures headline={headline} />
      {currentAsOfMs !== undefined && (
        <Flex direction="row">
          <Button variant="secondary" size="sm" onClick={card.readAgain} testId="show-payments">
            {states.showPayments}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
