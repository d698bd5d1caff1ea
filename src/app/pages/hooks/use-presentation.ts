import { useExtensionContext } from '@hubspot/ui-extensions';
import type { Presentation, Texts } from '@stripe-payments/core';
import { languageOf, textsIn } from '@stripe-payments/core';
import { useMemo } from 'react';

/** The reader's presentation, in any component of the page. */
export function usePresentation(): Presentation {
  const { user, portal } = useExtensionContext<'pages'>();
  const { locale = 'en-us', language: tag } = user;
  const { timezone: timeZone } = portal;
  return useMemo(() => {
    const language = languageOf(tag);
    return { language, texts: textsIn(language), locale, timeZone };
  }, [tag, locale, timeZone]);
}

/** Every text in the reader's language. */
export const useTexts = (): Texts => usePresentation().texts;
