import { hubspot } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import type { Money } from '@stripe-payments/core';
import { fromDecimal } from '@stripe-payments/core';
import { RecordPayments } from './record/RecordPayments.tsx';
import { useRecordCard } from './record/use-record-card.ts';

hubspot.extend<'crm.record.tab'>(() => <DealPayments />);

function DealPayments() {
  const dealAmount = useDealAmount();
  return <RecordPayments card={useRecordCard('deal', dealAmount)} />;
}

// HubSpot's bundler reads this list statically: it must stand in this file, as literals.
const AMOUNT_PROPERTIES = ['amount', 'deal_currency_code'];

/** Null where the deal has no amount, or no currency of its own to tell it in. */
export function useDealAmount(): Money | null {
  const { properties } = useCrmProperties(AMOUNT_PROPERTIES);
  const currency = properties['deal_currency_code']?.toLowerCase() ?? '';
  return fromDecimal(properties['amount'] ?? '', currency) ?? null;
}
