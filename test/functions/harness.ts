import type {
  GetPaymentReply,
  GetPaymentsReply,
  LinkPaymentsReply,
  ObjectType,
  Reply,
  SyncPaymentsReply,
} from '@stripe-payments/core';
import { PROPERTY_NAMES } from '@stripe-payments/core';
import { createManualClock } from '../../sandbox/http/clock.ts';
import type { World } from '../../sandbox/world/world.ts';
import {
  SANDBOX_HUBSPOT_TOKEN,
  SANDBOX_STRIPE_KEY,
  startWorld,
} from '../../sandbox/world/world.ts';
import type { StandInControl } from './control.ts';
import { controlOf } from './control.ts';
import type { Environment, FunctionUid, Main } from './run-main.ts';
import { loadMain, NOW_MS, runMain, VIRTUAL_TIME } from './run-main.ts';
import { serveStraight } from './straight.ts';

export { NOW_MS } from './run-main.ts';

const STORES = { deal: 'deals', contact: 'contacts', company: 'companies' } as const;

export interface CallOptions {
  /** Default: a deal. */
  readonly objectType?: ObjectType;
  /** Beside the object type; or instead of it, where it names one. */
  readonly parameters?: object;
  /** Instead of what HubSpot would send for the record. */
  readonly propertiesToSend?: unknown;
  /** On top of the world's own; '' takes a variable away. */
  readonly environment?: Environment;
  /** Default: loaded anew, as in a cold process. */
  readonly main?: Main;
}

export interface FunctionsWorld {
  readonly world: World;
  readonly environment: Environment;
  /** Of both stand-ins. */
  readonly nowMs: () => number;
  /** At once, without a request. */
  readonly passTime: (durationMs: number) => void;
  readonly stripe: StandInControl;
  readonly hubspot: StandInControl;
  getPayments(recordId: string, options?: CallOptions): Promise<GetPaymentsReply>;
  /** Opens a payment of the view, in English and in UTC. */
  getPayment(recordId: string, options?: CallOptions): Promise<GetPaymentReply>;
  syncPayments(recordId: string, options?: CallOptions): Promise<SyncPaymentsReply>;
  linkPayments(recordId: string, options?: CallOptions): Promise<LinkPaymentsReply>;
  /** All properties of the app, and some of the deal's own, as they are in HubSpot now. */
  storedOf(recordId: string, objectType?: ObjectType): Readonly<Record<string, string | null>>;
  /** Writes as a person would in HubSpot. */
  edit(
    recordId: string,
    properties: Readonly<Record<string, string>>,
    objectType?: ObjectType,
  ): void;
  close(): Promise<void>;
}

/** What HubSpot sends for the record being viewed, without a request of its own in the record. */
export function sentFor(
  { hubspot }: World,
  recordId: string,
  objectType: ObjectType = 'deal',
): object {
  const createdate = hubspot.store.valueOf(STORES[objectType], recordId, 'createdate');
  return { hs_object_id: recordId, createdate };
}

export function asReply<T extends object>(value: unknown): Reply<T> {
  if (typeof value === 'object' && value !== null && 'ok' in value) return value as Reply<T>;
  throw new Error(`Not a reply: ${JSON.stringify(value)}`);
}

const IN_ENGLISH = { language: 'en', locale: 'en-us', timeZone: 'UTC' };

const OWN_PROPERTIES = ['dealname', 'amount', 'deal_currency_code', 'dealstage'];

/** Both stand-ins with every story, without rate limits, and the built functions on top of them. */
export async function startFunctionsWorld(
  options: { readonly isSetUp?: boolean } = {},
): Promise<FunctionsWorld> {
  const clock = createManualClock(NOW_MS);
  const world = await startWorld({
    clock,
    monotonicNowMs: VIRTUAL_TIME.nowMs,
    wait: VIRTUAL_TIME.wait,
    seed: 1,
    ...options,
  });
  const [stripe, endStripe] = serveStraight(controlOf(world.stripe.url), world.stripe.app);
  const [hubspot, endHubSpot] = serveStraight(controlOf(world.hubspot.url), world.hubspot.app);
  await stripe.send('PUT', '/limits', { enabled: false });
  await hubspot.send('PUT', '/limits', { enabled: false });
  const environment = {
    STRIPE_SECRET_KEY: SANDBOX_STRIPE_KEY,
    PRIVATE_APP_ACCESS_TOKEN: SANDBOX_HUBSPOT_TOKEN,
    STRIPE_API_BASE_URL: world.stripe.url,
    HUBSPOT_API_BASE_URL: world.hubspot.url,
  };
  const call = (uid: FunctionUid, recordId: string, given: CallOptions): Promise<unknown> => {
    const { objectType = 'deal' } = given;
    return runMain(
      given.main ?? loadMain(uid),
      { ...environment, ...given.environment },
      {
        propertiesToSend: given.propertiesToSend ?? sentFor(world, recordId, objectType),
        parameters: { objectType, ...given.parameters },
      },
    );
  };
  const { store } = world.hubspot;
  return {
    world,
    environment,
    nowMs: () => clock.nowMs(),
    passTime: (durationMs) => {
      clock.advanceBy(durationMs);
    },
    stripe,
    hubspot,
    getPayments: async (id, given = {}) => asReply(await call('get-payments', id, given)),
    getPayment: async (id, given = {}) => {
      const parameters = { ...IN_ENGLISH, ...given.parameters };
      return asReply(await call('get-payment', id, { ...given, parameters }));
    },
    syncPayments: async (id, given = {}) => asReply(await call('sync-payments', id, given)),
    linkPayments: async (id, given = {}) => asReply(await call('link-payments', id, given)),
    storedOf: (recordId, objectType = 'deal') => {
      const own = objectType === 'deal' ? OWN_PROPERTIES : [];
      return Object.fromEntries(
        [...own, ...PROPERTY_NAMES].map((name) => [
          name,
          store.valueOf(STORES[objectType], recordId, name),
        ]),
      );
    },
    edit: (recordId, properties, objectType = 'deal') => {
      store.updateObject(STORES[objectType], recordId, properties);
    },
    close: () => {
      endStripe();
      endHubSpot();
      return world.close();
    },
  };
}
