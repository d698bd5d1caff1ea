import type { Hono } from 'hono';
import type { SandboxClock } from '../http/clock.ts';
import { createControlRoutes } from '../http/control.ts';
import { createFaultBoard } from '../http/faults.ts';
import { createRecorder } from '../http/recorder.ts';
import { createApp } from './api/app.ts';
import { createExpander } from './api/expand.ts';
import { createIdempotencyMemory } from './api/idempotency.ts';
import { createKeyRing, type KeyRing } from './api/keys.ts';
import { createLimits } from './api/limits.ts';
import { createDrawer } from './control/drawer.ts';
import { createSwitches } from './control/switches.ts';
import { secondsOf } from './formatters/view.ts';
import { createIdMaker } from './ids.ts';
import { createStore } from './store/store.ts';
import type { NewCheckout } from './world/billing-requests.ts';
import type { WorldContext } from './world/context.ts';
import { createWorld, type StripeWorld } from './world/index.ts';

export interface StripeSandboxOptions {
  readonly clock: SandboxClock;
  /** The same seed and the same actions give the same ids. */
  readonly seed: number;
  /** For rate windows and recorded times, which are real time. */
  readonly monotonicNowMs: () => number;
  /** Default false: a test account, whose keys start with `sk_test_` or `rk_test_`. */
  readonly livemode?: boolean;
  /** ISO 3166, decides the fees. Default `US`. */
  readonly accountCountry?: string;
  /** The first is the account's default; payments in others are converted. Default `['usd']`. */
  readonly settlementCurrencies?: readonly [string, ...string[]];
}

export interface StripeSandbox {
  readonly app: Hono;
  readonly world: StripeWorld;
  readonly keys: KeyRing;
}

const ACCOUNT_AGE_MS = 3 * 365 * 24 * 60 * 60 * 1000;

function createContext(options: StripeSandboxOptions): WorldContext {
  const ids = createIdMaker(options.seed);
  const settlementCurrencies = options.settlementCurrencies ?? ['usd'];
  return {
    clock: options.clock,
    store: createStore(),
    ids,
    livemode: options.livemode ?? false,
    account: {
      id: ids.next('acct_1'),
      country: options.accountCountry ?? 'US',
      defaultCurrency: settlementCurrencies[0],
      created: secondsOf(options.clock.nowMs() - ACCOUNT_AGE_MS),
    },
    settlementCurrencies,
    dueSettlements: new Map<string, number>(),
    checkoutPlans: new Map<string, NewCheckout>(),
    deliveries: { isWorking: true },
  };
}

/** Stripe's API and what happens behind it, without Stripe. */
export function createStripeSandbox(options: StripeSandboxOptions): StripeSandbox {
  const { clock, monotonicNowMs } = options;
  const context = createContext(options);
  const { store, livemode, account, settlementCurrencies } = context;
  const world = createWorld(context);
  const keys = createKeyRing(livemode, account.id);
  const limits = createLimits(livemode, monotonicNowMs);
  const recorder = createRecorder(monotonicNowMs);
  const faults = createFaultBoard();
  const search = { isAvailable: true };
  const app = createApp({
    api: { lookup: { store, livemode }, world, account, settlementCurrencies, search },
    clock,
    keys,
    limits,
    recorder,
    faults,
    expander: createExpander(store),
    memory: createIdempotencyMemory(clock),
    // Its own sequence: requests do not change the ids of what happens afterwards.
    requestIds: createIdMaker(options.seed + 1),
    control: [
      createControlRoutes({ clock, faults, recorder }),
      createSwitches({ keys, limits, search, world }),
      createDrawer(world, clock),
    ],
  });
  return { app, world, keys };
}
