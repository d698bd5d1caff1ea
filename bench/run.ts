import { createManualClock } from '../sandbox/http/clock.ts';
import { startWorld } from '../sandbox/world/world.ts';
import { measureBundles } from './bundle-size.ts';
import { formatFigures } from './figure.ts';
import { measureFunctions } from './functions.ts';
import { buildRunner } from './invoke.ts';
import { measureLedger } from './ledger.ts';
import { measureLoadTimes } from './load-time.ts';
import { measureRecords } from './records.ts';
import { measureSetup } from './setup.ts';

const NOW_MS = 1_795_348_800_000;

buildRunner();
const world = await startWorld({
  clock: createManualClock(NOW_MS),
  monotonicNowMs: () => performance.now(),
  seed: 1,
});
const figures = [
  ...measureLoadTimes(),
  ...(await measureFunctions(world, NOW_MS)),
  ...(await measureRecords(world, NOW_MS)),
  ...(await measureSetup(NOW_MS)),
  ...measureBundles(),
  ...measureLedger(),
];
await world.close();
process.stdout.write(`${formatFigures(figures)}\n`);
