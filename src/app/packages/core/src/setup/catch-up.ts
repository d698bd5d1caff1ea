import type { Failure } from '../contract/failure.ts';
import type { RangeRecord, SyncRangeReply } from '../contract/functions.ts';
import type { ListedBy, SyncRangeParameters } from '../contract/parameters.ts';

export type FailedRecord = Extract<RangeRecord, { readonly status: 'failed' }>;

/** What a catch-up has done so far. */
export interface CatchUp {
  /** The records that are synced instead of those that were touched; null for a catch-up. */
  readonly list: ListedBy | null;
  readonly sinceMs: number;
  readonly startedMs: number;
  readonly eventsRead: number;
  readonly synced: number;
  /** Of those synced, records that had another value before. */
  readonly changed: number;
  readonly failed: readonly FailedRecord[];
  /** Found, and not synced yet. */
  readonly waiting: number;
  readonly isBeyondEvents: boolean;
  /** Steps whose answer was lost: what they synced is not counted. */
  readonly lostSteps: number;
  /** True where a step could not be written to the run log. */
  readonly isLogMissing: boolean;
  /** Where it goes on; null before the first step, and after the last. */
  readonly continuation: string | null;
  readonly isDone: boolean;
}

export const startCatchUp = (sinceMs: number, startedMs: number): CatchUp => ({
  list: null,
  sinceMs,
  startedMs,
  eventsRead: 0,
  synced: 0,
  changed: 0,
  failed: [],
  waiting: 0,
  isBeyondEvents: false,
  lostSteps: 0,
  isLogMissing: false,
  continuation: null,
  isDone: false,
});

/** A sync of a list, by the same steps. */
export const startListSync = (list: ListedBy, startedMs: number): CatchUp => ({
  ...startCatchUp(startedMs, startedMs),
  list,
});

type Step = Extract<SyncRangeReply, { readonly ok: true }>;

function afterStep(before: CatchUp, step: Step): CatchUp {
  const synced = step.records.filter(({ status }) => status === 'synced');
  const failed = step.records.filter(
    (record): record is FailedRecord => record.status === 'failed',
  );
  const changed = synced.filter((record) => record.status === 'synced' && record.changes > 0);
  return {
    ...before,
    eventsRead: before.eventsRead + step.eventsRead,
    synced: before.synced + synced.length,
    changed: before.changed + changed.length,
    failed: [...before.failed, ...failed],
    waiting: step.waiting,
    isBeyondEvents: before.isBeyondEvents || step.isBeyondEvents,
    // The next write has everything of the one before.
    isLogMissing: step.runLog === 'failed',
    continuation: step.continuation,
    isDone: step.continuation === null,
  };
}

/** What passes by itself: the same step is tried again. */
const PASSING: ReadonlySet<string> = new Set([
  'no-answer',
  'timeout',
  'stripe-unreachable',
  'stripe-rate-limited',
  'hubspot-unreachable',
  'hubspot-rate-limited',
  'claims-unchecked',
]);

/** A step that fails so often in a row stops the catch-up. */
const MAX_TRIES = 3;

interface CatchUpPorts {
  readonly send: (parameters: SyncRangeParameters) => Promise<SyncRangeReply>;
  /** Between two tries of a step. */
  readonly wait: () => Promise<void>;
  /** Called after each step; false where it has to stop. */
  readonly onStep: (catchUp: CatchUp) => boolean;
}

/** Where a catch-up is: at its end, stopped by a person, or stopped by a failure. */
export interface CatchUpOutcome {
  readonly catchUp: CatchUp;
  readonly failure: Failure | null;
}

/**
 * Sends step after step, each a bounded call, until everything is synced or a person stops it. A record's
 * own last sync is its watermark, so a step that is repeated, or done in two windows at once, is harmless.
 */
export async function runCatchUp(
  from: CatchUp,
  { send, wait, onStep }: CatchUpPorts,
): Promise<CatchUpOutcome> {
  let catchUp = from;
  let tries = 0;
  while (!catchUp.isDone) {
    const { list, sinceMs, startedMs, continuation } = catchUp;
    const asked = list === null ? { sinceMs, startedMs } : { list, startedMs };
    const reply = await send({ ...asked, ...(continuation === null ? {} : { continuation }) });
    if (reply.ok) {
      tries = 0;
      catchUp = afterStep(catchUp, reply);
    } else {
      const { error } = reply;
      if (error.code === 'no-answer') catchUp = { ...catchUp, lostSteps: catchUp.lostSteps + 1 };
      tries += 1;
      if (!PASSING.has(error.code) || tries >= MAX_TRIES) return { catchUp, failure: error };
      await wait();
    }
    if (!onStep(catchUp)) break;
  }
  return { catchUp, failure: null };
}

/** Records by why they were not synced, the largest group first. */
export function failuresByReason(
  failed: readonly FailedRecord[],
): readonly { readonly error: Failure; readonly records: readonly FailedRecord[] }[] {
  const groups = new Map<string, FailedRecord[]>();
  for (const record of failed) {
    const { code, permission = '' } = record.error;
    const key = `${code}/${permission}`;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()]
    .toSorted((one, other) => other.length - one.length)
    .flatMap((records) => (records[0] === undefined ? [] : [{ error: records[0].error, records }]));
}
