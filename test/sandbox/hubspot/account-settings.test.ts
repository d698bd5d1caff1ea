import { expect, test } from 'vitest';
import { NO_SCOPE_TOKEN, openHubSpotWorld } from './hubspot-world.ts';

const DETAILS = '/account-info/2026-03/details';

test.each(['APP_DEVELOPER', 'DEVELOPER_TEST', 'SANDBOX', 'STANDARD'] as const)(
  'an account can be of type %s, from the start or by its settings',
  async (accountType) => {
    const opened = await openHubSpotWorld({ accountType });
    expect(await (await opened.request(DETAILS)).json()).toMatchObject({ accountType });
    const { request, send } = await openHubSpotWorld();
    await send('PUT', '/_sandbox/account', { accountType });
    expect(await (await request(DETAILS)).json()).toMatchObject({ accountType, portalId: 4242 });
  },
);

test('an account in Europe has screens of its own', async () => {
  const { request, send } = await openHubSpotWorld();
  await send('PUT', '/_sandbox/account', { dataHostingLocation: 'eu1' });
  expect(await (await request(DETAILS)).json()).toMatchObject({
    dataHostingLocation: 'eu1',
    uiDomain: 'app-eu1.hubspot.com',
  });
  await send('PUT', '/_sandbox/account', {});
  expect(await (await request(DETAILS)).json()).toMatchObject({
    accountType: 'STANDARD',
    uiDomain: 'app.hubspot.com',
  });
});

test('the details need the scope oauth', async () => {
  const { request } = await openHubSpotWorld({ accountType: 'SANDBOX' });
  const headers = { authorization: `Bearer ${NO_SCOPE_TOKEN}` };
  expect((await request(DETAILS, { headers })).status).toBe(403);
});

test('behavior settings are changed one by one and reset together', async () => {
  const { request, send } = await openHubSpotWorld();
  const usual: unknown = await (await request('/_sandbox/behavior')).json();
  expect(usual).toEqual({
    batchCreate: 'each-input',
    restoredDefinition: 'posted',
    refusedNames: [],
    customPropertyLimit: 1000,
    customObjectLimit: 10,
    customRecordLimit: 500000,
    paymentCreation: 'refused',
    uniqueOnPayments: 'accepted',
    usedOptions: 'removable',
    currencyFieldsInReads: true,
    accessTokenInfo: 'available',
    cardEdits: 'as-user',
    namesMissingScopes: true,
  });
  await send('PUT', '/_sandbox/behavior', { usedOptions: 'refused' });
  const changed = await send('PUT', '/_sandbox/behavior', { customPropertyLimit: 3 });
  expect(await changed.json()).toMatchObject({ usedOptions: 'refused', customPropertyLimit: 3 });
  expect(await (await send('DELETE', '/_sandbox/behavior', {})).json()).toEqual(usual);
});

test.each([
  ['/_sandbox/behavior', { batchCreate: 'sometimes' }],
  ['/_sandbox/behavior', { unknown: true }],
  ['/_sandbox/behavior', { customPropertyLimit: -1 }],
  ['/_sandbox/account', { accountType: 'standard' }],
  ['/_sandbox/account', { portalId: 1 }],
])('%s refuses %j', async (path, body) => {
  const { request, send } = await openHubSpotWorld();
  const before: unknown = await (await request(path)).json();
  expect((await send('PUT', path, body)).status).toBe(400);
  expect(await (await request(path)).json()).toEqual(before);
});
