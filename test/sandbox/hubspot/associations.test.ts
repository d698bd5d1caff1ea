import { expect, test } from 'vitest';
import { associationTypeOf, associationsToRead } from './client-models.ts';
import { openHubSpotWorld, refusalOf } from './hubspot-world.ts';

async function openAssociationWorld() {
  const world = await openHubSpotWorld();
  world.store.createObject('deals', {}, '1');
  world.store.createObject('contacts', {}, '20');
  world.store.createObject('contacts', {}, '21');
  world.store.createObject('companies', {}, '30');
  world.store.createObject('companies', {}, '31');
  return world;
}

test('associates in both directions with the default types', async () => {
  const { client, request } = await openAssociationWorld();
  const made = await client.crm.associations.v4.basicApi.createDefault(
    'deals',
    '1',
    'contacts',
    '20',
  );
  expect(made.results.map(({ associationSpec }) => associationSpec.associationTypeId)).toEqual([
    3, 4,
  ]);
  const answer = await request('/crm/objects/2026-03/0-1/20/associations/0-3');
  expect(await answer.json()).toEqual({
    results: [
      {
        toObjectId: 1,
        associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 4, label: null }],
      },
    ],
  });
});

test('makes the first company the primary one', async () => {
  const { client, store } = await openAssociationWorld();
  store.associate('contacts', '20', 'companies', '30');
  store.associate('contacts', '20', 'companies', '31');
  const page = await client.crm.associations.v4.basicApi.getPage('contact', '20', 'company');
  expect(
    page.results.map(({ associationTypes }) => associationTypes.map(({ label }) => label ?? '')),
  ).toEqual([['Primary', ''], ['']]);
});

test('pages through associations', async () => {
  const { client, store } = await openAssociationWorld();
  for (const contact of ['20', '21']) store.associate('deals', '1', 'contacts', contact);
  const { basicApi } = client.crm.associations.v4;
  const first = await basicApi.getPage('deals', '1', 'contacts', undefined, 1);
  expect(first.results.map(({ toObjectId }) => toObjectId)).toEqual([20]);
  const second = await basicApi.getPage('deals', '1', 'contacts', first.paging?.next?.after, 1);
  expect(second.results.map(({ toObjectId }) => toObjectId)).toEqual([21]);
  expect(second.paging).toBeUndefined();
});

test('reads a batch with 207 when a record has none', async () => {
  const { store, send } = await openAssociationWorld();
  store.associate('contacts', '20', 'companies', '30');
  const body = { inputs: [{ id: '20' }, { id: '21' }] };
  const answer = await send(
    'POST',
    '/crm/associations/2026-03/contacts/companies/batch/read',
    body,
  );
  expect(answer.status).toBe(207);
  expect(await answer.json()).toMatchObject({
    results: [{ from: { id: '20' }, to: [{ toObjectId: 30 }] }],
    errors: [
      {
        category: 'OBJECT_NOT_FOUND',
        subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
        context: { fromObjectId: ['21'] },
      },
    ],
    numErrors: 1,
  });
});

test('reads a batch with the real client', async () => {
  const { client, store } = await openAssociationWorld();
  store.associate('contacts', '20', 'companies', '30');
  const batch = await client.crm.associations.v4.batchApi.getPage(
    'contacts',
    'companies',
    associationsToRead(['20']),
  );
  expect(batch.results.map(({ _from, to }) => [_from.id, to.length])).toEqual([['20', 1]]);
});

test('refuses a type id of another direction', async () => {
  const { client } = await openAssociationWorld();
  const { basicApi } = client.crm.associations.v4;
  const wrong = basicApi.create('deals', '1', 'contacts', '20', [associationTypeOf(4)]);
  expect((await refusalOf(wrong)).code).toBe(400);
  const right = await basicApi.create('deals', '1', 'companies', '30', [associationTypeOf(5)]);
  expect(right.labels).toEqual(['Primary']);
});

test('forgets a removed association and an archived record', async () => {
  const { client, store } = await openAssociationWorld();
  for (const contact of ['20', '21']) store.associate('deals', '1', 'contacts', contact);
  await client.crm.associations.v4.basicApi.archive('deals', '1', 'contacts', '20');
  await client.crm.contacts.basicApi.archive('21');
  const page = await client.crm.associations.v4.basicApi.getPage('deals', '1', 'contacts');
  expect(page.results).toEqual([]);
});

test('answers 404 for a record that does not exist', async () => {
  const { client } = await openAssociationWorld();
  const { basicApi } = client.crm.associations.v4;
  expect((await refusalOf(basicApi.getPage('deals', '99', 'contacts'))).code).toBe(404);
  const make = basicApi.createDefault('deals', '1', 'contacts', '99');
  expect((await refusalOf(make)).code).toBe(404);
});
