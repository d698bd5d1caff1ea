import type { ErrorCode } from '../contract/failure.ts';
import { ERROR_CODES, isErrorCode } from '../contract/failure.ts';
import type { RangeRecord } from '../contract/functions.ts';
import type { ListedBy } from '../contract/parameters.ts';
import type { LoggedRun } from '../contract/health.ts';
import { failureMessage } from '../presentation/failure.ts';
import type { FunctionTexts } from '../texts/catalogue.ts';
import { epochMsFromText } from '../time/iso.ts';
import type { RunPropertyName, RunState, SyncDoor } from './run-properties.ts';

type StripeMode = 'live' | 'test';

/**
 * Of which mode's payments a run was. Its ID tells, since a log that an account has already gets no further properties;
 * undefined for a run from before, which counts for neither.
 */
export function modeOfRun(runId: string): StripeMode | undefined {
  const [, mode] = runId.split(' ');
  return mode === 'live' || mode === 'test' ? mode : undefined;
}

/** What all steps of a run have done so far; it travels in the run's token. */
export interface SyncRun {
  readonly runId: string;
  readonly door: SyncDoor;
  readonly startedMs: number;
  /** Null for a list. */
  readonly sinceMs: number | null;
  /** What a list is of; empty for a catch-up. */
  readonly selection: string;
  readonly synced: number;
  readonly changed: number;
  /** Failed records, by the code of the reason. */
  readonly failures: Readonly<Partial<Record<ErrorCode, number>>>;
  readonly stripeReads: number;
}

type RunRange = { readonly sinceMs: number } | { readonly list: ListedBy };

const listIn = ({ which }: ListedBy): string => {
  if (typeof which === 'string') return which;
  if ('listId' in which) return `list ${which.listId}`;
  return which.length === 1 ? '1 record' : `${String(which.length)} records`;
};

function selectionOf(list: ListedBy): string {
  const filters = Object.entries(list.where).map(([name, value]) => `${name} ${value}`);
  return [`${list.objectType}: ${listIn(list)}`, ...filters].join(', ');
}

/**
 * A run before its first step.
 * @param askedMs when its first step was asked for: a step that is repeated has the same, so a lost answer
 *   leaves one record.
 */
export function beginRun(
  door: SyncDoor,
  range: RunRange,
  {
    mode,
    askedMs,
    nowMs,
  }: { readonly mode: StripeMode; readonly askedMs: number; readonly nowMs: number },
): SyncRun {
  return {
    runId: `${door} ${mode} ${new Date(askedMs).toISOString()}`,
    door,
    startedMs: nowMs,
    sinceMs: 'sinceMs' in range ? range.sinceMs : null,
    selection: 'list' in range ? selectionOf(range.list) : '',
    synced: 0,
    changed: 0,
    failures: {},
    stripeReads: 0,
  };
}

export function afterRunStep(
  run: SyncRun,
  step: { readonly records: readonly RangeRecord[]; readonly stripeCalls: number },
): SyncRun {
  const failures = { ...run.failures };
  let { synced, changed } = run;
  for (const record of step.records) {
    if (record.status === 'failed') {
      failures[record.error.code] = (failures[record.error.code] ?? 0) + 1;
      continue;
    }
    synced += 1;
    if (record.changes > 0) changed += 1;
  }
  return { ...run, synced, changed, failures, stripeReads: run.stripeReads + step.stripeCalls };
}

const isoText = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString());

/** What the record of a run holds. The code in brackets lets the app say the reason in the reader's language. */
export function runValues(
  run: SyncRun,
  end: {
    readonly isFinished: boolean;
    readonly nowMs: number;
    /** Since when this run and those before it have left no gap; null where it leaves one. */
    readonly coveredSinceMs: number | null;
  },
  texts: FunctionTexts,
): Readonly<Record<RunPropertyName, string>> {
  const { failures, synced, changed } = run;
  const counted = ERROR_CODES.flatMap((code) => {
    const count = failures[code];
    return count === undefined ? [] : [{ code, count }];
  });
  const failed = counted.reduce((all, { count }) => all + count, 0);
  const lines = counted.map(
    ({ code, count }) => `${String(count)} × ${failureMessage({ code }, texts).message} (${code})`,
  );
  const state: RunState = end.isFinished ? 'finished' : 'goes_on';
  return {
    run_id: run.runId,
    door: run.door,
    state,
    started_at: isoText(run.startedMs),
    ended_at: end.isFinished ? isoText(end.nowMs) : '',
    records_looked_at: String(synced + failed),
    records_changed: String(changed),
    records_failed: String(failed),
    failures_by_reason: lines.join('\n'),
    stripe_reads: String(run.stripeReads),
    since: isoText(run.sinceMs),
    covered_since: isoText(end.coveredSinceMs),
    selection: run.selection,
  };
}

type Stored = Readonly<Record<string, string | null | undefined>>;

/** Zero where a person emptied it. */
export function countIn(value: string | null | undefined): number {
  const count = Number(value ?? '');
  return Number.isSafeInteger(count) && count >= 0 ? count : 0;
}

/** A run as the record of it tells; null where the record has no beginning. */
export function runIn(stored: Stored): LoggedRun | null {
  const startedMs = epochMsFromText(stored['started_at'] ?? '');
  if (startedMs === undefined) return null;
  const failures = [
    ...(stored['failures_by_reason'] ?? '').matchAll(/^(\d+) × .*\(([a-z-]+)\)$/gm),
  ].map(([, count = '', code = '']) => ({
    code: isErrorCode(code) ? code : ('unexpected' as const),
    count: Number(count),
  }));
  return {
    door: stored['door'] ?? '',
    isFinished: stored['state'] === 'finished',
    startedMs,
    endedMs: epochMsFromText(stored['ended_at'] ?? '') ?? null,
    lookedAt: countIn(stored['records_looked_at']),
    changed: countIn(stored['records_changed']),
    failures,
  };
}
