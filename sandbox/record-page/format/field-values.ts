import type { BaseDate, DateInputProps } from '@hubspot/ui-extensions';

type DateFormat = NonNullable<DateInputProps['format']>;

const padded = (number: number, length: number): string => String(number).padStart(length, '0');

/** `2026-01-05`; the SDK counts months from 0. */
export const dateText = ({ year, month, date }: BaseDate): string =>
  `${padded(year, 4)}-${padded(month + 1, 2)}-${padded(date, 2)}`;

export function parseDate(text: string): BaseDate | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return null;
  const parsed = { year: Number(year), month: Number(month) - 1, date: Number(date) };
  const time = new Date(Date.UTC(parsed.year, parsed.month, parsed.date));
  const exists = time.getUTCMonth() === parsed.month && time.getUTCDate() === parsed.date;
  return exists ? parsed : null;
}

/** The day that a moment has in a time zone. */
export function dayIn(time: Date, timeZone: string | undefined): BaseDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone }).format(time);
  const day = parseDate(parts);
  if (day === null) throw new Error(`The day ${parts} was not understood.`);
  return day;
}

function optionsOf(format: DateFormat): Intl.DateTimeFormatOptions | null {
  switch (format) {
    case 'L':
    case 'short':
      return { year: 'numeric', month: '2-digit', day: '2-digit' };
    case 'LL':
    case 'long':
      return { dateStyle: 'long' };
    case 'll':
    case 'medium':
      return { dateStyle: 'medium' };
    case 'YYYY-MM-DD':
    case 'standard':
      return null;
  }
}

export function formatDate(day: BaseDate, format: DateFormat, locale: string): string {
  const options = optionsOf(format);
  if (options === null) return dateText(day);
  const time = Date.UTC(day.year, day.month, day.date);
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(time);
}
export interface NumberRules {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly precision?: number | undefined;
}

/** What a person typed as the number that it stands for: within the bounds, with no more decimals than allowed. */
export function parseNumber(text: string, { min, max, precision }: NumberRules): number | null {
  if (text.trim() === '' || !Number.isFinite(Number(text))) return null;
  const rounded = precision === undefined ? Number(text) : Number(Number(text).toFixed(precision));
  return Math.min(max ?? Infinity, Math.max(min ?? -Infinity, rounded));
}

export const numberText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
