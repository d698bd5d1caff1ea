import type { FormatSettings } from '../../format/format-property.ts';
import type { ChartProps } from './chart-rows.ts';

const DATE_ONLY = /^\d{4}-\d\d-\d\d$/;

/** Milliseconds of a timestamp or of an ISO date; throws what is neither. */
export function epochMsOf(value: string | number): number {
  const epochMs = typeof value === 'number' ? value : Date.parse(value);
  if (Number.isNaN(epochMs)) throw new Error(`"${String(value)}" is not a time for a chart.`);
  return epochMs;
}

/** Axis values as the person's locale writes them. */
export function axisText(
  value: string | number,
  fieldType: ChartProps['axes']['x']['fieldType'],
  { locale, timeZone }: FormatSettings,
): string {
  switch (fieldType) {
    case 'category':
      return String(value);
    case 'linear':
      return typeof value === 'number' ? numberText(value, locale) : value;
    case 'datetime': {
      // A date without a time is the same day everywhere.
      const isDateOnly = typeof value === 'string' && DATE_ONLY.test(value);
      const format = new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        timeZone: isDateOnly ? 'UTC' : timeZone,
      });
      return format.format(epochMsOf(value));
    }
  }
}

export const numberText = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value);
