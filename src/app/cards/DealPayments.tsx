import { hubspot } from '@hubspot/ui-extensions';
import { RecordPayments } from './components/RecordPayments.tsx';
import { useDealAmount } from './hooks/use-deal-amount.ts';
import { useRecordCard } from './hooks/use-record-card.ts';

hubspot.extend<'crm.record.tab'>(() => <DealPayments />);

function DealPayments() {
  const dealAmount = useDealAmount();
  return <RecordPayments card={useRecordCard('deal', dealAmount)} />;
}
