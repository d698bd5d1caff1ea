const DAY_MS = 86_400_000;
const MOST_MS = 8.64e15;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const EPOCH_MS = /^-?\d{1,16}$/;

/** A day that the calendar has: `Date.parse` would turn 31 February into March. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function epochMs(text: string): number | undefined {
  if (!EPOCH_MS.test(text)) return undefined;
  const value = Number(text);
  return Math.abs(value) <= MOST_MS ? value : undefined;
}

function isoMs(text: string, pattern: RegExp): number | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  if (!isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]))) return undefined;
  const value = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(value) ? undefined : value;
}

/** Milliseconds of ISO 8601 text with a time and an offset, or of epoch milliseconds. */
export const parseDateTimeMs = (text: string): number | undefined =>
  epochMs(text) ?? isoMs(text, DATE_TIME);

/** Milliseconds of a date, or of an instant; whether that is midnight UTC is the caller's rule. */
export const parseDateMs = (text: string): number | undefined =>
  epochMs(text) ?? isoMs(text, DATE) ?? isoMs(text, DATE_TIME);

export const isMidnightUtc = (valueMs: number): boolean => valueMs % DAY_MS === 0;

/** As Java's `Instant.toString()` prints it: no fraction when the milliseconds are zero. */
export const formatDateTime = (valueMs: number): string =>
  new Date(valueMs).toISOString().replace('.000Z', 'Z');

export const formatDate = (valueMs: number): string => new Date(valueMs).toISOString().slice(0, 10);
