import { createManualClock } from '../../sandbox/http/clock.ts';
import { HOSTILE_TEXTS, ONLY_ZERO_WIDTH, unbroken } from '../../sandbox/seed/hostile-stories.ts';
import { seedHostileRecords } from '../../sandbox/world/seed-crm.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';

/** A functions world that also has the records whose texts are hostile. */
export async function startHostileWorld(): Promise<FunctionsWorld> {
  const world = await startFunctionsWorld();
  seedHostileRecords(world.world, createManualClock(NOW_MS));
  return world;
}

/** By name; the last two are nothing to see, and too much of it. */
export const EVERY_TEXT: readonly (readonly [string, string])[] = [
  ...Object.entries(HOSTILE_TEXTS),
  ['onlyZeroWidth', ONLY_ZERO_WIDTH],
  ['unbroken', unbroken(1_000)],
];
