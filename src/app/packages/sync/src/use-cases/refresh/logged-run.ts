import type { SyncDoor, SyncRun, SyncRangeParameters } from '@stripe-payments/core';
import {
  afterRunStep,
  beginRun,
  coveredSince,
  functionTextsIn,
  runValues,
} from '@stripe-payments/core';
import type { Ports, Seal } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { syncList } from './sync-list.ts';
import type { RangeStep } from './sync-range.ts';
import { syncRange } from './sync-range.ts';

/** A step, and whether its run could be written to the run log. */
export type LoggedStep = RangeStep & {
  /** `unknown`: HubSpot did not answer, and no earlier step of the run tells whether the account has a log. */
  readonly runLog: 'saved' | 'off' | 'failed' | 'unknown';
};

/** What is in the token of a run. */
interface Going {
  readonly kind: 'run';
  readonly run: SyncRun;
  /** True where the account has no run log: it is not tried again. */
  readonly isOff: boolean;
  /** True where a step of the run was written: the account has one. */
  readonly isOn?: boolean;
  /** Where the work goes on. */
  readonly at: string;
}

/** The whole is sealed around it. */
const UNSEALED: Seal = { close: (text) => text, open: (text) => text };

function goingOn({ seal }: Ports, continuation: string): Going {
  const text = seal.open(continuation);
  const going = text === undefined ? undefined : (JSON.parse(text) as Partial<Going>);
  if (going?.kind !== 'run') throw new SyncError('bad-request');
  return going as Going;
}

async function saveRun(ports: Ports, run: SyncRun, isFinished: boolean) {
  const { accountLanguage, clock, runLog } = ports;
  const joinsThoseBefore = isFinished && run.sinceMs !== null;
  const coveredSinceMs = joinsThoseBefore ? coveredSince(run, await runLog.catchUps()) : null;
  const end = { isFinished, nowMs: clock.nowMs(), coveredSinceMs };
  return runLog.save(runValues(run, end, functionTextsIn(accountLanguage)));
}

/**
 * One bounded part of a catch-up or a list, and at most one write of its run's record. That write never
 * fails the step.
 * @throws {SyncError} where nothing of the part could be done.
 */
export async function loggedStep(
  ports: Ports,
  asked: SyncRangeParameters,
  from: 'page' | 'terminal',
): Promise<LoggedStep> {
  const { continuation, startedMs } = asked;
  const going = continuation === undefined ? undefined : goingOn(ports, continuation);
  const nowMs = ports.clock.nowMs();
  const { mode } = ports.stripe;
  const door: SyncDoor = `${'list' in asked ? 'list' : 'catch_up'}_${from}`;
  const before = going?.run ?? beginRun(door, asked, { mode, askedMs: startedMs ?? nowMs, nowMs });
  const unsealed = { ...ports, seal: UNSEALED };
  const step =
    'list' in asked
      ? await syncList(unsealed, asked.list, going?.at)
      : await syncRange(unsealed, {
          sinceMs: asked.sinceMs,
          ...(going !== undefined && { continuation: going.at }),
        });
  const run = afterRunStep(before, step);
  const { continuation: at } = step;
  const isFinished = at === null;
  const written = going?.isOff === true ? 'off' : await saveRun(ports, run, isFinished);
  const isOn = going?.isOn === true || written === 'saved';
  const runLog = written === 'unknown' && isOn ? 'failed' : written;
  const next: Going | null =
    at === null ? null : { kind: 'run', run, isOff: runLog === 'off', isOn, at };
  return {
    ...step,
    continuation: next === null ? null : ports.seal.close(JSON.stringify(next)),
    runLog,
  };
}
