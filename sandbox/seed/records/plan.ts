import type { NewPrice } from '../../stripe/world/billing-requests.ts';
import type { Stage } from '../stage.ts';

type PlanFacts = Pick<NewPrice, 'unitAmount' | 'unitAmountDecimal' | 'tiers' | 'tiersMode'> & {
  readonly name: string;
  readonly createdDaysAgo: number;
  readonly currency?: string;
  readonly recurring?: NewPrice['recurring'];
};

/** Makes a product with one price, by default a monthly one; answers with the price's id. */
export function planOf({ world, daysAgo }: Stage, facts: PlanFacts): string {
  const { name, createdDaysAgo, currency = 'usd', recurring, ...amounts } = facts;
  const atMs = daysAgo(createdDaysAgo);
  const product = world.createProduct({ name, atMs });
  const price = world.createPrice({
    ...amounts,
    product: product.id,
    currency,
    recurring: recurring ?? { interval: 'month' },
    atMs,
  });
  return price.id;
}
