const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 to a Gregorian date. Source: Howard Hinnant, "chrono-compatible date algorithms". */
function civilFromDays(days: number): readonly [year: number, month: number, day: number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

function daysFromCivil(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** Milliseconds since the epoch to `2026-11-22T17:05:09.000Z`. For years 0 to 9999. */
export function isoFromEpochMs(epochMs: number): string {
  const days = Math.floor(epochMs / MS_PER_DAY);
  const msOfDay = epochMs - days * MS_PER_DAY;
  const hours = pad(Math.floor(msOfDay / 3_600_000), 2);
  const minutes = pad(Math.floor(msOfDay / 60_000) % 60, 2);
  const seconds = pad(Math.floor(msOfDay / 1_000) % 60, 2);
  return `${isoDateFromEpochMs(epochMs)}T${hours}:${minutes}:${seconds}.${pad(msOfDay % 1_000, 3)}Z`;
}

/** The UTC day of an instant, as HubSpot's `date` properties want it: `2026-11-22`. */
export function isoDateFromEpochMs(epochMs: number): string {
  const [year, month, day] = civilFromDays(Math.floor(epochMs / MS_PER_DAY));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?(?:Z|\+00:?00))?$/;

/**
 * HubSpot's dates to milliseconds since the epoch: ISO text in UTC, a plain date (midnight UTC) or
 * milliseconds as digits. Undefined for anything else. HubSpot sends all three spellings.
 */
export function epochMsFromText(text: string): number | undefined {
  if (/^-?\d{5,15}$/.test(text)) return Number(text);
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hours, minutes, seconds] = match
    .slice(1, 7)
    .map((part) => Number(part || 0));
  const ms = Number((match[7] ?? '').padEnd(3, '0'));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const days = daysFromCivil(year, month, day);
  if (isoDateFromEpochMs(days * MS_PER_DAY) !== text.slice(0, 10)) return undefined;
  return (
    days * MS_PER_DAY +
    (hours ?? 0) * 3_600_000 +
    (minutes ?? 0) * 60_000 +
    (seconds ?? 0) * 1_000 +
    ms
  );
}
