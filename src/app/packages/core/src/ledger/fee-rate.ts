import type { Decimal } from '../money/decimal.ts';
import { scaledToDecimal } from '../money/decimal.ts';
import type { SettlementTotals } from './settlement.ts';
import { allFeesMinor } from './settlement.ts';

const BASIS = 10_000n;

/**
 * All fees in percent of gross, with two decimals, rounded half away from zero: `2.93`.
 * Undefined where gross is not positive: there is nothing to be a part of.
 */
export function feeRatePercent(totals: SettlementTotals): Decimal | undefined {
  if (totals.grossMinor <= 0) return undefined;
  const fee = BigInt(allFeesMinor(totals));
  const gross = BigInt(totals.grossMinor);
  const magnitude = fee < 0n ? -fee : fee;
  // In big integers, since fee times ten thousand can pass 2^53.
  const hundredths = (2n * magnitude * BASIS + gross) / (2n * gross);
  const rate = Number(fee < 0n ? -hundredths : hundredths);
  return Number.isSafeInteger(rate) ? scaledToDecimal(rate, 2) : undefined;
}
