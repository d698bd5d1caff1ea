import type { Currency } from '../money/currency.ts';
import type { Cancellation } from '../payment/subscription.ts';
import { later } from '../time/instants.ts';
import type { MonthlyAmount } from './monthly-amount.ts';
import { addMonthly, exactValue } from './monthly-amount.ts';

/** A change of what subscriptions bring a month. */
export interface RevenueStep {
  /** Seconds since the epoch; of a change that Stripe does not date, the last moment before it that is known. */
  readonly on: number;
  readonly isDated: boolean;
  /** By how much, below zero where it fell. */
  readonly change: MonthlyAmount;
  /** Where a subscription ended. */
  readonly cancellation: Cancellation | null;
}

/** What subscriptions brought a month, from step to step. Those of distinct customers can be merged. */
export interface RevenueHistory {
  /** Oldest first; one a moment and currency. */
  readonly steps: readonly RevenueStep[];
  /** Until then, that moment included, some steps are not known; null where all are. */
  readonly unknownUntil: number | null;
  /** When each currency first brought something, as far as that is known. */
  readonly firstOn: readonly { readonly currency: Currency; readonly on: number }[];
}

export const NO_REVENUE_HISTORY: RevenueHistory = { steps: [], unknownUntil: null, firstOn: [] };

const keyOf = ({ on, isDated, change }: RevenueStep): string =>
  JSON.stringify([on, isDated, change.currency]);

/** An undated step is after a dated one of the same moment. */
function compareSteps(left: RevenueStep, right: RevenueStep): number {
  if (left.on !== right.on) return left.on - right.on;
  if (left.isDated !== right.isDated) return left.isDated ? -1 : 1;
  return left.change.currency < right.change.currency ? -1 : 1;
}

const spelled = (cancellation: Cancellation | null): string =>
  cancellation === null ? '' : JSON.stringify([cancellation.comment, cancellation]);

function mergeSteps(left: RevenueStep, right: RevenueStep): RevenueStep {
  const [first, second] = [left.cancellation, right.cancellation];
  const cancellation = spelled(first) >= spelled(second) ? first : second;
  return { ...left, change: addMonthly(left.change, right.change), cancellation };
}

function mergedSteps(steps: readonly RevenueStep[]): readonly RevenueStep[] {
  const byKey = new Map<string, RevenueStep>();
  for (const step of steps) {
    const before = byKey.get(keyOf(step));
    byKey.set(keyOf(step), before === undefined ? step : mergeSteps(before, step));
  }
  return [...byKey.values()]
    .filter(({ change }) => exactValue(change).numerator !== 0n)
    .sort(compareSteps);
}

/** Of distinct customers; the order does not matter. */
export function mergeHistories(left: RevenueHistory, right: RevenueHistory): RevenueHistory {
  const currencies = new Map<Currency, number>();
  for (const { currency, on } of [...left.firstOn, ...right.firstOn]) {
    currencies.set(currency, Math.min(on, currencies.get(currency) ?? on));
  }
  return {
    steps: mergedSteps([...left.steps, ...right.steps]),
    unknownUntil: later(left.unknownUntil, right.unknownUntil),
    firstOn: [...currencies]
      .map(([currency, on]) => ({ currency, on }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}

/** Only the last steps are asked for. Several, since those of other customers may undo one. */
const MAX_STEPS = 12;

/** The history without its oldest steps, which are then not known. */
export function boundedHistory(history: RevenueHistory): RevenueHistory {
  const dropped = history.steps.at(-MAX_STEPS - 1);
  return dropped === undefined
    ? history
    : {
        ...history,
        steps: history.steps.slice(-MAX_STEPS),
        unknownUntil: later(history.unknownUntil, dropped.on),
      };
}
