import {
  BasicApi,
  ServerConfiguration,
  createConfiguration,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { expect, test } from 'vitest';
import { newRecordOf, valuesOf } from './client-models.ts';
import { FULL_TOKEN, START_MS, openHubSpotWorld, refusalOf } from './hubspot-world.ts';

test('reads a deal by its type id with the properties asked for', async () => {
  const { client, store } = await openHubSpotWorld();
  const deal = store.createObject('deals', { dealname: 'Renewal', amount: '1200.50' });
  const read = await client.crm.objects.basicApi.getById('0-3', deal.id, [
    'hs_object_id',
    'dealname',
    'closedate',
    'no_such_property',
  ]);
  expect(read.id).toBe(deal.id);
  expect(read.properties).toEqual({
    closedate: null,
    createdate: '2026-01-02T03:04:05Z',
    dealname: 'Renewal',
    hs_lastmodifieddate: '2026-01-02T03:04:05Z',
    hs_object_id: deal.id,
  });
  expect(read.createdAt.getTime()).toBe(START_MS);
});

test.each([
  [
    'deal',
    [
      'amount',
      'closedate',
      'createdate',
      'dealname',
      'dealstage',
      'hs_lastmodifieddate',
      'hs_object_id',
      'pipeline',
    ],
  ],
  [
    'contacts',
    ['createdate', 'email', 'firstname', 'hs_object_id', 'lastmodifieddate', 'lastname'],
  ],
  ['0-2', ['createdate', 'domain', 'hs_lastmodifieddate', 'hs_object_id', 'name']],
])('returns the default properties of %s when none are named', async (objectType, expected) => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('deals', {}, '1');
  store.createObject('contacts', {}, '1');
  store.createObject('companies', {}, '1');
  const read = await client.crm.objects.basicApi.getById(objectType, '1');
  expect(Object.keys(read.properties)).toEqual(expected);
});

test('writes a property, keeps its history and moves the modification date', async () => {
  const { client, store, clock } = await openHubSpotWorld();
  store.createObject('deals', { dealname: 'Old' }, '10');
  clock.advanceBy(1_500);
  const written = await client.crm.objects.basicApi.update(
    'deals',
    '10',
    valuesOf({ dealname: 'New', amount: '7.5' }),
  );
  expect(written.properties).toMatchObject({
    amount: '7.5',
    dealname: 'New',
    hs_lastmodifieddate: '2026-01-02T03:04:06.500Z',
  });
  expect(written.properties).not.toHaveProperty('dealstage');
  const read = await client.crm.deals.basicApi.getById('10', undefined, ['dealname']);
  expect(
    read.propertiesWithHistory?.['dealname']?.map(({ value, sourceType }) => [value, sourceType]),
  ).toEqual([
    ['New', 'INTEGRATION'],
    ['Old', 'CRM_UI'],
  ]);
});

test('accepts an unchanged write without a trace', async () => {
  const { client, store, clock } = await openHubSpotWorld();
  store.createObject('deals', { dealname: 'Same' }, '10');
  const changes: unknown[] = [];
  store.onChange((change) => changes.push(change));
  clock.advanceBy(60_000);
  const written = await client.crm.objects.basicApi.update(
    'deals',
    '10',
    valuesOf({ dealname: 'Same' }),
  );
  expect(written.properties['hs_lastmodifieddate']).toBe('2026-01-02T03:04:05Z');
  expect(changes).toEqual([]);
});

test('tells listeners which values changed and who changed them', async () => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('deals', { dealname: 'Old', amount: '1' }, '10');
  const changes: unknown[] = [];
  const stop = store.onChange((change) => changes.push(change));
  await client.crm.objects.basicApi.update(
    'deals',
    '10',
    valuesOf({ dealname: 'Old', amount: '' }),
  );
  stop();
  store.updateObject('deals', '10', { amount: '2' });
  expect(changes).toEqual([
    {
      objectType: 'deals',
      id: '10',
      properties: { amount: null },
      source: { type: 'INTEGRATION', id: '4242001', label: 'INTEGRATION' },
    },
  ]);
});

test('refuses an unknown property in the envelope of HubSpot and writes nothing', async () => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('deals', { dealname: 'Old' }, '10');
  const update = client.crm.objects.basicApi.update(
    'deals',
    '10',
    valuesOf({ dealname: 'New', stripe_nothing: '1' }),
  );
  expect(await refusalOf(update)).toEqual({
    code: 400,
    body: {
      status: 'error',
      message:
        'Property values were not valid: [{"isValid":false,"message":"Property \\"stripe_nothing\\" does not exist","error":"PROPERTY_DOESNT_EXIST","name":"stripe_nothing"}]',
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      errors: [
        {
          message: 'Property "stripe_nothing" does not exist',
          code: 'PROPERTY_DOESNT_EXIST',
          context: { propertyName: ['stripe_nothing'] },
        },
      ],
      category: 'VALIDATION_ERROR',
    },
  });
  expect(store.valueOf('deals', '10', 'dealname')).toBe('Old');
});

test.each([
  ['deals', 'hs_object_id'],
  ['deals', 'hs_lastmodifieddate'],
  ['deals', 'hs_createdate'],
  ['deals', 'hs_is_closed'],
  ['contacts', 'createdate'],
  ['contacts', 'lastmodifieddate'],
  ['companies', 'hs_lastmodifieddate'],
])('refuses to write %s %s', async (objectType, name) => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('deals', {}, '1');
  store.createObject('contacts', {}, '1');
  store.createObject('companies', {}, '1');
  const write = client.crm.objects.basicApi.update(objectType, '1', valuesOf({ [name]: '1' }));
  const { code, body } = await refusalOf(write);
  expect(code).toBe(400);
  expect(body).toMatchObject({ errors: [{ code: 'READ_ONLY_VALUE' }] });
});

test('creates a contact with an association and refuses a second one with its address', async () => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('companies', { name: 'Acme' }, '50');
  const { basicApi } = client.crm.objects;
  const association = { toId: '50', typeId: 279 };
  const created = await basicApi.create(
    'contacts',
    newRecordOf({ email: 'Ada@Acme.test' }, association),
  );
  expect(created.properties['email']).toBe('ada@acme.test');
  expect(store.associatedWith('contacts', created.id, 'companies').map(({ id }) => id)).toEqual([
    '50',
  ]);
  const again = basicApi.create('contacts', newRecordOf({ email: 'ADA@acme.test' }));
  const { code, body } = await refusalOf(again);
  expect(code).toBe(409);
  expect(body).toMatchObject({
    category: 'CONFLICT',
    message: `Contact already exists. Existing ID: ${created.id}`,
  });
});

test('finds a contact by its address', async () => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('contacts', { email: 'ada@acme.test' }, '5');
  const found = await client.crm.contacts.basicApi.getById(
    'ADA@acme.test',
    undefined,
    undefined,
    undefined,
    false,
    'email',
  );
  expect(found.id).toBe('5');
  const wrong = client.crm.contacts.basicApi.getById(
    'x',
    undefined,
    undefined,
    undefined,
    false,
    'city',
  );
  expect((await refusalOf(wrong)).code).toBe(400);
});

test.each(['999', 'not-a-number'])('answers 404 for the unknown record %s', async (id) => {
  const { client } = await openHubSpotWorld();
  const { code, body } = await refusalOf(client.crm.deals.basicApi.getById(id));
  expect(code).toBe(404);
  expect(body).toMatchObject({
    category: 'OBJECT_NOT_FOUND',
    message: 'Object not found.  objectId are usually numeric.',
    context: { id: [id] },
  });
});

test('an archived record is gone until it is asked for as such', async () => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('deals', { dealname: 'Gone' }, '10');
  await client.crm.deals.basicApi.archive('10');
  expect((await refusalOf(client.crm.deals.basicApi.getById('10'))).code).toBe(404);
  const patch = client.crm.objects.basicApi.update('deals', '10', valuesOf({ dealname: 'x' }));
  expect((await refusalOf(patch)).code).toBe(404);
  const read = await client.crm.deals.basicApi.getById('10', [], [], [], true);
  expect(read.archived).toBe(true);
});

test('pages through a list with the cursor it gives', async () => {
  const { client, store } = await openHubSpotWorld();
  for (const id of ['9', '10', '11', '100']) store.createObject('deals', {}, id);
  const first = await client.crm.deals.basicApi.getPage(3);
  expect(first.results.map(({ id }) => id)).toEqual(['9', '10', '11']);
  const second = await client.crm.deals.basicApi.getPage(3, first.paging?.next?.after);
  expect(second.results.map(({ id }) => id)).toEqual(['100']);
  expect(second.paging).toBeUndefined();
  expect((await refusalOf(client.crm.deals.basicApi.getPage(101))).code).toBe(400);
});

test('carries associations beside a record, one row for each label', async () => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('deals', {}, '1');
  store.createObject('companies', {}, '2');
  store.createObject('contacts', {}, '3');
  store.associate('deals', '1', 'companies', '2');
  store.associate('deals', '1', 'contacts', '3');
  const read = await client.crm.deals.basicApi.getById('1', [], [], ['companies', 'contacts']);
  expect(read.associations).toMatchObject({
    companies: {
      results: [
        { id: '2', type: 'deal_to_company' },
        { id: '2', type: 'deal_to_company_unlabeled' },
      ],
    },
    contacts: { results: [{ id: '3', type: 'deal_to_contact' }] },
  });
});

test('gives the same ids for the same seed', async () => {
  const [left, right] = await Promise.all([openHubSpotWorld(), openHubSpotWorld()]);
  expect(left.store.createObject('deals', {}).id).toBe(right.store.createObject('deals', {}).id);
});

test('serves the deep modules of the client, which an app function bundles', async () => {
  const { url, store } = await openHubSpotWorld();
  store.createObject('deals', { dealname: 'Deep' }, '1');
  const baseServer = new ServerConfiguration(url, {});
  const authMethods = { oauth2: { accessToken: FULL_TOKEN } };
  const api = new BasicApi(createConfiguration({ baseServer, authMethods }));
  expect((await api.getById('0-3', '1', ['dealname'])).properties['dealname']).toBe('Deep');
  const { code } = await refusalOf(api.getById('0-3', '2'));
  expect(code).toBe(404);
});
