import type { DateStyle, Language, Texts } from '@stripe-payments/core';

/**
 * How the reader wants to be told things: words in the language of the user, digits and dates in the
 * user's locale, days in the portal's time zone.
 */
export interface Presentation extends DateStyle {
  readonly language: Language;
  readonly texts: Texts;
}
