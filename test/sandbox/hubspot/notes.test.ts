import { expect, test } from 'vitest';
import { openHubSpotWorld } from './hubspot-world.ts';

const BODY = { hs_timestamp: '2026-01-02T03:04:05Z', hs_note_body: 'Refunded $25.00' };

async function openWorldWithRecords() {
  const world = await openHubSpotWorld();
  world.store.createObject('deals', {}, '1');
  world.store.createObject('contacts', {}, '2');
  world.store.createObject('companies', {}, '3');
  const create = (properties: object, associations: readonly object[] = []): Promise<Response> =>
    world.send('POST', '/crm/objects/2026-03/notes', { properties, associations });
  return { ...world, create };
}

const to = (id: string, associationTypeId: number) => ({
  to: { id },
  types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }],
});

test('a note is created on the records that it is about', async () => {
  const { create, request, store } = await openWorldWithRecords();
  const made = await create(BODY, [to('1', 214), to('2', 202), to('3', 190)]);
  expect(made.status).toBe(201);
  expect(await made.json()).toMatchObject({ properties: { hs_note_body: 'Refunded $25.00' } });
  const [note] = store.listObjects('notes');
  for (const record of ['deals/1', 'contacts/2', 'companies/3']) {
    const found = await request(`/crm/objects/2026-03/${record}/associations/notes`);
    expect(await found.json()).toMatchObject({ results: [{ toObjectId: Number(note?.id) }] });
  }
});

test('a note needs its time', async () => {
  const { create } = await openWorldWithRecords();
  expect((await create({ hs_note_body: 'x' })).status).toBe(400);
});

test('a note is refused with the type of another direction', async () => {
  const { create } = await openWorldWithRecords();
  expect((await create(BODY, [to('1', 213)])).status).toBe(400);
  expect((await create(BODY, [to('9', 214)])).status).toBe(400);
});

test('notes go by the scope of contacts', async () => {
  const { create, send } = await openWorldWithRecords();
  await send('PUT', '/_sandbox/scopes/granted', { scopes: ['crm.objects.deals.write'] });
  const refused = await create(BODY, [to('1', 214)]);
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({
    errors: [{ context: { requiredGranularScopes: ['crm.objects.contacts.write'] } }],
  });
});
