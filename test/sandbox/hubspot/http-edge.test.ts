import { expect, test } from 'vitest';
import { valuesOf } from './client-models.ts';
import {
  FULL_TOKEN,
  NO_SCOPE_TOKEN,
  READ_DEALS_TOKEN,
  openHubSpotWorld,
  refusalOf,
} from './hubspot-world.ts';

test.each([[''], ['Bearer wrong'], ['Basic abc']])(
  'answers 401 to the authorization %j',
  async (authorization) => {
    const { request } = await openHubSpotWorld();
    const answer = await request('/crm/objects/2026-03/deals', { headers: { authorization } });
    expect(answer.status).toBe(401);
    const body: unknown = await answer.json();
    expect(body).toMatchObject({ status: 'error', category: 'INVALID_AUTHENTICATION' });
    expect(body).toHaveProperty('correlationId', answer.headers.get('x-hubspot-correlation-id'));
  },
);

test('names the scope that is missing', async () => {
  const { clientWith, store } = await openHubSpotWorld();
  store.createObject('deals', {}, '1');
  const client = clientWith(READ_DEALS_TOKEN);
  await client.crm.deals.basicApi.getById('1');
  const write = client.crm.objects.basicApi.update('deals', '1', valuesOf({ dealname: 'x' }));
  const { code, body } = await refusalOf(write);
  expect(code).toBe(403);
  expect(body).toMatchObject({
    status: 'error',
    category: 'MISSING_SCOPES',
    errors: [
      {
        message: 'One or more of the following scopes are required.',
        context: { requiredGranularScopes: ['crm.objects.deals.write'] },
      },
    ],
    links: { scopes: 'https://developers.hubspot.com/scopes' },
  });
});

test.each<[string, string, string | undefined, string[]]>([
  ['GET', '/crm/objects/2026-03/contacts', undefined, ['crm.objects.contacts.read']],
  ['POST', '/crm/objects/2026-03/companies', '{"properties":{}}', ['crm.objects.companies.write']],
  [
    'GET',
    '/crm/properties/2026-03/deals',
    undefined,
    ['crm.schemas.deals.read', 'crm.objects.deals.read'],
  ],
  [
    'POST',
    '/crm/properties/2026-03/deals/groups',
    '{"name":"x","label":"x"}',
    ['crm.schemas.deals.write'],
  ],
  ['GET', '/account-info/2026-03/details', undefined, ['oauth']],
  [
    'GET',
    '/crm/objects/2026-03/deals/1/associations/contacts',
    undefined,
    ['crm.objects.deals.read'],
  ],
])('%s %s needs a scope', async (method, path, body, scopes) => {
  const { request } = await openHubSpotWorld();
  const answer = await request(path, {
    method,
    headers: { authorization: `Bearer ${NO_SCOPE_TOKEN}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body }),
  });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({
    errors: [{ context: { requiredGranularScopes: scopes } }],
  });
});

test.each([
  ['GET', '/crm/v3/nothing', 404],
  ['GET', '/crm/objects/2026-03/deals/1/2/3', 404],
  ['PUT', '/crm/objects/2026-03/deals/1', 405],
  ['GET', '/crm/objects/2026-03/deals/batch/read', 405],
])('%s %s gets HTML with %i', async (method, path, status) => {
  const { request } = await openHubSpotWorld();
  const answer = await request(path, { method });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(await answer.text()).toContain(`Error ${String(status)}`);
});

test.each([
  ['/account-info/2026-03/details', '/account-info/v3/details'],
  ['/crm/objects/2026-03/deals/1', '/crm/v3/objects/deals/1'],
  [
    '/crm/objects/2026-03/deals/1/associations/contacts',
    '/crm/v4/objects/deals/1/associations/contacts',
  ],
  ['/crm/properties/2026-03/deals/groups', '/crm/v3/properties/deals/groups'],
])('%s answers as the older path', async (dated, older) => {
  const { request, store } = await openHubSpotWorld();
  for (const type of ['deals', 'contacts'] as const) store.createObject(type, {}, '1');
  store.associations.associate(
    { objectType: 'deals', id: '1' },
    { objectType: 'contacts', id: '1' },
  );
  const answers = [await request(dated), await request(older)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const [datedBody, olderBody] = await Promise.all(answers.map((answer) => answer.json()));
  expect(datedBody).toEqual(olderBody);
});

test('refuses another content type and malformed JSON', async () => {
  const { request } = await openHubSpotWorld();
  const post = (contentType: string, body: string) =>
    request('/crm/objects/2026-03/deals', {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
    });
  expect((await post('text/plain', '{"properties":{}}')).status).toBe(415);
  const malformed = await post('application/json', '{"properties":');
  expect(malformed.status).toBe(400);
  expect(await malformed.json()).toMatchObject({ status: 'error' });
  expect((await post('application/json', '{"properties":{},"more":1}')).status).toBe(400);
});

test('refuses an object type it cannot infer', async () => {
  const { client } = await openHubSpotWorld();
  const { code, body } = await refusalOf(client.crm.objects.basicApi.getById('butterflies', '1'));
  expect(code).toBe(400);
  expect(body).toMatchObject({ message: 'Unable to infer object type from: butterflies' });
});

test('returns the account', async () => {
  const { client } = await openHubSpotWorld();
  const answer = await client.apiRequest({ path: '/account-info/2026-03/details' });
  expect(await answer.json()).toEqual({
    portalId: 4242,
    accountType: 'STANDARD',
    timeZone: 'Europe/Rome',
    companyCurrency: 'EUR',
    additionalCurrencies: ['USD', 'JPY'],
    utcOffset: '+01:00',
    utcOffsetMilliseconds: 3_600_000,
    uiDomain: 'app.hubspot.com',
    dataHostingLocation: 'na1',
  });
});

test('counts down, refuses the 191st request of ten seconds and recovers', async () => {
  const { client, request, passRealMs } = await openHubSpotWorld();
  for (let count = 1; count <= 190; count += 1) {
    const answer = await request('/account-info/2026-03/details');
    expect(answer.headers.get('x-hubspot-ratelimit-remaining')).toBe(String(190 - count));
  }
  const { code, body } = await refusalOf(client.crm.deals.basicApi.getById('1'));
  expect(code).toBe(429);
  expect(body).toMatchObject({
    status: 'error',
    message: 'You have reached your ten_secondly_rolling limit.',
    errorType: 'RATE_LIMIT',
    policyName: 'TEN_SECONDLY_ROLLING',
  });
  const refused = await request('/account-info/2026-03/details');
  expect(refused.headers.get('retry-after')).toBeNull();
  expect(refused.headers.get('x-hubspot-ratelimit-max')).toBe('190');
  passRealMs(10_000);
  expect((await request('/account-info/2026-03/details')).status).toBe(200);
});

test('keeps a daily count that ends at midnight of the account', async () => {
  const { request, send, clock } = await openHubSpotWorld();
  await send('PUT', '/_sandbox/limits', { daily: 2 });
  const answer = await request('/account-info/2026-03/details');
  expect(answer.headers.get('x-hubspot-ratelimit-daily')).toBe('2');
  expect(answer.headers.get('x-hubspot-ratelimit-daily-remaining')).toBe('1');
  await request('/account-info/2026-03/details');
  const refused = await request('/account-info/2026-03/details');
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ policyName: 'DAILY' });
  clock.advanceBy(20 * 3_600_000);
  expect((await request('/account-info/2026-03/details')).status).toBe(200);
});

test('the limits can be lowered and switched off', async () => {
  const { request, send } = await openHubSpotWorld();
  await send('PUT', '/_sandbox/limits', { perTenSeconds: 100 });
  const answer = await request('/account-info/2026-03/details');
  expect(answer.headers.get('x-hubspot-ratelimit-max')).toBe('100');
  await send('PUT', '/_sandbox/limits', { enabled: false });
  for (let count = 0; count < 120; count += 1) {
    expect((await request('/account-info/2026-03/details')).status).toBe(200);
  }
  expect((await send('PUT', '/_sandbox/limits', { perTenSeconds: 7 })).status).toBe(400);
});

test('records requests without the credential and injects faults', async () => {
  const { request, send } = await openHubSpotWorld();
  await send('POST', '/_sandbox/faults', { pathPattern: '^/account-info', times: 1, status: 503 });
  expect((await request('/account-info/2026-03/details')).status).toBe(503);
  expect((await request('/account-info/2026-03/details')).status).toBe(200);
  const recorded = await (await request('/_sandbox/requests')).text();
  expect(recorded).not.toContain(FULL_TOKEN);
  expect(JSON.parse(recorded)).toMatchObject({ requests: [{ status: 503 }, { status: 200 }] });
});
