import { expect, test } from 'vitest';
import { groupThatHas, newRecordOf, searchFor, valuesOf } from './client-models.ts';
import { START_MS, openHubSpotWorld, refusalOf } from './hubspot-world.ts';

type Filter = Readonly<Record<string, unknown>>;

const search = (filters: readonly Filter[], rest: object = {}): object => ({
  filterGroups: [{ filters }],
  limit: 200,
  ...rest,
});

async function openSearchWorld() {
  const world = await openHubSpotWorld();
  const { store } = world;
  store.createObject(
    'deals',
    {
      dealname: 'Acme renewal',
      amount: '100',
      closedate: '2026-01-10T00:00:00Z',
      dealtype: 'newbusiness',
    },
    '1',
  );
  store.createObject(
    'deals',
    { dealname: 'Beta Renewal', amount: '9', closedate: '2026-02-10T00:00:00Z' },
    '2',
  );
  store.createObject('deals', { dealname: 'Gamma' }, '3');
  store.records.letSearchKnow();
  return world;
}

async function idsFound(send: Awaited<ReturnType<typeof openSearchWorld>>['send'], body: object) {
  const answer = await send('POST', '/crm/objects/2026-03/deals/search', body);
  expect(answer.status).toBe(200);
  const page = (await answer.json()) as { results: { id: string }[] };
  return page.results.map(({ id }) => id);
}

test.each<[Filter, string[]]>([
  [{ propertyName: 'dealname', operator: 'EQ', value: 'ACME RENEWAL' }, ['1']],
  [{ propertyName: 'dealname', operator: 'NEQ', value: 'Gamma' }, ['1', '2']],
  [{ propertyName: 'amount', operator: 'LT', value: '100' }, ['2']],
  [{ propertyName: 'amount', operator: 'LTE', value: '100' }, ['1', '2']],
  [{ propertyName: 'amount', operator: 'GT', value: '9' }, ['1']],
  [{ propertyName: 'amount', operator: 'GTE', value: '9.0' }, ['1', '2']],
  [{ propertyName: 'amount', operator: 'EQ', value: '100.00' }, ['1']],
  [
    {
      propertyName: 'closedate',
      operator: 'BETWEEN',
      value: '2026-01-01',
      highValue: '1769817600000',
    },
    ['1'],
  ],
  [{ propertyName: 'hs_object_id', operator: 'IN', values: ['1', '3'] }, ['1', '3']],
  [{ propertyName: 'dealname', operator: 'IN', values: ['gamma'] }, ['3']],
  [{ propertyName: 'dealname', operator: 'IN', values: ['Gamma'] }, []],
  [{ propertyName: 'hs_object_id', operator: 'NOT_IN', values: ['1'] }, ['2', '3']],
  [{ propertyName: 'amount', operator: 'HAS_PROPERTY' }, ['1', '2']],
  [{ propertyName: 'amount', operator: 'NOT_HAS_PROPERTY' }, ['3']],
  [{ propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: 'renewal' }, ['1', '2']],
  [{ propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: 'renew' }, []],
  [{ propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: 'gam*' }, ['3']],
  [{ propertyName: 'dealname', operator: 'NOT_CONTAINS_TOKEN', value: 'renewal' }, ['3']],
  [{ propertyName: 'dealtype', operator: 'EQ', value: 'newbusiness' }, ['1']],
])('finds with %j', async (filter, expected) => {
  const { send } = await openSearchWorld();
  expect(await idsFound(send, search([filter]))).toEqual(expected);
});

test('refuses a body of over 3,000 characters, and takes one of 3,000', async () => {
  const { send } = await openHubSpotWorld();
  const bodyOf = (length: number) => {
    const body = { filterGroups: [], query: '' };
    return { ...body, query: 'x'.repeat(length - JSON.stringify(body).length) };
  };
  const statusOf = async (length: number): Promise<number> =>
    (await send('POST', '/crm/objects/2026-03/deals/search', bodyOf(length))).status;
  expect([await statusOf(3_000), await statusOf(3_001)]).toEqual([200, 400]);
});

test('joins filters with and, groups with or', async () => {
  const { send } = await openSearchWorld();
  const renewal = { propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: 'renewal' };
  const big = { propertyName: 'amount', operator: 'GT', value: '50' };
  const gamma = { propertyName: 'dealname', operator: 'EQ', value: 'Gamma' };
  const body = { filterGroups: [{ filters: [renewal, big] }, { filters: [gamma] }], limit: 10 };
  expect(await idsFound(send, body)).toEqual(['1', '3']);
});

test.each([
  [['amount'], ['2', '1', '3']],
  [['-amount'], ['1', '2', '3']],
  [[{ propertyName: 'dealname', direction: 'DESCENDING' }], ['3', '2', '1']],
])('sorts by %j, records without a value last', async (sorts, expected) => {
  const { send } = await openSearchWorld();
  expect(await idsFound(send, { sorts })).toEqual(expected);
});

test('finds by the beginnings of words in the searchable properties', async () => {
  const { send } = await openSearchWorld();
  expect(await idsFound(send, { query: 'ren acm' })).toEqual(['1']);
});

test('pages with the real client and says how many there are', async () => {
  const { client } = await openSearchWorld();
  const filterGroups = [groupThatHas('dealname')];
  const first = await client.crm.objects.searchApi.doSearch(
    'deals',
    searchFor({ filterGroups, limit: 2 }),
  );
  expect([first.total, first.results.length, first.paging?.next?.after]).toEqual([3, 2, '2']);
  const second = await client.crm.objects.searchApi.doSearch(
    'deals',
    searchFor({ filterGroups, limit: 2, after: '2' }),
  );
  expect(second.results.map(({ id }) => id)).toEqual(['3']);
  expect(second.paging).toBeUndefined();
});

test('finds a write through the API only after some seconds', async () => {
  const { client, clock, send } = await openSearchWorld();
  await client.crm.objects.basicApi.update('deals', '1', valuesOf({ amount: '500' }));
  await client.crm.objects.basicApi.create('deals', newRecordOf({ dealname: 'Fresh' }));
  await client.crm.deals.basicApi.archive('2');
  const big = search([{ propertyName: 'amount', operator: 'EQ', value: '500' }]);
  expect(await idsFound(send, big)).toEqual([]);
  expect(await idsFound(send, {})).toEqual(['1', '2', '3']);
  clock.advanceBy(5_000);
  expect(await idsFound(send, big)).toEqual(['1']);
  expect(await idsFound(send, {})).toHaveLength(3);
});

test('finds what users write only after some seconds too', async () => {
  const { store, clock, send } = await openSearchWorld();
  store.updateObject('deals', '1', { amount: '500' });
  store.createObject('deals', { dealname: 'Fresh' }, '4');
  const big = search([{ propertyName: 'amount', operator: 'EQ', value: '500' }]);
  clock.advanceBy(4_999);
  expect(await idsFound(send, big)).toEqual([]);
  expect(await idsFound(send, {})).toEqual(['1', '2', '3']);
  clock.advanceBy(1);
  expect(await idsFound(send, big)).toEqual(['1']);
  expect(await idsFound(send, {})).toEqual(['1', '2', '3', '4']);
});

test('finds two merged records under their own IDs for some seconds, then the one that they became', async () => {
  const { store, clock, send } = await openSearchWorld();
  const { id } = store.mergeObjects('deals', '1', '2');
  const renewals = search([
    { propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: 'renewal' },
  ]);
  expect(await idsFound(send, renewals)).toEqual(['1', '2']);
  clock.advanceBy(5_000);
  expect(await idsFound(send, renewals)).toEqual([id]);
});

const anyFilter = { propertyName: 'amount', operator: 'EQ', value: '1' };

test.each<[string, object]>([
  ['six groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: [anyFilter] })) }],
  ['seven filters in a group', search(Array.from({ length: 7 }, () => anyFilter))],
  [
    'nineteen filters',
    {
      filterGroups: Array.from({ length: 4 }, () => ({
        filters: Array.from({ length: 5 }, () => anyFilter),
      })),
    },
  ],
  ['an unknown property', search([{ propertyName: 'nothing', operator: 'EQ', value: '1' }])],
  ['an unknown operator', search([{ propertyName: 'amount', operator: 'LIKE', value: '1' }])],
  [
    'a value with HAS_PROPERTY',
    search([{ propertyName: 'amount', operator: 'HAS_PROPERTY', value: '1' }]),
  ],
  ['IN without values', search([{ propertyName: 'amount', operator: 'IN', value: '1' }])],
  ['BETWEEN without an end', search([{ propertyName: 'amount', operator: 'BETWEEN', value: '1' }])],
  ['text for a number', search([{ propertyName: 'amount', operator: 'EQ', value: 'much' }])],
  ['a page of 201', { limit: 201 }],
  ['two sorts', { sorts: ['amount', 'dealname'] }],
  ['a cursor that is no number', { after: 'next' }],
  ['a page beyond 10,000', { after: '9900', limit: 101 }],
  ['an unknown field', { filters: [] }],
])('refuses %s', async (_case, body) => {
  const { send } = await openSearchWorld();
  expect((await send('POST', '/crm/objects/2026-03/deals/search', body)).status).toBe(400);
});

test('returns up to the 10,000th result', async () => {
  const { send } = await openSearchWorld();
  expect(
    (await send('POST', '/crm/objects/2026-03/deals/search', { after: '9900', limit: 100 })).status,
  ).toBe(200);
});

test('allows five searches a second and no more', async () => {
  const { client, send, passRealMs } = await openSearchWorld();
  for (let count = 0; count < 5; count += 1) {
    const answer = await send('POST', '/crm/objects/2026-03/deals/search', {});
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-hubspot-ratelimit-max')).toBeNull();
  }
  const { code, body } = await refusalOf(
    client.crm.objects.searchApi.doSearch('deals', searchFor({})),
  );
  expect(code).toBe(429);
  expect(body).toMatchObject({
    status: 'error',
    message: 'You have reached your secondly limit.',
    errorType: 'RATE_LIMIT',
    policyName: 'SECONDLY',
  });
  passRealMs(1_000);
  expect((await send('POST', '/crm/objects/2026-03/deals/search', {})).status).toBe(200);
});

test('finds records in the order of their creation', async () => {
  const { store, send } = await openHubSpotWorld();
  store.createObject('deals', { createdate: String(START_MS) }, '1');
  store.createObject('deals', { createdate: '2020-01-01T00:00:00Z' }, '2');
  store.records.letSearchKnow();
  expect(await idsFound(send, {})).toEqual(['2', '1']);
});
