import type { FunctionUid, Main } from '../run-main.ts';
import { loadMain } from '../run-main.ts';
import type { VirtualTime } from '../virtual-time.ts';

const never = (): Promise<never> => new Promise(() => undefined);

/** Where a process is killed: so many waits from now, of which a request may still take effect. */
export interface Kill {
  readonly waits: number;
  readonly takesEffect: boolean;
}

/**
 * A warm process of a function, which can be killed at any of its waits: a request, or a timer. Like the
 * platform's it runs one invocation at a time.
 */
export class FunctionProcess {
  readonly main: Main;
  isBusy = false;
  private isDead = false;
  private doom: (Kill & { readonly die: () => void }) | undefined;
  private waits = 0;

  constructor(
    uid: FunctionUid,
    private readonly time: VirtualTime,
    globals: { readonly Date: DateConstructor; readonly Math: Math },
  ) {
    this.main = loadMain(uid, {
      ...globals,
      performance: { now: time.nowMs },
      setTimeout: (run, durationMs) => {
        this.passWait();
        return time.setTimeout(() => {
          if (!this.isDead) run();
        }, durationMs);
      },
      clearTimeout: time.clearTimeout,
      fetch: (...request) => this.fetch(...request),
    });
  }

  get isFree(): boolean {
    return !this.isDead && !this.isBusy;
  }

  private hasDied(): boolean {
    return this.isDead;
  }

  /** Its invocation has ended: it lives on. */
  release(): void {
    this.isBusy = false;
    this.doom = undefined;
  }

  /** Resolves when it has died; never, where it ends before. */
  killAt(kill: Kill): Promise<'killed'> {
    this.waits = 0;
    return new Promise((resolve) => {
      this.doom = {
        ...kill,
        die: () => {
          this.isDead = true;
          resolve('killed');
        },
      };
    });
  }

  /** How it dies, where this is the wait at which it does. */
  private passWait(): Kill | undefined {
    this.waits += 1;
    if (this.doom === undefined || this.isDead || this.waits < this.doom.waits) return undefined;
    this.doom.die();
    return this.doom;
  }

  private readonly fetch: typeof fetch = async (...request) => {
    if (this.hasDied()) return never();
    const kill = this.passWait();
    if (kill !== undefined) {
      if (kill.takesEffect) {
        const [input, init] = request;
        await this.time.fetch(input, { ...init, signal: null }).catch(() => undefined);
      }
      return never();
    }
    const response = await this.time.fetch(...request);
    return this.hasDied() ? never() : response;
  };
}
