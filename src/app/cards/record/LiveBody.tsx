import { Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { failureTitle } from '@stripe-payments/core';
import { FailureAlert, usePresentation, useTexts } from '@stripe-payments/ui';
import { FeeDetails } from '../figures/FeeDetails.tsx';
import { Figures } from '../figures/Figures.tsx';
import { MonthCharts } from '../figures/MonthCharts.tsx';
import { feeDetailsOf } from '../figures/fee-detail.ts';
import { Invoices } from '../invoices/Invoices.tsx';
import { Customers } from '../matching/Customers.tsx';
import { NeedsReview } from '../matching/NeedsReview.tsx';
import { Notes } from '../matching/Notes.tsx';
import { Checkouts } from '../payments/FreeCheckouts.tsx';
import {
  DisputeAlert,
  FailedRefundAlert,
  failedRefundsOf,
  InquiryAlert,
  LatestFailureAlert,
  openDisputesOf,
  openInquiryOf,
} from '../payments/PaymentAlerts.tsx';
import { Payments } from '../payments/Payments.tsx';
import { Subscriptions } from '../subscriptions/Subscriptions.tsx';
import type { CardState } from './card-state.ts';
import type { RecordCard } from './use-record-card.ts';

interface LiveBodyProps {
  readonly card: RecordCard;
  readonly state: Extract<CardState, { kind: 'live' }>;
}

/** What Stripe says now: what needs a person first, then the figures, then everything they are made of. */
export function LiveBody({ card, state }: LiveBodyProps) {
  const presentation = usePresentation();
  const { view, headline } = state;
  const details = feeDetailsOf(view, presentation);
  const isDeal = view.objectType === 'deal';
  return (
    <Flex direction="column" gap="medium">
      <ReadProblems card={card} state={state} />
      <CoverageNotice
        view={view}
        isReading={state.isReading}
        isSyncing={card.sync.state.phase === 'running'}
        onContinue={card.readOn}
      />
      <Figures headline={headline} isAlone={false} />
      <DisputeAlert disputes={openDisputesOf(view, presentation)} />
      <InquiryAlert inquiry={openInquiryOf(view, presentation)} />
      <FailedRefundAlert refunds={failedRefundsOf(view, presentation)} />
      <LatestFailureAlert failure={view.summary.latestFailure} />
      <NeedsReview view={view} changes={card.changes} />
      <Notes view={view} />
      {details.length > 0 && <FeeDetails details={details} />}
      {view.objectType === 'company' && <MonthCharts view={view} />}
      {!isDeal && <Customers view={view} />}
      <Subscriptions view={view} />
      <Invoices view={view} />
      <Payments view={view} />
      <Checkouts view={view} />
    </Flex>
  );
}

interface ReadProblemsProps {
  readonly card: RecordCard;
  readonly state: Extract<CardState, { kind: 'live' }>;
}

/** Why a read did not replace what is shown, and why a part of it is missing. */
function ReadProblems({ card, state }: ReadProblemsProps) {
  const texts = useTexts();
  const labels = texts.card.states;
  const { view, error } = state;
  const isPart = view.continuation !== null;
  return (
    <>
      {error !== null && (
        <FailureAlert
          variant="warning"
          testId="read-problem"
          title={failureTitle(error.code, texts)}
          failures={[error]}
          {...(isPart && { consequence: texts.card.billing.continueFailed })}
          onRetry={isPart ? card.readOn : card.readAgain}
        />
      )}
      {view.problems.length > 0 && (
        <FailureAlert
          variant="warning"
          testId="partial-problem"
          title={labels.partialTitle}
          failures={view.problems}
          consequence={labels.partial}
        />
      )}
    </>
  );
}

interface CoverageNoticeProps {
  readonly view: RecordView;
  readonly isReading: boolean;
  /** A sync reads the same: one of the two at a time. */
  readonly isSyncing: boolean;
  readonly onContinue: () => void;
}

/** How much of a company the figures are of, and the way to the rest. */
function CoverageNotice({ view, isReading, isSyncing, onContinue }: CoverageNoticeProps) {
  const texts = useTexts().card.billing;
  const { coverage, continuation } = view;
  if (coverage === null) return null;
  // One contact is no news once it is covered.
  if (continuation === null && coverage.contactsTotal === 1) return null;
  return (
    <Flex direction="row" align="center" wrap gap="small" testId="coverage">
      <Text>{texts.coverage(coverage.contactsCovered, coverage.contactsTotal)}</Text>
      {continuation !== null && (
        <>
          <LoadingButton
            variant="secondary"
            size="xs"
            loading={isReading}
            disabled={isReading || isSyncing}
            onClick={onContinue}
            testId="continue"
          >
            {texts.continueReading}
          </LoadingButton>
          <Text variant="microcopy">{texts.coverageStep}</Text>
        </>
      )}
    </Flex>
  );
}
