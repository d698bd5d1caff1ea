import { Button, Flex, Panel, PanelBody, PanelSection } from '@hubspot/ui-extensions';
import { useTexts } from '@stripe-payments/ui';
import type { RecordCard } from '../record/use-record-card.ts';
import { AssignPayment } from './AssignPayment.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { LinkOutcome } from './LinkOutcome.tsx';
import { LinkedCustomers } from './LinkedIds.tsx';

/** Opens what ties customers and payments to the record. */
export function LinkButton({ card }: { readonly card: RecordCard }) {
  const { open } = useTexts().card.links;
  return (
    <Button
      variant="secondary"
      size="sm"
      overlay={<LinkPanel card={card} />}
      testId="link-customer"
    >
      {open}
    </Button>
  );
}

/** Opens the same where nothing was matched and it is the next step. */
export function LinkShortcut() {
  const { open } = useTexts().card.links;
  return (
    <Button
      variant="secondary"
      size="sm"
      onClick={(_, { openPanel }) => {
        openPanel(LINK_PANEL);
      }}
      testId="link-customer-next"
    >
      {open}
    </Button>
  );
}

const LINK_PANEL = 'link-panel';

/** Links customers and assigns payments to the record. */
function LinkPanel({ card }: { readonly card: RecordCard }) {
  const { links: texts } = useTexts().card;
  const { links, changes, search } = card;
  return (
    <Panel id={LINK_PANEL} title={texts.title} width="md" testId="link-panel">
      <PanelBody>
        <PanelSection>
          <Flex direction="column" gap="small">
            <LinkedCustomers customers={links.customers} changes={changes} />
            <LinkOutcome section="customers" changes={changes} />
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
