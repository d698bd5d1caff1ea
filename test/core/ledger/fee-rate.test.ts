import { feeRatePercent, settlementLedger } from '@stripe-payments/core';
import { expect } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { fc, test } from '../../builders/laws.ts';

function rateOf(grossMinor: number, feeMinor: number): string | undefined {
  const row = balanceTransaction({ amountMinor: grossMinor, feeMinor, feeDetails: [] });
  const [totals] = settlementLedger([row]).totals;
  return totals && feeRatePercent(totals);
}

const someGross = fc.integer({ min: 1, max: 4_000_000_000_000_000 });
const smallEnough = fc.integer({ min: -400_000_000_000_000, max: 400_000_000_000_000 });

test.prop([someGross, fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), smallEnough)])(
  'the rate is within half a hundredth of the exact ratio, and a tie goes away from zero',
  (gross, fee) => {
    const rate = rateOf(gross, fee);
    // Only a rate beyond 2^53 hundredths has no exact decimal.
    fc.pre(rate !== undefined);
    const hundredths = BigInt(rate.replace('.', ''));
    const distance = 10_000n * BigInt(fee) - hundredths * BigInt(gross);
    const magnitude = distance < 0n ? -distance : distance;
    expect(2n * magnitude <= BigInt(gross)).toBe(true);
    if (2n * magnitude === BigInt(gross)) expect(distance < 0n).toBe(fee > 0);
  },
);

test.each([
  [2_000, 88, '4.40'],
  [10_000, 293, '2.93'],
  [3, 1, '33.33'],
  [3, 2, '66.67'],
  [20_000, 1, '0.01'],
  [20_001, 1, '0.00'],
  [20_000, -1, '-0.01'],
  [100, 1_500, '1500.00'],
  [2_000, 0, '0.00'],
])('a fee on a gross of %d of %d is %s percent', (gross, fee, rate) => {
  expect(rateOf(gross, fee)).toBe(rate);
});

test.each([0, -2_000])('a gross of %d has no rate', (gross) => {
  expect(rateOf(gross, 88)).toBeUndefined();
});

test('a rate that is too large to be exact is none', () => {
  expect(rateOf(1, 4_000_000_000_000_000)).toBeUndefined();
});

test('dispute fees are part of the rate', () => {
  const { totals } = settlementLedger([
    balanceTransaction({ amountMinor: 10_000, feeMinor: 300 }),
    balanceTransaction({
      id: 'txn_2',
      reportingCategory: 'dispute',
      amountMinor: -10_000,
      feeMinor: 1_500,
    }),
  ]);
  expect(totals.map(feeRatePercent)).toEqual(['18.00']);
});
