import type { Budget } from './budget.ts';
import { SyncError } from '../sync-error.ts';

/** What a service takes of one kind of call. */
export interface Limits {
  readonly perSecond: number;
  /** Under way at the same time. */
  readonly atOnce: number;
}

/** Spreads the calls of one process, over all its invocations, so that a service refuses none. */
export interface RateLimit {
  /**
   * Runs the call when its lane is free. A call that still waits when its budget ends takes no slot.
   * @throws {SyncError} `timeout` where the budget ends first.
   */
  run<T>(lane: string, budget: Budget, call: () => Promise<T>): Promise<T>;
}

interface RateLimitOptions {
  readonly limitsOf: (lane: string) => Limits;
  /** Over all lanes. */
  readonly perSecondInAll: number;
  /** A monotonic clock in milliseconds. */
  readonly nowMs?: () => number;
}

const WINDOW_MS = 1_000;

/** Counts starts in any window of a second. */
class Window {
  private readonly startsMs: number[] = [];

  constructor(private readonly limit: number) {}

  /** Milliseconds until one more may start. */
  waitMs(nowMs: number): number {
    while (this.startsMs[0] !== undefined && this.startsMs[0] <= nowMs - WINDOW_MS) {
      this.startsMs.shift();
    }
    const [oldest] = this.startsMs;
    return oldest === undefined || this.startsMs.length < this.limit
      ? 0
      : oldest + WINDOW_MS - nowMs;
  }

  start(nowMs: number): void {
    this.startsMs.push(nowMs);
  }
}

class Lane {
  private readonly waiting = new Set<() => void>();
  private readonly window: Window;
  private running = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly limits: Limits,
    private readonly inAll: Window,
    private readonly nowMs: () => number,
  ) {
    this.window = new Window(limits.perSecond);
  }

  /** Resolves when the call may start, in the order of asking. */
  async enter(budget: Budget): Promise<void> {
    let entered = (): void => undefined;
    let expiry: NodeJS.Timeout | undefined;
    const turn = new Promise<void>((resolve, reject) => {
      entered = resolve;
      expiry = setTimeout(() => {
        this.waiting.delete(entered);
        reject(new SyncError('timeout'));
      }, budget.remainingMs());
    });
    this.waiting.add(entered);
    this.admit();
    try {
      await turn;
    } finally {
      clearTimeout(expiry);
    }
  }

  leave(): void {
    this.running -= 1;
    this.admit();
  }

  private admit(): void {
    clearTimeout(this.timer);
    for (const entered of this.waiting) {
      if (this.running >= this.limits.atOnce) return;
      const nowMs = this.nowMs();
      const waitMs = Math.max(this.window.waitMs(nowMs), this.inAll.waitMs(nowMs));
      if (waitMs > 0) {
        this.timer = setTimeout(() => {
          this.admit();
        }, Math.ceil(waitMs));
        return;
      }
      this.waiting.delete(entered);
      this.running += 1;
      this.window.start(nowMs);
      this.inAll.start(nowMs);
      entered();
    }
  }
}

export function createRateLimit({
  limitsOf,
  perSecondInAll,
  nowMs = () => performance.now(),
}: RateLimitOptions): RateLimit {
  const inAll = new Window(perSecondInAll);
  const lanes = new Map<string, Lane>();
  const laneOf = (name: string): Lane => {
    const lane = lanes.get(name) ?? new Lane(limitsOf(name), inAll, nowMs);
    lanes.set(name, lane);
    return lane;
  };
  return {
    async run(name, budget, call) {
      const lane = laneOf(name);
      await lane.enter(budget);
      try {
        return await call();
      } finally {
        lane.leave();
      }
    },
  };
}
