import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HubSpotSandbox } from '../../sandbox/hubspot/index.ts';
import type { RunningServer } from '../../sandbox/http/serve.ts';
import { SCOPES, seenOf, variantsOf } from './canary.ts';
import type { StandInControl } from './control.ts';
import { controlOf } from './control.ts';
import { startHubSpotWith } from './other-hubspot.ts';
import { consoleLines } from './run-main.ts';
import type { SetupWorld } from './setup-world.ts';
import { startSetupWorld } from './setup-world.ts';

// Made for this file; they open nothing. The token has no form by which one could know it.
const KEY = 'rk_test_51Q7canarySt8VbXw2LmNpT4yGh6KdJs9FqUe3Ra';
const TOKEN = 'CJ7canaryWq8VbXw2.LmNpT4yGh6-KdJs9FqUe3Ra';

let world: SetupWorld;
let other: HubSpotSandbox & RunningServer;
let hubspot: StandInControl;

beforeAll(async () => {
  world = await startSetupWorld();
  other = await startHubSpotWith(world, TOKEN, SCOPES);
  hubspot = controlOf(other.url);
  await world.stripe.send('POST', '/keys', { key: KEY, permissions: ['charge_read'] });
});

afterAll(async () => {
  await other.close();
  await world.close();
});

beforeEach(async () => {
  await Promise.all([world.stripe.clearFaults(), hubspot.clearFaults()]);
  consoleLines.length = 0;
});

/** What an admin, or an attacker in their place, can ask of the setup. */
async function askEverything(): Promise<readonly string[]> {
  const given = {
    STRIPE_SECRET_KEY: KEY,
    PRIVATE_APP_ACCESS_TOKEN: TOKEN,
    HUBSPOT_API_BASE_URL: other.url,
  };
  const steps = ['deal/stripe_mode/create', 'contact/stripe_mode/change'] as const;
  const replies = [
    await world.check(given),
    await world.checkHealth(given),
    await world.apply({ action: 'apply', steps }, given),
    await world.preview('9001', {}, given),
    await world.preview('9001', { createdAt: TOKEN }, given),
  ];
  return replies.map((reply) => JSON.stringify(reply));
}

function expectNothingSeen(replies: readonly string[]): void {
  expect(consoleLines.length).toBeGreaterThanOrEqual(replies.length);
  for (const text of [...replies, ...consoleLines]) expect(seenOf(text, [KEY, TOKEN])).toEqual([]);
}

const everyForm = (secret: string): string =>
  variantsOf(secret)
    .map(([, text]) => text)
    .join(' | ');

test('no secret is revealed without a failure', async () => {
  expectNothingSeen(await askEverything());
});

describe.each([400, 401, 403, 404, 409])('an answer %i that repeats a secret', (status) => {
  test('of Stripe', async () => {
    const text = everyForm(KEY);
    await world.stripe.fault({
      status,
      headers: { 'stripe-should-retry': 'false', 'request-id': `req_${KEY}` },
      body: { error: { type: 'invalid_request_error', message: text, code: text, param: text } },
    });
    expectNothingSeen(await askEverything());
  });

  test('of HubSpot', async () => {
    const message = everyForm(TOKEN);
    await hubspot.fault({
      status,
      body: {
        status: 'error',
        message,
        correlationId: message,
        category: message,
        errors: [{ message, code: message, context: { requiredGranularScopes: [message] } }],
      },
    });
    expectNothingSeen(await askEverything());
  });
});

test('the token stands in one header and one body, the key in one header', async () => {
  await hubspot.forgetRequests();
  await askEverything();
  const asked = await hubspot.requests();
  expect(asked.length).toBeGreaterThan(9);
  for (const { headers, path, query, body } of asked) {
    const text = JSON.stringify([headers, path, query, body]);
    expect(seenOf(text, [KEY, TOKEN])).toEqual([]);
  }
});
