import { STRIPE_PERMISSIONS } from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HubSpotSandbox } from '../../sandbox/hubspot/index.ts';
import type { RunningServer } from '../../sandbox/http/serve.ts';
import { startExecutor } from '../../sandbox/runtime/executor.ts';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { SANDBOX_HUBSPOT_TOKEN, SANDBOX_PORTAL_ID } from '../../sandbox/world/world.ts';
import { SCOPES, seenOf, variantsOf } from './canary.ts';
import type { FaultInput, StandInControl } from './control.ts';
import { controlOf } from './control.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { startHubSpotWith } from './other-hubspot.ts';
import { succeeded } from './replies.ts';
import { consoleLines, loadMain, setEnvironment } from './run-main.ts';

// Made for this file; they open nothing. The token has no form by which one could know it: HubSpot
// promises none for what it injects.
const KEY = 'rk_test_51Q7canaryKd8VbXw2LmNpT4yGh6KdJs9FqUe3Ra';
const TOKEN = 'CJ7canaryZr8VbXw2.LmNpT4yGh6-KdJs9FqUe3Ra';

const mains = {
  get: loadMain('get-payments'),
  sync: loadMain('sync-payments'),
  link: loadMain('link-payments'),
};

let world: FunctionsWorld;
let other: HubSpotSandbox & RunningServer;
let hubspot: StandInControl;
let output: string[] = [];
let streamed: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      streamed.push(String(chunk));
      return true;
    });
  }
  world = await startFunctionsWorld();
  other = await startHubSpotWith(world, TOKEN, SCOPES);
  hubspot = controlOf(other.url);
  await world.stripe.send('POST', '/keys', {
    key: KEY,
    permissions: [...STRIPE_PERMISSIONS, 'charge_write'],
  });
});

afterAll(async () => {
  vi.restoreAllMocks();
  await other.close();
  await world.close();
});

beforeEach(async () => {
  await Promise.all([world.stripe.clearFaults(), hubspot.clearFaults()]);
  consoleLines.length = 0;
  output = [];
  streamed = [];
});

const environment = () => ({
  STRIPE_SECRET_KEY: KEY,
  PRIVATE_APP_ACCESS_TOKEN: TOKEN,
  HUBSPOT_API_BASE_URL: other.url,
});

/** What a person can ask of a deal, one after the other. */
async function askEverything(dealId = '9001'): Promise<void> {
  const given = { environment: environment() };
  const link = (parameters: object) =>
    world.linkPayments(dealId, { ...given, main: mains.link, parameters });
  const replies = [
    await world.getPayments(dealId, { ...given, main: mains.get }),
    await world.syncPayments(dealId, { ...given, main: mains.sync }),
    await link({ action: 'search', query: KEY }),
    await link({ action: 'link', customerId: TOKEN }),
    await link({ action: 'assign', ids: [`pi_${KEY}`], alsoInStripe: true }),
    await link({ action: 'unassign', id: 'ch_1', alsoInStripe: true }),
  ];
  output.push(...replies.map((reply) => JSON.stringify(reply)));
}

const stored = (dealId = '9001'): readonly string[] =>
  ['stripe_sync_error', 'stripe_failure_reason'].map(
    (name) => other.store.valueOf('deals', dealId, name) ?? '',
  );

function expectNothingSeen(): void {
  expect(output.length).toBeGreaterThan(0);
  for (const text of [...output, ...consoleLines, ...streamed, ...stored()]) {
    expect(seenOf(text, [KEY, TOKEN])).toEqual([]);
  }
}

test('no secret is revealed without a failure', async () => {
  await askEverything();
  expectNothingSeen();
});

/** The places of an answer in which a service could repeat a secret. */
const positionsFor = (text: string): readonly (readonly [string, FaultInput])[] => [
  ['message', { body: { error: { message: text }, message: text } }],
  [
    'facts',
    {
      headers: { 'request-id': text, 'x-hubspot-correlation-id': text },
      body: {
        error: { type: text, code: text, param: text, message: 'No.', doc_url: text },
        message: 'No.',
        category: text,
        correlationId: text,
        policyName: text,
        errors: [{ code: text, message: text, context: { requiredGranularScopes: [text] } }],
      },
    },
  ],
];

/** What a gateway before a service says, or a connection that breaks leaves. */
const wrecksOf = (text: string): readonly (readonly [string, FaultInput])[] => [
  ['a page', { headers: { 'content-type': 'text/html' }, rawBody: `<p>${text}</p>` }],
  ['half an answer', { rawBody: `{"message":"${text}` }],
];

const NOT_AGAIN = { 'stripe-should-retry': 'false' };

const everyForm = (secret: string): string =>
  variantsOf(secret)
    .map(([, text]) => text)
    .join(' | ');

test.each(variantsOf(KEY))('a refusal of Stripe that repeats %s', async (_form, text) => {
  await world.stripe.fault({ status: 400, headers: NOT_AGAIN, body: { error: { message: text } } });
  await askEverything();
  expectNothingSeen();
});

test.each(variantsOf(TOKEN))('a refusal of HubSpot that repeats %s', async (_form, message) => {
  await hubspot.fault({ status: 400, body: { status: 'error', message } });
  await askEverything();
  expect(output.join('')).toContain('hubspot-refused');
  expectNothingSeen();
});

describe.each([400, 401, 403, 404])('an answer %i that repeats a secret', (status) => {
  test.each(positionsFor(everyForm(KEY)))('of Stripe, in its %s', async (_place, fault) => {
    await world.stripe.fault({ ...fault, headers: { ...fault.headers, ...NOT_AGAIN }, status });
    await askEverything();
    expectNothingSeen();
  });

  test.each([...positionsFor(everyForm(TOKEN)), ...wrecksOf(everyForm(TOKEN))])(
    'of HubSpot, in its %s',
    async (_place, fault) => {
      await hubspot.fault({ ...fault, status });
      await askEverything();
      expectNothingSeen();
    },
  );
});

// These pass with time, so each call is tried until its time is over.
test.each(wrecksOf(everyForm(KEY)))('%s of Stripe that repeats a secret', async (_name, fault) => {
  await world.stripe.fault({ ...fault, status: 200 });
  const reply = await world.getPayments('9001', { main: mains.get, environment: environment() });
  output.push(JSON.stringify(reply));
  expect(output.join('')).toContain('stripe-wrong-answer');
  expectNothingSeen();
});

test.each(variantsOf(KEY))('the check finds %s', (_form, text) => {
  expect(seenOf(text, [KEY, TOKEN])).not.toEqual([]);
  const sealed = Buffer.from(JSON.stringify({ detail: text })).toString('base64url');
  expect(seenOf(`${sealed}.signature`, [KEY, TOKEN])).not.toEqual([]);
});

test("a secret in the record's id properties is not shown as a wrong id", async () => {
  other.store.updateObject('deals', '9002', { stripe_customer_id: KEY, stripe_payment_ids: TOKEN });
  await askEverything('9002');
  expect(output.join('')).toContain('bad-id');
  expectNothingSeen();
});

test('the continuation of a company contains no secret', async () => {
  // A search that is refused is a problem of the view, and as such part of the token.
  await world.stripe.fault({
    pathPattern: '^/v1/(?:invoices|subscriptions)$',
    status: 403,
    body: { error: { type: 'invalid_request_error', message: everyForm(KEY) } },
  });
  // A fast machine reads even this company in one run.
  await world.stripe.setLatency(300);
  const reply = await world.getPayments(STORY_IDS.fiveHundredContacts.company, {
    main: mains.get,
    objectType: 'company',
    environment: { STRIPE_SECRET_KEY: KEY },
  });
  await world.stripe.setLatency(0);
  const { continuation } = succeeded(reply).view;
  expect(continuation).toMatch(/^[\w-]{1000,}\.[\w-]{40,}$/);
  const content = Buffer.from(continuation?.split('.')[0] ?? '', 'base64url').toString('utf8');
  expect(content).toContain('[hidden]');
  output.push(JSON.stringify(reply), content);
  for (const text of output) expect(seenOf(text, [KEY, SANDBOX_HUBSPOT_TOKEN])).toEqual([]);
});

test("HubSpot's executor, its log and its streams contain no secret", async () => {
  const restore = setEnvironment({ ...environment(), STRIPE_API_BASE_URL: world.stripe.url });
  const log: string[] = [];
  const executor = await startExecutor({
    hubspotUrl: other.url,
    portalId: SANDBOX_PORTAL_ID,
    log: (line) => log.push(line),
  });
  await world.stripe.fault({
    status: 401,
    body: { error: { message: `Bearer ${KEY}` } },
    times: 4,
  });
  const body = JSON.stringify({
    serverlessFunction: 'sync-payments',
    parameters: { objectType: 'deal' },
    objectQuery: {
      objectId: 9001,
      objectTypeId: '0-3',
      objectPropertyNames: ['hs_object_id', 'createdate'],
    },
  });
  for (let run = 1; run <= 2; run += 1) {
    const answer = await fetch(`${executor.url}/action/function/1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    output.push(JSON.stringify([...answer.headers]), await answer.text());
  }
  await executor.close();
  restore();
  expect(output.join('')).toContain('"ok"');
  output.push(...log);
  expectNothingSeen();
});
