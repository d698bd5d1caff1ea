import { hubspot } from '@hubspot/ui-extensions';
import { PeopleDetails } from './record/PeopleDetails.tsx';
import { RecordPayments } from './record/RecordPayments.tsx';
import { useRecordCard } from './record/use-record-card.ts';

hubspot.extend<'crm.record.tab'>(() => <CompanyPayments />);

function CompanyPayments() {
  return <RecordPayments card={useRecordCard('company')} Details={PeopleDetails} />;
}
