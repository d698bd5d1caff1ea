import {
  BasicApi,
  ServerConfiguration,
  createConfiguration,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { expect, test } from 'vitest';
import { valuesOf } from './client-models.ts';
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
