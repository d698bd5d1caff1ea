import { useExtensionContext } from '@hubspot/ui-extensions';
import type { SetupPresentation, SetupTexts } from '@stripe-payments/core';
import { languageOf, setupTextsIn } from '@stripe-payments/core';
import { useMemo } from 'react';

/** The reader's presentation, in any component of the page. */
export function usePresentation(): SetupPresentation {
  const { user, portal } = useExtensionContext<'pages'>();
  const { locale = 'en-us', language: tag } = user;
  const { timezone: timeZone } = portal;
  return useMemo(() => {
    const language = languageOf(tag);
    return { language, texts: setupTextsIn(language), locale, timeZone };
  }, [tag, locale, timeZone]);
}

/** Every text in the reader's language. */
export const useTexts = (): SetupTexts => usePresentation().texts;
