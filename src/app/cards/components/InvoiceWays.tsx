import { Button, Flex } from '@hubspot/ui-extensions';
import type { InvoiceLine } from '../hooks/invoice-line.ts';
import { useCopyLink } from '../hooks/use-copy-link.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import { CheckedLink } from './CheckedLink.tsx';

/** The ways to an invoice: its payment page to send, its PDF to read. */
export function InvoiceWays({ line }: { readonly line: InvoiceLine }) {
  const words = useTexts().card.billing;
  const copyLink = useCopyLink();
  const { id, hostedUrl, pdfUrl } = line;
  return (
    <Flex direction="row" justify="end" align="center" wrap gap="extra-small">
      {hostedUrl !== null && (
        <Button
          variant="secondary"
          size="xs"
          onClick={() => copyLink(hostedUrl)}
          testId={`copy-${id}`}
        >
          {words.copyLink}
        </Button>
      )}
      {pdfUrl !== null && <CheckedLink url={pdfUrl} text={words.pdf} testId={`pdf-${id}`} />}
    </Flex>
  );
}
