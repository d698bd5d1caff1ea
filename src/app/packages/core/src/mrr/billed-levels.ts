import type { Ratio } from '../money/ratio.ts';
import type { Subscription, SubscriptionItem } from '../payment/subscription.ts';
import type { BilledLine, PriceBook } from './billed-prices.ts';
import { isInArrears } from './billed-prices.ts';
import { exactValue } from './monthly-amount.ts';
import { monthlyRevenue } from './monthly-revenue.ts';

/** What a price was billed with since a moment; undefined where that is not known. */
type Billed = { readonly quantity: number } | 'nothing' | undefined;

interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly billed: Billed;
}

/** A subscription's monthly revenue since a moment; undefined where it is not known. */
export interface Level {
  readonly from: number;
  readonly revenue: Ratio | undefined;
}

function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** What the lines of one price say that begin at one moment. */
function stretchOf(from: number, lines: readonly BilledLine[]): Stretch {
  const debits = lines.filter(({ kind }) => kind !== 'credit');
  const until = debits.reduce((last, line) => Math.max(last, line.until), from);
  // A trial is billed with nothing; what it costs later has a line of its own.
  const paid = debits.filter(({ kind, amountMinor }) => kind === 'debit' || amountMinor !== 0);
  if (paid.length === 0) return { from, until: Infinity, billed: 'nothing' };
  const [quantity, ...others] = new Set(paid.map((line) => line.quantity));
  const isKnown = quantity !== undefined && quantity !== null && others.length === 0;
  return { from, until, billed: isKnown ? { quantity } : undefined };
}

/** Since a moment at which the subscription as it was read does not say what its price is billed with. */
function afterLast(
  { until }: Stretch,
  item: SubscriptionItem | undefined,
  isReplaced: boolean,
): Billed | 'goes-on' {
  if (item === undefined) return 'nothing';
  if (item.currentPeriodStart < until) return 'goes-on';
  return isReplaced ? 'nothing' : undefined;
}

/** The stretches of one price, without a gap from the first on. */
function withoutGaps(
  known: readonly Stretch[],
  item: SubscriptionItem | undefined,
  beginnings: ReadonlySet<number>,
): readonly Stretch[] {
  return known.flatMap((stretch, index) => {
    const next = known[index + 1];
    const until = Math.min(stretch.until, next?.from ?? Infinity);
    if (until === next?.from) return [{ ...stretch, until }];
    if (stretch.billed === 'nothing') return [stretch];
    const isReplaced = beginnings.has(until);
    if (next !== undefined) {
      // Billed again later: an invoice in between may have been deleted.
      const billed: Billed = isReplaced ? 'nothing' : undefined;
      return [stretch, { from: until, until: next.from, billed }];
    }
    const after = afterLast(stretch, item, isReplaced);
    if (after === 'goes-on') return [{ ...stretch, until: Infinity }];
    return [stretch, { from: until, until: Infinity, billed: after }];
  });
}

/** The item that a price has or had: discounts and tax are known by it as it is now. */
function itemLike(
  { items }: Subscription,
  priceId: string,
  itemId: string | null,
): Pick<SubscriptionItem, 'discounts' | 'taxIncluded' | 'trialEndsAt'> | undefined {
  const [first, ...others] = items;
  const own =
    items.find(({ price }) => price.id === priceId) ??
    items.find(({ id }) => id === itemId) ??
    (others.length === 0 ? first : undefined);
  if (own !== undefined) return own;
  const taxes = new Set(items.map(({ taxIncluded }) => JSON.stringify(taxIncluded)));
  if (first === undefined || taxes.size > 1) return undefined;
  return { discounts: [], taxIncluded: first.taxIncluded, trialEndsAt: null };
}

interface PriceStretches {
  readonly priceId: string;
  readonly itemId: string | null;
  readonly stretches: readonly Stretch[];
}

function stretchesByPrice(
  { items }: Subscription,
  lines: readonly BilledLine[],
): readonly PriceStretches[] {
  const beginnings = new Set(lines.filter(({ kind }) => kind !== 'credit').map(({ from }) => from));
  return [...groupedBy(lines, ({ priceId }) => priceId)].map(([priceId, ofPrice]) => {
    const known = [...groupedBy(ofPrice, ({ from }) => from)]
      .sort(([left], [right]) => left - right)
      .map(([from, group]) => stretchOf(from, group));
    const item = items.find(({ price }) => price.id === priceId);
    const [itemId = null] = ofPrice.flatMap((line) => line.itemId ?? []).sort();
    return { priceId, itemId, stretches: withoutGaps(known, item, beginnings) };
  });
}

/** The items that were billed at a moment; undefined where one of them, or its price, is not known. */
function itemsAt(
  subscription: Subscription,
  prices: readonly PriceStretches[],
  book: PriceBook,
  on: number,
): readonly SubscriptionItem[] | undefined {
  const items: SubscriptionItem[] = [];
  for (const { priceId, itemId, stretches } of prices) {
    const stretch = stretches.find(({ from, until }) => from <= on && on < until);
    if (stretch === undefined || stretch.billed === 'nothing') continue;
    const priced =
      stretch.billed && book.priced(priceId, stretch.billed.quantity, subscription.currency);
    const like = itemLike(subscription, priceId, itemId);
    if (priced === undefined || like === undefined) return undefined;
    const { discounts, taxIncluded, trialEndsAt } = like;
    const period = { currentPeriodStart: on, currentPeriodEnd: on };
    items.push({ id: priceId, ...priced, ...period, discounts, taxIncluded, trialEndsAt });
  }
  return items;
}

/**
 * A subscription's monthly revenue from its first invoice on, by what was billed in advance, with the
 * discounts and the tax that it has now: those that come and go change nothing. Nothing before the first.
 * @param lines of the subscription.
 * @param end what begins then or later is not looked at.
 */
export function billedLevels(
  subscription: Subscription,
  lines: readonly BilledLine[],
  book: PriceBook,
  end: number,
): readonly Level[] {
  const { currency } = subscription;
  const inAdvance = lines.filter(
    (line) => line.from < end && !book.isUncounted(line.priceId, currency) && !isInArrears(line),
  );
  const prices = stretchesByPrice(subscription, inAdvance);
  const moments = new Set([
    ...prices.flatMap(({ stretches }) => stretches.flatMap(({ from, until }) => [from, until])),
    ...subscription.items.map(({ trialEndsAt }) => trialEndsAt ?? Infinity),
  ]);
  const first = inAdvance.reduce((earliest, { from }) => Math.min(earliest, from), Infinity);
  return [...moments]
    .filter((on) => on >= first && on < end)
    .sort((left, right) => left - right)
    .map((from) => {
      const items = itemsAt(subscription, prices, book, from);
      const known = items && monthlyRevenue({ ...subscription, status: 'active', items }, from);
      return { from, revenue: known && exactValue(known.mrr) };
    });
}
