import type { Hono } from 'hono';
import type { SandboxClock } from '../http/clock.ts';
import { createControlRoutes } from '../http/control.ts';
import type { Wait } from '../http/faults.ts';
import { createFaultBoard } from '../http/faults.ts';
import { createRecorder } from '../http/recorder.ts';
import {
  createAccountState,
  type AccountChange,
  type AccountState,
} from './account/account-state.ts';
import type { PayoutSchedule } from './entities/account.ts';
import { createApp } from './app.ts';
import { createExpander } from './api/expand.ts';
import { createIdempotencyMemory } from './api/idempotency.ts';
import { createKeyRing, type KeyRing } from './api/keys.ts';
import { createLimits } from './api/limits.ts';
import { createAccountControl, createKeyControl, createSwitches } from './control/switches.ts';
import { createDrawer } from './control/drawer.ts';
import { createHostedPages } from './control/hosted.ts';
import { secondsOf } from './formatters/view.ts';
import { createIdMaker, type IdMaker } from './values/ids.ts';
import { createStore } from './store/store.ts';
import type { NewCheckout } from './world/checkout-requests.ts';
import type { WorldContext } from './world/context.ts';
import { createWorld, type StripeWorld } from './world/index.ts';

export interface StripeSandboxOptions {
  readonly clock: SandboxClock;
  /** The same seed and the same actions give the same ids. */
  readonly seed: number;
  /** For rate windows and recorded times, which are real time. */
  readonly monotonicNowMs: () => number;
  /** For latency and delays. Default: real time. */
  readonly wait?: Wait;
  /** Default false: a test account, whose keys start with `sk_test_` or `rk_test_`. */
  readonly livemode?: boolean;
  /** ISO 3166, decides the fees. Default `US`. */
  readonly accountCountry?: string;
  /** The first is the account's default; payments in others are converted. Default `['usd']`. */
  readonly settlementCurrencies?: readonly [string, ...string[]];
  /** What Stripe says of the account at first. Default: it is ready. */
  readonly account?: AccountChange;
  /** When money leaves by itself. Default `manual`: it stays. */
  readonly payoutSchedule?: PayoutSchedule;
}

export interface StripeSandbox {
  readonly app: Hono;
  readonly world: StripeWorld;
  readonly keys: KeyRing;
  readonly account: AccountState;
}

const ACCOUNT_AGE_MS = 3 * 365 * 24 * 60 * 60 * 1000;

function createAccount(options: StripeSandboxOptions, ids: IdMaker): AccountState {
  const nowSeconds = (): number => secondsOf(options.clock.nowMs());
  return createAccountState(
    {
      id: ids.next('acct_1'),
      country: options.accountCountry ?? 'US',
      settlementCurrencies: options.settlementCurrencies ?? ['usd'],
      created: secondsOf(options.clock.nowMs() - ACCOUNT_AGE_MS),
      nowSeconds,
      payoutSchedule: options.payoutSchedule ?? 'manual',
    },
    options.account ?? {},
  );
}

function createPayoutState(
  { seed }: StripeSandboxOptions,
  account: AccountState,
): WorldContext['payouts'] {
  const ids = createIdMaker(seed + 2);
  return {
    get schedule() {
      return account.row.payoutSchedule;
    },
    ids,
    destination: ids.next('ba_1'),
    doneUntilMs: 0,
    paidOut: new Set(),
    due: [],
  };
}

function createContext(
  options: StripeSandboxOptions,
  ids: IdMaker,
  account: AccountState,
): WorldContext {
  return {
    clock: options.clock,
    store: createStore(),
    ids,
    livemode: options.livemode ?? false,
    get account() {
      return account.row;
    },
    get settlementCurrencies() {
      return account.row.settlementCurrencies;
    },
    dueSettlements: new Map<string, number>(),
    checkoutPlans: new Map<string, NewCheckout>(),
    payouts: createPayoutState(options, account),
    deliveries: { isWorking: true },
  };
}

/** Stripe's API and what happens behind it, without Stripe. */
export function createStripeSandbox(options: StripeSandboxOptions): StripeSandbox {
  const { clock, monotonicNowMs } = options;
  const ids = createIdMaker(options.seed);
  const account = createAccount(options, ids);
  const context = createContext(options, ids, account);
  const { store, livemode } = context;
  const world = createWorld(context);
  const keys = createKeyRing({ livemode, accountId: account.row.id, nowMs: () => clock.nowMs() });
  const limits = createLimits(livemode, monotonicNowMs);
  const recorder = createRecorder(monotonicNowMs);
  const faults = createFaultBoard(options.wait);
  const search = { isAvailable: true };
  const app = createApp({
    api: { lookup: { store, livemode }, world, account, search },
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
      createKeyControl(keys, clock),
      createAccountControl(account),
      createDrawer(world, clock),
      createHostedPages(world),
    ],
  });
  return { app, world, keys, account };
}
