import type { Currency } from '../money/currency.ts';
import type { Money } from '../money/money.ts';
import { subtract } from '../money/money.ts';
import { roundToMoney, subtractRatios, ZERO } from '../money/ratio.ts';
import type { Ratio } from '../money/ratio.ts';
import type { Cancellation } from '../payment/subscription.ts';
import type { MonthlyAmount } from './monthly-amount.ts';
import { exactValue } from './monthly-amount.ts';
import type { RecurringSummary } from './recurring-summary.ts';
import type { RevenueHistory, RevenueStep } from './revenue-steps.ts';

/** The values of `stripe_mrr_movement`. */
export type MovementKind = 'none' | 'new' | 'expansion' | 'contraction' | 'churn' | 'reactivation';

/** A dated change of monthly recurring revenue. */
export interface Movement {
  readonly kind: Exclude<MovementKind, 'none'>;
  /** Below zero where it fell. */
  readonly amount: Money;
  /** Seconds since the epoch; null where no invoice tells it yet. */
  readonly on: number | null;
  /** Of a subscription that ended, where revenue fell. */
  readonly cancellation: Cancellation | null;
}

/** A movement, or none, in every language. */
export interface ShownMovement {
  readonly kind: MovementKind;
  /** Below zero where it fell; null of `none`. */
  readonly amount: Money | null;
  /** Seconds since the epoch; null where no invoice tells it yet. */
  readonly on: number | null;
  /** By language: what happened, with `{amount}` and `{day}`, and why; '' where nothing is said. */
  readonly texts: Readonly<Record<string, { readonly line: string; readonly reason: string }>>;
}

type Placed = Omit<Movement, 'kind'> & {
  readonly kind: Movement['kind'] | undefined;
  readonly step: RevenueStep;
};

/** Undefined where it is not known whether something came before. */
function kindOf(
  before: Money,
  after: Money,
  { on }: RevenueStep,
  { unknownUntil, firstOn }: RevenueHistory,
): Movement['kind'] | undefined {
  if (after.minor === 0) return 'churn';
  if (before.minor !== 0) return after.minor > before.minor ? 'expansion' : 'contraction';
  const first = firstOn.find(({ currency }) => currency === after.currency);
  if (first !== undefined && first.on < on) return 'reactivation';
  return unknownUntil === null ? 'new' : undefined;
}

/** Newest first. Levels are rounded, not changes, so that the changes add up to what is shown as MRR. */
function movementsIn(
  currency: Currency,
  history: RevenueHistory,
  mrr: readonly MonthlyAmount[],
): readonly Placed[] {
  const movements: Placed[] = [];
  const present = mrr.find((amount) => amount.currency === currency);
  let level: Ratio = present === undefined ? ZERO : exactValue(present);
  for (const step of history.steps.toReversed()) {
    if (step.change.currency !== currency) continue;
    const earlierLevel = subtractRatios(level, exactValue(step.change));
    const [before, after] = [earlierLevel, level].map((each) => roundToMoney(each, currency));
    level = earlierLevel;
    if (before === undefined || after === undefined || before.minor === after.minor) continue;
    const amount = subtract(after, before);
    movements.push({
      kind: kindOf(before, after, step, history),
      amount,
      on: step.isDated ? step.on : null,
      cancellation: amount.minor < 0 ? step.cancellation : null,
      step,
    });
  }
  return movements;
}

/** All that are known without a gap, newest first. @param recurring of the same subscriptions as the history. */
export function movements(
  history: RevenueHistory,
  { mrr }: Pick<RecurringSummary, 'mrr'>,
): readonly Movement[] {
  const { steps, unknownUntil } = history;
  const currencies = new Set(steps.map(({ change }) => change.currency));
  const known: Movement[] = [];
  const all = [...currencies]
    .flatMap((currency) => movementsIn(currency, history, mrr))
    .sort((left, right) => steps.indexOf(right.step) - steps.indexOf(left.step));
  for (const { kind, step, ...movement } of all) {
    if (kind === undefined || (unknownUntil !== null && step.on <= unknownUntil)) break;
    known.push({ kind, ...movement });
  }
  return known;
}

/** The newest; `none` where nothing ever came, null where it is not known. */
export function lastMovement(
  history: RevenueHistory,
  recurring: Pick<RecurringSummary, 'mrr' | 'isMetered'>,
): Movement | 'none' | null {
  const [last] = movements(history, recurring);
  if (last !== undefined) return last;
  const { steps, unknownUntil } = history;
  return steps.length === 0 && unknownUntil === null && !recurring.isMetered ? 'none' : null;
}
