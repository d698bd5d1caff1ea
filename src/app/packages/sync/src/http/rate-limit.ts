import type { Budget, Ending } from './budget.ts';
import { SyncError } from '../sync-error.ts';
import type { Limits } from './meter.ts';
import { Meter } from './meter.ts';
import { timers } from './timers.ts';

/** Spreads the calls of one process, over all its invocations, so that a service refuses none. */
export interface RateLimit {
  /**
   * Runs the call when its lane is free. A call that still waits when its budget or its invocation ends
   * takes no slot.
   * @throws {SyncError} `timeout` where the budget ends first.
   */
  run<T>(lane: string, budget: Budget, call: () => Promise<T>): Promise<T>;
}

interface RateLimitOptions {
  readonly limitsOf: (lane: string) => Limits;
  /** Over all lanes. */
  readonly perSecondInAll: number;
  /** Of every limit, what one invocation may use. */
  readonly share?: number;
  /** True where the calls of a second are spread over it, as a run wants that lasts: a burst may arrive late. */
  readonly isEven?: boolean;
  /** A monotonic clock in milliseconds. */
  readonly nowMs?: () => number;
}

/** Of every limit, what one invocation may use: the rest is free for its neighbors in the process. */
const SHARE_OF_INVOCATION = 5 / 8;

const shareOf = ({ perSecond, atOnce }: Limits, share: number): Limits => ({
  perSecond: Math.ceil(perSecond * share),
  atOnce: Math.ceil(atOnce * share),
});

/** What one invocation has under way. */
interface Invocation {
  readonly inAll: Meter;
  readonly lanes: Map<string, Meter>;
}

interface Waiting {
  readonly budget: Budget;
  readonly admit: () => void;
  readonly expire: () => void;
}

/** Calls of one invocation in one lane, in the order of asking. */
interface Queue {
  readonly meters: readonly Meter[];
  readonly inAll: Meter;
  readonly yields: boolean;
  readonly calls: Set<Waiting>;
}

class Scheduler {
  private readonly lanes = new Map<string, Meter>();
  private readonly inAll: Meter;
  private readonly invocations = new WeakMap<Ending, Invocation>();
  private readonly queues = new Map<Ending, Map<string, Queue>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly limitsOf: (lane: string) => Limits,
    private readonly limitsInAll: Limits,
    private readonly share: number,
    private readonly isEven: boolean,
    private readonly nowMs: () => number,
  ) {
    this.inAll = new Meter(limitsInAll);
  }

  /** Resolves when the call may start, to the function that ends it. */
  async enter(lane: string, budget: Budget): Promise<() => void> {
    const queue = this.queueOf(lane, budget.ending);
    let stopListening = (): void => undefined;
    let expiry: NodeJS.Timeout | undefined;
    const turn = new Promise<void>((resolve, reject) => {
      const waiting: Waiting = {
        budget,
        admit: resolve,
        expire: () => {
          reject(new SyncError('timeout'));
        },
      };
      const drop = (): void => {
        queue.calls.delete(waiting);
        waiting.expire();
      };
      queue.calls.add(waiting);
      expiry = timers.set(drop, budget.remainingMs());
      stopListening = budget.ending.listen(drop);
    });
    this.admit();
    try {
      await turn;
    } finally {
      timers.clear(expiry);
      stopListening();
      this.forgetEmpty(lane, budget.ending);
    }
    return () => {
      for (const meter of queue.meters) meter.end();
      this.admit();
    };
  }

  private queueOf(lane: string, ending: Ending): Queue {
    const ofInvocation = this.queues.get(ending) ?? new Map<string, Queue>();
    this.queues.set(ending, ofInvocation);
    const known = ofInvocation.get(lane);
    if (known !== undefined) return known;
    const limits = this.limitsOf(lane);
    const invocation = this.invocations.get(ending) ?? {
      inAll: new Meter(shareOf(this.limitsInAll, this.share), this.isEven),
      lanes: new Map<string, Meter>(),
    };
    this.invocations.set(ending, invocation);
    const own = invocation.lanes.get(lane) ?? new Meter(shareOf(limits, this.share));
    invocation.lanes.set(lane, own);
    const shared = this.lanes.get(lane) ?? new Meter(limits);
    this.lanes.set(lane, shared);
    const { inAll } = invocation;
    const meters = [shared, this.inAll, own, inAll];
    const yields = limits.yields === true;
    const queue = { meters, inAll, yields, calls: new Set<Waiting>() };
    ofInvocation.set(lane, queue);
    return queue;
  }

  private forgetEmpty(lane: string, ending: Ending): void {
    const ofInvocation = this.queues.get(ending);
    if (ofInvocation?.get(lane)?.calls.size === 0) ofInvocation.delete(lane);
    if (ofInvocation?.size === 0) this.queues.delete(ending);
  }

  /** Queues with something in them; first those of the invocation that has started the least of late. */
  private inTurn(nowMs: number): readonly Queue[] {
    return [...this.queues.values()]
      .flatMap((queues) => [...queues.values()])
      .filter(({ calls }) => calls.size > 0)
      .sort(
        (left, right) =>
          left.inAll.startedLately(nowMs) - right.inAll.startedLately(nowMs) ||
          Number(left.yields) - Number(right.yields),
      );
  }

  /** Starts one call that may start now. */
  private admitOne(nowMs: number): { readonly admitted: boolean; readonly waitMs: number } {
    let soonestMs = Infinity;
    for (const { meters, calls } of this.inTurn(nowMs)) {
      const [waiting] = calls;
      if (waiting === undefined) continue;
      const waitMs = Math.max(...meters.map((meter) => meter.waitMs(nowMs)));
      if (waitMs > 0) {
        soonestMs = Math.min(soonestMs, waitMs);
        continue;
      }
      calls.delete(waiting);
      // Its timer may be late where the process is busy: what is over takes no slot.
      if (waiting.budget.remainingMs() <= 0) {
        waiting.expire();
      } else {
        for (const meter of meters) meter.start(nowMs);
        waiting.admit();
      }
      return { admitted: true, waitMs: 0 };
    }
    return { admitted: false, waitMs: soonestMs };
  }

  private admit(): void {
    timers.clear(this.timer);
    const nowMs = this.nowMs();
    let outcome = this.admitOne(nowMs);
    while (outcome.admitted) outcome = this.admitOne(nowMs);
    if (outcome.waitMs === Infinity) return;
    this.timer = timers.set(() => {
      this.admit();
    }, Math.ceil(outcome.waitMs));
  }
}

export function createRateLimit({
  limitsOf,
  perSecondInAll,
  share = SHARE_OF_INVOCATION,
  isEven = false,
  nowMs = () => timers.nowMs(),
}: RateLimitOptions): RateLimit {
  const limitsInAll = { perSecond: perSecondInAll, atOnce: Infinity };
  const scheduler = new Scheduler(limitsOf, limitsInAll, share, isEven, nowMs);
  return {
    async run(lane, budget, call) {
      const leave = await scheduler.enter(lane, budget);
      try {
        return await call();
      } finally {
        leave();
      }
    },
  };
}
