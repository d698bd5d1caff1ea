import type { Texts } from '../texts/english.ts';
import type { Language } from '../texts/language.ts';
import type { SetupTexts } from '../texts/setup-texts.ts';
import type { TerminalTexts } from '../texts/terminal-texts.ts';
import type { DateStyle } from '../time/format.ts';

/**
 * How the reader wants to be told things: words in the language of the user, digits and dates in the
 * user's locale, days in the portal's time zone.
 */
export interface Presentation<Words extends Texts = Texts> extends DateStyle {
  readonly language: Language;
  readonly texts: Words;
}

export type SetupPresentation = Presentation<SetupTexts>;
export type TerminalPresentation = Presentation<TerminalTexts>;
