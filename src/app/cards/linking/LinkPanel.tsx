import { Button, Flex, Panel, PanelBody, PanelSection } from '@hubspot/ui-extensions';
import { useTexts } from '@stripe-payments/ui';
import { AssignPayment } from './AssignPayment.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { LinkOutcome } from './LinkOutcome.tsx';
import { LinkedCustomers } from './LinkedIds.tsx';
import type { RecordLinks } from './record-links.ts';
import type { CustomerSearch as Search } from './use-customer-search.ts';
import type { LinkChanges } from './use-link-change.ts';

/** What the panel shows and changes. */
export interface Linking {
  readonly links: RecordLinks;
  readonly changes: LinkChanges;
  readonly search: Search;
}

/** Opens the panel that links customers and assigns payments. */
export function LinkButton({ linking }: { readonly linking: Linking }) {
  const { open } = useTexts().card.links;
  return (
    <Button
      variant="secondary"
      size="sm"
      overlay={<LinkPanel linking={linking} />}
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
function LinkPanel({ linking }: { readonly linking: Linking }) {
  const { links: texts } = useTexts().card;
  const { links, changes, search } = linking;
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
