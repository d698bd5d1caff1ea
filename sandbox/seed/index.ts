import type { SandboxClock } from '../http/clock.ts';
import type { StripeWorld } from '../stripe/world/index.ts';
import { tellDisputeStories } from './dispute-stories.ts';
import { tellLargeStories } from './large-stories.ts';
import { tellMatchingStories } from './matching-stories.ts';
import { tellPaidStories } from './paid-stories.ts';
import { tellRefundStories } from './refund-stories.ts';
import { createStage, type SeededDeal } from './stage.ts';
import { tellUnfinishedStories } from './unfinished-stories.ts';

export type { SeededDeal } from './stage.ts';
export { seedManyPayments } from './large-stories.ts';
export { seedStripeForRecords } from './records.ts';
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
  world.catchUp();
  return deals.toSorted((one, other) => one.dealId.localeCompare(other.dealId));
}
