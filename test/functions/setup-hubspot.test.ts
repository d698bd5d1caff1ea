import {
  OBJECT_TYPES,
  PAYMENT_OBJECT,
  HUBSPOT_PAYMENT_SCOPES,
  REQUIRED_SCOPES,
  RUN_LOG_SCOPES,
  verdictsOf,
} from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { provisionHubSpotPayments, provisionPaymentRecords } from '../../sandbox/world/seed-crm.ts';
import { SANDBOX_HUBSPOT_TOKEN, SANDBOX_PORTAL_ID } from '../../sandbox/world/world.ts';
import { forgetRequests, named } from './requests.ts';
import { failureOf } from './replies.ts';
import type { SetupWorld } from './setup-world.ts';
import { readable, reportOf, startSetupWorld } from './setup-world.ts';

const ALL = REQUIRED_SCOPES.map(({ name }) => name);
const isSchemaRead = (name: string): boolean => /^crm\.schemas\..+\.read$/.test(name);

let world: SetupWorld;

beforeAll(async () => {
  world = await startSetupWorld();
});

afterAll(() => world.close());

beforeEach(async () => {
  await Promise.all([world.stripe.clearFaults(), world.hubspot.clearFaults()]);
  await world.settings('DELETE', '/behavior');
  await world.hubspot.send('PUT', '/scopes/granted', { scopes: ALL });
  await forgetRequests(world);
});

async function statuses(): Promise<Readonly<Record<string, string>>> {
  const { scopes } = readable((await reportOf(world)).crm);
  return Object.fromEntries(scopes.map(({ name, status }) => [name, status]));
}

const expected = (status: (name: string) => string) =>
  Object.fromEntries(ALL.map((name) => [name, status(name)]));

test('an account with every scope is reported with its currencies and time zone', async () => {
  const report = await reportOf(world);
  expect(readable(report.crm)).toMatchObject({
    account: {
      isReadable: true,
      portalId: SANDBOX_PORTAL_ID,
      accountType: 'STANDARD',
      timeZone: 'Europe/Rome',
      currency: 'USD',
    },
  });
  expect(await statuses()).toEqual(expected(() => 'granted'));
  expect(verdictsOf(report).crm).toBe('done');
});

describe('a scope that is missing', () => {
  const grant = (isGranted: (name: string) => boolean) =>
    world.hubspot.send('PUT', '/scopes/granted', { scopes: ALL.filter(isGranted) });

  test.each([
    ['oauth', (name: string) => name !== 'oauth'],
    ['all to define properties', (name: string) => !name.startsWith('crm.schemas.')],
    ['one to write records', (name: string) => name !== 'crm.objects.contacts.write'],
  ])('is read from the token: %s', async (_name, isGranted) => {
    await grant(isGranted);
    expect(await statuses()).toEqual(expected((name) => (isGranted(name) ? 'granted' : 'missing')));
    expect(verdictsOf(await reportOf(world)).crm).toBe('blocked');
  });

  test.each(['forbidden', 'not-found'])(
    'is tested by a call where the token information is %s',
    async (accessTokenInfo) => {
      await world.hubspot.send('PUT', '/behavior', { accessTokenInfo });
      expect(await statuses()).toEqual(
        expected((name) => (isSchemaRead(name) ? 'unknown' : 'granted')),
      );
      expect(verdictsOf(await reportOf(world)).crm).toBe('done');
      const lacked = ['oauth', 'crm.objects.deals.write', 'crm.schemas.companies.write'];
      await grant((name) => !lacked.includes(name));
      expect(await statuses()).toEqual(
        expected((name) => {
          if (lacked.includes(name)) return 'missing';
          return isSchemaRead(name) ? 'unknown' : 'granted';
        }),
      );
    },
  );

  test('that reads companies leaves only the property definitions unread', async () => {
    await grant((name) => !/companies\.read$/.test(name));
    const report = await reportOf(world);
    expect(report.properties).toMatchObject({
      isReadable: false,
      error: { code: 'hubspot-permission' },
    });
    expect(verdictsOf(report)).toMatchObject({ crm: 'blocked', properties: 'blocked' });
  });

  test('that was added later is reported until the app is reinstalled', async () => {
    await grant((name) => name !== 'crm.schemas.deals.write');
    await world.hubspot.send('PUT', '/scopes/required', { scopes: ALL });
    expect((await statuses())['crm.schemas.deals.write']).toBe('missing');
    await world.settings('POST', '/scopes/reinstall');
    expect((await statuses())['crm.schemas.deals.write']).toBe('granted');
  });
});

test('tests by calls change nothing', async () => {
  await world.hubspot.send('PUT', '/behavior', { accessTokenInfo: 'not-found' });
  const before = OBJECT_TYPES.map((type) =>
    world.storedOf('9001', type === 'deal' ? type : 'deal'),
  );
  await reportOf(world);
  expect(OBJECT_TYPES.map(() => world.storedOf('9001'))).toEqual(before);
  const tried = (await world.hubspot.requests()).filter(({ path }) =>
    /batch\/(?:update|archive)$/.test(path),
  );
  expect(tried).toHaveLength(6);
  for (const { body } of tried) expect(JSON.parse(body)).toEqual({ inputs: [] });
});

test('an invalid token is reported beside the Stripe key', async () => {
  const report = await reportOf(world, { PRIVATE_APP_ACCESS_TOKEN: 'pat-na1-unknown-token' });
  expect(report.crm).toMatchObject({ error: { code: 'hubspot-unauthorized' } });
  expect(report.properties).toMatchObject({ error: { code: 'hubspot-unauthorized' } });
  expect(report.stripeKey.status).toBe('usable');
});

test('without a token HubSpot cannot be checked', async () => {
  const reply = await world.check({ PRIVATE_APP_ACCESS_TOKEN: '' });
  expect(failureOf(reply).code).toBe('hubspot-unauthorized');
});

test('the token is sent to HubSpot only', async () => {
  await reportOf(world);
  const asked = (await world.hubspot.requests()).filter(({ path }) => /access-token/.test(path));
  expect(asked).toHaveLength(1);
  expect(JSON.stringify(await world.stripe.requests())).not.toContain(SANDBOX_HUBSPOT_TOKEN);
});

describe('where HubSpot fails', () => {
  test('everywhere, both parts report it', async () => {
    await world.hubspot.fault({ status: 503 });
    const report = await reportOf(world);
    for (const part of [report.crm, report.properties]) {
      expect(part).toMatchObject({ isReadable: false, error: { code: 'hubspot-unreachable' } });
    }
    expect(report.stripeKey.status).toBe('usable');
  });

  test.each([
    ['/account-info/', 'account'],
    ['/search$', 'records'],
  ] as const)('at %s, only the %s is missing from the report', async (pathPattern, part) => {
    await world.hubspot.fault({ pathPattern, status: 500 });
    const report = await reportOf(world);
    expect(readable(report.crm)).toMatchObject({ [part]: { isReadable: false } });
    expect(verdictsOf(report).properties).toBe('done');
    expect(readable(report.crm).scopes.every(({ status }) => status === 'granted')).toBe(true);
  });

  test('at the token information, the scopes are unknown and the account is reported', async () => {
    await world.hubspot.fault({ pathPattern: 'access-token-info$', status: 500 });
    expect(await statuses()).toEqual(expected(() => 'unknown'));
    const { account } = readable((await reportOf(world)).crm);
    expect(account.isReadable).toBe(true);
  });
});

test('synced records are counted, those of the other mode separately', async () => {
  world.edit('9001', { stripe_mode: 'test' });
  world.edit('9002', { stripe_mode: 'live' });
  await world.hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
  const report = await reportOf(world);
  expect(readable(report.crm).records).toEqual({
    isReadable: true,
    counts: [
      { objectType: 'deal', synced: 2, ofOtherMode: 1 },
      { objectType: 'contact', synced: 0, ofOtherMode: 0 },
      { objectType: 'company', synced: 0, ofOtherMode: 0 },
    ],
  });
  expect(verdictsOf(report).crm).toBe('attention');
  for (const id of ['9001', '9002']) world.edit(id, { stripe_mode: '' });
  await world.hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
});

test('no HubSpot call is made twice', async () => {
  await reportOf(world);
  const asked = await world.hubspot.requests();
  const distinct = new Set(
    asked.map(({ method, path, query, body }) => [method, path, query, body].join(' ')),
  );
  expect(distinct.size).toBe(asked.length);
  expect(named(asked)).toHaveLength(1 + 1 + 9 + 3 + 5);
});

describe('payment records', () => {
  const read = async () => (await reportOf(world)).paymentRecords;

  test('are off without the object, incomplete in part, and on with all of it', async () => {
    await world.hubspot.send('PUT', '/scopes/granted', { scopes: [...ALL, ...RUN_LOG_SCOPES] });
    expect(await read()).toMatchObject({ status: 'off', records: null });
    const { store } = world.world.hubspot;
    provisionPaymentRecords(store);
    const { typeId } = store.customObjects.require(`p_${PAYMENT_OBJECT}`);
    store.createObject(typeId, { stripe_charge_id: 'ch_1' });
    expect(await read()).toMatchObject({
      status: 'on',
      records: 1,
      recordLimit: { usage: 1 },
    });
    store.properties(typeId).archive('stripe_fee_rate');
    expect(await read()).toMatchObject({ status: 'incomplete', missingProperties: 1 });
  });

  test('in HubSpot Payments are on there, beside what is left of the custom object', async () => {
    const scopes = [...ALL, ...RUN_LOG_SCOPES, ...HUBSPOT_PAYMENT_SCOPES];
    await world.hubspot.send('PUT', '/scopes/granted', { scopes });
    const { store } = world.world.hubspot;
    provisionPaymentRecords(store);
    // Its one record is that of the test before.
    expect(await read()).toMatchObject({ kind: 'custom-object', records: 1, unusedRecords: 0 });
    provisionHubSpotPayments(store);
    const values = { stripe_charge_id: 'ch_1', hs_processor_type: 'none' };
    store.createObject('commerce_payments', values);
    await world.hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
    expect(await read()).toMatchObject({
      status: 'on',
      kind: 'hubspot-payments',
      records: 1,
      recordLimit: null,
      unusedRecords: 1,
    });
    store.properties('commerce_payments').archive('stripe_read_at');
    expect(await read()).toMatchObject({ kind: 'custom-object', records: 1, unusedRecords: 1 });
  });

  test('without their scopes are reported as what is not granted, and all else is read', async () => {
    const report = await reportOf(world);
    expect(report.paymentRecords).toMatchObject({ error: { code: 'hubspot-permission' } });
    expect(report.properties.isReadable).toBe(true);
  });
});
