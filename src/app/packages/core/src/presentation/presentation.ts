import type { Texts } from '../texts/english.ts';
import type { Language } from '../texts/language.ts';
import type { DateStyle } from '../time/format.ts';

/**
 * How the reader wants to be told things: words in the language of the user, digits and dates in the
 * user's locale, days in the portal's time zone.
 */
export interface Presentation extends DateStyle {
  readonly language: Language;
  readonly texts: Texts;
}
