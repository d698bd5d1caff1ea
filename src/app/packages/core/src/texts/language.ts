import type { Texts } from './english.ts';
import { english } from './english.ts';
import { italian } from './italian.ts';

/** A language that every text exists in. */
export type Language = 'en' | 'it';

const CATALOGUES: Readonly<Record<Language, Texts>> = { en: english, it: italian };

const isLanguage = (tag: string): tag is Language => Object.hasOwn(CATALOGUES, tag);

export const LANGUAGES: readonly Language[] = Object.keys(CATALOGUES).filter(isLanguage);

/** The language of HubSpot's `it`, `it-IT` or `IT_it`; English for what there are no texts in. */
export function languageOf(tag: string | undefined): Language {
  const [primary = ''] = (tag ?? '').trim().toLowerCase().split(/[-_]/);
  return isLanguage(primary) ? primary : 'en';
}

export function textsIn(language: Language): Texts {
  return CATALOGUES[language];
}
