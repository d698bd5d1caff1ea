import { Flex, Heading } from '@hubspot/ui-extensions';
import type { DateStyle } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';
import type { CardState } from '../hooks/card-state.ts';
import { feeDetailsOf } from '../hooks/fee-detail.ts';
import { openDisputesOf } from '../hooks/open-disputes.ts';
import { problemTitle } from '../hooks/problem-title.ts';
import { DisputeAlert } from './DisputeAlert.tsx';
import { FailureAlert } from './FailureAlert.tsx';
import { FeeDetails } from './FeeDetails.tsx';
import { Figures } from './Figures.tsx';
import { Notes } from './Notes.tsx';
import { PaymentTable } from './PaymentTable.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

const words = english.card;

interface LiveBodyProps {
  readonly state: Extract<CardState, { kind: 'live' }>;
  readonly style: DateStyle;
  readonly onRetry: () => void;
}

function Problems({ state, onRetry }: Pick<LiveBodyProps, 'state' | 'onRetry'>) {
  const { view, error } = state;
  return (
    <>
      {error !== null && (
        <ProblemAlert
          variant="warning"
          testId="read-problem"
          title={problemTitle(error.code)}
          problems={[error]}
          onRetry={onRetry}
        />
      )}
      {view.problems.length > 0 && (
        <ProblemAlert
          variant="warning"
          testId="partial-problem"
          title={words.states.partialTitle}
          problems={view.problems}
          consequence={words.states.partial}
        />
      )}
    </>
  );
}

/** What Stripe says now: what needs a person first, then the figures, then every payment. */
export function LiveBody({ state, style, onRetry }: LiveBodyProps) {
  const { view, headline } = state;
  const details = feeDetailsOf(view, style.locale);
  return (
    <Flex direction="column" gap="medium">
      <Problems state={state} onRetry={onRetry} />
      <Figures headline={headline} />
      <DisputeAlert disputes={openDisputesOf(view, style)} />
      <FailureAlert failure={view.summary.latestFailure} />
      <Notes notes={view.notes} />
      {details.length > 0 && <FeeDetails details={details} />}
      {view.payments.length > 0 && (
        <>
          <Heading>{words.payments.title(view.payments.length)}</Heading>
          <PaymentTable view={view} style={style} />
        </>
      )}
    </Flex>
  );
}
