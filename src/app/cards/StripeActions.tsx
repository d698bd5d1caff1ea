import { Alert, hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { objectTypeOf } from '@stripe-payments/core';
import { ActionsBody } from './acting/ActionsBody.tsx';
import { useActingTexts } from './acting/use-acting.ts';

hubspot.extend<'crm.record.tab'>(() => <StripeActions />);

function StripeActions() {
  const { crm } = useExtensionContext<'crm.record.tab'>();
  const { onlyDealsAndContacts } = useActingTexts();
  const objectType = objectTypeOf(crm.objectTypeId);
  if (objectType !== 'deal' && objectType !== 'contact') {
    return <Alert title={onlyDealsAndContacts} variant="warning" testId="other-type" />;
  }
  return <ActionsBody objectType={objectType} />;
}
