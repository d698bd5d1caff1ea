import type { SandboxClock } from '../../http/clock.ts';
import type { StripeWorld } from '../../stripe/world/index.ts';
import { createStage } from '../stage.ts';
import { tellAddressStories } from './address-stories.ts';
import { tellClaimStories } from './claim-stories.ts';
import { tellCompanyStories } from './company-stories.ts';
import { tellDiscountStories } from './discount-stories.ts';
import { tellInvoiceStories } from './invoice-stories.ts';
import { tellLargeCompanyStories } from './large-companies.ts';
import { tellPayerStories } from './payer-stories.ts';
import { tellPriceStories } from './price-stories.ts';
import type { SeededRecord } from './seeded-record.ts';
import { tellSubscriptionStories } from './subscription-stories.ts';
import { tellWideStories } from './wide-stories.ts';

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
