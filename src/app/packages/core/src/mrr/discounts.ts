import type { Currency } from '../money/currency.ts';
import type { Ratio } from '../money/ratio.ts';
import {
  addRatios,
  atLeastZero,
  divideRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  subtractRatios,
  ZERO,
} from '../money/ratio.ts';
import type { Discount } from '../payment/subscription.ts';

/** What an item brings a month, and how often a month it is billed. */
export interface MonthlyLine {
  readonly monthly: Ratio;
  readonly perMonth: Ratio;
  readonly productId: string | null;
}

/** True while a discount lowers bills: for ever, or while a repeating one runs. */
export function isRunningDiscount(
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

const isMoreOften = (left: Ratio, right: Ratio): boolean =>
  left.numerator * right.denominator > right.numerator * left.denominator;

/** An amount comes off each bill, so as often as the most frequent of the lines; spread by what each costs. */
function shareAfterAmount(amountOffMinor: number, lines: readonly MonthlyLine[]): Ratio {
  const total = lines.reduce((sum, { monthly }) => addRatios(sum, monthly), ZERO);
  if (total.numerator === 0n) return ratio(1);
  const perMonth = lines.reduce(
    (most, line) => (isMoreOften(line.perMonth, most) ? line.perMonth : most),
    ZERO,
  );
  const left = subtractRatios(total, multiplyRatios(ratio(amountOffMinor), perMonth));
  return divideRatios(atLeastZero(left), total);
}

function shareAfter(
  { percentOff, amountOffMinor, currency: amountCurrency }: Discount,
  lines: readonly MonthlyLine[],
  currency: Currency,
): Ratio {
  const share = percentOff === null ? undefined : shareLeft(percentOff);
  if (share !== undefined) return share;
  // An amount in another currency cannot be taken off this one.
  const isAmount = amountOffMinor !== null && amountCurrency === currency;
  return isAmount ? shareAfterAmount(amountOffMinor, lines) : ratio(1);
}

const concerns = ({ productIds }: Discount, { productId }: MonthlyLine): boolean =>
  productIds === null || (productId !== null && productIds.includes(productId));

/**
 * Takes the discounts that count for MRR off what they apply to, one after the other. Those are the ones
 * for ever: Stripe's analytics leave MRR as it is while a `once` or `repeating` one runs.
 */
export function afterDiscounts<L extends MonthlyLine>(
  lines: readonly L[],
  discounts: readonly Discount[],
  currency: Currency,
): readonly L[] {
  return discounts
    .filter(({ duration }) => duration === 'forever')
    .reduce((left, discount) => {
      const concerned = left.filter((line) => concerns(discount, line));
      const share = shareAfter(discount, concerned, currency);
      return left.map((line) =>
        concerns(discount, line) ? { ...line, monthly: multiplyRatios(line.monthly, share) } : line,
      );
    }, lines);
}
