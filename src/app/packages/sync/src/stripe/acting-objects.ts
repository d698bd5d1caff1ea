import type { Money } from '@stripe-payments/core';
import { CONFIRMATION_KEY, money, REQUEST_KEY, stripeUrl, USER_KEY } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type {
  StoredCustomer,
  StoredItem,
  StoredRefund,
  StoredRequest,
  StoredSubscription,
} from '../use-cases/acting/acting-ports.ts';
import { knownCurrency, wholeNumber } from './checked-values.ts';
import { ownFacts, textIn } from './request-objects.ts';

export function storedRefund(refund: Stripe.Refund): StoredRefund {
  const { id, amount, status, failure_reason: failureReason, metadata } = refund;
  return {
    id,
    amountMinor: wholeNumber(id, 'amount', amount),
    currency: knownCurrency(id, refund.currency),
    status,
    failureReason: failureReason ?? null,
    confirmation: textIn(metadata, CONFIRMATION_KEY),
    userId: textIn(metadata, USER_KEY),
  };
}

export function storedCustomer({
  id,
  name,
  email,
  metadata,
  delinquent,
}: Stripe.Customer): StoredCustomer {
  const fingerprint = textIn(metadata, REQUEST_KEY);
  return { id, name: name ?? null, email, fingerprint, isDelinquent: delinquent ?? false };
}

/** What one costs for an interval; null where that depends on tiers, usage or packages, or is no whole amount. */
function unitOf(
  { price }: Stripe.SubscriptionItem,
  { id, currency }: Stripe.Subscription,
): Money | null {
  const { unit_amount: unit, recurring, billing_scheme: scheme, transform_quantity: packs } = price;
  const isPlain = scheme === 'per_unit' && recurring?.usage_type === 'licensed' && packs === null;
  // A price in several currencies says here what it costs in its own.
  const isOwn = price.currency === currency;
  return isPlain && isOwn && unit !== null ? money(unit, knownCurrency(id, currency)) : null;
}

function storedItem(item: Stripe.SubscriptionItem, of: Stripe.Subscription): StoredItem {
  const { id, price, quantity } = item;
  const { product, recurring } = price;
  return {
    id,
    productId: typeof product === 'string' ? product : product.id,
    priceId: price.id,
    quantity: recurring?.usage_type === 'licensed' ? (quantity ?? 1) : null,
    unit: unitOf(item, of),
    interval: recurring?.interval ?? null,
    intervalCount: recurring?.interval_count ?? 1,
    taxBehavior: price.tax_behavior,
    periodStart: item.current_period_start,
    periodEnd: item.current_period_end,
  };
}

type Priced = Pick<StoredSubscription, 'price' | 'interval' | 'intervalCount'>;

/** For one period; not known where an item's is not. */
function priceOf(items: readonly StoredItem[], of: Stripe.Subscription): Priced {
  const [cycle] = items;
  const isSame = items.every(
    (each) => each.interval === cycle?.interval && each.intervalCount === cycle.intervalCount,
  );
  if (cycle === undefined || !isSame) return { price: null, interval: null, intervalCount: 1 };
  const { interval, intervalCount } = cycle;
  const prices = items.flatMap(({ unit, quantity }) =>
    unit === null || quantity === null ? [] : [BigInt(unit.minor) * BigInt(quantity)],
  );
  const isKnown = prices.length === items.length && !of.items.has_more;
  const minor = Number(prices.reduce((sum, price) => sum + price, 0n));
  const currency = knownCurrency(of.id, of.currency);
  return { price: isKnown ? money(minor, currency) : null, interval, intervalCount };
}

/** As `endSubscription` writes it. */
const COMMENT = /^(CANCEL(?:-NOW)? .+) \(HubSpot user (\d+)\)$/;

export const cancellationComment = (text: string, userId: string): string =>
  `${text} (HubSpot user ${userId})`;

export function storedSubscription(
  subscription: Stripe.Subscription,
  customer: Pick<StoredCustomer, 'id' | 'name' | 'email'>,
): StoredSubscription {
  const { id, status, metadata } = subscription;
  const items = subscription.items.data.map((item) => storedItem(item, subscription));
  const ends = items.map(({ periodEnd }) => periodEnd);
  const [, ended, endedBy] = COMMENT.exec(subscription.cancellation_details?.comment ?? '') ?? [];
  const written = ownFacts(metadata);
  return {
    id,
    status,
    items,
    isCharged: subscription.collection_method === 'charge_automatically',
    ...priceOf(items, subscription),
    periodEnd: ends.length === 0 ? null : Math.min(...ends),
    endsAt: subscription.ended_at === null ? subscription.cancel_at : null,
    isCollectionPaused: subscription.pause_collection !== null,
    customer: { id: customer.id, name: customer.name, email: customer.email },
    confirmation: ended ?? written.confirmation,
    userId: endedBy ?? written.userId,
    records: written.records,
  };
}

/** What was asked for with a subscription. @param subscription with its latest invoice and customer expanded. */
export function subscriptionRequest(subscription: Stripe.Subscription): StoredRequest {
  const stored = subscriptionWithCustomer(subscription);
  const { id, status, customer, confirmation, userId, records } = stored;
  const currency = knownCurrency(id, subscription.currency);
  const { latest_invoice: latest, metadata } = subscription;
  const invoice = latest === null || typeof latest === 'string' ? null : latest;
  const hasEnded = status === 'canceled' || status === 'incomplete_expired';
  const amount = stored.price ?? money(0, currency);
  return {
    kind: 'subscription',
    id,
    isRecurring: true,
    number: null,
    amount,
    open: money(invoice?.amount_remaining ?? 0, currency),
    status: hasEnded ? 'canceled' : 'open',
    url: stripeUrl(invoice?.hosted_invoice_url ?? '') ?? null,
    customer,
    created: subscription.created,
    dueDate: null,
    subscription: null,
    isCharged: false,
    netMinor: amount.minor,
    hasLines: true,
    fingerprint: textIn(metadata, REQUEST_KEY),
    ...{ confirmation, userId, records },
  };
}

/** @param subscription with its customer expanded. */
export function subscriptionWithCustomer(subscription: Stripe.Subscription): StoredSubscription {
  const { customer } = subscription;
  if (typeof customer === 'string') {
    return storedSubscription(subscription, { id: customer, name: null, email: null });
  }
  return customer.deleted === true
    ? storedSubscription(subscription, { id: customer.id, name: null, email: null })
    : storedSubscription(subscription, storedCustomer(customer));
}
