import { useExtensionContext } from '@hubspot/ui-extensions';
import type { Presentation, Texts } from '@stripe-payments/core';
import { languageOf, textsIn } from '@stripe-payments/core';
import { useMemo } from 'react';

/** The reader's presentation, in any component of a card. */
export function usePresentation(): Presentation {
  const { user, portal } = useExtensionContext<'crm.record.tab'>();
  const { locale = 'en-us' } = user;
  const { timezone } = portal;
  const language = languageOf(user.language);
  return useMemo(
    () => ({ language, texts: textsIn(language), locale, timeZone: timezone }),
    [language, locale, timezone],
  );
}

/** Every text in the reader's language. */
export const useTexts = (): Texts => usePresentation().texts;
