import { REQUIRED_SCOPES, HUBSPOT_PAYMENT_SCOPES, RUN_LOG_SCOPES } from '@stripe-payments/core';
import type { SandboxClock } from '../http/clock.ts';
import type { Wait } from '../http/faults.ts';
import type { RunningServer } from '../http/serve.ts';
import { serveOnLoopback } from '../http/serve.ts';
import type { HubSpotSandbox } from '../hubspot/index.ts';
import { createHubSpotSandbox } from '../hubspot/index.ts';
import type { SeededDeal, SeededRecord } from '../seed/index.ts';
import { seedStripe, seedStripeForRecords } from '../seed/index.ts';
import type { AccountChange } from '../stripe/account/account-state.ts';
import type { StripeSandbox } from '../stripe/index.ts';
import { createStripeSandbox } from '../stripe/index.ts';
import {
  addDemoKeys,
  SANDBOX_HUBSPOT_TOKEN,
  SANDBOX_PAGE_TOKEN,
  SANDBOX_STRIPE_KEY,
} from './credentials.ts';
import {
  provisionPaymentRecords,
  provisionConfirmation,
  provisionProperties,
  seedCrm,
  seedLineItems,
  seedRecords,
} from './seed-crm.ts';

export { SANDBOX_HUBSPOT_TOKEN, SANDBOX_PAGE_TOKEN, SANDBOX_STRIPE_KEY };
export const SANDBOX_PORTAL_ID = 4242;

/** What the project asks for, in app-hsmeta.json. */
const SCOPES = [
  ...REQUIRED_SCOPES.map(({ name }) => name),
  'crm.lists.read',
  'crm.objects.line_items.read',
];

export interface WorldOptions {
  readonly clock: SandboxClock;
  readonly monotonicNowMs: () => number;
  /** For latency and delays. Default: real time. */
  readonly wait?: Wait;
  readonly seed: number;
  /** False leaves the app's properties out, as before setup. */
  readonly isSetUp?: boolean;
  /** True: the account keeps payment records, and granted the scopes of custom objects. Default: not. */
  readonly keepsPaymentRecords?: boolean;
  /** Whether setup has made the property in which users confirm actions; default false. */
  readonly hasActions?: boolean;
  /** False leaves the deals without the ids of the built-in Stripe, for use with a real one. */
  readonly withStripeIds?: boolean;
  /** What Stripe says of the business; default: it is ready. */
  readonly stripeAccount?: AccountChange;
  /** What the HubSpot account granted to the app; default: all that it requires. */
  readonly grantedScopes?: readonly string[];
}

/** Both stand-ins, served and seeded with the same stories. */
export interface World {
  readonly stripe: StripeSandbox & { readonly url: string };
  readonly hubspot: HubSpotSandbox & { readonly url: string };
  /** The deals of single payments. */
  readonly deals: readonly SeededDeal[];
  /** Deals, contacts and companies of the stories about matching and billing. */
  readonly records: readonly SeededRecord[];
  close(): Promise<void>;
}

async function serveAll(stripe: StripeSandbox, hubspot: HubSpotSandbox): Promise<RunningServer[]> {
  return Promise.all([serveOnLoopback(stripe.app), serveOnLoopback(hubspot.app)]);
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const { clock, monotonicNowMs, seed, isSetUp = true, withStripeIds = true } = options;
  const { stripeAccount = {}, grantedScopes, keepsPaymentRecords = false, wait } = options;
  const { hasActions = false } = options;
  const time = { clock, seed, monotonicNowMs, ...(wait !== undefined && { wait }) };
  const stripe = createStripeSandbox({
    ...time,
    account: stripeAccount,
    payoutSchedule: 'daily',
  });
  addDemoKeys(stripe.keys, clock.nowMs());
  const hubspot = createHubSpotSandbox({
    ...time,
    tokens: {
      [SANDBOX_HUBSPOT_TOKEN]: keepsPaymentRecords ? [...SCOPES, ...RUN_LOG_SCOPES] : SCOPES,
      [SANDBOX_PAGE_TOKEN]: [...SCOPES, ...RUN_LOG_SCOPES, ...HUBSPOT_PAYMENT_SCOPES],
    },
    account: {
      portalId: SANDBOX_PORTAL_ID,
      timeZone: 'Europe/Rome',
      companyCurrency: 'USD',
      additionalCurrencies: ['AED', 'CHF', 'EUR', 'GBP', 'ILS', 'JPY', 'KWD', 'SAR'],
    },
  });
  for (const objectType of ['deals', 'contacts'] as const) {
    hubspot.users.restrict(objectType, 'stripe_confirmation', [1]);
  }
  if (grantedScopes !== undefined) hubspot.tokens.grant(SANDBOX_HUBSPOT_TOKEN, grantedScopes);
  const deals = seedStripe(stripe.world, clock);
  const records = seedStripeForRecords(stripe.world, clock);
  stripe.world.catchUp();
  if (isSetUp) provisionProperties(hubspot.store);
  if (isSetUp && hasActions) provisionConfirmation(hubspot.store);
  if (keepsPaymentRecords) provisionPaymentRecords(hubspot.store);
  seedCrm(hubspot.store, deals, isSetUp && withStripeIds);
  seedLineItems(hubspot.store);
  seedRecords(hubspot.store, records, isSetUp && withStripeIds);
  hubspot.store.records.letSearchKnow();
  const servers = await serveAll(stripe, hubspot);
  const [stripeUrl = '', hubspotUrl = ''] = servers.map(({ url }) => url);
  return {
    stripe: { ...stripe, url: stripeUrl },
    hubspot: { ...hubspot, url: hubspotUrl },
    deals,
    records,
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}
