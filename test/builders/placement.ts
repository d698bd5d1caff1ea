import type { Placement, RecordKnowledge, StripeObjects } from '@stripe-payments/core';
import { attribute } from '@stripe-payments/core';
import { charge } from './charge.ts';
import { stripeObjects } from './stripe-objects.ts';

/** Where the payment `ch_1` stands, of `cus_1` if nothing else is said. */
export function placementOf(
  objects: Partial<StripeObjects>,
  knowledge: RecordKnowledge,
): Placement | undefined {
  const { charges } = attribute(stripeObjects({ charges: [charge()], ...objects }), knowledge);
  return charges.find(({ item }) => item.id === 'ch_1')?.placement;
}
