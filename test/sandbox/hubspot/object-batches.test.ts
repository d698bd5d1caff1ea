import { expect, test } from 'vitest';
import { batchOfIds, batchOfNew, batchOfUpdates, batchToRead } from './client-models.ts';
import { openHubSpotWorld, refusalOf } from './hubspot-world.ts';

const ids = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => String(index + 1));

const inputsOf = (given: readonly string[]) => given.map((id) => ({ id }));

test('reads a batch with 200 when every record exists', async () => {
  const { store, send } = await openHubSpotWorld();
  for (const id of ['1', '2']) store.createObject('deals', { dealname: `Deal ${id}` }, id);
  const body = {
    inputs: inputsOf(['2', '1']),
    properties: ['dealname'],
    propertiesWithHistory: [],
  };
  const answer = await send('POST', '/crm/objects/2026-03/0-3/batch/read', body);
  expect(answer.status).toBe(200);
  const batch = (await answer.json()) as { results: { id: string }[] };
  expect(batch.results.map(({ id }) => id)).toEqual(['2', '1']);
  expect(batch).not.toHaveProperty('errors');
  expect(batch.results[0]).not.toHaveProperty('associations');
});

test('reads a batch with 207 and one error that lists the unknown ids', async () => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('deals', { dealname: 'Here' }, '1');
  const batch = await client.crm.objects.batchApi.read(
    'deals',
    batchToRead(['1', '7', '8'], ['dealname']),
  );
  expect(batch.results.map(({ properties }) => properties['dealname'])).toEqual(['Here']);
  expect(batch).toMatchObject({
    numErrors: 1,
    errors: [
      {
        status: 'error',
        category: 'OBJECT_NOT_FOUND',
        message:
          'Could not get some DEAL objects, they may be deleted or not exist. Check that ids are valid.',
        context: { ids: ['7', '8'] },
      },
    ],
  });
});

test.each([
  [100, [], 207],
  [101, [], 400],
  [50, ['dealname'], 207],
  [51, ['dealname'], 400],
  [0, [], 400],
])(
  'answers a batch of %i with history of %j by %i',
  async (count, propertiesWithHistory, status) => {
    const { send } = await openHubSpotWorld();
    const body = { inputs: inputsOf(ids(count)), properties: [], propertiesWithHistory };
    const answer = await send('POST', '/crm/objects/2026-03/deals/batch/read', body);
    expect(answer.status).toBe(status);
  },
);

test('updates what exists and reports what does not', async () => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('deals', {}, '1');
  const batch = await client.crm.objects.batchApi.update(
    'deals',
    batchOfUpdates([
      { id: '1', values: { dealname: 'New' } },
      { id: '9', values: { dealname: 'New' } },
    ]),
  );
  expect(batch.results.map(({ id }) => id)).toEqual(['1']);
  expect(batch).toMatchObject({ numErrors: 1, errors: [{ context: { ids: ['9'] } }] });
  expect(store.valueOf('deals', '1', 'dealname')).toBe('New');
});

test('one wrong value fails the whole update and writes nothing', async () => {
  const { client, store } = await openHubSpotWorld();
  for (const id of ['1', '2']) store.createObject('deals', {}, id);
  const update = client.crm.objects.batchApi.update(
    'deals',
    batchOfUpdates([
      { id: '1', values: { dealname: 'New' } },
      { id: '2', values: { amount: 'NaN' } },
    ]),
  );
  const { code, body } = await refusalOf(update);
  expect(code).toBe(400);
  expect(body).toMatchObject({
    category: 'VALIDATION_ERROR',
    errors: [{ code: 'INVALID_DOUBLE' }],
  });
  expect(store.valueOf('deals', '1', 'dealname')).toBeNull();
});

test('with a trace id for each input the good ones are written and the others reported', async () => {
  const { client, store } = await openHubSpotWorld();
  for (const id of ['1', '2']) store.createObject('deals', {}, id);
  const batch = await client.crm.objects.batchApi.update(
    'deals',
    batchOfUpdates([
      { id: '1', traceId: 'a', values: { dealname: 'New' } },
      { id: '2', traceId: 'b', values: { amount: 'NaN' } },
    ]),
  );
  expect(batch).toMatchObject({
    results: [{ id: '1', objectWriteTraceId: 'a' }],
    errors: [{ category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['b'] } }],
  });
  expect(store.valueOf('deals', '1', 'dealname')).toBe('New');
});

test('refuses the same id twice in an update', async () => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('deals', {}, '1');
  const input = { id: '1', values: { dealname: 'New' } };
  const { code, body } = await refusalOf(
    client.crm.objects.batchApi.update('deals', batchOfUpdates([input, input])),
  );
  expect(code).toBe(400);
  expect(body).toMatchObject({
    message: 'Duplicate IDs found in batch input: [1]. IDs must be unique',
    context: { ids: ['1'] },
  });
});

test('refuses more than 100 updates', async () => {
  const { client } = await openHubSpotWorld();
  const inputs = ids(101).map((id) => ({ id, values: {} }));
  expect(
    (await refusalOf(client.crm.objects.batchApi.update('deals', batchOfUpdates(inputs)))).code,
  ).toBe(400);
});

test('creates a batch with 201', async () => {
  const { send, store } = await openHubSpotWorld();
  const inputs = ['a', 'b'].map((dealname) => ({ properties: { dealname }, associations: [] }));
  const answer = await send('POST', '/crm/objects/2026-03/deals/batch/create', { inputs });
  expect(answer.status).toBe(201);
  expect(store.listObjects('deals')).toHaveLength(2);
});

test('a batch that creates the same contact twice creates none', async () => {
  const { client, store } = await openHubSpotWorld();
  const records = ['ada@acme.test', 'ADA@acme.test'].map((email) => ({ email }));
  expect(
    (await refusalOf(client.crm.objects.batchApi.create('contacts', batchOfNew(records)))).code,
  ).toBe(409);
  expect(store.listObjects('contacts')).toHaveLength(0);
});

test('archives a batch and passes over unknown ids', async () => {
  const { client, store } = await openHubSpotWorld();
  store.createObject('deals', {}, '1');
  await client.crm.objects.batchApi.archive('deals', batchOfIds(['1', '2']));
  expect(store.findObject('deals', '1')).toBeUndefined();
});
