import { expect, test } from 'vitest';
import { openHubSpotWorld } from './hubspot-world.ts';

interface Wire {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
}

async function mergedContacts() {
  const { store, send } = await openHubSpotWorld();
  store.createObject('deals', { dealname: 'Theirs' }, '50');
  const people = [
    ['1', 'ada@example.com', 'Ada'],
    ['2', 'ada@home.example', 'A.'],
  ] as const;
  for (const [id, email, firstname] of people) {
    store.createObject('contacts', { email, firstname, lastname: id === '2' ? 'Lost' : '' }, id);
  }
  store.associate('contacts', '2', 'deals', '50');
  // The first one is the primary one.
  for (const [contact, company] of [
    ['1', '31'],
    ['1', '30'],
    ['2', '32'],
  ] as const) {
    if (store.findObject('companies', company) === undefined) {
      store.createObject('companies', { name: company }, company);
    }
    store.associate('contacts', contact, 'companies', company);
  }
  const body = { primaryObjectId: '1', objectIdToMerge: '2' };
  const answer = await send('POST', '/crm/objects/2026-03/contacts/merge', body);
  const { id } = (await answer.json()) as Wire;
  const read = async (asked: string): Promise<Wire> => {
    const properties = 'email,firstname,lastname,hs_additional_emails,hs_merged_object_ids';
    const path = `/crm/objects/2026-03/contacts/${asked}?properties=${properties}`;
    return (await (await send('GET', path, undefined)).json()) as Wire;
  };
  return { store, id, read, send };
}

test('a merge makes a new record with the values of the primary one and the ids of both', async () => {
  const { id, read } = await mergedContacts();
  expect(['1', '2']).not.toContain(id);
  expect((await read(id)).properties).toMatchObject({
    email: 'ada@example.com',
    firstname: 'Ada',
    lastname: null,
    hs_additional_emails: 'ada@home.example',
    hs_merged_object_ids: '1;2',
  });
});

test('both old ids answer with the new record, which has the associations of both', async () => {
  const { store, id, read } = await mergedContacts();
  expect([(await read('1')).id, (await read('2')).id]).toEqual([id, id]);
  expect(store.associatedWith('deals', '50', 'contacts').map((each) => each.id)).toEqual([id]);
});

test('the primary company of the record that wins stays the primary one', async () => {
  const { store, id } = await mergedContacts();
  const companies = store.associatedWith('contacts', id, 'companies');
  expect(companies.map((each) => [each.id, each.types.length > 1])).toEqual([
    ['30', false],
    ['31', true],
    ['32', false],
  ]);
});

test('a merge of a record with itself, or of one that does not exist, is refused', async () => {
  const { id, send } = await mergedContacts();
  for (const [objectIdToMerge, status] of [
    ['1', 400],
    ['404', 404],
  ] as const) {
    const body = { primaryObjectId: id, objectIdToMerge };
    expect((await send('POST', '/crm/objects/2026-03/contacts/merge', body)).status).toBe(status);
  }
});
