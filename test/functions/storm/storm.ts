import type { ObjectType, SyncPaymentsReply, SyncRangeReply } from '@stripe-payments/core';
import { movedPaymentsIn, OBJECT_TYPES, runCatchUp, startCatchUp } from '@stripe-payments/core';
import { consoleLines } from '../run-main.ts';
import { doSomething, prepareStorm, viewing } from './actions.ts';
import type { Storm } from './at-stripe.ts';
import { recordsOf } from './at-stripe.ts';
import type { CountedOn } from './payments.ts';
import { paymentDifferences, paymentsIn } from './payments.ts';
import { figuresOf, misplacedOn, storedIn } from './truth.ts';

/** Set to try more, or one again: `WORLDS=500 FIRST_SEED=1`, with `RECORDS=hubspot-payments` all of one kind. */
const WORLDS = Number(process.env['WORLDS'] ?? 4);
const FIRST_SEED = Number(process.env['FIRST_SEED'] ?? 1);

const MINUTE_MS = 60_000;

export const MAX_STORM_MS = 3_600_000;

/** Actions before each catch-up: many, then few, so that each has to be noticed by itself. */
const PHASES = [24, 2];

/** Stripe sends what has happened: mostly once, in any order, late, twice, or never. */
function sendEvents(storm: Storm, sent: Set<string>): readonly Promise<unknown>[] {
  const fresh = storm.stripe.world.store.events.newestFirst().filter(({ id }) => !sent.has(id));
  return fresh.flatMap(({ id }) => {
    sent.add(id);
    storm.weather.count('events');
    const chance = storm.random();
    const times = chance < 0.5 ? 0 : chance < 0.85 ? 1 : 2;
    if (times === 0) storm.weather.count('events dropped');
    if (times === 2) storm.weather.count('events sent twice');
    return Array.from({ length: times }, async () => {
      await storm.sleep(Math.floor(storm.random() ** 3 * 20 * MINUTE_MS));
      await storm.deliver(id, 0.2);
    });
  });
}

/** Some actions with faults around them, several at once, then a quiet hour, in which fees get known. */
async function rage(storm: Storm, actions: number, sent: Set<string>): Promise<void> {
  storm.weather.roughness = storm.random() * 0.08;
  const underWay: Promise<unknown>[] = [];
  for (let action = 0; action < actions; action += 1) {
    await storm.sleep(Math.floor(storm.random() ** 3 * 4 * MINUTE_MS));
    underWay.push(doSomething(storm), ...sendEvents(storm, sent));
  }
  await Promise.all(underWay);
  storm.weather.roughness = 0;
  await storm.sleep((storm.random() < 0.3 ? 10 : 70) * MINUTE_MS);
  await Promise.all(sendEvents(storm, sent));
  // A search knows the last of it.
  await storm.sleep(3 * MINUTE_MS);
}

/** One catch-up since the beginning, as the app page and a terminal run it. */
async function catchUp(storm: Storm, sinceMs: number): Promise<readonly string[]> {
  const { catchUp: outcome, failure } = await runCatchUp(startCatchUp(sinceMs, storm.nowMs()), {
    send: async (parameters) => (await storm.run('sync-range', { parameters })) as SyncRangeReply,
    wait: () => storm.sleep(5_000),
    onStep: () => true,
  });
  const failed = outcome.failed.map(
    ({ objectType, recordId, error }) => `${objectType}/${recordId}: ${error.code}`,
  );
  return failure === null ? failed : [...failed, `catch-up: ${JSON.stringify(failure)}`];
}

/** What the record's stored figures say, against Stripe's rows added up by hand. */
function wrongFigures(
  storm: Storm,
  objectType: ObjectType,
  id: string,
  countedIds: readonly string[],
): readonly string[] {
  const stored = storedIn(storm, objectType, id);
  // An open invoice can bring a second currency, and with two there are no single amounts.
  const isMixed =
    stored('stripe_currency') === null &&
    storm.stripe.world.store.invoices.newestFirst().length > 0;
  return Object.entries(figuresOf(storm, countedIds)).flatMap(([name, value]) => {
    if (isMixed && name.startsWith('stripe_amount_')) return [];
    const has = stored(name) ?? '';
    return Number(has) === Number(value) || has === value
      ? []
      : [`${name} is ${has}, not ${value}`];
  });
}

/**
 * How a record differs from what a fresh process computes, and from the simple computations of `truth.ts`,
 * which know nothing of the product. A record without a payment may never have been synced.
 */
async function differencesOf(
  storm: Storm,
  objectType: ObjectType,
  id: string,
  onCounted: (view: CountedOn) => void,
): Promise<readonly string[]> {
  const syncedAt = storedIn(storm, objectType, id)('stripe_last_synced_at');
  const context = viewing(storm, objectType, id);
  const reply = (await storm.run('sync-payments', context)) as SyncPaymentsReply;
  if (!reply.ok) return [`${reply.error.code} ${reply.error.detail ?? ''}`];
  const counted = reply.view.payments.map((payment) => payment.id);
  onCounted({ objectType, id, counted });
  const misplaced = [
    ...misplacedOn(storm, objectType, id, counted),
    ...(objectType === 'deal' ? falseMoves(storm, id, counted) : []),
  ];
  if (syncedAt === null && reply.view.summary.status === 'none') return misplaced;
  const changes = reply.changes.map(({ name, from, to }) => `${name}: ${from} -> ${to}`);
  return [...misplaced, ...changes, ...wrongFigures(storm, objectType, id, counted)];
}

/**
 * Moves that a deal tells of twice, or of a payment that counts there. A fresh computation does not write them:
 * each is a fact of the moment of the move.
 */
function falseMoves(
  storm: Storm,
  dealId: string,
  countedIds: readonly string[],
): readonly string[] {
  const noted = movedPaymentsIn(storedIn(storm, 'deal', dealId)('stripe_moved_payments'));
  const away = noted.filter(({ to }) => to.recordId !== dealId).map(({ id }) => id);
  const ids = noted.map(({ id }) => id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  const untrue = away.filter((id) => countedIds.includes(id));
  return [...twice, ...untrue].map((id) => `tells falsely that ${id} was moved`);
}

/** Of all records. A payment counts on one record of a type. */
async function differences(storm: Storm): Promise<readonly string[]> {
  const found: string[] = [];
  const before = paymentsIn(storm);
  const views: CountedOn[] = [];
  for (const objectType of OBJECT_TYPES) {
    for (const id of recordsOf(storm, objectType)) {
      for (const text of await differencesOf(storm, objectType, id, (view) => views.push(view))) {
        found.push(`${objectType}/${id}: ${text}`);
      }
    }
  }
  return [...found, ...paymentDifferences(storm, before, views)];
}

/** Longer than the searches of both services are behind. */
const QUIET_MS = 3 * MINUTE_MS;

/** A catch-up writes payment records that a sync had no time for so long after it. */
const UNSAVED_FOR_MS = 61 * MINUTE_MS;

/** True where a record says that its payment records are not all saved, and that the next catch-up does it. */
const isUnfinished = (storm: Storm): boolean =>
  OBJECT_TYPES.some((objectType) =>
    recordsOf(storm, objectType).some((id) =>
      (storedIn(storm, objectType, id)('stripe_sync_error') ?? '').includes('saves the rest'),
    ),
  );

/** A catch-up whose last records had too little time says so on them; the next one, an hour later, saves the rest. */
async function finishedCatchUp(storm: Storm, sinceMs: number): Promise<readonly string[]> {
  const failed = await catchUp(storm, sinceMs);
  if (!isUnfinished(storm)) return failed;
  storm.weather.count('catch-ups that went on');
  await storm.sleep(UNSAVED_FOR_MS);
  return [...failed, ...(await catchUp(storm, sinceMs))];
}

/** After a catch-up in a quiet account: a fee that settles meanwhile would be known to a part of the reads. */
async function mismatchesNow(storm: Storm, sinceMs: number): Promise<readonly string[]> {
  const { store } = storm.stripe.world;
  const isQuietSince = (ms: number): boolean => {
    storm.stripe.world.catchUp();
    return (store.events.newestFirst()[0]?.created ?? 0) * 1_000 < ms;
  };
  if (storm.records !== null) await storm.sleep(UNSAVED_FOR_MS);
  for (;;) {
    while (!isQuietSince(storm.nowMs() - QUIET_MS)) await storm.sleep(QUIET_MS);
    const startedMs = storm.nowMs();
    const failed = await finishedCatchUp(storm, sinceMs);
    const mismatches = [...failed, ...(await differences(storm))];
    if (isQuietSince(startedMs - QUIET_MS)) return mismatches;
  }
}

async function mismatchesAfter(storm: Storm): Promise<readonly string[]> {
  const sinceMs = storm.nowMs();
  const sent = new Set<string>();
  for (const actions of PHASES) {
    await rage(storm, actions, sent);
    const mismatches = await mismatchesNow(storm, sinceMs);
    if (mismatches.length > 0) return mismatches;
  }
  return [];
}

/** The even worlds have the rate limits of both services. */
export async function stormIn(isLimited: boolean): Promise<readonly string[]> {
  // A stack for each request that is given up would take a fifth of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return await worldsIn(isLimited);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

async function worldsIn(isLimited: boolean): Promise<readonly string[]> {
  const mismatches: string[] = [];
  const tally: Record<string, number> = {};
  const first = FIRST_SEED + (FIRST_SEED % 2 === (isLimited ? 0 : 1) ? 0 : 1);
  for (let seed = first; seed < FIRST_SEED + WORLDS; seed += 2) {
    consoleLines.length = 0;
    const storm = await prepareStorm(seed);
    for (const mismatch of await mismatchesAfter(storm)) {
      mismatches.push(`seed ${String(seed)}: ${mismatch} (${storm.done.join(' ')})`);
    }
    for (const [name, count] of Object.entries({ worlds: 1, ...storm.weather.tally })) {
      tally[name] = (tally[name] ?? 0) + count;
    }
  }
  const facts = { seeds: `${String(first)}, ${String(first + 2)}, ...`, ...tally };
  process.stdout.write(`storm ${JSON.stringify({ ...facts, mismatches: mismatches.length })}\n`);
  return mismatches;
}
