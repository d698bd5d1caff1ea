import { dayStateOf } from '@stripe-payments/core';
import { expect, test } from 'vitest';

const ms = (iso: string): number => Date.parse(iso);

test.each<[string, string, string | null, string, ReturnType<typeof dayStateOf>]>([
  ['the day before', '2026-11-30T23:00:00Z', '2026-11-30T22:00:00Z', 'UTC', 'ahead'],
  ['on the day, to its last minute', '2026-12-01T23:59:59Z', null, 'UTC', 'ahead'],
  ['the minute after', '2026-12-02T00:00:00Z', '2026-12-01T23:00:00Z', 'UTC', 'over-since-read'],
  ['after, where the read is not known', '2026-12-02T00:00:00Z', null, 'UTC', 'over-since-read'],
  ['read after it', '2026-12-09T00:00:00Z', '2026-12-02T00:00:00Z', 'UTC', 'over'],
  [
    'with a clock behind that of the read',
    '2026-11-01T00:00:00Z',
    '2026-12-02T00:00:00Z',
    'UTC',
    'over',
  ],
  ['while the day lasts in the account', '2026-12-02T04:00:00Z', null, 'America/New_York', 'ahead'],
  ['once it is over there', '2026-12-01T23:30:00Z', null, 'Europe/Rome', 'over-since-read'],
])('a day is, %s, as it is to be said', (_when, now, read, timeZone, state) => {
  const at = { nowMs: ms(now), readAtMs: read === null ? null : ms(read) };
  expect(dayStateOf('2026-12-01', at, timeZone)).toBe(state);
});
