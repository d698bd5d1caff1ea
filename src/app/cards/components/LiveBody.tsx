import { Flex } from '@hubspot/ui-extensions';
import type { CardState } from '../hooks/card-state.ts';
import { feeDetailsOf } from '../hooks/fee-detail.ts';
import { openDisputesOf } from '../hooks/open-disputes.ts';
import { usePresentation } from '../hooks/use-presentation.ts';
import type { RecordCard } from '../hooks/use-record-card.ts';
import { Checkouts } from './Checkouts.tsx';
import { CoverageNotice } from './CoverageNotice.tsx';
import { Customers } from './Customers.tsx';
import { DisputeAlert } from './DisputeAlert.tsx';
import { FailureAlert } from './FailureAlert.tsx';
import { FeeDetails } from './FeeDetails.tsx';
import { Figures } from './Figures.tsx';
import { Invoices } from './Invoices.tsx';
import { MonthCharts } from './MonthCharts.tsx';
import { Notes } from './Notes.tsx';
import { Payments } from './Payments.tsx';
import { ReadProblems } from './ReadProblems.tsx';
import { Subscriptions } from './Subscriptions.tsx';
import { Undecided } from './Undecided.tsx';

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
      <Figures headline={headline} />
      <DisputeAlert disputes={openDisputesOf(view, presentation)} />
      <FailureAlert failure={view.summary.latestFailure} />
      <Undecided view={view} changes={card.changes} />
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
