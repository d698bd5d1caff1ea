import { expect, test } from 'vitest';
import { definitionsToRead, newGroup, newTextProperty, valuesOf } from './client-models.ts';
import { openHubSpotWorld, refusalOf } from './hubspot-world.ts';

const option = (value: string, displayOrder: number) => ({
  label: value,
  value,
  displayOrder,
  hidden: false,
});

const currency = {
  name: 'stripe_settlement_currency',
  label: 'Settlement currency',
  type: 'enumeration',
  fieldType: 'select',
  groupName: 'stripe_payments',
  options: [option('EUR', 0), option('USD', 1)],
};

const net = {
  name: 'stripe_net_amount',
  label: 'Net amount',
  type: 'number',
  fieldType: 'number',
  groupName: 'stripe_payments',
  showCurrencySymbol: true,
  currencyPropertyName: 'stripe_settlement_currency',
  numberDisplayHint: 'currency',
};

async function openPropertyWorld() {
  const world = await openHubSpotWorld();
  world.store.createGroup('deals', { name: 'stripe_payments', label: 'Stripe payments' });
  return world;
}

test('creates a group and a property with the real client', async () => {
  const { client } = await openHubSpotWorld();
  const { groupsApi, coreApi } = client.crm.properties;
  const group = await groupsApi.create('contacts', newGroup('mine', 'Mine'));
  expect(group).toMatchObject({ name: 'mine', displayOrder: 3, archived: false });
  const created = await coreApi.create('contacts', newTextProperty('my_text', 'mine'));
  expect(created).toMatchObject({
    name: 'my_text',
    displayOrder: -1,
    hasUniqueValue: false,
    modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
  });
  expect((await refusalOf(groupsApi.create('contacts', newGroup('mine', 'x')))).code).toBe(409);
});

test('creates a batch with 201 and repeats it with 207 and OBJECT_ALREADY_EXISTS', async () => {
  const { send } = await openPropertyWorld();
  const path = '/crm/properties/2026-03/deals/batch/create';
  const first = await send('POST', path, { inputs: [currency, net] });
  expect(first.status).toBe(201);
  expect(await first.json()).toMatchObject({
    status: 'COMPLETE',
    results: [
      { name: currency.name },
      { currencyPropertyName: currency.name, showCurrencySymbol: true },
    ],
  });
  const text = { ...currency, name: 'stripe_text', type: 'string', fieldType: 'text', options: [] };
  const second = await send('POST', path, { inputs: [currency, text] });
  expect(second.status).toBe(207);
  expect(await second.json()).toMatchObject({
    results: [{ name: 'stripe_text' }],
    errors: [
      {
        status: 'error',
        category: 'OBJECT_ALREADY_EXISTS',
        subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
        message: "A property named 'stripe_settlement_currency' already exists.",
      },
    ],
    numErrors: 1,
  });
});

test('answers 409 when a single property exists', async () => {
  const { send } = await openPropertyWorld();
  expect((await send('POST', '/crm/properties/2026-03/deals', currency)).status).toBe(201);
  const again = await send('POST', '/crm/properties/2026-03/deals', currency);
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ status: 'error', category: 'OBJECT_ALREADY_EXISTS' });
});

test.each<[string, object]>([
  ['a capital in the name', { ...currency, name: 'Stripe_x' }],
  ['a digit first', { ...currency, name: '1x' }],
  ['a hyphen', { ...currency, name: 'stripe-x' }],
  ['an unknown group', { ...currency, groupName: 'nowhere' }],
  ['a blank label', { ...currency, label: ' ' }],
  ['an enumeration without options', { ...currency, options: [] }],
  [
    'an option without displayOrder',
    { ...currency, options: [{ label: 'a', value: 'a', hidden: false }] },
  ],
  [
    'an option without hidden',
    { ...currency, options: [{ label: 'a', value: 'a', displayOrder: 1 }] },
  ],
  [
    'two options of one value',
    { ...currency, options: [option('a', 0), { ...option('a', 1), label: 'b' }] },
  ],
  ['options on text', { ...currency, type: 'string', fieldType: 'text' }],
  ['a field of another type', { ...currency, fieldType: 'number' }],
  ['an unknown type', { ...currency, type: 'money' }],
  ['an unknown field', { ...currency, colour: 'red' }],
  ['a currency property that is none', { ...net, currencyPropertyName: 'amount' }],
  ['a currency property of no currencies', { ...net, currencyPropertyName: 'dealtype' }],
  ['a currency symbol on text', { ...currency, showCurrencySymbol: true }],
  ['a missing label', { ...currency, label: undefined }],
])('refuses %s', async (_case, definition) => {
  const { send, store } = await openPropertyWorld();
  const before = store.properties('deals').list(false).length;
  const answer = await send('POST', '/crm/properties/2026-03/deals', definition);
  expect(answer.status).toBe(400);
  expect(store.properties('deals').list(false)).toHaveLength(before);
});

test('an archived property cannot be written, and creating its name restores it with its values', async () => {
  const { client, send, store } = await openPropertyWorld();
  await send('POST', '/crm/properties/2026-03/deals', currency);
  store.createObject('deals', { stripe_settlement_currency: 'EUR' }, '1');
  await client.crm.properties.coreApi.archive('deals', currency.name);
  const write = client.crm.objects.basicApi.update(
    'deals',
    '1',
    valuesOf({ [currency.name]: 'USD' }),
  );
  expect((await refusalOf(write)).body).toMatchObject({
    errors: [{ code: 'PROPERTY_DOESNT_EXIST' }],
  });
  const hidden = await client.crm.deals.basicApi.getById('1', [currency.name]);
  expect(hidden.properties).not.toHaveProperty(currency.name);
  const archived = await client.crm.properties.coreApi.getAll('deals', true);
  expect(archived.results.map(({ name }) => name)).toEqual([currency.name]);
  expect((await send('POST', '/crm/properties/2026-03/deals', currency)).status).toBe(201);
  const shown = await client.crm.deals.basicApi.getById('1', [currency.name]);
  expect(shown.properties[currency.name]).toBe('EUR');
});

test('changes label, group and options, but neither uniqueness nor a type that values forbid', async () => {
  const { send, store } = await openPropertyWorld();
  await send('POST', '/crm/properties/2026-03/deals', currency);
  const path = `/crm/properties/2026-03/deals/${currency.name}`;
  const options = [...currency.options, option('JPY', 2)];
  const patched = await send('PATCH', path, { label: 'Currency of the payout', options });
  expect(await patched.json()).toMatchObject({ label: 'Currency of the payout', options });
  expect((await send('PATCH', path, { hasUniqueValue: true })).status).toBe(400);
  store.createObject('deals', { [currency.name]: 'EUR' }, '1');
  const toNumber = { type: 'number', fieldType: 'number', options: [] };
  expect((await send('PATCH', path, toNumber)).status).toBe(400);
  expect(
    (await send('PATCH', '/crm/properties/2026-03/deals/amount', { label: 'Sum' })).status,
  ).toBe(400);
  expect(
    (await send('PATCH', '/crm/properties/2026-03/deals/nothing', { label: 'x' })).status,
  ).toBe(404);
});

test('keeps unique values distinct and allows ten such properties', async () => {
  const { send, store } = await openPropertyWorld();
  const unique = (index: number) => ({
    name: `external_${String(index)}`,
    label: `External ${String(index)}`,
    type: 'string',
    fieldType: 'text',
    groupName: 'stripe_payments',
    hasUniqueValue: true,
  });
  for (let index = 0; index < 10; index += 1) {
    expect((await send('POST', '/crm/properties/2026-03/deals', unique(index))).status).toBe(201);
  }
  expect((await send('POST', '/crm/properties/2026-03/deals', unique(10))).status).toBe(400);
  store.createObject('deals', { external_0: 'A' }, '1');
  store.createObject('deals', {}, '2');
  const clash = await send('PATCH', '/crm/objects/2026-03/deals/2', {
    properties: { external_0: 'a' },
  });
  expect(await clash.json()).toMatchObject({ errors: [{ code: 'CONFLICTING_UNIQUE_VALUE' }] });
  const byUnique = await send('PATCH', '/crm/objects/2026-03/deals/A?idProperty=external_0', {
    properties: { external_0: 'B' },
  });
  expect(byUnique.status).toBe(200);
  expect(
    (await send('PATCH', '/crm/objects/2026-03/deals/2', { properties: { external_0: 'A' } }))
      .status,
  ).toBe(200);
});

test('reads a batch of definitions with 207 for unknown names', async () => {
  const { client } = await openHubSpotWorld();
  const batch = await client.crm.properties.batchApi.read(
    'deals',
    definitionsToRead(['amount', 'nothing']),
  );
  expect(batch.results).toMatchObject([
    { name: 'amount', type: 'number', hubspotDefined: true, showCurrencySymbol: true },
  ]);
  expect(batch).toMatchObject({ errors: [{ category: 'OBJECT_NOT_FOUND' }] });
});

test('offers the currencies of the account on deals', async () => {
  const { client } = await openHubSpotWorld();
  const currencies = await client.crm.properties.coreApi.getByName('deals', 'deal_currency_code');
  expect(currencies.options.map(({ value }) => value)).toEqual(['EUR', 'USD', 'JPY']);
});

test('removes a group only when it is empty', async () => {
  const { client, send } = await openPropertyWorld();
  const { groupsApi, coreApi } = client.crm.properties;
  await send('POST', '/crm/properties/2026-03/deals', currency);
  expect((await refusalOf(groupsApi.archive('deals', 'stripe_payments'))).code).toBe(400);
  await coreApi.archive('deals', currency.name);
  await groupsApi.archive('deals', 'stripe_payments');
  expect((await refusalOf(groupsApi.getByName('deals', 'stripe_payments'))).code).toBe(404);
});
