import { shortened } from '@stripe-payments/core';
import type { RecordCard } from '../hooks/use-record-card.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import { BlockedCard } from './BlockedCard.tsx';
import { EmptyCard, LoadingCard } from './EmptyCard.tsx';
import { LinkShortcut } from './LinkButton.tsx';
import { LiveBody } from './LiveBody.tsx';
import { SavedBody } from './SavedBody.tsx';

/** One screen a state. */
export function RecordBody({ card }: { readonly card: RecordCard }) {
  const { states: words, records } = useTexts().card;
  const { state, readAgain, objectType } = card;
  const thisRecord = records.this[objectType];
  switch (state.kind) {
    case 'loading':
      return <LoadingCard />;
    case 'blocked':
      return <BlockedCard error={state.error} onRetry={readAgain} />;
    case 'no-customer':
      return (
        <EmptyCard
          title={words.noCustomerTitle}
          text={words.noCustomer(thisRecord)}
          view={state.view}
          testId="not-matched"
        >
          <LinkShortcut />
        </EmptyCard>
      );
    case 'no-payments':
      return (
        <EmptyCard
          title={words.noPaymentsTitle}
          text={words.noPayments(namesOf(state.view), thisRecord)}
          view={state.view}
          testId="no-payments"
        />
      );
    case 'saved':
      return <SavedBody error={state.error} headline={state.headline} onRetry={readAgain} />;
    case 'live':
      return <LiveBody card={card} state={state} />;
  }
}

const MAX_OF_IDS = 200;

/** Of whom or of what there are no payments. */
function namesOf({
  linkedCustomerIds,
  customers,
  assignedIds,
}: {
  readonly linkedCustomerIds: readonly string[];
  readonly customers: readonly { readonly id: string }[];
  readonly assignedIds: readonly string[];
}): string {
  const ids = [...linkedCustomerIds, ...customers.map(({ id }) => id), ...assignedIds];
  return shortened([...new Set(ids)].join(', '), MAX_OF_IDS);
}
