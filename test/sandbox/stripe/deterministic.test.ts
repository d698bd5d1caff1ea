import { expect, test } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import { seedStripe } from '../../../sandbox/seed/index.ts';
import { createStripeSandbox } from '../../../sandbox/stripe/index.ts';
import { NOW } from './start-sandbox.ts';

function idsOf(seed: number): readonly string[] {
  const clock = createManualClock(Date.parse(NOW));
  const { world } = createStripeSandbox({ clock, seed, monotonicNowMs: () => 0 });
  seedStripe(world, clock);
  const { charges, balanceTransactions, events, refunds } = world.store;
  return [charges, balanceTransactions, events, refunds].flatMap((table) =>
    table.newestFirst().map((row) => row.id),
  );
}

test('the same seed gives the same ids, another seed others', () => {
  expect(idsOf(1)).toEqual(idsOf(1));
  expect(idsOf(1)).not.toEqual(idsOf(2));
});

test('no two objects share an id', () => {
  const ids = idsOf(3);
  expect(new Set(ids).size).toBe(ids.length);
});
