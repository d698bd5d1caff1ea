import type { Language } from '../texts/language.ts';
import type { DateStyle } from '../time/format.ts';
import { formatAge, formatDay, formatMoment } from '../time/format.ts';
import { isolated } from '../untrusted/isolated.ts';

/** A day in the portal's time zone. */
export const dayText = (epochSeconds: number, style: DateStyle): string =>
  isolated(formatDay(epochSeconds, style));

/** A day that is the same everywhere, as Stripe's and HubSpot's dates without a time are. */
export const utcDayText = (epochMs: number, { locale }: DateStyle): string =>
  dayText(epochMs / 1_000, { locale, timeZone: 'UTC' });

export const momentText = (epochMs: number, style: DateStyle): string =>
  isolated(formatMoment(epochMs, style));

/** An age is words, `3 hours ago`, so it follows the language and not the locale. */
export const ageText = (ageMs: number, language: Language): string => formatAge(ageMs, language);
