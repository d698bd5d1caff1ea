import { useExtensionContext } from '@hubspot/ui-extensions';
import type {
  FigurePresentation,
  Language,
  Presentation,
  SharedTexts,
  Texts,
} from '@stripe-payments/core';
import { figureTextsIn, languageOf, sharedTextsIn, textsIn } from '@stripe-payments/core';
import { useContext, useMemo } from 'react';
import { RecordNamesContext } from './record-names.tsx';

/** The language of the property labels, which the profile's variables name. */
const accountLanguageOf = (variables: Readonly<Record<string, unknown>> | undefined): Language => {
  const language = variables?.['ACCOUNT_LANGUAGE'];
  return languageOf(typeof language === 'string' ? language : undefined);
};

type TextsIn<T> = (language: Language, accountLanguage: Language) => T;

/** The reader's presentation, with the texts of a catalogue. */
export function usePresentationWith<T extends SharedTexts>(textsOf: TextsIn<T>): Presentation<T> {
  const { user, portal, variables } = useExtensionContext<'crm.record.tab'>();
  const { locale = 'en-us' } = user;
  const { timezone } = portal;
  const language = languageOf(user.language);
  const accountLanguage = accountLanguageOf(variables);
  const recordNames = useContext(RecordNamesContext);
  return useMemo(
    () => ({
      language,
      texts: textsOf(language, accountLanguage),
      locale,
      timeZone: timezone,
      recordNames,
    }),
    [textsOf, language, accountLanguage, locale, timezone, recordNames],
  );
}

/** The reader's presentation, in any component of the payments card. */
export const usePresentation = (): Presentation => usePresentationWith(textsIn);

/** The same with the texts of figures and next steps alone, for what the sidebar shows too. */
export const useFigurePresentation = (): FigurePresentation => usePresentationWith(figureTextsIn);

/** Every text of the payments card in the reader's language. */
export const useTexts = (): Texts => usePresentation().texts;

/** The texts of what cards and the app page share: of a card's other texts the page loads none. */
export const useSharedTexts = (): SharedTexts => usePresentationWith(sharedTextsIn).texts;
