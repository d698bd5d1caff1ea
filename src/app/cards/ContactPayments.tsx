import { hubspot } from '@hubspot/ui-extensions';
import { PeopleDetails } from './record/PeopleDetails.tsx';
import { RecordPayments } from './record/RecordPayments.tsx';
import { useRecordCard } from './record/use-record-card.ts';

hubspot.extend<'crm.record.tab'>(() => <ContactPayments />);

function ContactPayments() {
  return <RecordPayments card={useRecordCard('contact')} Details={PeopleDetails} />;
}
