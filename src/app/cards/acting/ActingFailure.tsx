import { useExtensionContext } from '@hubspot/ui-extensions';
import { appPageUrl, repFailureText } from '@stripe-payments/core';
import type { FailureAlertProps, FailureDescriptionProps } from '@stripe-payments/ui';
import { CheckedLink, Described, FailureAlert } from '@stripe-payments/ui';
import { useActingPresentation } from './use-acting.ts';

/** As other cards say it, with the texts of this card's own failures. */
function ActingDescription({ failure }: FailureDescriptionProps) {
  const { texts } = useActingPresentation();
  const { portal, extension } = useExtensionContext<'crm.record.tab'>();
  const { text, detail, isForAdmin } = repFailureText(failure, texts);
  return (
    <Described text={text} details={detail === undefined ? [] : [detail]}>
      {isForAdmin && extension !== undefined && (
        <CheckedLink
          url={appPageUrl(portal.id, extension.appId)}
          text={texts.card.states.openApp}
        />
      )}
    </Described>
  );
}

export const ActingFailure = (props: FailureAlertProps) => (
  <FailureAlert {...props} Description={ActingDescription} />
);
