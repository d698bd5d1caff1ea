import type { PaymentRecordKind } from '@stripe-payments/core';
import { HUBSPOT_PAYMENT_SCOPES, REQUIRED_SCOPES, RUN_LOG_SCOPES } from '@stripe-payments/core';
import { webhookSecret } from '@stripe-payments/sync';
import type { HubSpotSandbox } from '../../../sandbox/hubspot/index.ts';
import { createHubSpotSandbox } from '../../../sandbox/hubspot/index.ts';
import type { StripeSandbox } from '../../../sandbox/stripe/index.ts';
import { createStripeSandbox } from '../../../sandbox/stripe/index.ts';
import {
  addDemoKeys,
  SANDBOX_HUBSPOT_TOKEN,
  SANDBOX_STRIPE_KEY,
} from '../../../sandbox/world/credentials.ts';
import {
  provisionHubSpotPayments,
  provisionPaymentRecords,
  provisionProperties,
} from '../../../sandbox/world/seed-crm.ts';
import { randomFrom } from '../../builders/random-from.ts';
import type { FunctionUid } from '../run-main.ts';
import { runMain } from '../run-main.ts';
import { VirtualTime } from '../virtual-time.ts';
import { FunctionProcess } from './processes.ts';
import { Weather } from './weather.ts';

const START_MS = Date.parse('2026-11-22T12:00:00Z');

/** Without a server: requests go straight to the stand-ins. */
const STRIPE_URL = 'http://127.0.0.1:1';
const HUBSPOT_URL = 'http://127.0.0.1:2';

const ENVIRONMENT = {
  STRIPE_SECRET_KEY: SANDBOX_STRIPE_KEY,
  PRIVATE_APP_ACCESS_TOKEN: SANDBOX_HUBSPOT_TOKEN,
  STRIPE_API_BASE_URL: STRIPE_URL,
  HUBSPOT_API_BASE_URL: HUBSPOT_URL,
};

const ACCOUNT = {
  portalId: 4242,
  timeZone: 'Europe/Rome',
  companyCurrency: 'USD',
  additionalCurrencies: ['EUR'],
};

/** An account of its own at both stand-ins, whose time passes only while nothing else is to be done. */
export interface StormWorld {
  readonly random: () => number;
  readonly stripe: StripeSandbox;
  readonly hubspot: HubSpotSandbox;
  readonly weather: Weather;
  readonly nowMs: () => number;
  /** Where payments have records of their own; null where they have none. */
  readonly records: PaymentRecordKind | null;
  sleep(durationMs: number): Promise<void>;
  /** What the function answers; `killed` where it is. */
  run(uid: FunctionUid, context: object, killRisk?: number): Promise<unknown>;
  /** As Stripe posts it to the webhook's URL. */
  deliver(eventId: string, killRisk?: number): Promise<unknown>;
}

const { RECORDS } = process.env;

/** Half of the worlds keep payment records, with and without limits; half of these in HubSpot's Payments. */
function kindOfWorld(seed: number): PaymentRecordKind | null {
  if (RECORDS === 'custom-object' || RECORDS === 'hubspot-payments') return RECORDS;
  if (seed % 4 !== 3 && seed % 4 !== 0) return null;
  return seed % 8 === 3 || seed % 8 === 4 ? 'custom-object' : 'hubspot-payments';
}

const seededMath = (random: () => number): Math =>
  Object.create(Math, { random: { value: random } }) as Math;

function clockOf(nowMs: () => number): DateConstructor {
  return class extends Date {
    static override now(): number {
      return nowMs();
    }
  } as DateConstructor;
}

/** Half of the worlds have the rate limits of both services. */
async function setLimits(sandboxes: readonly { app: StripeSandbox['app'] }[], enabled: boolean) {
  for (const { app } of sandboxes) {
    const body = JSON.stringify({ enabled });
    const headers = { 'content-type': 'application/json' };
    await app.request('/_sandbox/limits', { method: 'PUT', body, headers });
  }
}

export async function createStormWorld(seed: number): Promise<StormWorld> {
  const random = randomFrom(seed);
  const time: VirtualTime = new VirtualTime((...request) => weather.send(...request));
  const nowMs = (): number => START_MS + Math.floor(time.nowMs());
  const clock = { nowMs, advanceBy: () => undefined, movedMs: () => 0 };
  const shared = { clock, seed, monotonicNowMs: time.nowMs, wait: time.wait };
  const stripe = createStripeSandbox({ ...shared, settlementCurrencies: ['usd'] });
  addDemoKeys(stripe.keys, nowMs());
  const scopes = [
    ...REQUIRED_SCOPES.map(({ name }) => name),
    ...RUN_LOG_SCOPES,
    ...HUBSPOT_PAYMENT_SCOPES,
  ];
  const tokens = { [SANDBOX_HUBSPOT_TOKEN]: scopes };
  const hubspot = createHubSpotSandbox({ ...shared, tokens, account: ACCOUNT });
  provisionProperties(hubspot.store);
  const records = kindOfWorld(seed);
  if (records === 'custom-object') provisionPaymentRecords(hubspot.store);
  if (records === 'hubspot-payments') {
    hubspot.behavior.change({ paymentCreation: 'accepted' });
    provisionHubSpotPayments(hubspot.store);
  }
  const weather = new Weather(
    { [STRIPE_URL]: 'stripe', [HUBSPOT_URL]: 'hubspot' },
    { stripe: stripe.app, hubspot: hubspot.app },
    random,
    () => time,
  );
  await setLimits([stripe, hubspot], seed % 2 === 0);
  const globals = { Date: clockOf(nowMs), Math: seededMath(random) };
  const processes = new Map<FunctionUid, FunctionProcess>();
  const run: StormWorld['run'] = async (uid, context, killRisk = 0) => {
    const warm = processes.get(uid);
    const isReused = warm?.isFree === true && random() < 0.9;
    const process = isReused ? warm : new FunctionProcess(uid, time, globals);
    processes.set(uid, process);
    process.isBusy = true;
    const kill = { waits: 1 + Math.floor(random() ** 2 * 90), takesEffect: random() < 0.5 };
    const killed = random() < killRisk ? process.killAt(kill) : new Promise<never>(() => undefined);
    const outcome = await Promise.race([runMain(process.main, ENVIRONMENT, context), killed]);
    if (outcome === 'killed') weather.count('killed');
    else process.release();
    return outcome;
  };
  return {
    random,
    stripe,
    hubspot,
    weather,
    nowMs,
    records,
    sleep: (durationMs) =>
      new Promise((resolve) => {
        time.setTimeout(resolve, durationMs);
      }),
    run,
    deliver: (eventId, killRisk) => {
      const params = { secret: [webhookSecret(SANDBOX_STRIPE_KEY)] };
      const body = { id: eventId, object: 'event' };
      return run('stripe-webhook', { method: 'POST', params, body, headers: {} }, killRisk);
    },
  };
}
