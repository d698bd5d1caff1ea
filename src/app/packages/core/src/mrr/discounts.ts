import type { Currency } from '../money/currency.ts';
import type { Ratio } from '../money/ratio.ts';
import {
  atLeastZero,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  subtractRatios,
} from '../money/ratio.ts';
import type { Discount } from '../payment/subscription.ts';

/** True for a discount that comes again with each bill: for ever, or while a repeating one runs. */
export function isRecurringDiscount(
  { duration, endsAt }: Pick<Discount, 'duration' | 'endsAt'>,
  nowSeconds: number,
): boolean {
  if (duration === 'forever') return true;
  return duration === 'repeating' && (endsAt === null || endsAt > nowSeconds);
}

/** What is left of every amount when a percentage is taken off; undefined for what is not a percentage. */
function shareLeft(percentOff: number): Ratio | undefined {
  const percent = ratioFromDecimal(String(percentOff));
  if (percent === undefined) return undefined;
  return atLeastZero(subtractRatios(ratio(1), multiplyRatios(percent, ratio(1, 100))));
}

/** What an amount a month is taken off from: its currency, and how often a month it is billed. */
interface Billed {
  readonly currency: Currency;
  readonly perMonth: Ratio;
  readonly nowSeconds: number;
}

/** Takes the discounts that recur off an amount a month, one after the other, never below 0. */
export function afterDiscounts(
  monthly: Ratio,
  discounts: readonly Discount[],
  { currency, perMonth, nowSeconds }: Billed,
): Ratio {
  return discounts
    .filter((discount) => isRecurringDiscount(discount, nowSeconds))
    .reduce((left, { percentOff, amountOffMinor, currency: amountCurrency }) => {
      const share = percentOff === null ? undefined : shareLeft(percentOff);
      if (share !== undefined) return multiplyRatios(left, share);
      // An amount in another currency cannot be taken off this one.
      if (amountOffMinor === null || amountCurrency !== currency) return left;
      return atLeastZero(subtractRatios(left, multiplyRatios(ratio(amountOffMinor), perMonth)));
    }, monthly);
}
