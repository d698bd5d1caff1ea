import Stripe from 'stripe';
import type { Caller } from '../http/retry.ts';
import { idOf } from './metadata.ts';
import type { PriceFacts } from './map-subscription.ts';
import type { Pace } from './pace.ts';

/** What subscriptions refer to and do not carry; each thing is read once an invocation. */
export interface Catalogue {
  /** @param items of these subscriptions, all of them. */
  factsFor(
    subscriptions: readonly Stripe.Subscription[],
    items: readonly Stripe.SubscriptionItem[],
  ): Promise<PriceFacts>;
}

interface CatalogueParts {
  readonly stripe: Stripe;
  readonly caller: Caller;
  readonly pace: Pace;
}

const MAX_PRODUCTS = 100;

function distinct(ids: readonly (string | null)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

interface Discounted {
  readonly discounts: readonly (string | Stripe.Discount)[];
}

/** Ids of the coupons behind discounts. */
function couponIds(discounted: readonly Discounted[]): readonly string[] {
  return distinct(
    discounted.flatMap(({ discounts }) =>
      discounts.map((discount) =>
        typeof discount === 'string' ? null : idOf(discount.source.coupon),
      ),
    ),
  );
}

const tieredPriceIds = (items: readonly Stripe.SubscriptionItem[]): readonly string[] =>
  distinct(items.map(({ price }) => (price.billing_scheme === 'tiered' ? price.id : null)));

/** Only where the price has no name of its own. */
const productIds = (items: readonly Stripe.SubscriptionItem[]): readonly string[] =>
  distinct(items.map(({ price }) => (price.nickname === null ? idOf(price.product) : null)));

function remembered<T>(read: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (id) => {
    const reading = known.get(id) ?? read(id);
    known.set(id, reading);
    return reading;
  };
}

async function pairs<T>(
  ids: readonly string[],
  read: (id: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  return new Map(await Promise.all(ids.map(async (id) => [id, await read(id)] as const)));
}

export function createCatalogue({ stripe, caller, pace }: CatalogueParts): Catalogue {
  const tiersOf = remembered(async (id: string) => {
    const price = await pace
      .in('prices', caller)
      .call((timeout) => stripe.prices.retrieve(id, { expand: ['tiers'] }, { timeout }));
    return price.tiers ?? [];
  });
  const couponOf = remembered((id: string) =>
    pace.in('coupons', caller).call((timeout) => stripe.coupons.retrieve(id, {}, { timeout })),
  );
  const names = new Map<string, string>();
  const productNames = async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const unknown = ids.filter((id) => !names.has(id)).slice(0, MAX_PRODUCTS);
    if (unknown.length === 0) return names;
    try {
      const products = await pace
        .in('products', caller)
        .call((timeout) =>
          stripe.products.list({ ids: [...unknown], limit: MAX_PRODUCTS }, { timeout }),
        );
      for (const { id, name } of products.data) names.set(id, name);
    } catch (error) {
      // A name only adorns: without the permission a row says what it costs, and not what it is.
      if (!(error instanceof Stripe.errors.StripePermissionError)) throw error;
    }
    return names;
  };
  return {
    async factsFor(subscriptions, items) {
      const [tiers, coupons, namesById] = await Promise.all([
        pairs(tieredPriceIds(items), tiersOf),
        pairs(couponIds([...subscriptions, ...items]), couponOf),
        productNames(productIds(items)),
      ]);
      return { tiers, coupons, productNames: namesById };
    },
  };
}
