import type { RecordNames } from '../record/object-type.ts';
import type {
  FigureTexts,
  SetupTexts,
  SharedTexts,
  TerminalTexts,
  Texts,
} from '../texts/catalogue.ts';
import type { Language } from '../texts/language.ts';
import type { DateStyle } from '../time/format.ts';
import { formatAge, formatDay, formatMoment } from '../time/format.ts';
import { isolated } from '../untrusted/sentence.ts';

/**
 * How a reader is addressed: texts in the user's language, digits and dates in the user's locale, days
 * in the portal's time zone.
 */
export interface Presentation<T extends SharedTexts = Texts> extends DateStyle {
  readonly language: Language;
  readonly texts: T;
  /** Of the records that a card mentions. */
  readonly recordNames?: RecordNames;
}

export type FigurePresentation = Presentation<FigureTexts>;
export type SetupPresentation = Presentation<SetupTexts>;
export type TerminalPresentation = Presentation<TerminalTexts>;

/** A day in the portal's time zone. */
export const dayText = (epochSeconds: number, style: DateStyle): string =>
  isolated(formatDay(epochSeconds, style));

/** A day that is the same everywhere, as Stripe's and HubSpot's dates without a time are. */
export const utcDayText = (epochMs: number, { locale }: DateStyle): string =>
  dayText(epochMs / 1_000, { locale, timeZone: 'UTC' });

export const momentText = (epochMs: number, style: DateStyle): string =>
  isolated(formatMoment(epochMs, style));

/** `3 hours ago`: an age is text, so it follows the language and not the locale. */
export const ageText = (ageMs: number, language: Language): string => formatAge(ageMs, language);

/** A country's name in the language, or the code itself where it is not a country's. */
export function countryText(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The text for a name from outside, or the name itself where a newer function or HubSpot added it. */
export const knownText = (texts: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(texts, name) ? (texts[name] ?? name) : name;
