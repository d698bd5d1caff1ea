import { expect, test } from 'vitest';
import { CURRENCY, GROUP, openPropertyWorld, textProperty } from './property-inputs.ts';

const SCHEMA = '/_sandbox/schema/deals';
const PROPERTY = `${SCHEMA}/properties/${CURRENCY.name}`;

/** What a person does needs no token. */
const unauthorized = { headers: { authorization: '' } };

async function openWithCurrency() {
  const world = await openPropertyWorld();
  await world.send('POST', '/crm/properties/2026-03/deals', CURRENCY);
  const read = async (): Promise<unknown> => {
    const answer = await world.request(`/crm/properties/2026-03/deals/${CURRENCY.name}`);
    return answer.json();
  };
  return { ...world, read };
}

test('the settings show the groups and the custom properties, active and archived', async () => {
  const { request, send, store } = await openWithCurrency();
  await send('POST', '/crm/properties/2026-03/deals', textProperty('stripe_a'));
  store.properties('deals').archive('stripe_a');
  const uses = [{ type: 'REPORT', name: 'Revenue' }];
  await send('PUT', `${PROPERTY}/uses`, { uses });
  for (const objectType of ['deals', 'deal', '0-3']) {
    const answer = await request(`/_sandbox/schema/${objectType}`, unauthorized);
    const body = (await answer.json()) as { groups: { name: string }[] };
    expect(body).toMatchObject({
      properties: [{ name: CURRENCY.name, label: 'Currency', archived: false, uses }],
      archived: [{ name: 'stripe_a', archived: true, uses: [] }],
    });
    expect(body.groups.map(({ name }) => name)).toContain(GROUP);
  }
  expect((await request('/_sandbox/schema/butterflies')).status).toBe(400);
});

test('a person renames a property, describes it, hides it and moves it to another group', async () => {
  const { send, read, clock } = await openWithCurrency();
  clock.advanceBy(1_000);
  const edit = {
    label: 'Währung',
    description: 'Ours',
    hidden: true,
    groupName: 'dealinformation',
    displayOrder: 4,
  };
  expect((await send('PATCH', PROPERTY, edit)).status).toBe(200);
  expect(await read()).toMatchObject({ ...edit, updatedAt: '2026-01-02T03:04:06Z' });
});

test('a person adds, renames and removes options', async () => {
  const { send, read } = await openWithCurrency();
  const added = await send('POST', `${PROPERTY}/options`, { label: 'Yen', value: 'JPY' });
  expect(added.status).toBe(201);
  const renamed = await send('PATCH', `${PROPERTY}/options/EUR`, {
    label: 'Euro',
    description: 'Of nineteen',
    hidden: true,
  });
  expect(renamed.status).toBe(200);
  expect(await read()).toMatchObject({
    options: [
      { label: 'Euro', value: 'EUR', description: 'Of nineteen', displayOrder: 0, hidden: true },
      { label: 'USD', value: 'USD', displayOrder: 1, hidden: false },
      { label: 'Yen', value: 'JPY', displayOrder: 2, hidden: false },
    ],
  });
  expect((await send('DELETE', `${PROPERTY}/options/USD`, {})).status).toBe(200);
  expect(await read()).toMatchObject({ options: [{ value: 'EUR' }, { value: 'JPY' }] });
});

test('a person archives a property and restores it as it was', async () => {
  const { request, send, read, store } = await openWithCurrency();
  store.createObject('deals', { [CURRENCY.name]: 'EUR' }, '1');
  await send('PATCH', PROPERTY, { label: 'Mine' });
  expect((await send('DELETE', PROPERTY, {})).status).toBe(204);
  const path = `/crm/properties/2026-03/deals/${CURRENCY.name}`;
  expect((await request(path)).status).toBe(404);
  expect((await send('POST', `${PROPERTY}/restore`, {})).status).toBe(200);
  expect(await read()).toMatchObject({ label: 'Mine', groupName: GROUP, archived: false });
  expect(await read()).not.toHaveProperty('archivedAt');
  expect(store.valueOf('deals', '1', CURRENCY.name)).toBe('EUR');
  expect((await send('POST', `${PROPERTY}/restore`, {})).status).toBe(404);
});

test('a property whose group is gone is restored into another', async () => {
  const { send, read } = await openWithCurrency();
  await send('DELETE', PROPERTY, {});
  expect((await send('DELETE', `${SCHEMA}/groups/${GROUP}`, {})).status).toBe(204);
  expect((await send('POST', `${PROPERTY}/restore`, {})).status).toBe(400);
  const groupName = 'dealinformation';
  expect((await send('POST', `${PROPERTY}/restore`, { groupName })).status).toBe(200);
  expect(await read()).toMatchObject({ groupName });
});

test('a person can already have created the property, with another type', async () => {
  const { send, request, store } = await openPropertyWorld();
  const group = { name: 'mine', label: 'Mine' };
  expect((await send('POST', `${SCHEMA}/groups`, group)).status).toBe(201);
  const input = { ...textProperty(CURRENCY.name), groupName: 'mine' };
  const created = await request(`${SCHEMA}/properties`, {
    ...unauthorized,
    method: 'POST',
    body: JSON.stringify(input),
  });
  expect(created.status).toBe(201);
  expect(store.properties('deals').find(CURRENCY.name)).toMatchObject({ type: 'string' });
  const taken = await send('POST', '/crm/properties/2026-03/deals', CURRENCY);
  expect(taken.status).toBe(409);
});

test.each<[string, string, object, number]>([
  ['PATCH', `${SCHEMA}/properties/amount`, { label: 'Sum' }, 400],
  ['DELETE', `${SCHEMA}/properties/amount`, {}, 400],
  ['PATCH', `${SCHEMA}/properties/stripe_never`, { label: 'x' }, 404],
  ['PATCH', PROPERTY, { label: ' ' }, 400],
  ['PATCH', PROPERTY, { lable: 'x' }, 400],
  ['PATCH', PROPERTY, { options: [] }, 400],
  ['PATCH', PROPERTY, { groupName: 'nowhere' }, 400],
  ['POST', `${SCHEMA}/properties`, CURRENCY, 409],
  ['POST', `${PROPERTY}/options`, { label: 'Other', value: 'EUR' }, 400],
  ['POST', `${PROPERTY}/options`, { label: 'Yen' }, 400],
  ['PATCH', `${PROPERTY}/options/JPY`, { label: 'Yen' }, 400],
  ['PATCH', `${PROPERTY}/options/EUR`, { value: 'JPY' }, 400],
  ['DELETE', `${PROPERTY}/options/JPY`, {}, 400],
  ['PUT', `${PROPERTY}/uses`, { uses: [{ type: 'DREAM', name: 'x' }] }, 400],
  ['DELETE', `${SCHEMA}/groups/${GROUP}`, {}, 400],
  ['DELETE', `${SCHEMA}/groups/nowhere`, {}, 404],
])('%s %s with %j is refused by %i', async (method, path, body, status) => {
  const { send, read } = await openWithCurrency();
  const before = await read();
  const answer = await send(method, path, body);
  expect(answer.status).toBe(status);
  const { error } = (await answer.json()) as { error: unknown };
  expect(error).toEqual(expect.any(String));
  expect(await read()).toEqual(before);
});
