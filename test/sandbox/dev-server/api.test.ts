import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessToken, startDevWorld } from './dev-world.ts';
import type { DevWorld } from './dev-world.ts';

let world: DevWorld;

beforeAll(async () => {
  world = await startDevWorld();
});

afterAll(() => world.close());

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function ask(path: string, method = 'GET', body?: unknown): Promise<Answer> {
  const response = await fetch(`${world.url}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** `fetch` does not let a caller choose the host. */
function statusWithHeaders(headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest(`${world.url}/api/world`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

it('describes the world', async () => {
  expect((await ask('/api/world')).body).toEqual({
    startupLine: 'All is sandbox.',
    hubspotKind: 'sandbox',
    stripeKind: 'sandbox',
    stories: { 'deals/9001': 'Paid in full.' },
    appName: 'Payments',
    paymentRecords: null,
    variables: {},
  });
});

it('returns only the requested properties', async () => {
  const { body } = await ask('/api/records/deals/9001?properties=dealname,stripe_payment_ids,nope');
  const properties = { dealname: 'Website relaunch', stripe_payment_ids: null };
  expect(body).toEqual({ id: '9001', properties });
});

it('lists deals', async () => {
  const { body } = await ask('/api/records/deals?properties=dealname');
  expect(body).toEqual({ records: [{ id: '9001', properties: { dealname: 'Website relaunch' } }] });
});

it('lists contacts beyond the first page', async () => {
  const { store } = world.hubspot;
  for (let id = 1001; id <= 1250; id += 1) store.createObject('contacts', {}, String(id));
  const { body } = await ask('/api/records/contacts?properties=email');
  const { records } = body as { readonly records: readonly { readonly id: string }[] };
  expect(new Set(records.map(({ id }) => id)).size).toBe(251);
});

it('gives associated records with their properties', async () => {
  const { body } = await ask('/api/records/deals/9001/associations/contacts?properties=email');
  expect(body).toMatchObject({
    results: [{ toObjectId: 101, properties: { email: 'ada@example.com' } }],
    hasMore: false,
  });
});

it('answers not found for an unknown record', async () => {
  const { status, body } = await ask('/api/records/deals/404?properties=dealname');
  expect({ status, body }).toEqual({
    status: 404,
    body: { error: 'There is no deals record 404.' },
  });
});

it("writes a property, and passes on HubSpot's refusals", async () => {
  const path = '/api/records/deals/9001';
  const written = await ask(path, 'PATCH', { properties: { stripe_payment_ids: 'pi_1' } });
  expect(written.body).toMatchObject({ properties: { stripe_payment_ids: 'pi_1' } });
  const refused = await ask(path, 'PATCH', { properties: { amount: 'a lot' } });
  expect(refused.status).toBe(400);
  expect(JSON.stringify(refused.body)).toContain('a lot');
});

it('returns property definitions with the data that formatting needs', async () => {
  const { body } = await ask('/api/properties/deals');
  expect(body).toMatchObject({
    properties: expect.arrayContaining([
      expect.objectContaining({ name: 'stripe_net_amount', type: 'number', readOnly: false }),
    ]) as unknown,
  });
});

it('works without account details that the token cannot read', async () => {
  expect(await ask('/api/account')).toEqual({
    status: 200,
    body: { portalId: null, timeZone: null, companyCurrency: null },
  });
});

it('forwards a function call with the viewed record', async () => {
  const objectQuery = {
    objectId: 9001,
    objectTypeId: '0-3',
    objectPropertyNames: ['hs_object_id'],
  };
  const { body } = await ask('/api/serverless/get-payments', 'POST', {
    parameters: { page: 2 },
    objectQuery,
  });
  expect(body).toEqual({ response: { ok: true, parameters: { page: 2 } } });
  expect(world.functionCalls.at(-1)).toEqual({
    serverlessFunction: 'get-payments',
    parameters: { page: 2 },
    objectQuery,
  });
});

it('forwards a function call of an app page without a record', async () => {
  await ask('/api/serverless/check-setup', 'POST', { parameters: {} });
  expect(world.functionCalls.at(-1)).toEqual({
    serverlessFunction: 'check-setup',
    parameters: {},
  });
});

it('counts every function call in progress', async () => {
  const answer = ask('/api/serverless/waits', 'POST', { parameters: {} });
  const called = (): boolean =>
    world.functionCalls.some(({ serverlessFunction }) => serverlessFunction === 'waits');
  await expect.poll(called).toBe(true);
  const ended: string[] = [];
  const idle = world.whenIdle().then(() => ended.push('idle'));
  expect((await ask('/api/world')).status).toBe(200);
  expect(ended).toEqual([]);
  world.release();
  await Promise.all([answer, idle]);
  expect(ended).toEqual(['idle']);
});

it('passes on the message of a function that throws', async () => {
  const objectQuery = { objectId: 9001, objectTypeId: '0-3', objectPropertyNames: [] };
  const answer = await ask('/api/serverless/throws', 'POST', { parameters: {}, objectQuery });
  expect(answer).toEqual({ status: 400, body: { error: 'The function failed: Error: boom.' } });
});

it('forwards the Stripe side with its query and its refusals', async () => {
  const scene = await ask('/api/stripe-side/scene?customers=cus_1&deal=9001');
  expect(scene.body).toMatchObject({ customers: [{ id: 'cus_1', name: 'Pays for 9001' }] });
  const unknown = await ask('/api/stripe-side/actions', 'POST', { action: 'rob' });
  expect(unknown.status).toBe(400);
  const refused = await ask('/api/stripe-side/actions', 'POST', { action: 'refund' });
  expect(refused).toEqual({ status: 409, body: { error: 'Nothing is left to refund.' } });
});

it('lists the admin actions, runs them, and passes refusals on', async () => {
  const done = await ask('/api/account-side', 'POST', { part: 'switch', action: 'off' });
  expect(done).toEqual({ status: 200, body: { message: 'Turned off' } });
  expect((await ask('/api/account-side')).body).toMatchObject({
    parts: [
      { id: 'switch', state: 'It is off', actions: [{ isCurrent: false }, { isCurrent: true }] },
    ],
  });
  const refused = await ask('/api/account-side', 'POST', { part: 'lamp', action: 'on' });
  expect(refused).toEqual({ status: 409, body: { error: 'There is no lamp.' } });
});

it('moves the clock ahead and never back', async () => {
  const before = (await ask('/api/clock')).body as { nowMs: number };
  const after = await ask('/api/clock/advance', 'POST', { durationMs: 60_000 });
  expect(after.body).toEqual({ nowMs: before.nowMs + 60_000 });
  expect((await ask('/api/clock/advance', 'POST', { durationMs: -1 })).status).toBe(400);
});

it('reports a failed build to the page', async () => {
  const response = await fetch(`${world.url}/api/events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  world.emit({ type: 'build-error', message: 'Unexpected token' });
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  expect(value).toContain('{"type":"build-error","message":"Unexpected token"}');
});

it('stops reporting to a closed page', async () => {
  const streams = Array.from({ length: 20 }, async () => {
    const abort = new AbortController();
    const response = await fetch(`${world.url}/api/events`, { signal: abort.signal });
    await response.body?.getReader().read();
    abort.abort();
  });
  await Promise.all(streams);
  await expect.poll(() => world.listenerCount()).toBe(0);
});

it('sends the token to no page', async () => {
  const paths = ['/', '/record-page.js', '/extension-worker.js', '/api/world', '/api/cards'];
  const responses = await Promise.all(paths.map((path) => fetch(`${world.url}${path}`)));
  expect(responses.map(({ status }) => status)).toEqual(paths.map(() => 200));
  const texts = await Promise.all(responses.map((response) => response.text()));
  expect(texts.join('\n')).not.toContain(accessToken);
});

it.each([
  { headers: { host: 'crm.example.com' }, status: 403 },
  { headers: { origin: 'https://evil.example.com' }, status: 403 },
  { headers: { origin: 'null' }, status: 403 },
  { headers: {}, status: 200 },
])('answers $status to the headers $headers', async ({ headers, status }) => {
  expect(await statusWithHeaders(headers)).toBe(status);
});

it("a search of the page waits while functions use HubSpot's rate limit", async () => {
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const search = async (): Promise<number> => {
    const path = '/crm/objects/2026-03/deals/search';
    const init = { method: 'POST', headers, body: '{}' };
    return (await world.hubspot.app.request(path, init)).status;
  };
  const statuses = await Promise.all(Array.from({ length: 6 }, search));
  expect(statuses).toContain(429);
  expect((await ask('/api/search/deals', 'POST', {})).status).toBe(200);
});
