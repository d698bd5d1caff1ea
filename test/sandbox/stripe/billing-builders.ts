import type { NewPrice } from '../../../sandbox/stripe/world/billing-requests.ts';
import type { StripeWorld } from '../../../sandbox/stripe/world/index.ts';
import { DAY_MS, NOW } from './start-sandbox.ts';

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

/** Due in 14 days, for one line of 100.00 USD; names the deal 9001. */
export function anOpenInvoice(world: StripeWorld, customer = aCustomer(world)): string {
  const { id } = world.createInvoice({
    customer,
    lines: [{ description: 'Consulting', amount: 10_000 }],
    dueMs: Date.parse(NOW) + 14 * DAY_MS,
    metadata: { hubspot_deal_id: '9001' },
  });
  return world.finalizeInvoice(id).id;
}
