import { Button, Panel, PanelBody, PanelSection } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { useTexts } from '@stripe-payments/ui';
import { AssignPayment } from './AssignPayment.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { LinkedCustomers, LostInMerge } from './LinkedIds.tsx';
import { LinkOutcome } from './LinkOutcome.tsx';
import { PaymentChoice } from './PaymentChoice.tsx';
import type { RecordLinks } from './record-links.ts';
import type { CustomerSearch as Search } from './use-customer-search.ts';
import type { LinkChanges } from './use-link-change.ts';
import type { PaymentChoice as Choice } from './use-payment-choice.ts';

/** What the panel shows and changes. */
export interface Linking {
  readonly record: Pick<RecordView, 'objectType' | 'recordId'>;
  readonly links: RecordLinks;
  readonly changes: LinkChanges;
  readonly search: Search;
  readonly choice: Choice;
  /** Payments of a customer that is not of the record's people. */
  readonly found: Choice;
}

interface LinkButtonProps {
  readonly linking: Linking;
  /** `primary` where nothing was matched, and matching is the next step. */
  readonly variant: 'primary' | 'secondary';
}

/** Opens the panel that links customers and assigns payments. */
export function LinkButton({ linking, variant }: LinkButtonProps) {
  const { open } = useTexts().card.links;
  return (
    <Button
      variant={variant}
      size="sm"
      overlay={<LinkPanel linking={linking} />}
      testId="link-customer"
    >
      {open}
    </Button>
  );
}

export const LINK_PANEL = 'link-panel';

/** Says whose payments are the record's. Each opening begins anew. */
function LinkPanel({ linking }: { readonly linking: Linking }) {
  const { links: texts } = useTexts().card;
  const { links, changes, choice, found, search } = linking;
  return (
    <Panel
      id={LINK_PANEL}
      title={texts.open}
      width="md"
      variant="modal"
      onOpen={() => {
        choice.list(null);
      }}
      onClose={() => {
        choice.reset();
        found.reset();
        search.reset();
        changes.reset();
      }}
      testId="link-panel"
    >
      <PanelBody>
        <PanelSection>
          <PaymentChoice linking={linking} choice={choice} />
          <LinkOutcome section="choice" changes={changes} />
        </PanelSection>
        <PanelSection>
          <CustomerSearch linking={linking} />
        </PanelSection>
        <PanelSection>
          <LostInMerge lost={links.lost} changes={changes} />
          <LinkedCustomers customers={links.customers} changes={changes} />
        </PanelSection>
        <PanelSection>
          <AssignPayment linking={linking} />
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}
