import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDevWorld } from './dev-world.ts';
import type { DevWorld } from './dev-world.ts';

let world: DevWorld;

beforeAll(async () => {
  world = await startDevWorld();
});

afterAll(() => world.close());

/** As a user who may see records that are their own or have no owner. */
async function asUser(path: string, method = 'GET', body?: unknown, cookie = 'sees=own') {
  const response = await fetch(`${world.url}${path}`, {
    method,
    headers: { cookie },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const byId = {
  filterGroups: [{ filters: [{ propertyName: 'hs_object_id', operator: 'IN', values: ['9001'] }] }],
};
const found = async (): Promise<unknown> =>
  (await asUser('/api/search/0-3', 'POST', { ...byId, properties: ['dealname'] })).body;

function giveTo(owner: string): void {
  const { store } = world.hubspot;
  store.updateObject('deals', '9001', { hubspot_owner_id: owner });
  store.records.letSearchKnow();
}

it.each(['', '1'])('sees one of the owner %j', async (owner) => {
  giveTo(owner);
  expect((await asUser('/api/records/deals/9001?properties=dealname')).status).toBe(200);
  expect(await found()).toMatchObject({ total: 1 });
});

it('finds, lists and changes none of another owner', async () => {
  const { store } = world.hubspot;
  const contact = store.createObject('contacts', { email: 'of@deal.example' });
  store.associate('deals', '9001', 'contacts', contact.id);
  giveTo('2');
  expect((await asUser('/api/records/deals/9001?properties=dealname')).status).toBe(404);
  expect(await found()).toMatchObject({ total: 0, results: [] });
  expect((await asUser('/api/records/deals?properties=dealname')).body).toEqual({ records: [] });
  const associated = `/api/records/contacts/${contact.id}/associations/deals?properties=dealname`;
  expect((await asUser(associated)).body).toMatchObject({ results: [] });
  expect((await asUser(associated, 'GET', undefined, '')).body).toMatchObject({
    results: [{ toObjectId: 9001 }],
  });
  const edit = { properties: { dealname: 'Mine' } };
  expect((await asUser('/api/records/deals/9001', 'PATCH', edit)).status).toBe(403);
  expect(store.valueOf('deals', '9001', 'dealname')).not.toBe('Mine');
  giveTo('');
});

it('writes as the user of the page, who may lack the right to edit a property', async () => {
  const { store, users } = world.hubspot;
  const versions = () =>
    store.findObject('deals', '9001')?.history.get('stripe_customer_id')?.[0]?.source;
  const edit = (value: string, cookie: string, place = 'card') =>
    asUser(
      '/api/records/deals/9001',
      'PATCH',
      {
        properties: { stripe_customer_id: value },
        place,
      },
      cookie,
    );
  expect((await edit('cus_2', 'user=2')).status).toBe(200);
  expect(versions()).toEqual({ type: 'CRM_UI', id: 'userId:2', label: 'CRM_UI', userId: 2 });
  users.restrict('deals', 'stripe_customer_id', [1]);
  expect((await edit('cus_3', 'user=2')).body).toEqual({
    error: 'User 2 does not have permission to edit stripe_customer_id.',
  });
  expect((await edit('cus_3', '', 'record-page')).status).toBe(200);
  expect(versions()).toMatchObject({ userId: 1 });
});
