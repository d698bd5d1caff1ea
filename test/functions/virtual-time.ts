type Fetch = typeof globalThis.fetch;

const fetchOverSocket: Fetch = globalThis.fetch;

/** Answers without a socket, each with its whole body at once; undefined where it does not reach. */
type Straight = (...request: Parameters<Fetch>) => Promise<Response> | undefined;

/** Event loop turns in which a closed connection or a woken promise gets its due. */
const QUIET_TURNS = 3;

/**
 * Time that passes only when there is nothing else to do: a wait costs nothing, and what must end in time
 * ends in time on a busy machine too. It is the time of the functions and of the stand-ins below them.
 * With a clock of the machine its time passes as well: a wait is skipped where nothing is under way, and
 * ends as on that clock where a stand-in takes real time to answer.
 */
export class VirtualTime {
  private skippedMs = 0;
  private alarm: NodeJS.Timeout | undefined;
  private readonly timers = new Map<symbol, { readonly dueMs: number; readonly run: () => void }>();
  /** Requests under way, without those that a stand-in lets wait. */
  private working = 0;
  private isWatched = false;

  constructor(
    private readonly straight?: Straight,
    private readonly machineMs?: () => number,
  ) {}

  readonly nowMs = (): number => this.skippedMs + (this.machineMs?.() ?? 0);

  readonly setTimeout = (run: () => void, durationMs = 0): symbol => {
    const timer = Symbol('timer');
    this.timers.set(timer, { dueMs: this.nowMs() + Math.max(0, durationMs), run });
    this.setAlarm();
    this.watch();
    return timer;
  };

  readonly clearTimeout = (timer: symbol | undefined): void => {
    if (timer === undefined || !this.timers.delete(timer)) return;
    this.setAlarm();
  };

  /** Counts as work until the whole body arrived. */
  readonly fetch: Fetch = async (...request) => {
    this.working += 1;
    let arrived: Promise<unknown> = Promise.resolve();
    try {
      const straight = this.straight?.(...request);
      if (straight !== undefined) return await straight;
      // A test may have put another in its place, or this one.
      const send = globalThis.fetch === this.fetch ? fetchOverSocket : globalThis.fetch;
      const response = await send(...request);
      arrived = response.clone().arrayBuffer();
      return response;
    } finally {
      const finish = (): void => {
        this.finish();
      };
      arrived.then(finish, finish);
    }
  };

  /** How a stand-in lets a request wait. The time of a client that gave up is not waited for. */
  readonly wait = (durationMs: number, gaveUp: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      this.finish();
      const goOn = (): void => {
        this.working += 1;
      };
      gaveUp.addEventListener('abort', goOn);
      this.setTimeout(() => {
        gaveUp.removeEventListener('abort', goOn);
        if (!gaveUp.aborted) goOn();
        resolve();
      }, durationMs);
    });

  private finish(): void {
    this.working -= 1;
    this.watch();
  }

  private watch(quietTurns = 0): void {
    if (quietTurns === 0) {
      if (this.isWatched) return;
      this.isWatched = true;
    }
    setImmediate(() => {
      if (this.working > 0 || this.timers.size === 0) this.isWatched = false;
      else if (quietTurns < QUIET_TURNS) this.watch(quietTurns + 1);
      else this.passOn();
    });
  }

  private nextDue() {
    return [...this.timers].sort(([, a], [, b]) => a.dueMs - b.dueMs)[0];
  }

  /** To the next timer, whose time it then is. */
  private passOn(): void {
    const next = this.nextDue();
    if (next === undefined) return;
    const [timer, { dueMs, run }] = next;
    this.timers.delete(timer);
    this.skippedMs += Math.max(0, dueMs - this.nowMs());
    this.setAlarm();
    this.isWatched = false;
    run();
    this.watch();
  }

  /** Rings when the next timer is due on the machine's clock. */
  private setAlarm(): void {
    if (this.machineMs === undefined) return;
    clearTimeout(this.alarm);
    const next = this.nextDue();
    if (next === undefined) return;
    this.alarm = setTimeout(() => {
      this.passOn();
    }, next[1].dueMs - this.nowMs());
  }
}
