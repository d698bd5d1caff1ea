import { hubspot } from '@hubspot/ui-extensions';
import { RecordPayments } from './record/RecordPayments.tsx';
import { useRecordCard } from './record/use-record-card.ts';

hubspot.extend<'crm.record.tab'>(() => <CompanyPayments />);

function CompanyPayments() {
  return <RecordPayments card={useRecordCard('company')} />;
}
