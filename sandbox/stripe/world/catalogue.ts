import { amountRefusal, scaledDecimal } from '../values/currencies.ts';
import type { PriceRow, ProductRow, Recurring, Tier } from '../entities/catalogue.ts';
import type { NewPrice, NewProduct, NewTier } from './billing-requests.ts';
import { recordPrice, recordProduct } from './events.ts';
import { createdAt, theProduct, timeOf, WorldRefusal, type WorldContext } from './context.ts';
import { checkTexts } from './text-limits.ts';

export function createProduct(context: WorldContext, product: NewProduct): ProductRow {
  const atMs = timeOf(context, product.atMs);
  checkTexts('product', product);
  const row: ProductRow = {
    id: context.ids.next('prod_'),
    created: createdAt(atMs),
    name: product.name,
    description: product.description ?? null,
    isActive: product.isActive ?? true,
    defaultPrice: null,
    unitLabel: product.unitLabel ?? null,
    url: product.url ?? null,
    metadata: product.metadata ?? {},
    updated: createdAt(atMs),
  };
  context.store.products.insert(row, atMs);
  recordProduct(context, 'product.created', row, atMs);
  return row;
}

const amountText = (amount: number | undefined, decimal?: string): string | null =>
  decimal ?? (amount === undefined ? null : String(amount));

const tierOf = (tier: NewTier): Tier => ({
  flatAmountDecimal: amountText(tier.flatAmount),
  unitAmountDecimal: amountText(tier.unitAmount, tier.unitAmountDecimal),
  upTo: tier.upTo ?? null,
});

function checkAmount(price: NewPrice, unitAmountDecimal: string | null): void {
  const ways = [price.unitAmount, price.unitAmountDecimal, price.tiers];
  if (ways.filter((way) => way !== undefined).length !== 1) {
    throw new WorldRefusal('A price needs one of unitAmount, unitAmountDecimal and tiers.');
  }
  if (unitAmountDecimal !== null && scaledDecimal(unitAmountDecimal) === undefined) {
    throw new WorldRefusal('A unit amount has at most twelve decimals and is not negative.');
  }
  const { unitAmount, currency } = price;
  const refusal =
    unitAmount === undefined || unitAmount === 0 ? undefined : amountRefusal(unitAmount, currency);
  if (refusal !== undefined) throw new WorldRefusal(refusal);
}

function checkTiers(price: NewPrice): void {
  const { tiers, tiersMode, transformQuantity, recurring } = price;
  if ((tiers === undefined) !== (tiersMode === undefined)) {
    throw new WorldRefusal('Tiers and tiersMode belong together.');
  }
  if (tiers === undefined) return;
  if (recurring === undefined) throw new WorldRefusal('Only a recurring price has tiers.');
  if (transformQuantity !== undefined) {
    throw new WorldRefusal('A price with tiers cannot transform its quantity.');
  }
  const ends = tiers.map((tier) => tier.upTo ?? Infinity);
  const isRising = ends.every((end, index) => index === 0 || end > (ends[index - 1] ?? 0));
  if (ends.at(-1) !== Infinity || !isRising) {
    throw new WorldRefusal('Tiers rise, and the last has no end.');
  }
}

function recurringOf({ recurring }: NewPrice): Recurring | null {
  if (recurring === undefined) return null;
  return {
    interval: recurring.interval,
    intervalCount: recurring.intervalCount ?? 1,
    usageType: recurring.usageType ?? 'licensed',
    meter: null,
    trialPeriodDays: recurring.trialPeriodDays ?? null,
  };
}

/** A price as it would be: nothing is stored. */
export function priceRow(context: WorldContext, price: NewPrice, atMs: number): PriceRow {
  checkTexts('price', price);
  theProduct(context.store, price.product);
  const unitAmountDecimal = amountText(price.unitAmount, price.unitAmountDecimal);
  checkAmount(price, unitAmountDecimal);
  checkTiers(price);
  if (price.tiers !== undefined && price.currencyOptions !== undefined) {
    throw new WorldRefusal('Here a price with tiers has one currency.');
  }
  return {
    id: context.ids.next('price_1'),
    created: createdAt(atMs),
    product: price.product,
    currency: price.currency,
    isActive: price.isActive ?? true,
    nickname: price.nickname ?? null,
    lookupKey: price.lookupKey ?? null,
    unitAmountDecimal,
    recurring: recurringOf(price),
    tiersMode: price.tiersMode ?? null,
    tiers: (price.tiers ?? []).map(tierOf),
    transformQuantity: price.transformQuantity ?? null,
    currencyOptions: Object.fromEntries(
      Object.entries(price.currencyOptions ?? {}).map(([code, amount]) => [code, String(amount)]),
    ),
    taxBehavior: price.taxBehavior ?? 'unspecified',
    metadata: price.metadata ?? {},
  };
}

export function createPrice(context: WorldContext, price: NewPrice): PriceRow {
  const atMs = timeOf(context, price.atMs);
  const row = priceRow(context, price, atMs);
  context.store.prices.insert(row, atMs);
  recordPrice(context, 'price.created', row, atMs);
  return row;
}
