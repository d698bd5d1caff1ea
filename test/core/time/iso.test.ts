import { epochMsFromText } from '@stripe-payments/core';
import { expect } from 'vitest';
import { isoDateFromEpochMs, isoFromEpochMs } from '../../../src/app/packages/core/src/time/iso.ts';
import { fc, test } from '../../builders/laws.ts';

// 0000-01-01 and the last millisecond of 9999.
const anyInstant = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 });

test.prop([anyInstant], { numRuns: 2_000 })(
  "every instant of the years 0 to 9999 is written as JavaScript's own Date writes it",
  (epochMs) => {
    const expected = new Date(epochMs).toISOString();
    expect(isoFromEpochMs(epochMs)).toBe(expected);
    expect(isoDateFromEpochMs(epochMs)).toBe(expected.slice(0, 10));
  },
);

test.prop([anyInstant], { numRuns: 2_000 })(
  'every instant is read back from what was written',
  (epochMs) => {
    expect(epochMsFromText(isoFromEpochMs(epochMs))).toBe(epochMs);
    const day = isoDateFromEpochMs(epochMs);
    expect(epochMsFromText(day)).toBe(Date.parse(day));
  },
);

test('every day of four centuries is written and read correctly', () => {
  const start = Date.UTC(1_799, 11, 31);
  for (let day = 0; day < 146_100; day += 1) {
    const epochMs = start + day * 86_400_000;
    const text = new Date(epochMs).toISOString().slice(0, 10);
    if (isoDateFromEpochMs(epochMs) !== text || epochMsFromText(text) !== epochMs) {
      expect.fail(`${text} is ${isoDateFromEpochMs(epochMs)}`);
    }
  }
});

test.each([
  ['2026-11-22T17:05:09.000Z', 1_795_367_109_000],
  ['2026-11-22T17:05:09Z', 1_795_367_109_000],
  ['2026-11-22T17:05:09.5Z', 1_795_367_109_500],
  ['2026-11-22T17:05:09.123456Z', 1_795_367_109_123],
  ['2026-11-22T17:05Z', 1_795_367_100_000],
  ['2026-11-22T17:05:09+00:00', 1_795_367_109_000],
  ['2026-11-22T17:05:09+0000', 1_795_367_109_000],
  ['2026-11-22', 1_795_305_600_000],
  ['1795367109000', 1_795_367_109_000],
  ['-86400000', -86_400_000],
])('%s is the instant %d', (text, epochMs) => {
  expect(epochMsFromText(text)).toBe(epochMs);
});

test.each([
  '',
  'yesterday',
  '2026',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-11-31',
  '2026-11-22T24:00:00Z',
  '2026-11-22T17:60:00Z',
  '2026-11-22T17:05:60Z',
  '2026-11-22T17:05:09',
  '2026-11-22T17:05:09+01:00',
  ' 2026-11-22',
  '2026-11-22\n',
  '1.5e12',
])('%j is not an instant', (text) => {
  expect(epochMsFromText(text)).toBeUndefined();
});

test.prop([
  fc.oneof(
    fc.string(),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  ),
])('any text is an instant or undefined, never NaN', (text) => {
  const epochMs = epochMsFromText(text);
  expect(epochMs === undefined || Number.isSafeInteger(epochMs)).toBe(true);
});
