import type { GaplessRun, ErrorCode, RunPropertyName } from '@stripe-payments/core';
import {
  CATCH_UP_DOORS,
  countIn,
  epochMsFromText,
  modeOfRun,
  RUN_KEY,
  RUN_LOG_OBJECT,
  runIn,
} from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { RunLog } from '../ports.ts';
import type { RunLogAdmin } from '../use-cases/setup/setup-ports.ts';
import { SyncError } from '../sync-error.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';

/** HubSpot knows no such object. Other refusals are about what was asked of it. */
export const isUnknownObject = (error: unknown): boolean =>
  error instanceof SyncError &&
  (error.code === 'not-set-up' ||
    (error.code === 'hubspot-refused' && /infer object type/i.test(error.detail ?? '')));

const CONTEXT = { notFound: 'not-set-up', missingProperty: 'hubspot-refused' } as const;

/** After these it is not known whether the account has the object. */
const UNANSWERED: ReadonlySet<ErrorCode> = new Set([
  'hubspot-unreachable',
  'hubspot-rate-limited',
  'hubspot-daily-limit',
  'hubspot-wrong-answer',
  'timeout',
]);

const foundShape = z.object({
  total: z.number(),
  results: z.array(z.object({ properties: z.record(z.string(), z.nullable(z.string())) })),
  paging: z.nullish(z.object({ next: z.nullish(z.object({ after: z.string() })) })),
});

const NEWEST_FIRST = [{ propertyName: 'started_at', direction: 'DESCENDING' }];

const OF_CATCH_UPS = { propertyName: 'door', operator: 'IN', values: CATCH_UP_DOORS };

/** A finished run without `covered_since` has left a gap. */
const WITHOUT_GAP = [
  OF_CATCH_UPS,
  { propertyName: 'state', operator: 'EQ', value: 'finished' },
  { propertyName: 'covered_since', operator: 'HAS_PROPERTY' },
];

/**
 * Each joins those before it, so that the newest would do; beside it there may be one that began anew, and those of
 * the other mode, which their IDs tell.
 */
const MAX_CATCH_UPS = 50;

type Mode = 'live' | 'test';

interface FoundRun extends GaplessRun {
  readonly mode: Mode;
}

/** What a warm process knows of the log. */
export interface RunLogMemory {
  catchUps?: { readonly found: Promise<readonly FoundRun[] | null>; untilMs: number };
}

const REMEMBERED_MS = 15_000;

/** That the account keeps no log is known for longer. */
const OFF_REMEMBERED_MS = 600_000;

const catchUpIn = (stored: Readonly<Record<string, string | null>>): readonly FoundRun[] => {
  const mode = modeOfRun(stored[RUN_KEY] ?? '');
  const startedMs = epochMsFromText(stored['started_at'] ?? '');
  const coveredSinceMs = epochMsFromText(stored['covered_since'] ?? '');
  return mode === undefined || startedMs === undefined || coveredSinceMs === undefined
    ? []
    : [{ mode, startedMs, coveredSinceMs }];
};

/** Null where the account keeps no log. */
async function readCatchUps(client: HubSpotClient): Promise<readonly FoundRun[] | null> {
  try {
    const { results } = await client.ask(foundShape, {
      ...CONTEXT,
      path: `${PATHS.runs}/search`,
      body: {
        filterGroups: [{ filters: WITHOUT_GAP }],
        sorts: NEWEST_FIRST,
        properties: [RUN_KEY, 'started_at', 'covered_since'],
        limit: MAX_CATCH_UPS,
      },
    });
    return results.flatMap(({ properties }) => catchUpIn(properties));
  } catch (error) {
    return isUnknownObject(error) ? null : [];
  }
}

/** Writes runs where the account has the object, which the write itself finds out. */
export const createRunLog = (
  client: HubSpotClient,
  { mode, memory, nowMs }: { mode: Mode; memory: RunLogMemory; nowMs: () => number },
): RunLog => ({
  async save(values) {
    const input = { id: values.run_id, idProperty: RUN_KEY, properties: values };
    try {
      await client.send(
        { ...CONTEXT, path: `${PATHS.runs}/batch/upsert`, body: { inputs: [input] } },
        z.unknown(),
      );
      return 'saved';
    } catch (error) {
      // Without the scope it was never turned on, or Health says that the scope is missing.
      const isOff =
        isUnknownObject(error) ||
        (error instanceof SyncError && error.code === 'hubspot-permission');
      if (isOff) return 'off';
      return error instanceof SyncError && UNANSWERED.has(error.code) ? 'unknown' : 'failed';
    }
  },
  async catchUps() {
    if (memory.catchUps === undefined || memory.catchUps.untilMs < nowMs()) {
      memory.catchUps = { found: readCatchUps(client), untilMs: nowMs() + REMEMBERED_MS };
    }
    const asked = memory.catchUps;
    const found = await asked.found;
    if (found === null) asked.untilMs = nowMs() + OFF_REMEMBERED_MS;
    return (found ?? []).filter((run) => run.mode === mode);
  },
});

/** HubSpot's largest page of search results, and the pages that are added up: a run every 15 minutes. */
const PAGE = 200;
const MAX_PAGES = 15;

const membersShape = z.object({ results: z.array(z.object({ id: z.string() })) });

const NAMES: readonly RunPropertyName[] = [
  RUN_KEY,
  'door',
  'state',
  'started_at',
  'ended_at',
  'records_looked_at',
  'records_changed',
  'failures_by_reason',
];

async function sumReads(client: HubSpotClient, sinceMs: number) {
  const since = { propertyName: 'started_at', operator: 'GTE', value: String(sinceMs) };
  let [reads, runs, pages] = [0, 0, 0];
  let after: string | undefined;
  do {
    const page = await client.ask(foundShape, {
      ...CONTEXT,
      path: `${PATHS.runs}/search`,
      body: {
        filterGroups: [{ filters: [since] }],
        sorts: NEWEST_FIRST,
        properties: ['stripe_reads'],
        limit: PAGE,
        ...(after !== undefined && { after }),
      },
    });
    runs += page.results.length;
    for (const { properties } of page.results) reads += countIn(properties['stripe_reads']);
    after = page.paging?.next?.after;
    pages += 1;
  } while (after !== undefined && pages < MAX_PAGES);
  return { reads, runs, isAll: after === undefined };
}

/**
 * Reads the log, and makes and deletes its object.
 * @param mode of the Stripe key, whose catch-ups it gives; null without a key, for those of either.
 */
export function createRunLogAdmin(client: HubSpotClient, mode: Mode | null): RunLogAdmin {
  const isOfKey = (runId: string): boolean => mode === null || modeOfRun(runId) === mode;
  const schema = `${PATHS.schemas}/p_${RUN_LOG_OBJECT}`;
  const isOn = async (): Promise<boolean> => {
    try {
      await client.send({ ...CONTEXT, path: schema }, z.unknown());
      return true;
    } catch (error) {
      if (isUnknownObject(error)) return false;
      throw error;
    }
  };
  const someRecords = async (): Promise<readonly { readonly id: string }[]> => {
    const { results } = await client.ask(membersShape, {
      ...CONTEXT,
      path: `${PATHS.runs}?limit=100`,
    });
    return results;
  };
  return {
    isOn,
    async read(sinceMs) {
      try {
        // First, and alone: where the log is off, this is the only call.
        const newest = await client.ask(foundShape, {
          ...CONTEXT,
          path: `${PATHS.runs}/search`,
          body: {
            filterGroups: [{ filters: [OF_CATCH_UPS] }],
            sorts: NEWEST_FIRST,
            properties: NAMES,
            limit: MAX_CATCH_UPS,
          },
        });
        const month = await sumReads(client, sinceMs);
        const last = newest.results.find(({ properties }) => isOfKey(properties[RUN_KEY] ?? ''));
        return { isOn: true, last: runIn(last?.properties ?? {}), month };
      } catch (error) {
        if (!isUnknownObject(error)) throw error;
        return { isOn: false, last: null, month: { reads: 0, runs: 0, isAll: true } };
      }
    },
    async turnOn(definition) {
      // A lost answer is tried again, and then it is there already: the reading tells.
      await client.send(
        { ...CONTEXT, path: PATHS.schemas, body: definition, acceptedStatus: 409 },
        z.unknown(),
      );
      if (!(await isOn())) throw new SyncError('hubspot-refused', { detail: RUN_LOG_OBJECT });
    },
    async turnOff(onDeleted) {
      for (let some = await someRecords(); some.length > 0; some = await someRecords()) {
        const inputs = some.map(({ id }) => ({ id }));
        await client.send({ ...CONTEXT, path: `${PATHS.runs}/batch/archive`, body: { inputs } });
        onDeleted(some.length);
      }
      await client.send({ ...CONTEXT, path: schema, method: 'DELETE', acceptedStatus: 404 });
      // For good: an archived object keeps its name, and could not be turned on again.
      await client.send({
        ...CONTEXT,
        path: `${schema}?archived=true`,
        method: 'DELETE',
        acceptedStatus: 404,
      });
    },
  };
}
