import type { Failure, RangeRecord } from '@stripe-payments/core';
import type { LoggedStep, Ports } from '@stripe-payments/sync';
import { asSyncError } from '@stripe-payments/sync';
import { isPassing } from '../setup/exit-code.ts';

/** One part of a run; the next one goes on with its continuation. */
export type Part = (ports: Ports, continuation: string | undefined) => Promise<LoggedStep>;

/** What all parts of a run have done. */
export interface Total {
  readonly eventsRead: number;
  readonly records: readonly RangeRecord[];
  readonly isBeyondEvents: boolean;
  readonly stripeCalls: number;
  /** Of the last part, whose record has everything. */
  readonly runLog: LoggedStep['runLog'];
}

/** How a run ended: at its end, or where a failure stopped it. */
export interface Ended {
  readonly total: Total;
  /** Records found, and not synced yet. */
  readonly waiting: number;
  readonly stoppedBy: Failure | null;
}

/** A part that fails so often in a row stops the run. */
const MAX_TRIES = 2;

/** Before the second try of a part: HubSpot counts requests over ten seconds. */
const WAIT_MS = 11_000;

/** Does part after part to the end of a run, or to a failure that stops it. It never throws. */
export async function everyPart(
  ports: () => Ports,
  part: Part,
  onPart: (total: Total, step: LoggedStep) => void,
): Promise<Ended> {
  let tries = 0;
  let waiting = 0;
  let total: Total = {
    eventsRead: 0,
    records: [],
    isBeyondEvents: false,
    stripeCalls: 0,
    runLog: 'off',
  };
  let continuation: string | undefined;
  do {
    const using = ports();
    let step: LoggedStep;
    try {
      step = await part(using, continuation);
    } catch (error) {
      const { failure } = asSyncError(error);
      tries += 1;
      const mayRepeat = isPassing(failure) && failure.code !== 'hubspot-daily-limit';
      if (tries >= MAX_TRIES || !mayRepeat) {
        return { total, waiting, stoppedBy: failure };
      }
      await using.time.wait(WAIT_MS);
      continue;
    }
    tries = 0;
    waiting = step.waiting;
    total = {
      eventsRead: total.eventsRead + step.eventsRead,
      records: [...total.records, ...step.records],
      isBeyondEvents: step.isBeyondEvents,
      stripeCalls: total.stripeCalls + step.stripeCalls,
      runLog: step.runLog,
    };
    onPart(total, step);
    continuation = step.continuation ?? undefined;
  } while (continuation !== undefined || tries > 0);
  return { total, waiting, stoppedBy: null };
}
