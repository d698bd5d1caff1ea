import { Button } from '@hubspot/ui-extensions';
import { useTexts } from '../hooks/use-presentation.ts';
import type { RecordCard } from '../hooks/use-record-card.ts';
import { LINK_PANEL, LinkPanel } from './LinkPanel.tsx';

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
