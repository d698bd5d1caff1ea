import type { SandboxClock } from '../http/clock.ts';
import type { RunningServer } from '../http/serve.ts';
import { serveOnLoopback } from '../http/serve.ts';
import type { HubSpotSandbox } from '../hubspot/index.ts';
import { createHubSpotSandbox } from '../hubspot/index.ts';
import type { SeededDeal, SeededRecord } from '../seed/index.ts';
import { seedStripe, seedStripeForRecords } from '../seed/index.ts';
import type { StripeSandbox } from '../stripe/index.ts';
import { createStripeSandbox } from '../stripe/index.ts';
import { provisionProperties } from './provision.ts';
import { seedCrm } from './seed-crm.ts';
import { seedRecords } from './seed-records.ts';

/** Credentials of the stand-ins. They open nothing anywhere else. */
export const SANDBOX_STRIPE_KEY = 'sk_test_sandbox51DemoKeyForLocalUseOnly';
export const SANDBOX_HUBSPOT_TOKEN = 'pat-na1-sandbox-demo-token-for-local-use-only';
/** The record page's own: what a CRM's screens read does not count against an app's rate limit. */
export const SANDBOX_PAGE_TOKEN = 'pat-na1-sandbox-page-token-for-local-use-only';
export const SANDBOX_PORTAL_ID = 4242;

/** What the project asks for, in app-hsmeta.json. */
const SCOPES = [
  'oauth',
  ...['deals', 'contacts', 'companies'].flatMap((name) => [
    `crm.objects.${name}.read`,
    `crm.objects.${name}.write`,
    `crm.schemas.${name}.read`,
    `crm.schemas.${name}.write`,
  ]),
];

export interface WorldOptions {
  readonly clock: SandboxClock;
  readonly monotonicNowMs: () => number;
  readonly seed: number;
  /** False leaves the app's properties out, as before setup. */
  readonly isSetUp?: boolean;
  /** False leaves the deals without the ids of the built-in Stripe, for use with a real one. */
  readonly withStripeIds?: boolean;
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
  const stripe = createStripeSandbox({ clock, seed, monotonicNowMs });
  const hubspot = createHubSpotSandbox({
    clock,
    seed,
    monotonicNowMs,
    tokens: { [SANDBOX_HUBSPOT_TOKEN]: SCOPES, [SANDBOX_PAGE_TOKEN]: SCOPES },
    account: {
      portalId: SANDBOX_PORTAL_ID,
      timeZone: 'Europe/Rome',
      companyCurrency: 'USD',
      additionalCurrencies: ['AED', 'CHF', 'EUR', 'GBP', 'ILS', 'JPY', 'KWD', 'SAR'],
    },
  });
  const deals = seedStripe(stripe.world, clock);
  const records = seedStripeForRecords(stripe.world, clock);
  if (isSetUp) provisionProperties(hubspot.store);
  seedCrm(hubspot.store, deals, isSetUp && withStripeIds);
  seedRecords(hubspot.store, records, isSetUp && withStripeIds);
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
