import type { TerminalWords } from './english/terminal.ts';
import { terminal as englishTerminal } from './english/terminal.ts';
import { terminal as italianTerminal } from './italian/terminal.ts';
import type { Language } from './language.ts';
import type { SetupTexts } from './setup-texts.ts';
import { setupTextsIn } from './setup-texts.ts';

/** All texts, those of the setup, and those that only a terminal shows. */
export interface TerminalTexts extends SetupTexts {
  readonly terminal: TerminalWords;
}

const CATALOGUES: Readonly<Record<Language, TerminalTexts>> = {
  en: { ...setupTextsIn('en'), terminal: englishTerminal },
  it: { ...setupTextsIn('it'), terminal: italianTerminal },
};

export function terminalTextsIn(language: Language): TerminalTexts {
  return CATALOGUES[language];
}
