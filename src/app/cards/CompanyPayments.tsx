import { hubspot } from '@hubspot/ui-extensions';
import { RecordPayments } from './components/RecordPayments.tsx';
import { useRecordCard } from './hooks/use-record-card.ts';

hubspot.extend<'crm.record.tab'>(() => <CompanyPayments />);

function CompanyPayments() {
  return <RecordPayments card={useRecordCard('company')} />;
}
