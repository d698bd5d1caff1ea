import { hubspot } from '@hubspot/ui-extensions';
import { SidebarBody } from './components/SidebarBody.tsx';
import { useSidebar } from './hooks/use-sidebar.ts';

hubspot.extend<'crm.record.sidebar'>(() => <PaymentSidebar />);

function PaymentSidebar() {
  return <SidebarBody sidebar={useSidebar()} />;
}
