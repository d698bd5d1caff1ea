import type { SandboxClock } from '../http/clock.ts';
import type { StripeWorld } from '../stripe/world/index.ts';
import { tellDisputeStories } from './dispute-stories.ts';
import { tellLargeStories } from './large-stories.ts';
import { tellMatchingStories } from './matching-stories.ts';
import { tellMovementStories } from './movement-stories.ts';
import { tellPaidStories } from './paid-stories.ts';
import { tellRefundStories } from './refund-stories.ts';
import { createStage, type SeededDeal } from './stage.ts';
import { tellUnfinishedStories } from './unfinished-stories.ts';
import { tellClaimStories, tellCompanyStories } from './claim-stories.ts';
import { tellInvoiceStories } from './invoice-stories.ts';
import { tellAddressStories, tellPayerStories } from './payer-stories.ts';
import { offerCoupons, tellDiscountStories, tellPriceStories } from './pricing-stories.ts';
import type { SeededRecord } from './seeded-record.ts';
import { tellSubscriptionStories } from './subscription-stories.ts';
import { tellTaxStories } from './tax-stories.ts';
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
    ...tellMovementStories(stage),
    ...tellTaxStories(stage),
  ];
  offerCoupons(stage);
  world.catchUpPayments();
  return records;
}

export type { SeededDeal } from './stage.ts';
export { seedManyPayments } from './large-stories.ts';
export type { SeededRecord } from './seeded-record.ts';
export { STORY_IDS } from './seeded-record.ts';

/** Plays every story at Stripe, before the clock's present; one deal each. */
export function seedStripe(world: StripeWorld, clock: SandboxClock): readonly SeededDeal[] {
  const stage = createStage(world, clock);
  const deals = [
    ...tellLargeStories(stage),
    ...tellPaidStories(stage),
    ...tellRefundStories(stage),
    ...tellDisputeStories(stage),
    ...tellUnfinishedStories(stage),
    ...tellMatchingStories(stage),
  ];
  world.addOtherModeId('cus_LiveModeOnly00');
  world.catchUpPayments();
  return deals.toSorted((one, other) => one.dealId.localeCompare(other.dealId));
}
