import type { SandboxClock } from '../../http/clock.ts';
import type { AccountFacts } from '../entities/account.ts';
import { secondsOf, type FormatView } from '../formatters/view.ts';
import type { IdMaker } from '../ids.ts';
import type { Store } from '../store/store.ts';
import type { NewCheckout } from './billing-requests.ts';
import { WorldRefusal } from './world-refusal.ts';

export interface WorldContext {
  readonly clock: SandboxClock;
  readonly store: Store;
  readonly ids: IdMaker;
  readonly livemode: boolean;
  readonly account: AccountFacts;
  /** The currencies the account can hold; anything else is converted to its default currency. */
  readonly settlementCurrencies: readonly string[];
  /** When the balance transaction of an asynchronously captured charge is due, by charge id. */
  readonly dueSettlements: Map<string, number>;
  /** What was asked for with a checkout session that is still open, by its id. */
  readonly checkoutPlans: Map<string, NewCheckout>;
  /** Whether webhook deliveries succeed at the moment. */
  readonly deliveries: { isWorking: boolean };
}

export const viewAt = (context: WorldContext, nowMs: number): FormatView => ({
  livemode: context.livemode,
  nowMs,
});

/** The time of an action: now, or a past moment that a seed gives. Nothing happens in the future. */
export function timeOf(context: WorldContext, atMs: number | undefined): number {
  const nowMs = context.clock.nowMs();
  if (atMs !== undefined && atMs > nowMs) {
    throw new WorldRefusal('Nothing can happen after the present moment of the sandbox clock.');
  }
  return atMs ?? nowMs;
}

export const createdAt = (atMs: number): number => secondsOf(atMs);
