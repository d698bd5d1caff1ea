import type { PendingLine, SubscriptionItemRow, SubscriptionRow } from '../entities/billing.ts';
import type { ItemChange } from './billing-requests.ts';
import {
  createdAt,
  theCustomer,
  theSubscription,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { appliedDiscounts, discountAmounts } from './discounts.ts';
import { recordSubscription } from './events.ts';
import { roundedQuotient } from './exchange.ts';
import { subscriptionLine } from './invoice-lines.ts';
import { periodEnd } from './pricing.ts';
import { bill } from './subscription-billing.ts';
import { theRecurringPrice } from './subscription-items.ts';

const RUNNING: readonly SubscriptionRow['status'][] = ['active', 'past_due', 'trialing'];

function theChangeable(context: WorldContext, id: string): SubscriptionRow {
  const subscription = theSubscription(context.store, id);
  if (RUNNING.includes(subscription.status)) return subscription;
  throw new WorldRefusal(`The subscription ${id} is ${subscription.status}.`);
}

/** What is paid for an item's period, after the discounts that it is billed with. */
function netAmount(
  context: WorldContext,
  subscription: SubscriptionRow,
  { amount, product, discounts }: PendingLine,
): number {
  const { discount } = theCustomer(context.store, subscription.customer);
  const inherited = discount === null ? [] : [discount];
  const own = subscription.discounts;
  const [taken = []] = discountAmounts(
    [{ amount, product, discounts: appliedDiscounts(context, discounts) }],
    appliedDiscounts(context, own.length > 0 ? own : inherited),
  );
  return taken.reduce((rest, each) => rest - each.amount, amount);
}

/**
 * The rest of an item's period, to the second, given back or billed; https://docs.stripe.com/billing/subscriptions/prorations.
 * Discounts are in the amount: none is taken off it again.
 */
function proration(
  context: WorldContext,
  subscription: SubscriptionRow,
  item: SubscriptionItemRow,
  { kind, at }: { readonly kind: 'Unused' | 'Remaining'; readonly at: number },
): PendingLine {
  const line = subscriptionLine(context, subscription, item);
  const left = BigInt(line.periodEnd - at);
  const whole = BigInt(line.periodEnd - line.periodStart);
  const net = BigInt(netAmount(context, subscription, line));
  const amount = Number(roundedQuotient(net * left, whole));
  return {
    ...line,
    amount: kind === 'Unused' ? 0 - amount : amount,
    description: `${kind} time on ${line.description ?? ''}`,
    periodStart: at,
    isProration: true,
    invoiceItem: context.ids.next('ii_1'),
    discounts: [],
  };
}

interface Changed {
  readonly before: SubscriptionItemRow;
  readonly after: SubscriptionItemRow;
  /** True where a whole new period is billed: the price is billed at another interval. */
  readonly isNewPeriod: boolean;
}

/** Of another price there is one, unless the change says how many. */
function changed(
  context: WorldContext,
  before: SubscriptionItemRow,
  change: ItemChange,
  at: number,
): Changed {
  const { price = before.price } = change;
  const [old, next] = [before.price, price].map(
    (each) => theRecurringPrice(context, each).recurring,
  );
  const isSame = old?.interval === next?.interval && old?.intervalCount === next?.intervalCount;
  const isMetered = next?.usageType === 'metered';
  if (isMetered && change.quantity !== undefined) {
    throw new WorldRefusal('A metered price has no quantity.');
  }
  const kept = price === before.price ? before.quantity : 1;
  const after = { ...before, price, quantity: isMetered ? null : (change.quantity ?? kept) };
  if (isSame || next === undefined) return { before, after, isNewPeriod: false };
  const period = { currentPeriodStart: at, currentPeriodEnd: periodEnd(at, at, next) };
  return { before, after: { ...after, ...period }, isNewPeriod: true };
}

interface ChangedSubscription {
  readonly before: SubscriptionItemRow;
  /** As it would be: with what its next invoice bills for the change. */
  readonly row: SubscriptionRow;
  /** Billed at once; undefined where the next invoice bills the change. */
  readonly billedNow: readonly SubscriptionItemRow[] | undefined;
}

function prorationsOf(
  context: WorldContext,
  subscription: SubscriptionRow,
  { before, after, isNewPeriod }: Changed,
  at: number,
): readonly PendingLine[] {
  const isAsBefore = before.price === after.price && before.quantity === after.quantity;
  // Of a trial nothing was paid.
  if (isAsBefore || subscription.status === 'trialing') return [];
  const unused = proration(context, subscription, before, { kind: 'Unused', at });
  if (isNewPeriod) return [unused];
  return [unused, proration(context, subscription, after, { kind: 'Remaining', at })];
}

/** The subscription as a change would leave it: nothing is stored. */
export function changedBy(
  context: WorldContext,
  subscription: SubscriptionRow,
  change: ItemChange,
  atMs: number,
): ChangedSubscription {
  const { item: wanted = subscription.items[0]?.id } = change;
  const item = subscription.items.find(({ id }) => id === wanted);
  if (item === undefined)
    throw new WorldRefusal(`The subscription ${subscription.id} has no item.`);
  const made = changed(context, item, change, createdAt(atMs));
  const { before, after, isNewPeriod } = made;
  const at = createdAt(change.prorationMs ?? atMs);
  const prorations = change.prorations ?? 'create_prorations';
  const lines = prorations === 'none' ? [] : prorationsOf(context, subscription, made, at);
  const row = {
    ...subscription,
    items: subscription.items.map((each) => (each.id === after.id ? after : each)),
    pendingLines: [...subscription.pendingLines, ...lines],
    ...(isNewPeriod ? { billingCycleAnchor: createdAt(atMs) } : {}),
  };
  const isNow = isNewPeriod || (prorations === 'always_invoice' && lines.length > 0);
  return { before, row, billedNow: isNow ? (isNewPeriod ? [after] : []) : undefined };
}

/** Changes an item, within its period or, where the interval changes, with a new one. */
export function changeItem(context: WorldContext, id: string, change: ItemChange): SubscriptionRow {
  const atMs = timeOf(context, change.atMs);
  const subscription = theChangeable(context, id);
  const { before, row: after, billedNow } = changedBy(context, subscription, change, atMs);
  const { items, pendingLines, billingCycleAnchor } = after;
  const stored = { items, pendingLines, billingCycleAnchor };
  const row = context.store.subscriptions.update(id, stored, atMs);
  recordSubscription(context, 'customer.subscription.updated', row, atMs, {
    billing_cycle_anchor: subscription.billingCycleAnchor,
  });
  if (billedNow === undefined) return row;
  return bill(context, id, {
    items: billedNow,
    billingReason: 'subscription_update',
    periodStart: before.currentPeriodStart,
    periodEnd: createdAt(atMs),
    payment: {},
    atMs,
  }).subscription;
}
