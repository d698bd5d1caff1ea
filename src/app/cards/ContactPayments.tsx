import { hubspot } from '@hubspot/ui-extensions';
import { RecordPayments } from './components/RecordPayments.tsx';
import { useRecordCard } from './hooks/use-record-card.ts';

hubspot.extend<'crm.record.tab'>(() => <ContactPayments />);

function ContactPayments() {
  return <RecordPayments card={useRecordCard('contact')} />;
}
