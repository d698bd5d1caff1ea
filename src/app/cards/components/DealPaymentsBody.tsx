import { english } from '@stripe-payments/core';
import type { DealCard } from '../hooks/use-deal-card.ts';
import { BlockedCard } from './BlockedCard.tsx';
import { EmptyCard, LoadingCard } from './EmptyCard.tsx';
import { LiveBody } from './LiveBody.tsx';
import { SavedBody } from './SavedBody.tsx';

const words = english.card.states;

/** One screen a state. */
export function DealPaymentsBody({ card }: { readonly card: DealCard }) {
  const { state, style, readAgain } = card;
  switch (state.kind) {
    case 'loading':
      return <LoadingCard />;
    case 'blocked':
      return <BlockedCard error={state.error} onRetry={readAgain} />;
    case 'no-customer':
      return (
        <EmptyCard title={words.noCustomerTitle} text={words.noCustomer} notes={state.view.notes} />
      );
    case 'no-payments':
      return (
        <EmptyCard
          title={words.noPaymentsTitle}
          text={words.noPayments(state.view.linkedCustomerIds.join(', '))}
          notes={state.view.notes}
        />
      );
    case 'saved':
      return <SavedBody error={state.error} headline={state.headline} onRetry={readAgain} />;
    case 'live':
      return <LiveBody state={state} style={style} onRetry={readAgain} />;
  }
}
