import type { SandboxClock } from '../http/clock.ts';
import { tellHostileStories } from '../seed/hostile-stories.ts';
import { createStage } from '../seed/stage.ts';
import { seedRecords } from './seed-crm.ts';
import type { HubSpotSandbox } from '../hubspot/index.ts';
import type { StripeSandbox } from '../stripe/index.ts';

interface StandIns {
  readonly stripe: StripeSandbox;
  readonly hubspot: HubSpotSandbox;
}

/** Adds the records whose texts are hostile; the demo goes without them. */
export function seedHostileRecords({ stripe, hubspot }: StandIns, clock: SandboxClock): void {
  const records = tellHostileStories(createStage(stripe.world, clock));
  stripe.world.catchUp();
  seedRecords(hubspot.store, records, true);
}
