import type { Match, RecordKnowledge, StripeObjects } from '@stripe-payments/core';
import { matchObjects } from '@stripe-payments/core';
import { charge } from './charge.ts';
import { stripeObjects } from './stripe-objects.ts';

/** Where the payment `ch_1` stands, of `cus_1` if nothing else is said. */
export function matchOf(
  objects: Partial<StripeObjects>,
  knowledge: RecordKnowledge,
): Match | undefined {
  const { charges } = matchObjects(stripeObjects({ charges: [charge()], ...objects }), knowledge);
  return charges.find(({ item }) => item.id === 'ch_1')?.match;
}
