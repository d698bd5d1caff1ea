import { Divider, Flex, hubspot } from '@hubspot/ui-extensions';
import { DealPaymentsBody } from './components/DealPaymentsBody.tsx';
import { CardHeader } from './components/CardHeader.tsx';
import { SyncResult } from './components/SyncResult.tsx';
import { useDealCard } from './hooks/use-deal-card.ts';

hubspot.extend<'crm.record.tab'>(() => <DealPayments />);

function DealPayments() {
  const card = useDealCard();
  return (
    <Flex direction="column" gap="medium">
      <CardHeader state={card.state} asOf={card.asOf} sync={card.sync} />
      <SyncResult state={card.sync.state} style={card.style} />
      <Divider />
      <DealPaymentsBody card={card} />
    </Flex>
  );
}
