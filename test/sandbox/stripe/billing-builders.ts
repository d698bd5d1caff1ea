import type { NewPrice } from '../../../sandbox/stripe/world/billing-requests.ts';
import type { StripeWorld } from '../../../sandbox/stripe/world/index.ts';

/** A price of 20.00 USD a month, or whatever is asked; its product is called Gold. */
export function aPrice(
  world: StripeWorld,
  price: Partial<NewPrice> & { readonly atMs?: number } = {},
): string {
  const { atMs } = price;
  const product = world.createProduct({ name: 'Gold', ...(atMs === undefined ? {} : { atMs }) });
  const isTiered = price.tiers !== undefined || price.unitAmountDecimal !== undefined;
  return world.createPrice({
    product: product.id,
    currency: 'usd',
    ...(isTiered ? {} : { unitAmount: 2000 }),
    recurring: { interval: 'month' },
    ...price,
  }).id;
}

export const aCustomer = (world: StripeWorld): string =>
  world.createCustomer({ name: 'Ada', email: 'ada@acme.com' }).id;
