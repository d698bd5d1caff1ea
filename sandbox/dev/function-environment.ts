import { ACTION_KINDS } from '@stripe-payments/core';
import {
  addWriteKey,
  demoKey,
  SANDBOX_HUBSPOT_TOKEN,
  type StripeKeyChoice,
} from '../world/credentials.ts';
import type { World } from '../world/world.ts';
import type { Connections } from './connections.ts';

const HUBSPOT_API = 'https://api.hubapi.com';
const CHOSEN_KEY = 'rk_test_sandbox51ChosenDemoKeyForLocalUse';

/** One of the drawer's keys, or the permissions of a restricted one. */
export type StartingKey = StripeKeyChoice | readonly string[];

export interface Endpoints {
  /** Null: the app has no key. */
  readonly secretKey: string | null;
  /** Null: the app only reads. Undefined: a real account's is left as the environment has it. */
  readonly writeKey: string | null | undefined;
  readonly accessToken: string;
  readonly stripeUrl: string | null;
  readonly hubspotUrl: string;
}

function sandboxKey(startingKey: StartingKey, world: World): string | null {
  if (typeof startingKey === 'string') return demoKey(startingKey);
  world.stripe.keys.add(CHOSEN_KEY, startingKey);
  return CHOSEN_KEY;
}

export function endpointsOf(
  { stripe, hubspot }: Connections,
  world: World,
  startingKey: StartingKey,
  writes: readonly string[] | undefined,
): Endpoints {
  const writeKey = writes === undefined ? null : addWriteKey(world.stripe.keys, writes);
  return {
    secretKey: stripe.kind === 'real' ? stripe.secretKey : sandboxKey(startingKey, world),
    // A real write key never goes to the built-in Stripe.
    writeKey: stripe.kind === 'real' ? undefined : writeKey,
    accessToken: hubspot.kind === 'real' ? hubspot.accessToken : SANDBOX_HUBSPOT_TOKEN,
    stripeUrl: stripe.kind === 'real' ? null : world.stripe.url,
    hubspotUrl: hubspot.kind === 'real' ? HUBSPOT_API : world.hubspot.url,
  };
}

/** HubSpot's executor runs the functions in this process, so this process' environment is theirs. */
export function setFunctionEnvironment(endpoints: Endpoints, { hubspot }: Connections): void {
  const { secretKey, writeKey } = endpoints;
  if (secretKey === null) delete process.env['STRIPE_SECRET_KEY'];
  else process.env['STRIPE_SECRET_KEY'] = secretKey;
  if (writeKey === null) delete process.env['STRIPE_WRITE_KEY'];
  else if (writeKey !== undefined) process.env['STRIPE_WRITE_KEY'] = writeKey;
  // They act with that key alone: with a real account, where the environment has one.
  const isOn = (process.env['STRIPE_WRITE_KEY'] ?? '') !== '';
  process.env['DEMO_ACTIONS'] = isOn ? ACTION_KINDS.join(',') : '';
  process.env['PRIVATE_APP_ACCESS_TOKEN'] = endpoints.accessToken;
  // A function prints what it did not expect; HubSpot gives it no such variable.
  process.env['PRINT_ERRORS'] = 'yes';
  process.env['STRIPE_API_BASE_URL'] = endpoints.stripeUrl ?? '';
  process.env['HUBSPOT_API_BASE_URL'] = hubspot.kind === 'real' ? '' : endpoints.hubspotUrl;
}
