import { Button, Flex } from '@hubspot/ui-extensions';
import type { CheckedUrl } from '@stripe-payments/core';
import { CheckedLink } from '@stripe-payments/ui';
import { useCopyLink } from '../invoices/use-copy-link.ts';
import { useActingPresentation } from './use-acting.ts';

/** The ways to a payment page: to send it, and to see it. */
export function CopyAndOpen({ url, id }: { readonly url: CheckedUrl | null; readonly id: string }) {
  const { texts } = useActingPresentation();
  const { copyLink, openPage } = texts.acting;
  const copy = useCopyLink(texts);
  if (url === null) return null;
  return (
    <Flex direction="row" align="center" wrap gap="extra-small">
      <Button variant="secondary" size="xs" onClick={() => copy(url)} testId={`copy-${id}`}>
        {copyLink}
      </Button>
      <CheckedLink url={url} text={openPage} testId={`open-${id}`} />
    </Flex>
  );
}
