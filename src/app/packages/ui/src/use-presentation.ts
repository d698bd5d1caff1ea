import { useExtensionContext } from '@hubspot/ui-extensions';
import type { Language, Presentation, Texts } from '@stripe-payments/core';
import { languageOf, textsIn } from '@stripe-payments/core';
import { useMemo } from 'react';

/** The language of the property labels, which the profile's variables name. */
export const accountLanguageOf = (
  variables: Readonly<Record<string, unknown>> | undefined,
): Language => {
  const language = variables?.['ACCOUNT_LANGUAGE'];
  return languageOf(typeof language === 'string' ? language : undefined);
};

/** The reader's presentation, in any component of a card. */
export function usePresentation(): Presentation {
  const { user, portal, variables } = useExtensionContext<'crm.record.tab'>();
  const { locale = 'en-us' } = user;
  const { timezone } = portal;
  const language = languageOf(user.language);
  const accountLanguage = accountLanguageOf(variables);
  return useMemo(
    () => ({ language, texts: textsIn(language, accountLanguage), locale, timeZone: timezone }),
    [language, accountLanguage, locale, timezone],
  );
}

/** Every text in the reader's language. */
export const useTexts = (): Texts => usePresentation().texts;
