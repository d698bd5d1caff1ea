import { expect, test } from 'vitest';
import {
  EUROPEAN_TOKEN,
  FULL_TOKEN,
  openHubSpotWorld,
  READ_DEALS_TOKEN,
  type HubSpotWorld,
} from './hubspot-world.ts';

const PATH = '/oauth/v2/private-apps/get/access-token-info';

const askAbout = (
  { url }: HubSpotWorld,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${url}${PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('a token in the body returns its account, app and scopes', async () => {
  const world = await openHubSpotWorld();
  const answer = await askAbout(world, { tokenKey: READ_DEALS_TOKEN });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    userId: 1,
    hubId: 4242,
    appId: 4_242_001,
    scopes: ['crm.objects.deals.read'],
  });
  expect(answer.headers.get('x-hubspot-correlation-id')).not.toBeNull();
  expect(answer.headers.get('x-hubspot-ratelimit-max')).toBeNull();
});

test('a European token is known only when the header carries it as well', async () => {
  const world = await openHubSpotWorld();
  const about = { tokenKey: EUROPEAN_TOKEN };
  expect((await askAbout(world, about)).status).toBe(401);
  const other = await askAbout(world, about, { authorization: `Bearer ${FULL_TOKEN}` });
  expect(other.status).toBe(401);
  const own = await askAbout(world, about, { authorization: `Bearer ${EUROPEAN_TOKEN}` });
  expect(await own.json()).toMatchObject({ scopes: ['oauth'] });
});

test.each([
  ['an unknown token', { tokenKey: 'pat-na1-unknown' }, 404],
  ['no token', {}, 400],
  ['a token that is no text', { tokenKey: 1 }, 400],
])('%s is refused in the envelope of HubSpot', async (_case, body, status) => {
  const answer = await askAbout(await openHubSpotWorld(), body);
  expect(answer.status).toBe(status);
  const envelope: unknown = await answer.json();
  expect(envelope).toMatchObject({ status: 'error' });
  expect(envelope).toHaveProperty('correlationId', answer.headers.get('x-hubspot-correlation-id'));
});

test.each([
  ['forbidden', 403, 'MISSING_SCOPES'],
  ['not-found', 404, 'OBJECT_NOT_FOUND'],
] as const)('token information can be %s', async (accessTokenInfo, status, category) => {
  const world = await openHubSpotWorld();
  await world.send('PUT', '/_sandbox/behavior', { accessTokenInfo });
  const answer = await askAbout(world, { tokenKey: FULL_TOKEN });
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ category });
});

test('the record of requests does not show the token', async () => {
  const world = await openHubSpotWorld();
  await askAbout(world, { tokenKey: FULL_TOKEN });
  const recorded = await (await world.request('/_sandbox/requests')).text();
  expect(recorded).toContain(PATH);
  expect(recorded).not.toContain(FULL_TOKEN);
  expect(JSON.parse(recorded)).toMatchObject({
    requests: [{ body: `{"tokenKey":"***${FULL_TOKEN.slice(-4)}"}` }],
  });
});
