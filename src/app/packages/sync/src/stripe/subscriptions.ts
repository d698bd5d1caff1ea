import type { Subscription, SubscriptionItem } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { knownCurrency } from './checked-values.ts';
import type { Catalogue, PriceFacts } from './catalogue.ts';
import { mapDiscounts, mapPrice } from './catalogue.ts';
import { allOf, PAGE_SIZE } from './lists.ts';
import { claimsIn, idOf } from './metadata.ts';

function mapItem(item: Stripe.SubscriptionItem, facts: PriceFacts): SubscriptionItem {
  return {
    id: item.id,
    quantity: item.quantity ?? null,
    price: mapPrice(item.price, facts),
    currentPeriodStart: item.current_period_start,
    currentPeriodEnd: item.current_period_end,
    discounts: mapDiscounts(item.discounts, facts),
  };
}

/** @param items all of them: the subscription's own nested list may be cut. */
export function mapSubscription(
  subscription: Stripe.Subscription,
  items: readonly Stripe.SubscriptionItem[],
  facts: PriceFacts,
): Subscription {
  return {
    id: subscription.id,
    customerId: idOf(subscription.customer) ?? '',
    created: subscription.created,
    livemode: subscription.livemode,
    status: subscription.status,
    currency: knownCurrency(subscription.id, subscription.currency),
    items: items.map((item) => mapItem(item, facts)),
    discounts: mapDiscounts(subscription.discounts, facts),
    trialEnd: subscription.trial_end,
    isCollectionPaused: subscription.pause_collection !== null,
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
    cancelAt: subscription.cancel_at,
    endedAt: subscription.ended_at,
    recordClaims: claimsIn(subscription.metadata),
  };
}

/** A coupon of an item's discount would be a fifth level, which Stripe does not expand. */
const DISCOUNT_EXPANSIONS = ['discounts', 'items.data.discounts'];

const hasDiscount = ({ discounts, items }: Stripe.Subscription): boolean =>
  discounts.length > 0 || items.data.some((item) => item.discounts.length > 0);

/**
 * The subscription with its discounts, which cannot be read by their ids. Only the discounted ones are
 * asked for again: a list that expands discounts is refused to a key that may not read coupons.
 */
async function withDiscounts(
  { subscriptions }: Stripe,
  subscription: Stripe.Subscription,
): Promise<Stripe.Subscription> {
  if (!hasDiscount(subscription)) return subscription;
  return subscriptions.retrieve(subscription.id, { expand: DISCOUNT_EXPANSIONS });
}

async function itemsOf(
  { subscriptionItems }: Stripe,
  { id, items }: Stripe.Subscription,
): Promise<readonly Stripe.SubscriptionItem[]> {
  if (!items.has_more) return items.data;
  const expand = ['data.discounts'];
  return allOf(subscriptionItems.list({ subscription: id, limit: PAGE_SIZE, expand }));
}

/** Maps subscriptions, with what their prices and discounts are. */
async function withCatalogue(
  stripe: Stripe,
  catalogue: Catalogue,
  listed: readonly Stripe.Subscription[],
): Promise<readonly Subscription[]> {
  const subscriptions = await Promise.all(listed.map((each) => withDiscounts(stripe, each)));
  const items = await Promise.all(subscriptions.map((each) => itemsOf(stripe, each)));
  const facts = await catalogue.factsFor(subscriptions, items.flat());
  return subscriptions.map((each, index) => mapSubscription(each, items[index] ?? [], facts));
}

/** All of a customer's, the ended ones too. */
export async function subscriptionsOf(
  stripe: Stripe,
  catalogue: Catalogue,
  customer: string,
): Promise<readonly Subscription[]> {
  const list = stripe.subscriptions.list({ customer, status: 'all', limit: PAGE_SIZE });
  return withCatalogue(stripe, catalogue, await allOf(list));
}

export async function searchSubscriptions(
  stripe: Stripe,
  catalogue: Catalogue,
  query: string,
): Promise<readonly Subscription[]> {
  const list = stripe.subscriptions.search({ query, limit: PAGE_SIZE });
  return withCatalogue(stripe, catalogue, await allOf(list));
}

export async function retrieveSubscription(
  stripe: Stripe,
  catalogue: Catalogue,
  id: string,
): Promise<Subscription> {
  const subscription = await withDiscounts(stripe, await stripe.subscriptions.retrieve(id));
  const items = await itemsOf(stripe, subscription);
  return mapSubscription(subscription, items, await catalogue.factsFor([subscription], items));
}
