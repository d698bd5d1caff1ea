import { useExtensionContext } from '@hubspot/ui-extensions';
import type { SetupPresentation, SetupTexts } from '@stripe-payments/core';
import { setupTextsIn } from '@stripe-payments/core';
import { accountLanguageOf, usePresentation as useCardPresentation } from '@stripe-payments/ui';
import { useMemo } from 'react';

/** The reader's presentation, with the texts of the setup, which the cards do not load. */
export function usePresentation(): SetupPresentation {
  const presentation = useCardPresentation();
  const accountLanguage = accountLanguageOf(useExtensionContext<'pages'>().variables);
  return useMemo(
    () => ({ ...presentation, texts: setupTextsIn(presentation.language, accountLanguage) }),
    [presentation, accountLanguage],
  );
}

/** Every text in the reader's language. */
export const useTexts = (): SetupTexts => usePresentation().texts;
