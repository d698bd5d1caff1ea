import { usableLocale } from '../money/format.ts';

/** How a person wants dates: from HubSpot's user and portal. */
export interface DateStyle {
  readonly locale: string;
  /** IANA name; an unknown one falls back to UTC. */
  readonly timeZone: string;
}

function formatWith(
  style: DateStyle,
  options: Intl.DateTimeFormatOptions,
  epochMs: number,
): string {
  const locale = usableLocale(style.locale);
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: style.timeZone }).format(
      epochMs,
    );
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(epochMs);
  }
}

/** `Nov 22, 2026` in the portal's time zone. */
export function formatDay(epochSeconds: number, style: DateStyle): string {
  return formatWith(style, { dateStyle: 'medium' }, epochSeconds * 1_000);
}

/** `Nov 22, 2026, 5:05 PM` in the portal's time zone. */
export function formatMoment(epochMs: number, style: DateStyle): string {
  return formatWith(style, { dateStyle: 'medium', timeStyle: 'short' }, epochMs);
}

const AGES = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `3 hours ago`; `this minute` for less than one. */
export function formatAge(ageMs: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(usableLocale(locale), { numeric: 'auto' });
  for (const [unit, unitMs] of AGES) {
    if (ageMs >= unitMs) return format.format(-Math.floor(ageMs / unitMs), unit);
  }
  return format.format(0, 'minute');
}
