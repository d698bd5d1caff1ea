import type { SandboxClock } from '../http/clock.ts';
import type { ServerMessage } from '../record-page/api/wire.ts';
import type { AccountSide } from '../world/account-side.ts';

export interface BuiltCard {
  readonly uid: string;
  readonly name: string;
  readonly location: string;
  readonly objectTypes: readonly string[];
  /** Absolute path of the bundle that HubSpot's production bundler made. */
  readonly bundlePath: string;
  readonly revision: number;
}

export type BuiltPage = Pick<BuiltCard, 'bundlePath' | 'revision' | 'uid'>;

export type BuiltAction = BuiltPage & {
  readonly label: string;
  readonly objectTypes: readonly string[];
};

export interface DevServerParts {
  readonly hubspot: {
    readonly url: string;
    readonly token: string;
    readonly kind: 'sandbox' | 'real';
  };
  /** `url` is the stand-in's; there is none when the real Stripe is used. */
  readonly stripe: { readonly url: string | null; readonly kind: 'sandbox' | 'real' };
  /** A sentence about a record, by type and id such as `deals/9001`. */
  readonly stories: ReadonlyMap<string, string>;
  readonly cards: () => readonly BuiltCard[];
  readonly pages: () => readonly BuiltPage[];
  readonly actions: () => readonly BuiltAction[];
  /** As app-hsmeta.json has it. */
  readonly appName: string;
  /** Profile variables, which extensions get as `context.variables`. */
  readonly variables: Readonly<Record<string, string | number | boolean>>;
  /** Where HubSpot's own function executor listens. */
  readonly functionsUrl: string;
  /** Every call of a function goes through it. */
  readonly functionCalls: CallGate;
  /** What an admin can change in the built-in accounts. */
  readonly accountSide: AccountSide;
  readonly startupLine: string;
  readonly clock: SandboxClock;
  readonly onReload: (listener: (message: ServerMessage) => void) => () => void;
}

/** The running function calls. */
export interface CallGate {
  readonly run: <Result>(call: () => Promise<Result>) => Promise<Result>;
  /** Resolves when none is running. */
  readonly whenIdle: () => Promise<void>;
}

export function createCallGate(): CallGate {
  const running = new Set<Promise<unknown>>();
  return {
    run: async (call) => {
      const result = call();
      running.add(result);
      try {
        return await result;
      } finally {
        running.delete(result);
      }
    },
    whenIdle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
