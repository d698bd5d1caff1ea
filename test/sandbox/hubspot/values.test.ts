import { expect, test } from 'vitest';
import { openHubSpotWorld } from './hubspot-world.ts';

interface WireDeal {
  readonly properties: Readonly<Record<string, string | null>>;
}

interface WireRefusal {
  readonly errors: readonly { readonly code: string }[];
}

/** A deal with one property of each type that standard deals have not. */
async function openTypedWorld() {
  const world = await openHubSpotWorld();
  const { store } = world;
  store.createGroup('deals', { name: 'stripe_payments', label: 'Stripe payments' });
  const groupName = 'stripe_payments';
  const options = ['red', 'blue'].map((value, displayOrder) => ({
    label: value,
    value,
    displayOrder,
    hidden: false,
  }));
  const base = { label: 'A property', groupName } as const;
  store.createProperty('deals', { ...base, name: 'a_date', type: 'date', fieldType: 'date' });
  store.createProperty('deals', { ...base, name: 'a_time', type: 'datetime', fieldType: 'date' });
  store.createProperty('deals', {
    ...base,
    name: 'one',
    type: 'enumeration',
    fieldType: 'select',
    options,
  });
  store.createProperty('deals', {
    ...base,
    name: 'many',
    type: 'enumeration',
    fieldType: 'checkbox',
    options,
  });
  store.createObject('deals', {}, '1');
  return world;
}

test.each([
  ['amount', '12.50', '12.50'],
  ['amount', '-3', '-3'],
  ['amount', 12.5, '12.5'],
  ['amount', '', null],
  ['a_date', '2026-02-28', '2026-02-28'],
  ['a_date', '1767225600000', '2026-01-01'],
  ['a_date', '2026-01-01T00:00:00Z', '2026-01-01'],
  ['a_time', '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z'],
  ['a_time', '2026-01-02T03:04:05.000+02:00', '2026-01-02T01:04:05Z'],
  ['a_time', '1767225600000', '2026-01-01T00:00:00Z'],
  ['one', 'red', 'red'],
  ['many', 'red;blue', 'red;blue'],
  ['many', ';red', 'red'],
  ['deal_currency_code', 'JPY', 'JPY'],
  ['dealstage', 'closedwon', 'closedwon'],
  ['createdate', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
  ['description', ' padded ', ' padded '],
  ['description', 'x'.repeat(65_536), 'x'.repeat(65_536)],
])('stores %s %j as HubSpot would', async (name, value, stored) => {
  const { send } = await openTypedWorld();
  const answer = await send('PATCH', '/crm/objects/2026-03/deals/1', {
    properties: { [name]: value },
  });
  expect(answer.status).toBe(200);
  const deal = (await answer.json()) as WireDeal;
  expect(deal.properties[name]).toBe(stored);
});

test.each([
  ['amount', 'NaN', 'INVALID_DOUBLE'],
  ['amount', '1,5', 'INVALID_DOUBLE'],
  ['amount', '12 EUR', 'INVALID_DOUBLE'],
  ['amount', 'Infinity', 'INVALID_DOUBLE'],
  ['amount', '0x10', 'INVALID_DOUBLE'],
  ['amount', ' 1', 'LEADING_TRAILING_WHITESPACE'],
  ['a_date', '2026-01-01T00:00:01Z', 'INVALID_DATE'],
  ['a_date', '1767225600001', 'INVALID_DATE'],
  ['a_date', '2026-02-31', 'INVALID_DATE'],
  ['a_date', '01/02/2026', 'INVALID_DATE'],
  ['a_time', '2026-01-02', 'INVALID_DATE'],
  ['a_time', '2026-01-02T03:04:05', 'INVALID_DATE'],
  ['a_time', 'yesterday', 'INVALID_DATE'],
  ['one', 'green', 'INVALID_OPTION'],
  ['one', 'red;blue', 'INVALID_OPTION'],
  ['many', 'red;green', 'INVALID_OPTION'],
  ['deal_currency_code', 'GBP', 'INVALID_OPTION'],
  ['dealstage', 'no_such_stage', 'INVALID_OPTION'],
  ['hubspot_owner_id', 'ada', 'INVALID_OPTION'],
  ['description', 'x'.repeat(65_537), 'PROPERTY_VALUE_TOO_LONG'],
])('refuses %s %j with %s', async (name, value, code) => {
  const { send } = await openTypedWorld();
  const answer = await send('PATCH', '/crm/objects/2026-03/deals/1', {
    properties: { [name]: value },
  });
  expect(answer.status).toBe(400);
  const refusal = (await answer.json()) as WireRefusal;
  expect(refusal.errors.map((error) => error.code)).toEqual([code]);
});

test.each([[null], [['a']], [{ value: 'a' }]])(
  'refuses %j as a property value before looking at the property',
  async (value) => {
    const { send } = await openTypedWorld();
    const answer = await send('PATCH', '/crm/objects/2026-03/deals/1', {
      properties: { amount: value },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      message: expect.stringMatching(/^Invalid input JSON/) as unknown,
    });
  },
);

test('reports every wrong value of a request', async () => {
  const { send } = await openTypedWorld();
  const properties = { amount: 'x', dealname: 'fine', one: 'green' };
  const answer = await send('PATCH', '/crm/objects/2026-03/deals/1', { properties });
  const refusal = (await answer.json()) as WireRefusal;
  expect(refusal.errors.map((error) => error.code)).toEqual(['INVALID_DOUBLE', 'INVALID_OPTION']);
});

test('refuses seeds that HubSpot would refuse', async () => {
  const { store } = await openTypedWorld();
  expect(() => store.createObject('contacts', { email: 'no-email' })).toThrow('INVALID_EMAIL');
  expect(() => store.createObject('deals', { amount: '1,5' })).toThrow('INVALID_DOUBLE');
});
