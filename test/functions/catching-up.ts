import type { SyncRangeReply } from '@stripe-payments/core';
import type { FunctionsWorld } from './harness.ts';
import { asReply } from './harness.ts';
import { succeeded } from './replies.ts';
import type { Main } from './run-main.ts';
import { FUNCTION_CLOCK, loadMain, runMain } from './run-main.ts';

export const HOUR_MS = 60 * 60_000;

/** One warm process a world: what it knows of an account is not of another one. */
const mains = new WeakMap<FunctionsWorld, Main>();

function mainOf(world: FunctionsWorld): Main {
  const known = mains.get(world) ?? loadMain('sync-range');
  mains.set(world, known);
  return known;
}

export const askRange = async (
  world: FunctionsWorld,
  parameters: object,
  environment: object = {},
): Promise<SyncRangeReply> =>
  asReply(await runMain(mainOf(world), { ...world.environment, ...environment }, { parameters }));

type Step = Extract<SyncRangeReply, { readonly ok: true }>;

export interface CaughtUp {
  readonly eventsRead: number;
  readonly synced: readonly string[];
  readonly failed: readonly string[];
  readonly calls: number;
}

/** All parts of a catch-up over the last hours. */
export async function catchUp(
  world: FunctionsWorld,
  hours: number,
  environment: object = {},
): Promise<CaughtUp> {
  const sinceMs = Math.floor(FUNCTION_CLOCK.nowMs() - hours * HOUR_MS);
  const all = { eventsRead: 0, synced: [] as string[], failed: [] as string[], calls: 0 };
  let continuation: string | null = null;
  do {
    const goingOn = continuation === null ? {} : { continuation };
    const step: Step = succeeded(await askRange(world, { sinceMs, ...goingOn }, environment));
    all.eventsRead += step.eventsRead;
    all.calls += 1;
    for (const record of step.records) {
      const name = `${record.objectType}/${record.recordId}`;
      if (record.status === 'synced') all.synced.push(name);
      else all.failed.push(`${name}: ${record.error.code}`);
    }
    continuation = step.continuation;
  } while (continuation !== null);
  return all;
}
