/** Milliseconds since the epoch to `2026-11-22T17:05:09.000Z`. For years 0 to 9999. */
export const isoFromEpochMs = (epochMs: number): string => new Date(epochMs).toISOString();

/** The UTC day of an instant, as HubSpot's `date` properties want it: `2026-11-22`. */
export const isoDateFromEpochMs = (epochMs: number): string => isoFromEpochMs(epochMs).slice(0, 10);

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:T((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?(?:Z|\+00:?00))?$/;

/**
 * HubSpot's dates to milliseconds since the epoch: ISO text in UTC, a plain date (midnight UTC) or
 * milliseconds as digits. Undefined for anything else. HubSpot sends all three spellings.
 */
export function epochMsFromText(text: string): number | undefined {
  if (/^-?\d{5,15}$/.test(text)) return Number(text);
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, day = '', minute = '00:00', second = '00', fraction = ''] = match;
  const epochMs = Date.parse(`${day}T${minute}:${second}.${fraction.padEnd(3, '0')}Z`);
  // Some engines take February 31 for a day of March.
  const isDay = !Number.isNaN(epochMs) && isoDateFromEpochMs(epochMs) === day;
  return isDay ? epochMs : undefined;
}
