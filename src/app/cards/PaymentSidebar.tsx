import { hubspot } from '@hubspot/ui-extensions';
import { SidebarBody } from './sidebar/Sidebar.tsx';
import { useSidebar } from './sidebar/use-sidebar.ts';

hubspot.extend<'crm.record.sidebar'>(() => <PaymentSidebar />);

function PaymentSidebar() {
  return <SidebarBody sidebar={useSidebar()} />;
}
