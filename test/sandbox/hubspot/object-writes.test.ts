import { expect, test } from 'vitest';
import { newRecordOf, valuesOf } from './client-models.ts';
import { openHubSpotWorld, refusalOf } from './hubspot-world.ts';

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

test('notifies listeners of changed values and their source', async () => {
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
