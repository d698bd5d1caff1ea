function formatOf(timeZone: string): Intl.DateTimeFormat {
  const options = {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function knownFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone) ?? formatOf(timeZone);
  formats.set(timeZone, known);
  return known;
}

/** `2026-11-22` of an instant in a time zone (IANA name); UTC where there is no such zone. */
export function dayOf(epochSeconds: number, timeZone: string): string {
  const parts = knownFormat(timeZone).formatToParts(epochSeconds * 1_000);
  const partOf = (type: 'year' | 'month' | 'day'): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${partOf('year').padStart(4, '0')}-${partOf('month')}-${partOf('day')}`;
}

/** `2026-11` of an instant in a time zone (IANA name); UTC where there is no such zone. */
export const monthOf = (epochSeconds: number, timeZone: string): string =>
  dayOf(epochSeconds, timeZone).slice(0, 7);

/** `over-since-read`: the day has passed, but Stripe was read before that and may say something else by now. */
type DayState = 'ahead' | 'over' | 'over-since-read';

/**
 * Whether a day can still be said to come. It can until it is over in the account's time zone.
 * @param day `2026-11-22`.
 * @param readAtMs when Stripe was read, in milliseconds since the epoch; null where that is not known.
 */
export function dayStateOf(
  day: string,
  { nowMs, readAtMs }: { readonly nowMs: number; readonly readAtMs: number | null },
  timeZone: string,
): DayState {
  const isOver = (ms: number): boolean => day < dayOf(ms / 1_000, timeZone);
  if (readAtMs !== null && isOver(readAtMs)) return 'over';
  return isOver(nowMs) ? 'over-since-read' : 'ahead';
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return number === 12
    ? `${String((year ?? 0) + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String((number ?? 0) + 1).padStart(2, '0')}`;
}

/** Every month from the earliest of those given to the latest. */
export function monthsBetween(months: readonly string[]): readonly string[] {
  const [first, last] = [[...months].sort()[0], [...months].sort().at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = [first];
  for (let month = first; month < last;) {
    month = monthAfter(month);
    all.push(month);
  }
  return all;
}
