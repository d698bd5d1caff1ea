import { Flex, Text } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { failureTitle } from '@stripe-payments/core';
import { FailureAlert, usePresentation, useTexts } from '@stripe-payments/ui';
import type { ComponentType } from 'react';
import { FeeDetails } from '../figures/FeeDetails.tsx';
import { Figures } from '../figures/Figures.tsx';
import { feeDetailsOf } from '../figures/fee-detail.ts';
import { Invoices } from '../invoices/Invoices.tsx';
import { NeedsReview } from '../matching/NeedsReview.tsx';
import { Notes } from '../matching/Notes.tsx';
import { NextSteps } from '../next/NextSteps.tsx';
import { Checkouts } from '../payments/FreeCheckouts.tsx';
import { Payments } from '../payments/Payments.tsx';
import { BusyOr } from '../sync/BusyOr.tsx';
import { Subscriptions } from '../subscriptions/Subscriptions.tsx';
import type { CardState } from './card-state.ts';
import type { RecordCard } from './use-record-card.ts';

export type LiveDetails = ComponentType<{ readonly view: RecordView }>;

interface LiveBodyProps extends ReadProblemsProps {
  readonly Details: LiveDetails | undefined;
}

/** What Stripe says now: what needs a person first, then the figures, then everything they are made of. */
export function LiveBody({ card, state, Details }: LiveBodyProps) {
  const presentation = usePresentation();
  const { view, headline, steps } = state;
  const details = feeDetailsOf(view, presentation);
  return (
    <Flex direction="column" gap="medium">
      <ReadProblems card={card} state={state} />
      <CoverageNotice coverage={view.coverage} />
      <NextSteps steps={steps} />
      <Figures headline={headline} />
      <NeedsReview view={view} changes={card.changes} />
      <Notes view={view} />
      {details.length > 0 && (
        <FeeDetails
          details={details}
          isNoted={view.notes.some(({ kind }) => kind === 'account-fees')}
        />
      )}
      {Details !== undefined && <Details view={view} />}
      <Subscriptions view={view} />
      <Invoices view={view} />
      <Payments view={view} changes={card.changes} />
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
  const { error } = state;
  const { hasSaid } = card.sync;
  const problems = state.view.problems.filter((problem) => !hasSaid(problem));
  return (
    <>
      {error !== null && !hasSaid(error) && (
        <BusyOr isRepeated={card.isRepeated}>
          <FailureAlert
            variant="warning"
            testId="read-problem"
            title={failureTitle(error.code, texts)}
            failures={[error]}
            onRetry={card.readOn}
          />
        </BusyOr>
      )}
      {problems.length > 0 && (
        <FailureAlert
          variant="warning"
          testId="partial-problem"
          title={labels.partialTitle}
          failures={problems}
          consequence={labels.partial}
        />
      )}
    </>
  );
}

/** How many contacts the figures are of. One is no news. */
function CoverageNotice({ coverage }: Pick<RecordView, 'coverage'>) {
  const { common } = useTexts().card;
  if (coverage === null || coverage.contactsTotal === 1) return null;
  return (
    <Text testId="coverage">
      {common.coverage(coverage.contactsCovered, coverage.contactsTotal)}
    </Text>
  );
}
