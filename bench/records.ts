import type { World } from '../sandbox/world/world.ts';
import type { Subject } from './accounts.ts';
import { companyWithContacts, contactByAddress, dealWithContacts, linkedDeal } from './accounts.ts';
import { forgetRequests, requestsTo, setLatency } from './calls.ts';
import type { Figure } from './figure.ts';
import { invoke } from './invoke.ts';
import { roundTrips } from './measure.ts';

const LATENCY_MS = 150;

/** The platform ends a function after 15 s. */
const MAX_SLICE_MS = 13_000;

/** Of Stripe, for one opening in a new process: the account's id among them. */
const MAX_READS: Readonly<Record<string, number>> = {
  'a deal with a linked customer': 9,
  'a deal with 5 contacts': 20,
  'a company with 50 contacts': 100,
};

interface Slice {
  readonly elapsedMs: number;
  readonly stripeCalls: number;
  readonly refused: number;
  readonly hubspotCalls: number;
  readonly roundTrips: number;
  readonly contactsCovered: number | undefined;
  readonly tokenBytes: number;
  readonly continuation: string | undefined;
}

async function readSlice(
  world: World,
  { objectType, recordId }: Subject,
  continuation: string | undefined,
): Promise<Slice> {
  await forgetRequests(world);
  const cost = await invoke(world, 'get-payments', recordId, {
    objectType,
    ...(continuation === undefined ? {} : { continuation }),
  });
  const [stripe, hubspot] = await Promise.all([
    requestsTo(world.stripe.url),
    requestsTo(world.hubspot.url),
  ]);
  return {
    elapsedMs: cost.elapsedMs,
    stripeCalls: stripe.length,
    refused: stripe.filter(({ status }) => status === 429).length,
    hubspotCalls: hubspot.length,
    roundTrips: roundTrips([...stripe, ...hubspot]),
    contactsCovered: cost.contactsCovered ?? undefined,
    tokenBytes: cost.continuation?.length ?? 0,
    continuation: cost.continuation ?? undefined,
  };
}

function describe(slice: Slice): string {
  const parts = [
    `${String(slice.stripeCalls)} Stripe`,
    `${String(slice.hubspotCalls)} HubSpot`,
    `${String(slice.roundTrips)} round trips`,
    `${slice.elapsedMs.toFixed(0)} ms`,
  ];
  if (slice.refused > 0) parts.push(`${String(slice.refused)} refused`);
  if (slice.contactsCovered !== undefined) parts.push(`${String(slice.contactsCovered)} covered`);
  if (slice.tokenBytes > 0) parts.push(`${String(slice.tokenBytes)} byte token`);
  return parts.join(', ');
}

/** A figure for each call that it takes to read the record, and one for all of them. */
async function measureSubject(world: World, subject: Subject): Promise<readonly Figure[]> {
  const slices: Slice[] = [];
  let continuation: string | undefined;
  do {
    const slice = await readSlice(world, subject, continuation);
    slices.push(slice);
    ({ continuation } = slice);
  } while (continuation !== undefined);
  const figures = slices.map((slice, index) => ({
    name: `get-payments: ${subject.name}${slices.length > 1 ? `, part ${String(index + 1)}` : ''}`,
    value: describe(slice),
    target: `under ${String(MAX_SLICE_MS / 1_000)} s`,
    holds: slice.elapsedMs < MAX_SLICE_MS,
  }));
  const reads = slices.reduce((sum, { stripeCalls }) => sum + stripeCalls, 0);
  const maxReads = MAX_READS[subject.name];
  if (maxReads !== undefined) {
    figures.push({
      name: `get-payments: ${subject.name}, reads of Stripe`,
      value: String(reads),
      target: `at most ${String(maxReads)}`,
      holds: reads <= maxReads,
    });
  }
  if (slices.length === 1) return figures;
  const totalMs = slices.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  const value = `${String(slices.length)} parts, ${(totalMs / 1_000).toFixed(1)} s`;
  return [
    ...figures,
    { name: `get-payments: ${subject.name}, in all`, value, target: 'every part', holds: true },
  ];
}

/** Records whose payers have to be looked for, with the rate limits of both services. */
export async function measureRecords(world: World, nowMs: number): Promise<readonly Figure[]> {
  const subjects = [
    linkedDeal(world, nowMs),
    contactByAddress(world, nowMs),
    dealWithContacts(world, 5, nowMs),
    dealWithContacts(world, 200, nowMs),
    companyWithContacts(world, 50, nowMs),
    companyWithContacts(world, 500, nowMs),
  ];
  world.hubspot.store.records.letSearchKnow();
  await setLatency(world, LATENCY_MS);
  const figures: Figure[] = [];
  for (const subject of subjects) figures.push(...(await measureSubject(world, subject)));
  return figures;
}
