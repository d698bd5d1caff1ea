import { expect, test } from 'vitest';
import { ALL_PAYMENTS, filtersOf } from '../../../sandbox/record-page/records/payment-filters.ts';

const momentsOf = (filters: Partial<typeof ALL_PAYMENTS>, timeZone: string) =>
  filtersOf({ ...ALL_PAYMENTS, ...filters }, timeZone).map(
    ({ operator, value }) => `${operator} ${new Date(Number(value)).toISOString()}`,
  );

test.each([
  ['UTC', 'GTE 2026-03-01T00:00:00.000Z', 'LT 2026-03-02T00:00:00.000Z'],
  ['Europe/Rome', 'GTE 2026-02-28T23:00:00.000Z', 'LT 2026-03-01T23:00:00.000Z'],
  ['US/Eastern', 'GTE 2026-03-01T05:00:00.000Z', 'LT 2026-03-02T05:00:00.000Z'],
])('one day is from its midnight to the next in %s', (timeZone, from, to) => {
  const day = '2026-03-01';
  expect(momentsOf({ from: day, to: day }, timeZone)).toEqual([from, to]);
});

test('what is empty filters nothing, and the others are joined', () => {
  expect(filtersOf(ALL_PAYMENTS, 'UTC')).toEqual([]);
  expect(filtersOf({ ...ALL_PAYMENTS, status: 'paid', minFee: '0.5' }, 'UTC')).toEqual([
    { propertyName: 'stripe_payment_status', operator: 'EQ', value: 'paid' },
    { propertyName: 'stripe_fee_amount', operator: 'GTE', value: '0.5' },
  ]);
});
