import { expect, test } from 'vitest';
import { valuesOf } from './client-models.ts';
import { refusalOf } from './hubspot-world.ts';
import { CURRENCY, GROUP, openPropertyWorld, option, textProperty } from './property-inputs.ts';

const DEALS = '/crm/properties/2026-03/deals';
const MEMBER = `${DEALS}/${CURRENCY.name}`;

test('an archived property is in the archived list with its time and in no other', async () => {
  const { client, request, send, clock } = await openPropertyWorld();
  await send('POST', DEALS, CURRENCY);
  clock.advanceBy(60_000);
  const { coreApi } = client.crm.properties;
  await coreApi.archive('deals', CURRENCY.name);
  expect((await refusalOf(coreApi.getByName('deals', CURRENCY.name))).code).toBe(404);
  const archived = await coreApi.getByName('deals', CURRENCY.name, true);
  expect(archived).toMatchObject({
    archived: true,
    archivedAt: new Date(clock.nowMs()),
    createdAt: new Date(clock.nowMs() - 60_000),
  });
  const listed = await (await request(`${DEALS}?archived=true`)).json();
  expect(listed).toMatchObject({ results: [{ name: CURRENCY.name, archived: true }] });
  const active = await coreApi.getAll('deals');
  expect(active.results.map(({ name }) => name)).not.toContain(CURRENCY.name);
});

test('an archived property can be neither changed nor archived', async () => {
  const { send, client } = await openPropertyWorld();
  await send('POST', DEALS, CURRENCY);
  await client.crm.properties.coreApi.archive('deals', CURRENCY.name);
  const patched = await send('PATCH', MEMBER, { label: 'Other' });
  expect(patched.status).toBe(404);
  expect(await patched.json()).toMatchObject({ category: 'OBJECT_NOT_FOUND' });
  expect((await send('DELETE', MEMBER, {})).status).toBe(404);
});

const CHANGED = {
  ...CURRENCY,
  label: 'Currency of the payment',
  options: [option('EUR', 0), option('JPY', 1)],
};

test.each([
  ['posted', CHANGED],
  ['kept', CURRENCY],
] as const)(
  'creating an archived name restores it %s, with its values and creation date',
  async (restoredDefinition, { label, options }) => {
    const { send, store, client, clock, names } = await openPropertyWorld();
    await send('PUT', '/_sandbox/behavior', { restoredDefinition });
    await send('POST', DEALS, CURRENCY);
    store.createObject('deals', { [CURRENCY.name]: 'USD' }, '1');
    const firstDay = new Date(clock.nowMs());
    clock.advanceBy(60_000);
    store.properties('deals').archive(CURRENCY.name);
    const hidden = await client.crm.deals.basicApi.getById('1', [CURRENCY.name]);
    expect(hidden.properties).not.toHaveProperty(CURRENCY.name);
    const answer = await send('POST', DEALS, CHANGED);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ label, options, archived: false });
    const read = await client.crm.properties.coreApi.getByName('deals', CURRENCY.name);
    expect(read).toMatchObject({ label, createdAt: firstDay, archived: false });
    expect(read.options.map(({ value }) => value)).toEqual(options.map(({ value }) => value));
    expect(names(true)).toEqual([]);
    const shown = await client.crm.deals.basicApi.getById('1', [CURRENCY.name]);
    expect(shown.properties[CURRENCY.name]).toBe('USD');
  },
);

test('a restored property can have another type', async () => {
  const { send, store } = await openPropertyWorld();
  await send('POST', DEALS, { ...textProperty(CURRENCY.name), label: 'Mine' });
  store.createObject('deals', { [CURRENCY.name]: 'twelve' }, '1');
  store.properties('deals').archive(CURRENCY.name);
  expect((await send('POST', DEALS, CURRENCY)).status).toBe(201);
  expect(store.properties('deals').find(CURRENCY.name)).toMatchObject({ type: 'enumeration' });
  expect(store.valueOf('deals', '1', CURRENCY.name)).toBe('twelve');
});

test('a property in use is not archived, and the answer names what uses it', async () => {
  const { send, names } = await openPropertyWorld();
  await send('POST', DEALS, CURRENCY);
  await send('POST', DEALS, textProperty('stripe_a'));
  const uses = [
    { type: 'WORKFLOW', name: 'Thank the payer' },
    { type: 'LIST', name: 'Paid in euro' },
  ];
  const schema = `/_sandbox/schema/deals/properties/${CURRENCY.name}`;
  expect((await send('PUT', `${schema}/uses`, { uses })).status).toBe(200);
  const answer = await send('DELETE', MEMBER, {});
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    status: 'error',
    category: 'VALIDATION_ERROR',
    subCategory: 'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE',
    message:
      'Property: stripe_currency of object type 0-3 is currently used in 2 places and cannot be deleted',
    context: { usageCount: ['2'] },
    errors: [
      { context: { parentType: ['WORKFLOW'], parentName: ['Thank the payer'] } },
      { context: { parentType: ['LIST'], parentName: ['Paid in euro'] } },
    ],
  });
  const batch = { inputs: [{ name: 'stripe_a' }, { name: CURRENCY.name }] };
  expect((await send('POST', `${DEALS}/batch/archive`, batch)).status).toBe(400);
  expect(names(false)).toEqual([CURRENCY.name, 'stripe_a']);
  await send('PUT', `${schema}/uses`, { uses: [] });
  expect((await send('DELETE', MEMBER, {})).status).toBe(204);
});

test.each([
  ['removable', 200, ['EUR']],
  ['refused', 400, ['EUR', 'USD']],
] as const)('an option that records use is %s', async (usedOptions, status, left) => {
  const { send, store, client } = await openPropertyWorld();
  await send('PUT', '/_sandbox/behavior', { usedOptions });
  await send('POST', DEALS, CURRENCY);
  store.createObject('deals', { [CURRENCY.name]: 'USD' }, '1');
  const answer = await send('PATCH', MEMBER, { options: [option('EUR', 0)] });
  expect(answer.status).toBe(status);
  const { options } = store.properties('deals').require(CURRENCY.name);
  expect(options.map(({ value }) => value)).toEqual(left);
  expect(store.valueOf('deals', '1', CURRENCY.name)).toBe('USD');
  await client.crm.objects.basicApi.update('deals', '1', valuesOf({ [CURRENCY.name]: 'EUR' }));
  expect(store.valueOf('deals', '1', CURRENCY.name)).toBe('EUR');
  const unused = await send('PATCH', MEMBER, { options: [option('EUR', 0), option('JPY', 1)] });
  expect(unused.status).toBe(200);
});

test('a record with several options uses each of them', async () => {
  const { send, store } = await openPropertyWorld();
  await send('PUT', '/_sandbox/behavior', { usedOptions: 'refused' });
  await send('POST', DEALS, { ...CURRENCY, fieldType: 'checkbox' });
  store.createObject('deals', { [CURRENCY.name]: 'EUR;USD' }, '1');
  for (const kept of ['EUR', 'USD']) {
    const answer = await send('PATCH', MEMBER, { options: [option(kept, 0)] });
    expect(answer.status).toBe(400);
  }
});

test('a custom property too many is refused, for each object type apart', async () => {
  const { send, store, names } = await openPropertyWorld();
  await send('PUT', '/_sandbox/behavior', { customPropertyLimit: 2 });
  const inputs = ['stripe_a', 'stripe_b', 'stripe_c'].map(textProperty);
  const answer = await send('POST', `${DEALS}/batch/create`, { inputs });
  expect(await answer.json()).toMatchObject({
    results: [{ name: 'stripe_a' }, { name: 'stripe_b' }],
    errors: [{ category: 'VALIDATION_ERROR' }],
  });
  store.properties('deals').archive('stripe_a');
  expect((await send('POST', DEALS, textProperty('stripe_c'))).status).toBe(201);
  expect((await send('POST', DEALS, textProperty('stripe_a'))).status).toBe(400);
  const restore = '/_sandbox/schema/deals/properties/stripe_a/restore';
  expect((await send('POST', restore, {})).status).toBe(400);
  expect(names(false)).toEqual(['stripe_b', 'stripe_c']);
  const elsewhere = { ...textProperty('stripe_a'), groupName: 'contactinformation' };
  expect((await send('POST', '/crm/properties/2026-03/contacts', elsewhere)).status).toBe(201);
});

test('a group with active properties is kept, with the refusal inside a message', async () => {
  const { send, store } = await openPropertyWorld();
  await send('POST', DEALS, CURRENCY);
  const path = `${DEALS}/groups/${GROUP}`;
  const answer = await send('DELETE', path, {});
  expect(answer.status).toBe(400);
  const body = (await answer.json()) as { message: string; correlationId: string };
  expect(JSON.parse(body.message)).toEqual({
    status: 'error',
    message: "Can't delete or purge a group with active properties",
    correlationId: body.correlationId,
    category: 'VALIDATION_ERROR',
    subCategory: 'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES',
  });
  expect(body).not.toHaveProperty('category');
  store.properties('deals').archive(CURRENCY.name);
  expect((await send('DELETE', path, {})).status).toBe(204);
  expect((await send('DELETE', path, {})).status).toBe(404);
  expect((await send('POST', DEALS, CURRENCY)).status).toBe(400);
  const again = await send('POST', `${DEALS}/groups`, { name: GROUP, label: 'Once more' });
  expect(await again.json()).toMatchObject({ label: 'Once more', archived: false });
  expect((await send('POST', DEALS, CURRENCY)).status).toBe(201);
});
