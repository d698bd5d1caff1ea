import type { Ratio } from '../money/ratio.ts';
import { subtractRatios, ZERO } from '../money/ratio.ts';
import type { Invoice } from '../payment/invoice.ts';
import type { Subscription } from '../payment/subscription.ts';
import { earlier } from '../time/instants.ts';
import type { Level } from './billed-levels.ts';
import { billedLevels } from './billed-levels.ts';
import type { BilledLine, PriceBook } from './billed-prices.ts';
import { billedLines, priceBook } from './billed-prices.ts';
import { exactValue, monthlyAmount } from './monthly-amount.ts';
import { countsForMrr, monthlyRevenue } from './monthly-revenue.ts';
import type { RevenueHistory, RevenueStep } from './revenue-steps.ts';
import { mergeHistories, NO_REVENUE_HISTORY } from './revenue-steps.ts';

/** What became of one subscription. */
interface Life extends RevenueHistory {
  readonly subscription: Subscription;
  /** When it first brought something; null where it did not, or that is not known. */
  readonly startedOn: number | null;
  readonly end: RevenueStep | null;
}

const isZero = ({ numerator }: Ratio): boolean => numerator === 0n;

/** When it ceased to count; null while it has not, or Stripe does not say. */
const ceasedOn = ({ status, endedAt, pausedAt }: Subscription): number | null =>
  status === 'paused' ? pausedAt : status === 'canceled' ? endedAt : null;

/** What it brings now, or brought until it ended. */
function lastRevenue(
  subscription: Subscription,
  end: number | null,
  nowSeconds: number,
  billed: Ratio | undefined,
): Ratio {
  if (end === null) return exactValue(monthlyRevenue(subscription, nowSeconds).mrr);
  const { trialEnd } = subscription;
  // It ended in its trial.
  if ((trialEnd !== null && end <= trialEnd) || (billed !== undefined && isZero(billed))) {
    return ZERO;
  }
  return exactValue(monthlyRevenue({ ...subscription, status: 'active' }, end - 1).mrr);
}

interface KnownSteps {
  readonly steps: readonly (Pick<RevenueStep, 'on' | 'isDated'> & { readonly by: Ratio })[];
  readonly unknownUntil: number | null;
}

/** The steps from level to level; one whose level before is not known is not known itself. */
function stepsThrough(levels: readonly Level[]): KnownSteps {
  let before: Ratio | undefined = ZERO;
  let unknownUntil: number | null = null;
  const steps: { on: number; isDated: boolean; by: Ratio }[] = [];
  for (const { from, revenue } of levels) {
    if (before === undefined || revenue === undefined) unknownUntil = from;
    else steps.push({ on: from, isDated: true, by: subtractRatios(revenue, before) });
    before = revenue;
  }
  return { steps, unknownUntil };
}

const COUNTED_ONCE: ReadonlySet<string> = new Set(['canceled', 'paused', 'unpaid', 'trialing']);

const hasHistory = (subscription: Subscription): boolean =>
  countsForMrr(subscription) || COUNTED_ONCE.has(subscription.status);

function lifeOf(
  subscription: Subscription,
  lines: readonly BilledLine[],
  { book, isCut, nowSeconds }: { book: PriceBook; isCut: boolean; nowSeconds: number },
): Life {
  const { currency, cancellation, status } = subscription;
  const end = ceasedOn(subscription);
  const levels = isCut ? [] : billedLevels(subscription, lines, book, end ?? nowSeconds + 1);
  const latest = levels.at(-1);
  const last = lastRevenue(subscription, end, nowSeconds, latest?.revenue);
  const known = stepsThrough(levels);
  const isLastKnown = latest?.revenue !== undefined;
  const steps = [...known.steps];
  // Changed since the last invoice, which does not tell when.
  if (latest?.revenue !== undefined) {
    steps.push({ on: latest.from, isDated: false, by: subtractRatios(last, latest.revenue) });
  }
  const asStep = ({ by, ...step }: (typeof steps)[number]): RevenueStep => ({
    ...step,
    change: monthlyAmount(by, currency),
    cancellation: null,
  });
  const ended: RevenueStep | null =
    end === null || isZero(last)
      ? null
      : {
          on: end,
          isDated: true,
          change: monthlyAmount(subtractRatios(ZERO, last), currency),
          cancellation: status === 'canceled' ? cancellation : null,
        };
  const changes = steps.map(asStep).filter(({ change }) => exactValue(change).numerator !== 0n);
  const isUnknown = !isLastKnown && (isCut || levels.length > 0 || !isZero(last));
  const firstLevel = levels.find(({ revenue }) => revenue !== undefined && !isZero(revenue));
  const firstOn = firstLevel?.from ?? changes[0]?.on ?? (ended === null ? null : ended.on - 1);
  return {
    subscription,
    steps: changes,
    unknownUntil: isUnknown ? (end ?? nowSeconds + 1) - 1 : known.unknownUntil,
    firstOn: firstOn === null ? [] : [{ currency, on: firstOn }],
    startedOn: isLastKnown && known.unknownUntil === null ? firstOn : null,
    end: ended,
  };
}

/** A subscription that begins so near to the end of another takes its place. */
const SWITCH_SECONDS = 24 * 60 * 60;

/** The end of a subscription at the moment at which another of the customer took its place. */
function switched(life: Life, lives: readonly Life[]): RevenueStep | null {
  const { end, subscription, steps } = life;
  if (end === null) return null;
  const { customerId, currency } = subscription;
  const settled = steps.reduce((last, { on }) => Math.max(last, on), life.unknownUntil ?? 0);
  const starts = lives.flatMap(({ subscription: other, startedOn }) =>
    other.id !== subscription.id &&
    other.customerId === customerId &&
    other.currency === currency &&
    startedOn !== null &&
    startedOn > settled &&
    Math.abs(startedOn - end.on) <= SWITCH_SECONDS
      ? [startedOn]
      : [],
  );
  const nearest = starts.reduce<number | null>(
    (best, on) =>
      best === null || Math.abs(on - end.on) < Math.abs(best - end.on)
        ? on
        : Math.abs(on - end.on) === Math.abs(best - end.on)
          ? earlier(best, on)
          : best,
    null,
  );
  return nearest === null ? end : { ...end, on: nearest };
}

/**
 * What the subscriptions of customers brought a month over time, from what Stripe has now: no event and
 * nothing stored is needed (docs/mrr.md).
 * @param subscriptions of all statuses.
 * @param invoices all of the customers'.
 */
export function revenueHistory(
  subscriptions: readonly Subscription[],
  invoices: readonly Invoice[],
  nowSeconds: number,
): RevenueHistory {
  const counted = subscriptions.filter(hasHistory);
  if (counted.length === 0) return NO_REVENUE_HISTORY;
  const lines = billedLines(invoices);
  const book = priceBook(counted, lines);
  const cut = new Set(
    invoices.flatMap(({ subscriptionId, hasMoreLines }) => (hasMoreLines ? subscriptionId : [])),
  );
  const lives = counted.map((subscription) =>
    lifeOf(
      subscription,
      lines.filter(({ subscriptionId }) => subscriptionId === subscription.id),
      { book, isCut: cut.has(subscription.id), nowSeconds },
    ),
  );
  return lives
    .map(({ steps, unknownUntil, firstOn, ...life }) => {
      const end = switched({ steps, unknownUntil, firstOn, ...life }, lives);
      return { steps: end === null ? steps : [...steps, end], unknownUntil, firstOn };
    })
    .reduce(mergeHistories, NO_REVENUE_HISTORY);
}
