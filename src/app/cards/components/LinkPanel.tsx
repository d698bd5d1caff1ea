import { Flex, Panel, PanelBody, PanelSection } from '@hubspot/ui-extensions';
import { useTexts } from '../hooks/use-presentation.ts';
import type { RecordCard } from '../hooks/use-record-card.ts';
import { AssignPayment } from './AssignPayment.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { LinkOutcome } from './LinkOutcome.tsx';
import { TiedCustomers } from './TiedIds.tsx';

export const LINK_PANEL = 'link-panel';

/** What a person decides about whose payments are the record's. */
export function LinkPanel({ card }: { readonly card: RecordCard }) {
  const { links: words } = useTexts().card;
  const { links, changes, search } = card;
  return (
    <Panel id={LINK_PANEL} title={words.title} width="md" testId="link-panel">
      <PanelBody>
        <PanelSection>
          <Flex direction="column" gap="small">
            <TiedCustomers customers={links.customers} changes={changes} />
            <LinkOutcome place="customers" changes={changes} />
          </Flex>
        </PanelSection>
        <PanelSection>
          <CustomerSearch search={search} linked={links.customers} changes={changes} />
        </PanelSection>
        <PanelSection>
          <AssignPayment payments={links.payments} changes={changes} />
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}
