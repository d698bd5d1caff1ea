import { Stopped } from './check.ts';

/** Time as a port: against the stand-ins it passes without waiting. */
export interface Time {
  nowMs(): number;
  sleep(durationMs: number): Promise<void>;
}

interface Removal {
  readonly name: string;
  readonly remove: () => Promise<unknown>;
}

/** One run: when it may go on, what it has created, and what it tells the person who waits. */
export interface Session {
  /** Part of every name and address that the run creates. */
  readonly runId: string;
  readonly time: Time;
  readonly say: (line: string) => void;
  /** @throws {Stopped} once the run was interrupted, unless it is cleaning up. */
  readonly goOn: () => void;
  /** Ends the checks; what is under way finishes first. */
  stop(): void;
  readonly isStopped: () => boolean;
  /** Resolves when the run is interrupted. */
  readonly stopped: Promise<void>;
  /** Remembers how to remove what was just created. */
  created(name: string, remove: () => Promise<unknown>): void;
  /** Removes everything, the newest first. Answers with what could not be removed, and why. */
  cleanUp(): Promise<readonly string[]>;
}

interface SessionParts {
  readonly runId: string;
  readonly time: Time;
  readonly say: (line: string) => void;
}

export function createSession({ runId, time, say }: SessionParts): Session {
  const removals: Removal[] = [];
  let isStopped = false;
  let wake = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    wake = resolve;
  });
  let isCleaning = false;
  return {
    runId,
    time,
    say,
    goOn: () => {
      if (isStopped && !isCleaning) throw new Stopped('The run was interrupted.');
    },
    stop: () => {
      isStopped = true;
      wake();
    },
    stopped,
    isStopped: () => isStopped,
    created: (name, remove) => {
      removals.push({ name, remove });
    },
    async cleanUp() {
      isCleaning = true;
      const failed: string[] = [];
      for (const { name, remove } of removals.splice(0).reverse()) {
        try {
          await remove();
        } catch (error) {
          failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      return failed;
    },
  };
}

const FIRST_WAIT_MS = 1_000;
const MAX_WAIT_MS = 30_000;

/** Reads again, at growing intervals, until there is something or the time is over. */
export async function eventually<T>(
  { time, say, goOn, stopped }: Session,
  what: string,
  limitMs: number,
  read: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const endMs = time.nowMs() + limitMs;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)) {
    const found = await read();
    if (found !== undefined || time.nowMs() >= endMs) return found;
    if (waitMs === FIRST_WAIT_MS) say(`waiting for ${what}, up to ${String(limitMs / 1_000)} s`);
    goOn();
    await Promise.race([time.sleep(waitMs), stopped]);
    goOn();
  }
}
