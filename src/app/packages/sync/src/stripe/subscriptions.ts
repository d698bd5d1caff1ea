import type { Subscription } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { mapSubscription } from './map-subscription.ts';
import { eachListPage } from './pages.ts';
import type { StripeReader } from './reader.ts';
import { inLane, PAGE_SIZE, startingAfter } from './reader.ts';

/** A coupon of an item's discount would be a fifth level, which Stripe does not expand. */
const DISCOUNT_EXPANSIONS = ['discounts', 'items.data.discounts'] as const;

const hasDiscount = ({ discounts, items }: Stripe.Subscription): boolean =>
  discounts.length > 0 || items.data.some((item) => item.discounts.length > 0);

/**
 * The subscription with its discounts, which cannot be read by their ids. Only the discounted ones are
 * asked for again: a list that expands discounts is refused to a key that may not read coupons.
 */
async function withDiscounts(
  reader: StripeReader,
  subscription: Stripe.Subscription,
): Promise<Stripe.Subscription> {
  if (!hasDiscount(subscription)) return subscription;
  return inLane(reader, 'subscriptions').call((timeout) =>
    reader.stripe.subscriptions.retrieve(
      subscription.id,
      { expand: [...DISCOUNT_EXPANSIONS] },
      { timeout },
    ),
  );
}

async function itemsOf(
  reader: StripeReader,
  { id, items }: Stripe.Subscription,
): Promise<readonly Stripe.SubscriptionItem[]> {
  if (!items.has_more) return items.data;
  const all: Stripe.SubscriptionItem[] = [];
  await eachListPage(
    inLane(reader, 'subscriptions'),
    (after, timeout) =>
      reader.stripe.subscriptionItems.list(
        { subscription: id, limit: PAGE_SIZE, expand: ['data.discounts'], ...startingAfter(after) },
        { timeout },
      ),
    (page) => all.push(...page),
  );
  return all;
}

/** Maps subscriptions, with what their prices and discounts are. */
export async function takeSubscriptions(
  reader: StripeReader,
  listed: readonly Stripe.Subscription[],
): Promise<readonly Subscription[]> {
  const subscriptions = await Promise.all(listed.map((each) => withDiscounts(reader, each)));
  const items = await Promise.all(subscriptions.map((each) => itemsOf(reader, each)));
  const facts = await reader.catalogue.factsFor(subscriptions, items.flat());
  return subscriptions.map((each, index) => mapSubscription(each, items[index] ?? [], facts));
}

/** All of a customer's, the ended ones too. */
export async function subscriptionsOf(
  reader: StripeReader,
  customerId: string,
): Promise<readonly Subscription[]> {
  const subscriptions: Stripe.Subscription[] = [];
  await eachListPage(
    inLane(reader, 'subscriptions'),
    (after, timeout) =>
      reader.stripe.subscriptions.list(
        {
          customer: customerId,
          status: 'all',
          limit: PAGE_SIZE,
          ...startingAfter(after),
        },
        { timeout },
      ),
    (page) => subscriptions.push(...page),
  );
  return takeSubscriptions(reader, subscriptions);
}

export async function retrieveSubscription(
  reader: StripeReader,
  id: string,
): Promise<Subscription> {
  const read = await inLane(reader, 'subscriptions').call((timeout) =>
    reader.stripe.subscriptions.retrieve(id, {}, { timeout }),
  );
  const subscription = await withDiscounts(reader, read);
  const items = await itemsOf(reader, subscription);
  const facts = await reader.catalogue.factsFor([subscription], items);
  return mapSubscription(subscription, items, facts);
}
