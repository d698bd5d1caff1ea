import { Flex, Heading } from '@hubspot/ui-extensions';
import { english } from '@stripe-payments/core';
import { feeDetailsOf } from '../hooks/fee-detail.ts';
import type { DealCard } from '../hooks/use-deal-card.ts';
import { BlockedCard, EmptyCard, LoadingCard } from './EmptyCard.tsx';
import { FailureAlert } from './FailureAlert.tsx';
import { FeeDetails } from './FeeDetails.tsx';
import { Figures } from './Figures.tsx';
import { Notes } from './Notes.tsx';
import { PaymentTable } from './PaymentTable.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

const words = english.card;

function LiveBody({ card }: { readonly card: DealCard }) {
  const { state, headline, style } = card;
  if (state.kind !== 'live' || headline === null) return null;
  const { view, error } = state;
  const details = feeDetailsOf(view, style.locale);
  return (
    <Flex direction="column" gap="medium">
      {error !== null && (
        <ProblemAlert variant="warning" title={words.states.unreadableTitle} problems={[error]} />
      )}
      {view.problems.length > 0 && (
        <ProblemAlert
          variant="warning"
          title={words.states.partialTitle}
          problems={view.problems}
          consequence={words.states.partial}
        />
      )}
      <Figures headline={headline} />
      <FailureAlert failure={view.summary.latestFailure} />
      <Notes notes={view.notes} />
      {details.length > 0 && <FeeDetails details={details} />}
      <Heading>{words.payments.title(view.payments.length)}</Heading>
      {view.payments.length > 0 && <PaymentTable view={view} style={style} />}
    </Flex>
  );
}

function SavedBody({ card }: { readonly card: DealCard }) {
  const { state, headline } = card;
  if (state.kind !== 'saved' || headline === null) return null;
  return (
    <Flex direction="column" gap="medium">
      {state.error !== null && (
        <ProblemAlert variant="warning" title={words.states.staleTitle} problems={[state.error]} />
      )}
      <Figures headline={headline} />
    </Flex>
  );
}

/** One screen a state. */
export function DealPaymentsBody({ card }: { readonly card: DealCard }) {
  const { state, readAgain } = card;
  switch (state.kind) {
    case 'loading':
      return <LoadingCard />;
    case 'not-set-up':
      return <BlockedCard title={state.error.message} error={state.error} onRetry={readAgain} />;
    case 'unreadable':
      return (
        <BlockedCard title={words.states.unreadableTitle} error={state.error} onRetry={readAgain} />
      );
    case 'no-customer':
      return <EmptyCard title={words.states.noCustomerTitle} text={words.states.noCustomer} />;
    case 'no-payments':
      return (
        <EmptyCard
          title={words.states.noPaymentsTitle}
          text={words.states.noPayments(state.view.linkedCustomerIds.join(', '))}
        />
      );
    case 'saved':
      return <SavedBody card={card} />;
    case 'live':
      return <LiveBody card={card} />;
  }
}
