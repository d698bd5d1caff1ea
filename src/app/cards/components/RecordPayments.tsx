import { Divider, Flex } from '@hubspot/ui-extensions';
import type { RecordCard } from '../hooks/use-record-card.ts';
import { CardHeader } from './CardHeader.tsx';
import { RecordBody } from './RecordBody.tsx';
import { SyncResult } from './SyncResult.tsx';

/** A record's tab card: how it stands and how fresh that is, then one screen a state. */
export function RecordPayments({ card }: { readonly card: RecordCard }) {
  return (
    <Flex direction="column" gap="medium">
      <CardHeader card={card} />
      <SyncResult state={card.sync.state} />
      <Divider />
      <RecordBody card={card} />
    </Flex>
  );
}
