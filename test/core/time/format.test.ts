import { formatAge, formatDay, formatMoment } from '@stripe-payments/core';
import { expect, test } from 'vitest';

// 2026-11-22T23:30:00Z, which is the next day in Rome.
const LATE_EVENING = 1_795_390_200;

test.each([
  ['en-US', 'UTC', 'Nov 22, 2026'],
  ['it-IT', 'Europe/Rome', '23 nov 2026'],
  ['en-US', 'America/New_York', 'Nov 22, 2026'],
  ['en-US', 'Not/AZone', 'Nov 22, 2026'],
])('a day is shown in %s for %s as %s', (locale, timeZone, day) => {
  expect(formatDay(LATE_EVENING, { locale, timeZone })).toBe(day);
});

test('a moment is shown with its time in the portal’s time zone', () => {
  const style = { locale: 'en-US', timeZone: 'Europe/Rome' };
  expect(formatMoment(LATE_EVENING * 1_000, style)).toMatch(/^Nov 23, 2026, 12:30\sAM$/u);
});

test.each([
  [0, 'this minute'],
  [59_999, 'this minute'],
  [60_000, '1 minute ago'],
  [3_599_999, '59 minutes ago'],
  [3_600_000, '1 hour ago'],
  [86_399_999, '23 hours ago'],
  [86_400_000, 'yesterday'],
  [3 * 86_400_000, '3 days ago'],
])('an age of %d ms reads as %s', (ageMs, text) => {
  expect(formatAge(ageMs, 'en-US')).toBe(text);
});
