import type { Subscription } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { mapSubscription } from './map-subscription.ts';
import { eachListPage } from './pages.ts';
import type { StripeReader } from './reader.ts';
import { inLane, inList, PAGE_SIZE, startingAfter } from './reader.ts';

/**
 * Without the coupons: an item's would be a fifth level, which Stripe does not expand, and a key that
 * may not read coupons could then read no subscription at all, discounted or not.
 */
export const SUBSCRIPTION_EXPANSIONS = ['discounts', 'items.data.discounts'] as const;

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
  subscriptions: readonly Stripe.Subscription[],
): Promise<readonly Subscription[]> {
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
          expand: inList(SUBSCRIPTION_EXPANSIONS),
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
  const subscription = await inLane(reader, 'subscriptions').call((timeout) =>
    reader.stripe.subscriptions.retrieve(id, { expand: [...SUBSCRIPTION_EXPANSIONS] }, { timeout }),
  );
  const items = await itemsOf(reader, subscription);
  return mapSubscription(
    subscription,
    items,
    await reader.catalogue.factsFor([subscription], items),
  );
}
