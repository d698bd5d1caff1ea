import type { Texts } from './english.ts';
import type { SetupWords } from './english/setup.ts';
import { setup as englishSetup } from './english/setup.ts';
import { setup as italianSetup } from './italian/setup.ts';
import type { Language } from './language.ts';
import { textsIn } from './language.ts';

/** All texts, and those of the setup: no card loads them. */
export interface SetupTexts extends Texts {
  readonly setup: SetupWords;
}

const CATALOGUES: Readonly<Record<Language, SetupTexts>> = {
  en: { ...textsIn('en'), setup: englishSetup },
  it: { ...textsIn('it'), setup: italianSetup },
};

export function setupTextsIn(language: Language): SetupTexts {
  return CATALOGUES[language];
}
