import { useExtensionContext } from '@hubspot/ui-extensions';
import type { SetupPresentation, SetupTexts } from '@stripe-payments/core';
import { setupTextsIn } from '@stripe-payments/core';
import { usePresentationWith } from '@stripe-payments/ui';

/** The reader's presentation, with the texts of the app page, which the cards do not load. */
export const usePresentation = (): SetupPresentation => usePresentationWith(setupTextsIn);

/** Every text of the page in the reader's language. */
export const useTexts = (): SetupTexts => usePresentation().texts;

/**
 * False where HubSpot says that the user may not change integrations. It spares them a button; what protects
 * the account is what the functions do.
 */
export function useMayManage(): boolean {
  const { permissions } = useExtensionContext<'pages'>().user;
  // A host that tells nothing forbids nothing.
  return !Array.isArray(permissions) || permissions.includes('integrations-management-write');
}
