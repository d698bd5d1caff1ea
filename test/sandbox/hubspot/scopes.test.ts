import { expect, test } from 'vitest';
import { FULL_SCOPES, FULL_TOKEN, NO_SCOPE_TOKEN, openHubSpotWorld } from './hubspot-world.ts';

const statusOf = async (answer: Promise<Response>): Promise<number> => (await answer).status;

test('what a version of the app requires is granted by a reinstall only', async () => {
  const { request, send } = await openHubSpotWorld();
  const wider = [...FULL_SCOPES, 'crm.objects.commercepayments.read'];
  const narrower = ['oauth', 'crm.objects.deals.read'];
  const required = await send('PUT', '/_sandbox/scopes/required', { scopes: narrower });
  expect(await required.json()).toMatchObject({
    required: narrower,
    tokens: [{ token: '***hing', isApp: true, scopes: FULL_SCOPES }, {}, {}, {}],
  });
  expect(await statusOf(request('/crm/objects/2026-03/contacts'))).toBe(200);
  await send('POST', '/_sandbox/scopes/reinstall', {});
  expect(await statusOf(request('/crm/objects/2026-03/contacts'))).toBe(403);
  expect(await statusOf(request('/crm/objects/2026-03/deals'))).toBe(200);
  await send('PUT', '/_sandbox/scopes/required', { scopes: wider });
  expect(await statusOf(request('/crm/objects/2026-03/contacts'))).toBe(403);
  await send('POST', '/_sandbox/scopes/reinstall', {});
  expect(await statusOf(request('/crm/objects/2026-03/contacts'))).toBe(200);
  expect(await (await request('/_sandbox/scopes')).json()).toMatchObject({
    required: wider,
    tokens: [{ scopes: wider }, {}, { isApp: false, scopes: [] }, {}],
  });
});

test('the scopes of any token can be changed, and the list shows no token', async () => {
  const { url, send } = await openHubSpotWorld();
  const withoutToken = (): Promise<Response> =>
    fetch(`${url}/crm/objects/2026-03/deals`, {
      headers: { authorization: `Bearer ${NO_SCOPE_TOKEN}` },
    });
  expect(await statusOf(withoutToken())).toBe(403);
  const scopes = ['crm.objects.deals.read'];
  const granted = await send('PUT', '/_sandbox/scopes/granted', { token: NO_SCOPE_TOKEN, scopes });
  expect(await granted.text()).not.toContain(NO_SCOPE_TOKEN);
  expect(await statusOf(withoutToken())).toBe(200);
});

test('without a token the app loses the scopes that are not named', async () => {
  const { request, send } = await openHubSpotWorld();
  await send('PUT', '/_sandbox/scopes/granted', {
    scopes: FULL_SCOPES.filter((scope) => scope !== 'crm.schemas.deals.write'),
  });
  const answer = await send('POST', '/crm/properties/2026-03/deals/groups', {
    name: 'x',
    label: 'x',
  });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({
    category: 'MISSING_SCOPES',
    errors: [{ context: { requiredGranularScopes: ['crm.schemas.deals.write'] } }],
  });
  expect(await statusOf(request('/crm/properties/2026-03/deals'))).toBe(200);
});

test.each([
  ['/_sandbox/scopes/granted', { scopes: ['crm.objects.deals.raed'] }],
  ['/_sandbox/scopes/granted', { scopes: ['crm.objects.deal.read'] }],
  ['/_sandbox/scopes/granted', { scopes: ['oath'] }],
  ['/_sandbox/scopes/required', { scopes: ['crm.schemas.deals'] }],
  ['/_sandbox/scopes/granted', { token: 'pat-na1-unknown', scopes: [] }],
  ['/_sandbox/scopes/required', {}],
])('%s refuses %j', async (path, body) => {
  const { request, send, tokens } = await openHubSpotWorld();
  const before = tokens.list();
  expect((await send('PUT', path, body)).status).toBe(400);
  expect(tokens.list()).toEqual(before);
  expect(await statusOf(request('/crm/objects/2026-03/deals'))).toBe(200);
});

test('a 403 can leave out the required scopes', async () => {
  const { send, url } = await openHubSpotWorld();
  await send('PUT', '/_sandbox/behavior', { namesMissingScopes: false });
  const answer = await fetch(`${url}/crm/properties/2026-03/deals`, {
    headers: { authorization: `Bearer ${NO_SCOPE_TOKEN}` },
  });
  const body: unknown = await answer.json();
  expect(body).toMatchObject({ category: 'MISSING_SCOPES' });
  expect(body).not.toHaveProperty('errors');
});

test.each(['create', 'update', 'archive', 'read'])(
  'batch/%s checks the scope before the body',
  async (action) => {
    const { url } = await openHubSpotWorld();
    const post = (token: string, body: string): Promise<Response> =>
      fetch(`${url}/crm/objects/2026-03/deals/batch/${action}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body,
      });
    for (const body of ['{"inputs":[]}', '{}', 'no json']) {
      expect((await post(NO_SCOPE_TOKEN, body)).status).toBe(403);
      expect((await post(FULL_TOKEN, body)).status).toBe(400);
    }
  },
);
