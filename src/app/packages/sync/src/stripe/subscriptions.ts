import type { Subscription, SubscriptionItem } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { knownCurrency } from './checked-values.ts';
import type { SharedList } from './batches.ts';
import type { Catalogue, PriceFacts } from './catalogue.ts';
import { mapPrice } from './catalogue.ts';
import type { SeenCustomers } from './customers.ts';
import { discountExpansions, mapDiscounts } from './discounts.ts';
import { taxIncludedIn } from './included-tax.ts';
import { allOf, inList, PAGE_SIZE } from './lists.ts';
import type { OtherKeys, StripeApi } from './metadata.ts';
import { claimsIn, idOf } from './metadata.ts';

/** A subscription with everything that its revenue is made of. */
interface FullSubscription {
  readonly subscription: Stripe.Subscription;
  /** All of them: the subscription's own nested list may be cut. */
  readonly items: readonly Stripe.SubscriptionItem[];
  /** Its own, or its customer's where it has none. */
  readonly discounts: readonly (string | Stripe.Discount)[];
}

function mapItem(
  item: Stripe.SubscriptionItem,
  subscription: Stripe.Subscription,
  facts: PriceFacts,
): SubscriptionItem {
  const { currency } = subscription;
  return {
    id: item.id,
    quantity: item.quantity ?? null,
    price: mapPrice(item.price, currency, facts),
    currentPeriodStart: item.current_period_start,
    currentPeriodEnd: item.current_period_end,
    discounts: mapDiscounts(item.discounts, currency),
    trialEndsAt: item.current_trial?.end_date ?? null,
    taxIncluded: taxIncludedIn(item, subscription),
  };
}

/** Stripe says it of one that is paused. */
const pausedAtOf = ({ status, status_details: details }: Stripe.Subscription): number | null =>
  status === 'paused' ? (details?.paused.transitioned_at ?? null) : null;

const NOTHING_SAID = { reason: null, feedback: null, comment: null };

function mapCancellation({
  cancellation_details: details,
}: Stripe.Subscription): Subscription['cancellation'] {
  const { reason, feedback, comment } = details ?? NOTHING_SAID;
  return [reason, feedback, comment].every((part) => part === null)
    ? null
    : { reason, feedback, comment };
}

export function mapSubscription(
  { subscription, items, discounts }: FullSubscription,
  facts: PriceFacts,
  otherKeys: OtherKeys,
): Subscription {
  return {
    id: subscription.id,
    customerId: idOf(subscription.customer) ?? '',
    created: subscription.created,
    livemode: subscription.livemode,
    status: subscription.status,
    currency: knownCurrency(subscription.id, subscription.currency),
    items: items.map((item) => mapItem(item, subscription, facts)),
    discounts: mapDiscounts(discounts, subscription.currency),
    startsOn: null,
    trialEnd: subscription.trial_end,
    isCollectionPaused: subscription.pause_collection !== null,
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
    cancelAt: subscription.cancel_at,
    endedAt: subscription.ended_at,
    pausedAt: pausedAtOf(subscription),
    cancellation: mapCancellation(subscription),
    recordClaims: claimsIn(subscription.metadata, otherKeys),
  };
}

/** With the customer comes what discount they have, at no call more. */
export const SUBSCRIPTION_EXPANSIONS = ['customer'];

const hasItemDiscount = ({ items }: Stripe.Subscription): boolean =>
  items.data.some((item) => item.discounts.length > 0);

/** Stripe Tax decides the rate when it bills: the latest invoice tells it. */
const hasUnknownTax = ({ automatic_tax: tax, items }: Stripe.Subscription): boolean =>
  tax.enabled && items.data.some(({ price }) => price.tax_behavior === 'inclusive');

/**
 * What few subscriptions have, read again for these alone: a list that expands discounts is refused to a
 * key that may not read coupons.
 */
async function withTerms(
  { subscriptions }: Stripe,
  listed: Stripe.Subscription,
): Promise<Stripe.Subscription> {
  const expand = [
    ...(listed.discounts.length > 0 ? discountExpansions('discounts') : []),
    ...(hasUnknownTax(listed) ? ['latest_invoice'] : []),
  ];
  if (expand.length === 0) return listed;
  return subscriptions.retrieve(listed.id, { expand: [...SUBSCRIPTION_EXPANSIONS, ...expand] });
}

/** Below a subscription the coupon of an item's discount is a fifth level, which Stripe does not expand. */
async function itemsOf(
  { subscriptionItems }: Stripe,
  subscription: Stripe.Subscription,
): Promise<readonly Stripe.SubscriptionItem[]> {
  const { id, items } = subscription;
  if (!items.has_more && !hasItemDiscount(subscription)) return items.data;
  const expand = ['data.discounts.source.coupon'];
  return allOf(subscriptionItems.list({ subscription: id, limit: PAGE_SIZE, expand }));
}

function hasOwnDiscount(customer: Stripe.Subscription['customer']): boolean {
  if (typeof customer === 'string' || customer.deleted === true) return false;
  return (customer.discount ?? null) !== null;
}

/** https://docs.stripe.com/billing/subscriptions/coupons: a subscription's own come instead of its customer's. */
async function discountsOf(
  catalogue: Catalogue,
  { discounts, customer }: Stripe.Subscription,
): Promise<readonly (string | Stripe.Discount)[]> {
  const customerId = idOf(customer);
  if (discounts.length > 0 || customerId === null || !hasOwnDiscount(customer)) return discounts;
  const inherited = await catalogue.discountOf(customerId);
  return inherited === null ? [] : [inherited];
}

async function full(
  stripe: Stripe,
  catalogue: Catalogue,
  listed: Stripe.Subscription,
): Promise<FullSubscription> {
  const [subscription, items, inherited] = await Promise.all([
    withTerms(stripe, listed),
    itemsOf(stripe, listed),
    discountsOf(catalogue, listed),
  ]);
  const discounts = subscription.discounts.length > 0 ? subscription.discounts : inherited;
  return { subscription, items, discounts };
}

/** Maps subscriptions, with what their prices and discounts are. */
export async function withCatalogue(
  stripe: StripeApi,
  catalogue: Catalogue,
  listed: readonly Stripe.Subscription[],
): Promise<readonly Subscription[]> {
  const all = await Promise.all(listed.map((each) => full(stripe, catalogue, each)));
  const facts = await catalogue.factsFor(
    all.flatMap(({ subscription: { currency }, items }) =>
      items.map(({ price }) => ({ price, currency })),
    ),
  );
  return all.map((each) => mapSubscription(each, facts, stripe.otherKeys));
}

/** Subscriptions of customers, by their ids: the ended ones too. */
export const sharedSubscriptions = ({ subscriptions }: Stripe, seen: SeenCustomers) => {
  const params = { status: 'all', expand: inList(SUBSCRIPTION_EXPANSIONS) } as const;
  return {
    name: 'subscriptions',
    pageOfAll: (page) => subscriptions.list({ ...params, ...page }),
    listOf: async (customer) => {
      const list = await allOf(subscriptions.list({ ...params, customer, limit: PAGE_SIZE }));
      seen.add(list.map((each) => each.customer));
      return list;
    },
    isOf: ({ customer }, id) => idOf(customer) === id,
    isInAll: seen.isInLists,
  } satisfies SharedList<Stripe.Subscription, string>;
};

export async function retrieveSubscription(
  stripe: StripeApi,
  catalogue: Catalogue,
  id: string,
): Promise<Subscription> {
  const listed = await stripe.subscriptions.retrieve(id, { expand: SUBSCRIPTION_EXPANSIONS });
  const { currency } = listed;
  const whole = await full(stripe, catalogue, listed);
  const items = whole.items.map(({ price }) => ({ price, currency }));
  return mapSubscription(whole, await catalogue.factsFor(items), stripe.otherKeys);
}
