import type { SandboxClock } from '../http/clock.ts';
import { tellHostileStories } from '../seed/hostile/stories.ts';
import { createStage } from '../seed/stage.ts';
import { seedRecords } from './seed-records.ts';
import type { World } from './world.ts';

/** Adds the records whose texts are hostile; the demo goes without them. */
export function seedHostileRecords({ stripe, hubspot }: World, clock: SandboxClock): void {
  const records = tellHostileStories(createStage(stripe.world, clock));
  stripe.world.catchUp();
  seedRecords(hubspot.store, records, true);
}
