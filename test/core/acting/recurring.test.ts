import {
  dueAtFirst,
  intervalOfFrequency,
  intervalsOf,
  isBillable,
  linesOfItems,
  money,
  plannedStart,
  startOfDay,
} from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

const DAY_SECONDS = 24 * 60 * 60;
const NOW_MS = Date.parse('2026-11-30T12:00:00Z');
const NOW = NOW_MS / 1_000;

describe('a billing frequency of HubSpot', () => {
  test.each([
    ['weekly', 'week', 1],
    ['biweekly', 'week', 2],
    ['monthly', 'month', 1],
    ['quarterly', 'month', 3],
    ['per_six_months', 'month', 6],
    ['annually', 'year', 1],
    ['per_three_years', 'year', 3],
  ])('%s is every %s × %d', (frequency, unit, count) => {
    const interval = intervalOfFrequency(frequency);
    expect(interval).toEqual({ unit, count });
    expect(interval && isBillable(interval)).toBe(true);
  });

  test.each(['per_four_years', 'per_five_years', 'yearly', 'constructor', ''])(
    '%j has no interval in Stripe',
    (frequency) => {
      expect(intervalOfFrequency(frequency)).toBeUndefined();
    },
  );

  test('that Stripe lacks refuses its line, and only that', () => {
    const item = (id: string, recurringbillingfrequency: string) => ({
      id,
      properties: { name: id, quantity: '1', price: '10', recurringbillingfrequency },
    });
    const items = [item('A', 'per_five_years'), item('B', 'monthly'), item('C', 'annually')];
    const { recurring, refused } = linesOfItems(items, 'usd');
    expect(refused).toEqual([{ label: 'A', why: 'interval', isRecurring: true }]);
    expect(intervalsOf(recurring)).toEqual([
      { unit: 'month', count: 1 },
      { unit: 'year', count: 1 },
    ]);
  });
});

test.each([
  ['day', 1_095, true],
  ['week', 157, false],
  ['month', 36, true],
  ['month', 37, false],
  ['year', 4, false],
  ['year', 0, false],
] as const)('every %s × %d can be billed: %s', (unit, count, expected) => {
  expect(isBillable({ unit, count })).toBe(expected);
});

const amounts = fc.integer({ min: 0, max: 10_000_000 }).map((minor) => money(minor, 'usd'));

test.prop([amounts, amounts])(
  'a later start moves exactly what recurs off the first invoice',
  (once, each) => {
    const [now, later] = [dueAtFirst(once, each, false), dueAtFirst(once, each, true)];
    expect(now.minor - later.minor).toBe(each.minor);
    expect(later).toEqual(once);
  },
);

describe('the start', () => {
  test.each([
    [{}, { status: 'now' }],
    [{ trialDays: 14 }, { status: 'later', at: NOW + 14 * DAY_SECONDS }],
    [{ startDay: '2026-12-01' }, { status: 'later', at: Date.parse('2026-11-30T23:00Z') / 1_000 }],
    [
      { startDay: '2026-12-01', trialDays: 2 },
      { status: 'later', at: Date.parse('2026-12-02T23:00Z') / 1_000 },
    ],
    [{ startDay: '2026-11-30' }, { status: 'past' }],
    [{ startDay: '2026-13-01' }, { status: 'past' }],
    [{ startDay: '2029-01-01' }, { status: 'too-far' }],
    [{ startDay: '2028-11-01', trialDays: 60 }, { status: 'too-far' }],
  ])('of %j in Rome is %j', (asked, expected) => {
    expect(plannedStart(asked, NOW_MS, 'Europe/Rome')).toEqual(expected);
  });

  test.prop([
    fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
    fc.constantFrom('UTC', 'Europe/Rome', 'America/St_Johns', 'Pacific/Kiritimati', 'Asia/Kolkata'),
  ])('of a day is its first moment in the time zone', (date, timeZone) => {
    const day = date.toISOString().slice(0, 10);
    const at = startOfDay(day, timeZone) ?? 0;
    const shown = (seconds: number): string =>
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(seconds * 1_000);
    expect([shown(at), shown(at - 1) < day]).toEqual([day, true]);
  });
});
