import { expect, test } from 'vitest';
import { z } from 'zod';
import { openHubSpotWorld } from './hubspot-world.ts';

const historySchema = z.object({
  propertiesWithHistory: z.record(z.string(), z.array(z.unknown())),
});

const NAME = 'stripe_confirmation';
const TEXT = 'REFUND 25.00 USD 7F3K9Q';

async function openWorldWithProperty() {
  const world = await openHubSpotWorld();
  world.store.createGroup('deals', { name: 'stripe_payments', label: 'Stripe payments' });
  world.store.createProperty('deals', {
    name: NAME,
    label: 'Confirmation',
    type: 'string',
    fieldType: 'text',
    groupName: 'stripe_payments',
  });
  world.store.createObject('deals', {}, '1');
  const edit = (value: string, userId = 2, place = 'record-page'): Promise<Response> =>
    world.send('PATCH', '/_sandbox/records/deals/1', {
      userId,
      place,
      properties: { [NAME]: value },
    });
  const history = async (): Promise<unknown> => {
    const answer = await world.request(
      `/crm/objects/2026-03/deals/1?propertiesWithHistory=${NAME}`,
    );
    return historySchema.parse(await answer.json()).propertiesWithHistory[NAME];
  };
  return { ...world, edit, history };
}

test('the history names the user of an edit in the interface, newest first', async () => {
  const { send, edit, history, clock } = await openWorldWithProperty();
  await send('PATCH', '/crm/objects/2026-03/deals/1', { properties: { [NAME]: TEXT } });
  clock.advanceBy(60_000);
  expect((await edit('')).status).toBe(200);
  clock.advanceBy(60_000);
  await edit(TEXT);
  expect(await history()).toEqual([
    {
      value: TEXT,
      timestamp: '2026-01-02T03:06:05Z',
      sourceType: 'CRM_UI',
      sourceId: 'userId:2',
      updatedByUserId: 2,
    },
    {
      value: '',
      timestamp: '2026-01-02T03:05:05Z',
      sourceType: 'CRM_UI',
      sourceId: 'userId:2',
      updatedByUserId: 2,
    },
    {
      value: TEXT,
      timestamp: '2026-01-02T03:04:05Z',
      sourceType: 'INTEGRATION',
      sourceId: '4242001',
      sourceLabel: 'INTEGRATION',
    },
  ]);
});

test('a batch read gives the history of up to 50 records', async () => {
  const { send, edit } = await openWorldWithProperty();
  await edit(TEXT);
  const read = (inputs: readonly { readonly id: string }[]): Promise<Response> =>
    send('POST', '/crm/objects/2026-03/deals/batch/read', {
      inputs,
      properties: [],
      propertiesWithHistory: [NAME],
    });
  expect(await (await read([{ id: '1' }])).json()).toMatchObject({
    results: [{ propertiesWithHistory: { [NAME]: [{ value: TEXT, updatedByUserId: 2 }] } }],
  });
  const tooMany = Array.from({ length: 51 }, (_, index) => ({ id: String(index + 1) }));
  expect((await read(tooMany)).status).toBe(400);
  expect((await read(tooMany.slice(1))).status).toBe(207);
});

test('writing the value that is there adds no version', async () => {
  const { edit, history } = await openWorldWithProperty();
  await edit(TEXT);
  await edit(TEXT, 3);
  expect(await history()).toMatchObject([{ updatedByUserId: 2 }]);
});

test('only users with the right edit a restricted property', async () => {
  const { send, edit, history } = await openWorldWithProperty();
  const restrict = (userIds: readonly number[] | null): Promise<Response> =>
    send('PUT', '/_sandbox/edit-rights', { objectType: 'deals', name: NAME, userIds });
  await restrict([1]);
  const refused = await edit(TEXT, 2, 'card');
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({
    error: `User 2 does not have permission to edit ${NAME}.`,
  });
  expect(await history()).toEqual([]);
  expect((await edit(TEXT, 1)).status).toBe(200);
  await restrict(null);
  expect((await edit('other', 2)).status).toBe(200);
});

test.each([
  ['as-user', { sourceType: 'CRM_UI', sourceId: 'userId:2', updatedByUserId: 2 }],
  ['as-app', { sourceType: 'INTEGRATION', sourceLabel: 'INTEGRATION', updatedByUserId: 2 }],
  ['unnamed', { sourceType: 'CRM_UI', sourceId: 'unknown' }],
])('an edit in a card can be recorded %s', async (cardEdits, version) => {
  const { send, edit, history } = await openWorldWithProperty();
  await send('PUT', '/_sandbox/behavior', { cardEdits });
  await edit(TEXT, 2, 'card');
  expect(await history()).toMatchObject([version]);
  if (cardEdits === 'unnamed') expect(await history()).not.toMatchObject([{ updatedByUserId: 2 }]);
  await edit('on the page', 2);
  expect(await history()).toMatchObject([{ sourceType: 'CRM_UI', updatedByUserId: 2 }, {}]);
});
