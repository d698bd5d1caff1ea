import type { Ratio } from '../money/ratio.ts';
import { ratio } from '../money/ratio.ts';
import type { Price } from '../payment/subscription.ts';

/** Periods of a year, in twelfths: how often each interval comes in a month. */
const PER_YEAR = new Map([
  ['day', 365],
  ['week', 52],
  ['month', 12],
  ['year', 1],
]);

/** How often a price is billed in an average month; undefined for an interval that Stripe added later. */
export function periodsPerMonth({ interval, intervalCount }: Price): Ratio | undefined {
  const perYear = PER_YEAR.get(interval);
  const isCount = Number.isSafeInteger(intervalCount) && intervalCount > 0;
  return perYear === undefined || !isCount ? undefined : ratio(perYear, 12 * intervalCount);
}
