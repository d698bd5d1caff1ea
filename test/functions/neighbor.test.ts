import { expect, test } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { loadMain, VIRTUAL_TIME } from './run-main.ts';

const LATENCY_MS = 40;
const BUDGET_MS = 13_000;

test('a deal with one payment takes under a second beside a large company in one warm process', async () => {
  const world = await startFunctionsWorld();
  await Promise.all([world.stripe.setLatency(LATENCY_MS), world.hubspot.setLatency(LATENCY_MS)]);
  const main = loadMain('get-payments');
  const startedMs = VIRTUAL_TIME.nowMs();
  const heavyMs = world
    .getPayments(STORY_IDS.fiveHundredContacts.company, { main, objectType: 'company' })
    .then(() => VIRTUAL_TIME.nowMs() - startedMs);
  await new Promise<void>((resolve) => {
    VIRTUAL_TIME.setTimeout(resolve, 500);
  });
  const neighborMs = VIRTUAL_TIME.nowMs();
  succeeded(await world.getPayments('9001', { main }));
  const took = VIRTUAL_TIME.nowMs() - neighborMs;
  expect(took).toBeLessThan(1_000);
  expect(await heavyMs).toBeLessThan(BUDGET_MS);
  await world.close();
});
