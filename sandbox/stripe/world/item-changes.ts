import type { PendingLine, SubscriptionItemRow, SubscriptionRow } from '../entities/billing.ts';
import type { ItemChange } from './billing-requests.ts';
import { createdAt, theSubscription, timeOf, WorldRefusal, type WorldContext } from './context.ts';
import { recordSubscription } from './events.ts';
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

/** The rest of an item's period, given back or billed; https://docs.stripe.com/billing/subscriptions/prorations. */
function proration(
  context: WorldContext,
  subscription: SubscriptionRow,
  item: SubscriptionItemRow,
  { kind, at }: { readonly kind: 'Unused' | 'Remaining'; readonly at: number },
): PendingLine {
  const line = subscriptionLine(context, subscription, item);
  const [left, whole] = [line.periodEnd - at, line.periodEnd - line.periodStart];
  const amount = Math.round((line.amount * left) / whole);
  return {
    ...line,
    amount: kind === 'Unused' ? -amount : amount,
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

function changed(
  context: WorldContext,
  before: SubscriptionItemRow,
  { price = before.price, quantity = before.quantity ?? 1 }: ItemChange,
  at: number,
): Changed {
  const [old, next] = [before.price, price].map(
    (each) => theRecurringPrice(context, each).recurring,
  );
  const isSame = old?.interval === next?.interval && old?.intervalCount === next?.intervalCount;
  const after = { ...before, price, quantity };
  if (isSame || next === undefined) return { before, after, isNewPeriod: false };
  const period = { currentPeriodStart: at, currentPeriodEnd: periodEnd(at, at, next) };
  return { before, after: { ...after, ...period }, isNewPeriod: true };
}

/** Changes the first item, within its period or, where the interval changes, with a new one. */
export function changeItem(context: WorldContext, id: string, change: ItemChange): SubscriptionRow {
  const atMs = timeOf(context, change.atMs);
  const subscription = theChangeable(context, id);
  const [first, ...others] = subscription.items;
  if (first === undefined) throw new WorldRefusal(`The subscription ${id} has no item.`);
  const at = createdAt(atMs);
  const { before, after, isNewPeriod } = changed(context, first, change, at);
  const prorations = change.prorations ?? 'create_prorations';
  const lines =
    prorations === 'none'
      ? []
      : [
          proration(context, subscription, before, { kind: 'Unused', at }),
          ...(isNewPeriod
            ? []
            : [proration(context, subscription, after, { kind: 'Remaining', at })]),
        ];
  const row = context.store.subscriptions.update(
    id,
    {
      items: [after, ...others],
      pendingLines: [...subscription.pendingLines, ...lines],
      ...(isNewPeriod ? { billingCycleAnchor: at } : {}),
    },
    atMs,
  );
  recordSubscription(context, 'customer.subscription.updated', row, atMs, {
    billing_cycle_anchor: subscription.billingCycleAnchor,
  });
  if (!isNewPeriod && prorations !== 'always_invoice') return row;
  return bill(context, id, {
    items: isNewPeriod ? [after] : [],
    billingReason: 'subscription_update',
    periodStart: first.currentPeriodStart,
    periodEnd: at,
    payment: {},
    atMs,
  }).subscription;
}
