import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useExtensionActions } from '@hubspot/ui-extensions';
import type { CheckedUrl, CommonTexts } from '@stripe-payments/core';

/** As far as it is needed: the SDK types copying by the browser's own types, which a worker lacks. */
interface CopyActions {
  readonly addAlert: AddAlertAction;
  readonly copyTextToClipboard: (text: string) => Promise<void>;
}

/** Copies a payment page's address, and says whether that worked. */
export function useCopyLink({ card }: CommonTexts): (url: CheckedUrl) => Promise<void> {
  const actions: CopyActions = useExtensionActions<'crm.record.tab'>();
  const { addAlert, copyTextToClipboard } = actions;
  return async (url) => {
    try {
      await copyTextToClipboard(url);
      addAlert({ type: 'success', message: card.common.linkCopied });
    } catch {
      addAlert({ type: 'danger', message: card.common.copyFailed });
    }
  };
}
