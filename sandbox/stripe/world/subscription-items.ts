import type { SubscriptionItemRow } from '../entities/billing.ts';
import type { PriceRow, Recurring } from '../entities/catalogue.ts';
import type { NewSubscription, NewSubscriptionItem } from './billing-requests.ts';
import { createdAt, thePrice, WorldRefusal, type WorldContext } from './context.ts';
import { redeem } from './discounts.ts';
import { periodEnd } from './pricing.ts';

/** https://docs.stripe.com/billing/subscriptions/quantities#multiple-items. */
const MAX_ITEMS = 20;

export interface RecurringPrice extends PriceRow {
  readonly recurring: Recurring;
}

export function theRecurringPrice(context: WorldContext, id: string): RecurringPrice {
  const price = thePrice(context.store, id);
  const { recurring } = price;
  if (recurring === null) throw new WorldRefusal(`The price ${id} is paid once and not again.`);
  return { ...price, recurring };
}

function checkItem(item: NewSubscriptionItem, price: RecurringPrice): void {
  if (!price.isActive && item.isInline !== true)
    throw new WorldRefusal(`The price ${price.id} is inactive.`);
  const isMetered = price.recurring.usageType === 'metered';
  if (isMetered && item.quantity !== undefined) {
    throw new WorldRefusal('A metered price has no quantity.');
  }
  const quantity = item.quantity ?? 1;
  if (!Number.isSafeInteger(quantity) || quantity < 0) {
    throw new WorldRefusal('A quantity is a whole number and not negative.');
  }
}

const currenciesOf = ({ currency, currencyOptions }: PriceRow): readonly string[] => [
  currency,
  ...Object.keys(currencyOptions),
];

/** The one currency that all prices have; refuses what Stripe refuses. */
export function currencyOfItems(
  context: WorldContext,
  request: Pick<NewSubscription, 'items' | 'currency'>,
): string {
  const prices = request.items.map((item) => {
    const price = theRecurringPrice(context, item.price);
    checkItem(item, price);
    return price;
  });
  const currency = request.currency ?? prices[0]?.currency;
  if (currency === undefined) throw new WorldRefusal('A subscription needs an item.');
  if (prices.some((price) => !currenciesOf(price).includes(currency))) {
    throw new WorldRefusal('The prices are in different currencies.');
  }
  if (prices.length > MAX_ITEMS) {
    throw new WorldRefusal(`A subscription has at most ${String(MAX_ITEMS)} items.`);
  }
  if (new Set(prices.map((price) => price.id)).size < prices.length) {
    throw new WorldRefusal('Each price stands in one item only.');
  }
  return currency;
}

export interface ItemFrame {
  readonly subscription: string;
  readonly customer: string;
  readonly currency: string;
  readonly trialEnd: number | null;
  readonly atMs: number;
}

export function storeItem(
  context: WorldContext,
  item: NewSubscriptionItem,
  frame: ItemFrame,
): SubscriptionItemRow {
  const { subscription, customer, currency, trialEnd, atMs } = frame;
  const { recurring } = theRecurringPrice(context, item.price);
  const id = context.ids.next('si_');
  const start = createdAt(atMs);
  const target = { customer, subscription, subscriptionItem: id };
  return {
    id,
    created: start,
    subscription,
    price: item.price,
    quantity: recurring.usageType === 'metered' ? null : (item.quantity ?? 1),
    discounts: (item.discounts ?? []).map(
      (coupon) => redeem(context, coupon, currency, target, atMs).id,
    ),
    currentPeriodStart: start,
    currentTrial: item.trialEndMs === undefined ? null : { start, end: createdAt(item.trialEndMs) },
    currentPeriodEnd: trialEnd ?? periodEnd(start, start, recurring),
    metadata: item.metadata ?? {},
  };
}
