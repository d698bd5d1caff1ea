import { createManualClock } from '../../../sandbox/http/clock.ts';
import { serveOnLoopback } from '../../../sandbox/http/serve.ts';
import type { World } from '../../../sandbox/world/world.ts';
import { SANDBOX_HUBSPOT_TOKEN, startWorld } from '../../../sandbox/world/world.ts';
import type { Addresses, Environment } from '../platforms.ts';
import type { Time } from '../session.ts';
import { withCreates } from './stripe-creates.ts';

/** Any moment will do; always the same one, so that every run sees the same. */
const STARTED_MS = Date.UTC(2026, 10, 2, 9);
const SEED = 20_261_102;

/** May do what the checks need and nothing else, so that Stripe's refusals can be looked at too. */
const KEY = 'rk_test_sandbox51ContractCheckForLocalUseOnly';
const PERMISSIONS = [
  'accounts_kyc_basic_read',
  'balance_read',
  'balance_transaction_source_read',
  'charge_write',
  'checkout_session_write',
  'coupon_write',
  'customer_write',
  'dispute_write',
  'event_read',
  'invoice_write',
  'payment_intent_write',
  'plan_write',
  'product_write',
  'subscription_write',
];

export interface SandboxWorld {
  readonly world: World;
  readonly time: Time;
  readonly environment: Environment;
  readonly addresses: Addresses;
  close(): Promise<void>;
}

/** Both stand-ins, as a developer test account; time passes when a check waits. */
export async function startSandbox(): Promise<SandboxWorld> {
  const clock = createManualClock(STARTED_MS);
  const nowMs = (): number => clock.nowMs();
  const world = await startWorld({ clock, monotonicNowMs: nowMs, seed: SEED });
  world.stripe.keys.add(KEY, PERMISSIONS);
  world.hubspot.store.changeAccount({ accountType: 'DEVELOPER_TEST' });
  const stripe = await serveOnLoopback(withCreates(world.stripe, nowMs));
  return {
    world,
    time: {
      nowMs,
      sleep: (durationMs) => {
        clock.advanceBy(durationMs);
        return Promise.resolve();
      },
    },
    environment: { STRIPE_SECRET_KEY: KEY, HUBSPOT_ACCESS_TOKEN: SANDBOX_HUBSPOT_TOKEN },
    addresses: { stripe: stripe.url, hubspot: world.hubspot.url },
    close: async () => {
      await stripe.close();
      await world.close();
    },
  };
}
