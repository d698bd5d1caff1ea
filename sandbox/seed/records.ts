import type { SandboxClock } from '../http/clock.ts';
import type { StripeWorld } from '../stripe/world/index.ts';
import { tellClaimStories, tellCompanyStories } from './claim-stories.ts';
import { tellInvoiceStories } from './invoice-stories.ts';
import { tellAddressStories, tellPayerStories } from './payer-stories.ts';
import { tellDiscountStories, tellPriceStories } from './pricing-stories.ts';
import type { SeededRecord } from './seeded-record.ts';
import { createStage } from './stage.ts';
import { tellSubscriptionStories } from './subscription-stories.ts';
import { tellLargeCompanyStories, tellWideStories } from './wide-stories.ts';

/**
 * The stories in which a payment has to find its record, and those of subscriptions and invoices.
 * A record stands after those that it is associated with.
 */
export function seedStripeForRecords(
  world: StripeWorld,
  clock: SandboxClock,
): readonly SeededRecord[] {
  const stage = createStage(world, clock);
  const records = [
    ...tellPayerStories(stage),
    ...tellAddressStories(stage),
    ...tellClaimStories(stage),
    ...tellCompanyStories(stage),
    ...tellDiscountStories(stage),
    ...tellPriceStories(stage),
    ...tellSubscriptionStories(stage),
    ...tellInvoiceStories(stage),
    ...tellWideStories(stage),
    ...tellLargeCompanyStories(stage),
  ];
  world.catchUp();
  return records;
}
