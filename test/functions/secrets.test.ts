import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FUNCTIONS, OUTPUT } from '../../scripts/build/project.ts';
import type { HubSpotSandbox } from '../../sandbox/hubspot/index.ts';
import type { RunningServer } from '../../sandbox/http/serve.ts';
import type { StandInControl } from './control.ts';
import { controlOf } from './control.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { startHubSpotWith } from './other-hubspot.ts';
import type { Environment } from './run-main.ts';
import { consoleLines, loadMain } from './run-main.ts';

// Made for this file; they open nothing. Searched for whole, and by their middle.
const SECRET_KEY = 'sk_test_51Q7canaryZr8VbXw2LmNpT4yGh6KdJs9FqUe3Ra';
const RESTRICTED_KEY = 'rk_test_51Q7canaryHu5WcEo1SxRtY7vBn3MkAj0ZpLi8Dg';
const TOKEN = 'pat-na1-ca9a7e00-1b2c-4d5e-8f60-canary718293';
const SCOPES = ['oauth', 'crm.objects.deals.read', 'crm.objects.deals.write'];
const MIDDLES = ['canaryZr8VbXw2', 'canaryHu5WcEo1', 'ca9a7e00-1b2c-4d5e'];

const getMain = loadMain('get-payments');
const syncMain = loadMain('sync-payments');

let world: FunctionsWorld;
let other: HubSpotSandbox & RunningServer;
let hubspot: StandInControl;
let replies: string[] = [];

beforeAll(async () => {
  world = await startFunctionsWorld();
  other = await startHubSpotWith(world, TOKEN, SCOPES);
  hubspot = controlOf(other.url);
  await world.stripe.send('POST', '/keys', { key: SECRET_KEY });
  await world.stripe.send('POST', '/keys', { key: RESTRICTED_KEY, permissions: ['charge_read'] });
});

afterAll(async () => {
  await other.close();
  await world.close();
});

beforeEach(async () => {
  await Promise.all([world.stripe.clearFaults(), hubspot.clearFaults()]);
  consoleLines.length = 0;
  replies = [];
});

async function call(environment: Environment = {}, dealId = '9001'): Promise<void> {
  const given = {
    STRIPE_SECRET_KEY: SECRET_KEY,
    PRIVATE_APP_ACCESS_TOKEN: TOKEN,
    HUBSPOT_API_BASE_URL: other.url,
    ...environment,
  };
  replies.push(
    JSON.stringify(await world.getPayments(dealId, { main: getMain, environment: given })),
    JSON.stringify(await world.syncPayments(dealId, { main: syncMain, environment: given })),
  );
}

/** Everything that left the functions: replies, log lines, and what was written on the record. */
function expectNoSecret(dealId = '9001'): void {
  const written = ['stripe_sync_error', 'stripe_failure_reason'].map(
    (name) => other.store.valueOf('deals', dealId, name) ?? '',
  );
  expect(replies).toHaveLength(2);
  expect(consoleLines.length).toBeGreaterThan(0);
  for (const text of [...replies, ...consoleLines, ...written]) {
    for (const middle of MIDDLES) expect(text).not.toContain(middle);
    expect(text.toLowerCase()).not.toContain('bearer');
    expect(text.toLowerCase()).not.toContain('authorization');
  }
}

test('no secret is revealed without a failure', async () => {
  await call();
  expectNoSecret();
});

test.each([
  ['a key that lacks permissions', { STRIPE_SECRET_KEY: RESTRICTED_KEY }],
  ['a key that Stripe does not know', { STRIPE_SECRET_KEY: `${SECRET_KEY}x` }],
  ['a key of the wrong kind', { STRIPE_SECRET_KEY: SECRET_KEY.replace('sk_', 'pk_') }],
  ['a key that is no key', { STRIPE_SECRET_KEY: `secret: ${SECRET_KEY}` }],
  ['a token that HubSpot does not know', { PRIVATE_APP_ACCESS_TOKEN: `${TOKEN}x` }],
  ['a token that no header can hold', { PRIVATE_APP_ACCESS_TOKEN: `${TOKEN}\n` }],
  ['a key that no header can hold', { STRIPE_SECRET_KEY: `${SECRET_KEY}\u2028` }],
])('%s reveals no secret', async (_name, environment) => {
  await call(environment);
  expectNoSecret();
});

const echoes = (secret: string): readonly string[] => [
  `Authorization: Bearer ${secret}`,
  `authorization=Bearer%20${secret}`,
  `key_${secret}.`,
];

describe.each([400, 401, 403, 404, 409, 429, 500])(
  'an answer %i that repeats the header',
  (status) => {
    test.each(echoes(SECRET_KEY))('from Stripe: %s', async (text) => {
      await world.stripe.fault({
        status,
        headers: { 'request-id': `req_${SECRET_KEY}`, 'stripe-should-retry': 'false' },
        body: { error: { type: 'invalid_request_error', message: text, code: SECRET_KEY } },
      });
      await call();
      const visible = [...replies, ...consoleLines].map((line) =>
        line.replaceAll(/authorization/gi, ''),
      );
      for (const line of visible) for (const middle of MIDDLES) expect(line).not.toContain(middle);
    });
  },
);

describe.each([400, 401, 403, 404])('an answer %i that repeats the header', (status) => {
  test.each(echoes(TOKEN))('from HubSpot: %s', async (text) => {
    await hubspot.fault({
      status,
      headers: { 'x-hubspot-correlation-id': TOKEN },
      body: { status: 'error', message: text, correlationId: TOKEN, category: text },
    });
    await call();
    for (const line of [...replies, ...consoleLines]) {
      for (const middle of MIDDLES) expect(line).not.toContain(middle);
    }
  });
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

test('no built bundle holds a key, a token or a credential of the stand-ins', () => {
  const folders = [path.join(FUNCTIONS, 'dist'), path.join(OUTPUT, 'cards')];
  const files = folders.flatMap(filesBelow);
  expect(files.length).toBeGreaterThan(2);
  const shapes = [
    /[sr]k_(?:test|live)_[A-Za-z0-9]{10,}/,
    /pat-(?:na|eu)\d-[a-z0-9-]{10,}/,
    /sandbox-demo-token/,
    /sandbox51Demo/,
  ];
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const shape of shapes) expect(shape.exec(text)?.[0], file).toBeUndefined();
  }
});
