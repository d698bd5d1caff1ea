import { HUBSPOT_PAYMENT_SCOPES, REQUIRED_SCOPES } from '@stripe-payments/core';
import { createManualClock } from '../sandbox/http/clock.ts';
import type { World } from '../sandbox/world/world.ts';
import { provisionHubSpotPayments } from '../sandbox/world/seed-crm.ts';
import { SANDBOX_HUBSPOT_TOKEN, startWorld } from '../sandbox/world/world.ts';
import { formatFigures } from './figure.ts';
import { measureFunctions, measureWithPaymentRecords } from './functions.ts';
import { buildRunner } from './invoke.ts';
import { measureHeavy } from './heavy.ts';
import { measureKeepingCurrent } from './keep-current.ts';
import { measureLedger } from './ledger.ts';
import { measureRecords } from './records.ts';
import { measureSetup } from './setup.ts';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { builtActions, builtCards, builtPages } from '../scripts/build/extensions.ts';
import type { Figure } from './figure.ts';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { FUNCTIONS, functionMetas } from '../scripts/build/project.ts';
import { median } from './measure.ts';

const RUNS = 15;
const MAX_LOAD_MS = 80;

function processMs(script: string): number {
  const startedMs = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - startedMs;
}

/** A whole Node process that loads the function until `main` is callable, against one that does nothing. */
function measureLoadTimes(): readonly Figure[] {
  return functionMetas().map(({ uid, config }) => {
    const file = path.join(FUNCTIONS, 'dist', path.basename(config.entrypoint));
    const script = `if (typeof require(${JSON.stringify(file)}).main !== 'function') process.exit(1)`;
    const empty: number[] = [];
    const loaded: number[] = [];
    // In turns, so that whatever else the machine does meets both alike.
    for (let run = 0; run < RUNS; run += 1) {
      empty.push(processMs(''));
      loaded.push(processMs(script));
    }
    const extraMs = median(loaded) - median(empty);
    return {
      name: `${uid}: load until main is callable`,
      value: `${extraMs.toFixed(0)} ms over ${median(empty).toFixed(0)} ms of an empty process`,
      target: `within ${String(MAX_LOAD_MS)} ms of it`,
      holds: extraMs <= MAX_LOAD_MS,
    };
  });
}

const MAX_KB = 60;

/** Of the cards and the app page: what a browser loads of the app. */
function measureBundles(): readonly Figure[] {
  return [...builtCards(), ...builtPages(), ...builtActions()].map(({ uid, bundlePath }) => {
    const sizeKb = gzipSync(readFileSync(bundlePath)).byteLength / 1_024;
    return {
      name: `${uid}: bundle, gzipped`,
      value: `${sizeKb.toFixed(1)} KB`,
      target: `under ${String(MAX_KB)} KB`,
      holds: sizeKb < MAX_KB,
    };
  });
}

const NOW_MS = 1_795_348_800_000;

const startedWorld = (keepsPaymentRecords: boolean): Promise<World> =>
  startWorld({
    clock: createManualClock(NOW_MS),
    monotonicNowMs: () => performance.now(),
    seed: 1,
    keepsPaymentRecords,
  });

/** In a custom object, then in HubSpot's own Payments. */
async function paymentRecordFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const isNative of [false, true]) {
    const keeping = await startedWorld(!isNative);
    if (isNative) {
      keeping.hubspot.tokens.grant(SANDBOX_HUBSPOT_TOKEN, [
        ...REQUIRED_SCOPES.map(({ name }) => name),
        ...HUBSPOT_PAYMENT_SCOPES,
      ]);
      keeping.hubspot.behavior.change({ paymentCreation: 'accepted' });
      provisionHubSpotPayments(keeping.hubspot.store);
    }
    const where = isNative ? 'HubSpot Payments' : 'a custom object';
    figures.push(...(await measureWithPaymentRecords(keeping, NOW_MS, where)));
    await keeping.close();
  }
  return figures;
}

buildRunner();
const world = await startedWorld(false);
const PARTS: readonly (readonly [string, () => readonly Figure[] | Promise<readonly Figure[]>])[] =
  [
    ['load times', measureLoadTimes],
    ['functions', () => measureFunctions(world, NOW_MS)],
    ['payment records', paymentRecordFigures],
    ['records', () => measureRecords(world, NOW_MS)],
    ['heavy records', () => measureHeavy(world, NOW_MS)],
    ['many records', () => measureKeepingCurrent(NOW_MS)],
    ['the setup', () => measureSetup(NOW_MS)],
    ['bundles', measureBundles],
    ['the ledger', measureLedger],
  ];
// "npm run bench -- 'many records'" measures this part alone.
const wanted = process.argv.slice(2);
const parts = PARTS.filter(([name]) => wanted.length === 0 || wanted.includes(name));
if (parts.length === 0) {
  process.stderr.write(`Parts: ${PARTS.map(([name]) => name).join(', ')}\n`);
  process.exitCode = 1;
}
for (const [index, [name, measure]] of parts.entries()) {
  process.stderr.write(`${String(index + 1)} of ${String(parts.length)}: ${name}\n`);
  process.stdout.write(`${formatFigures(await measure())}\n\n`);
}
await world.close();
