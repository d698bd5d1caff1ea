import pLimit from 'p-limit';
import pThrottle from 'p-throttle';
import type { Caller } from '../http/retry.ts';

/** Kinds of calls that Stripe counts apart: an endpoint each, and search over all of them. */
export type Lane =
  | 'account'
  | 'charges'
  | 'checkouts'
  | 'coupons'
  | 'customers'
  | 'disputes'
  | 'invoice-payments'
  | 'invoices'
  | 'payment-intents'
  | 'prices'
  | 'products'
  | 'refunds'
  | 'search'
  | 'subscriptions';

/** Below Stripe's 25 a second for an endpoint and 20 for search (https://docs.stripe.com/rate-limits). */
const MAX_PER_SECOND = 20;
const MAX_SEARCHES_PER_SECOND = 15;

/** Below what Stripe takes of an account over all endpoints: 100 a second, 25 in a sandbox. */
const MAX_PER_SECOND_IN_ALL = { live: 80, test: 20 } as const;

/** Of one kind; Stripe's limits of what is under way at once are not published. */
const MAX_AT_ONCE = 6;

/** Spreads the calls of one process, over all its invocations, so that none is refused for haste. */
export interface Pace {
  /** The same caller, its calls waiting for their turn in the lane. */
  in(lane: Lane, caller: Caller): Caller;
}

type Turn = <T>(work: () => Promise<T>) => Promise<T>;

type Start = () => Promise<void>;

const startsAtMost = (limit: number): Start =>
  pThrottle({ limit, interval: 1_000, strict: true })(() => Promise.resolve());

function turnsOf(lane: Lane, startInAll: Start): Turn {
  const limit = pLimit(MAX_AT_ONCE);
  const start = startsAtMost(lane === 'search' ? MAX_SEARCHES_PER_SECOND : MAX_PER_SECOND);
  return (work) =>
    limit(async () => {
      await start();
      await startInAll();
      return work();
    });
}

export function createPace(mode: 'live' | 'test'): Pace {
  const startInAll = startsAtMost(MAX_PER_SECOND_IN_ALL[mode]);
  const lanes = new Map<Lane, Turn>();
  const turnOf = (lane: Lane): Turn => {
    const turn = lanes.get(lane) ?? turnsOf(lane, startInAll);
    lanes.set(lane, turn);
    return turn;
  };
  return {
    in: (lane, caller) => ({ call: (attempt) => turnOf(lane)(() => caller.call(attempt)) }),
  };
}
