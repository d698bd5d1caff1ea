/** What a service takes of one kind of call. */
export interface Limits {
  readonly perSecond: number;
  /** Under way at the same time. */
  readonly atOnce: number;
  /** Of one invocation, calls of other lanes go first. */
  readonly yields?: true;
}

const WINDOW_MS = 1_000;

/** Of a second, a part that may have its part of the calls only. */
const EVEN_PARTS = 5;

/** Counts starts in any window of a second, and what is under way. */
export class Meter {
  private readonly startsMs: number[] = [];
  private running = 0;

  constructor(
    private readonly limits: Limits,
    private readonly isEven = false,
  ) {}

  startedLately(nowMs: number): number {
    while (this.startsMs[0] !== undefined && this.startsMs[0] <= nowMs - WINDOW_MS) {
      this.startsMs.shift();
    }
    return this.startsMs.length;
  }

  /** Milliseconds until one more may start; infinite where one has to end first. */
  waitMs(nowMs: number): number {
    if (this.running >= this.limits.atOnce) return Infinity;
    this.startedLately(nowMs);
    const { perSecond } = this.limits;
    const parts = this.isEven ? [1, EVEN_PARTS] : [1];
    return Math.max(...parts.map((part) => this.waitOfWindowMs(nowMs, part, perSecond)));
  }

  private waitOfWindowMs(nowMs: number, parts: number, perSecond: number): number {
    const sinceMs = nowMs - WINDOW_MS / parts;
    // The one before which so many others began.
    const startedMs = this.startsMs.at(-Math.ceil(perSecond / parts));
    return startedMs === undefined || startedMs <= sinceMs ? 0 : startedMs - sinceMs;
  }

  start(nowMs: number): void {
    this.startsMs.push(nowMs);
    this.running += 1;
  }

  end(): void {
    this.running -= 1;
  }
}
