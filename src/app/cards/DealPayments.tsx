import { hubspot } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import type { DealAmount } from '@stripe-payments/core';
import { fromDecimal, movedPaymentsIn } from '@stripe-payments/core';
import { MovedAway } from './matching/MovedAway.tsx';
import { RecordPayments } from './record/RecordPayments.tsx';
import { useRecordCard } from './record/use-record-card.ts';

hubspot.extend<'crm.record.tab'>(() => <DealPayments />);

function DealPayments() {
  const amount = useDealAmount();
  const card = useRecordCard('deal', { amount, movesIn: movedPaymentsIn });
  const { noted, view, record, changes } = card;
  return (
    <RecordPayments card={card}>
      <MovedAway noted={noted} view={view} record={record} changes={changes} />
    </RecordPayments>
  );
}

// HubSpot's bundler reads this list statically: it must stand in this file, as literals.
const AMOUNT_PROPERTIES = ['amount', 'deal_currency_code'];

/** Without a currency of its own only the live read knows in which it is. */
export function useDealAmount(): DealAmount {
  const { properties } = useCrmProperties(AMOUNT_PROPERTIES);
  const amount = properties['amount'] ?? '';
  const currency = properties['deal_currency_code']?.toLowerCase() ?? '';
  return amount === '' ? null : (fromDecimal(amount, currency) ?? 'not-comparable');
}
