import type { Currency, Price, PriceTier } from '@stripe-payments/core';
import Stripe from 'stripe';
import { inBatches } from './batches.ts';
import { discountOfCustomer } from './discounts.ts';
import { inParts } from './lists.ts';
import { idOf } from './metadata.ts';

/** A price with its tiers, and with its options where a subscription is in another currency than its own. */
type FullPrice = Pick<Stripe.Price, 'tiers' | 'currency_options'>;

/** What subscriptions refer to, read beside them. */
export interface PriceFacts {
  /** By price id and currency of the subscription, where the item does not say it all. */
  readonly prices: ReadonlyMap<string, FullPrice>;
  /** By product id; a key that may not read products has none. */
  readonly productNames: ReadonlyMap<string, string>;
}

function billingSchemeOf({ billing_scheme: scheme }: Stripe.Price): Price['billingScheme'] {
  if (scheme === 'per_unit') return 'per_unit';
  return scheme === 'tiered' ? 'tiered' : 'unknown';
}

function tiersModeOf({ tiers_mode: mode }: Stripe.Price): Price['tiersMode'] {
  if (mode === 'graduated') return 'graduated';
  return mode === 'volume' ? 'volume' : null;
}

function transformOf({ transform_quantity: transform }: Stripe.Price): Price['transformQuantity'] {
  if (transform === null) return null;
  return {
    divideBy: transform.divide_by,
    round: transform.round === 'up' ? 'up' : 'down',
  };
}

type Amounts = Pick<Stripe.Price, 'unit_amount_decimal' | 'tiers'>;

const keyOf = (priceId: string, currency: Currency): string => `${priceId}/${currency}`;

/** Its amounts in the subscription's currency; the price's own, in its own, where it has no such option. */
function amountsIn(
  price: Stripe.Price,
  currency: Currency,
  { prices }: PriceFacts,
): { readonly amounts: Amounts; readonly currency: Currency } {
  const full = prices.get(keyOf(price.id, currency));
  const option = price.currency === currency ? undefined : full?.currency_options?.[currency];
  if (option !== undefined) return { amounts: option, currency };
  const { unit_amount_decimal } = price;
  const own: Amounts = { unit_amount_decimal, ...(full?.tiers && { tiers: full.tiers }) };
  return { amounts: own, currency: price.currency };
}

function mapTier(tier: Stripe.Price.Tier): PriceTier {
  return {
    upTo: tier.up_to,
    unitAmountDecimal: tier.unit_amount_decimal?.toString() ?? null,
    flatAmountDecimal: tier.flat_amount_decimal?.toString() ?? null,
  };
}

/** @param subscriptionCurrency what the price is billed in, where it has an option for it. */
export function mapPrice(
  price: Stripe.Price,
  subscriptionCurrency: Currency,
  facts: PriceFacts,
): Price {
  const { amounts, currency } = amountsIn(price, subscriptionCurrency, facts);
  const productId = idOf(price.product);
  return {
    id: price.id,
    productId,
    currency,
    name: price.nickname ?? facts.productNames.get(productId ?? '') ?? null,
    billingScheme: billingSchemeOf(price),
    unitAmountDecimal: amounts.unit_amount_decimal?.toString() ?? null,
    tiersMode: tiersModeOf(price),
    tiers: (amounts.tiers ?? []).map(mapTier),
    transformQuantity: transformOf(price),
    interval: price.recurring?.interval ?? 'unknown',
    intervalCount: price.recurring?.interval_count ?? 1,
    usageType: price.recurring?.usage_type ?? 'unknown',
  };
}

/** A price as a subscription in this currency has it. */
export interface PricedItem {
  readonly price: Stripe.Price;
  readonly currency: Currency;
}

/** What subscriptions refer to and do not carry; each object is read once an invocation. */
export interface Catalogue {
  /** @param items of all subscriptions. */
  factsFor(items: readonly PricedItem[]): Promise<PriceFacts>;
  /** Names of products, by id; none of those that the key may not read, or that are gone. */
  productNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The discount that a customer has. */
  discountOf(customerId: string): Promise<Stripe.Discount | null>;
}

const MAX_PRODUCTS = 100;

function distinct(ids: readonly (string | null)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

const isTiered = ({ billing_scheme: scheme }: Stripe.Price): boolean => scheme === 'tiered';

/** What has to be asked for of a price; nothing where the item says it all. */
function expansionsOf({ price, currency }: PricedItem): readonly string[] {
  const tiers = isTiered(price) ? ['tiers'] : [];
  if (price.currency === currency) return tiers;
  return ['currency_options', ...tiers.map((field) => `currency_options.${currency}.${field}`)];
}

/** Only where the price has no name of its own. */
const productIds = (items: readonly PricedItem[]): readonly string[] =>
  distinct(items.map(({ price }) => (price.nickname === null ? idOf(price.product) : null)));

function remembered<T>(read: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (id) => {
    const reading =
      known.get(id) ??
      read(id).catch((error: unknown) => {
        known.delete(id);
        throw error;
      });
    known.set(id, reading);
    return reading;
  };
}

async function readProductNames(
  stripe: Stripe,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  try {
    const parts = inParts(ids, MAX_PRODUCTS).map((part) =>
      stripe.products.list({ ids: [...part], limit: MAX_PRODUCTS }),
    );
    const products = (await Promise.all(parts)).flatMap(({ data }) => data);
    return new Map(products.map(({ id, name }) => [id, name]));
  } catch (error) {
    // Best effort: without the permission a row says what it costs, and not what it is.
    if (!(error instanceof Stripe.errors.StripePermissionError)) throw error;
    return new Map();
  }
}

async function fullPrice(stripe: Stripe, item: PricedItem): Promise<FullPrice> {
  return stripe.prices.retrieve(item.price.id, { expand: [...expansionsOf(item)] });
}

export function createCatalogue(stripe: Stripe): Catalogue {
  const known = new Map<string, Promise<FullPrice>>();
  const pricesOf = async (items: readonly PricedItem[]): Promise<PriceFacts['prices']> => {
    const wanted = items.filter((item) => expansionsOf(item).length > 0);
    const pairs = wanted.map(async (item) => {
      const key = keyOf(item.price.id, item.currency);
      const reading = known.get(key) ?? fullPrice(stripe, item);
      known.set(key, reading);
      return [key, await reading] as const;
    });
    return new Map(await Promise.all(pairs));
  };
  // Subscriptions and invoices of many customers ask at the same time, for the same few products.
  const nameOf = remembered(
    inBatches((ids: readonly string[]) => {
      const reading = readProductNames(stripe, ids);
      return async (id) => (await reading).get(id);
    }),
  );
  const productNames = async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const pairs = ids.map(async (id) => [id, await nameOf(id)] as const);
    const named = (await Promise.all(pairs)).flatMap(([id, name]) =>
      name === undefined ? [] : [[id, name] as const],
    );
    return new Map(named);
  };
  return {
    productNames,
    discountOf: remembered((id) => discountOfCustomer(stripe, id)),
    async factsFor(items) {
      const [prices, namesById] = await Promise.all([
        pricesOf(items),
        productNames(productIds(items)),
      ]);
      return { prices, productNames: namesById };
    },
  };
}
