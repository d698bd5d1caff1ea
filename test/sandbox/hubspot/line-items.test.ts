import { expect, test } from 'vitest';
import { FULL_SCOPES, openHubSpotWorld } from './hubspot-world.ts';

const WITH_LINE_ITEMS = [
  ...FULL_SCOPES,
  'crm.objects.line_items.read',
  'crm.objects.line_items.write',
];

async function openWorldWithLines() {
  const world = await openHubSpotWorld();
  await world.send('PUT', '/_sandbox/scopes/granted', { scopes: WITH_LINE_ITEMS });
  const { store } = world;
  store.createObject('deals', {}, '1');
  const lines = [
    { name: 'Setup', quantity: '1', price: '500' },
    { name: 'Seats', quantity: '3', price: '100.50', hs_discount_percentage: '10' },
    { name: 'Hours', quantity: '2.5', price: '80', discount: '5' },
  ];
  for (const [index, line] of lines.entries()) {
    const id = String(index + 11);
    store.createObject('line_items', line, id);
    store.associate('deals', '1', 'line_items', id);
  }
  return world;
}

test('line items are read through the association of their deal', async () => {
  const { request, send } = await openWorldWithLines();
  const found = await request('/crm/objects/2026-03/deals/1/associations/line_items');
  const associationTypes = [{ category: 'HUBSPOT_DEFINED', typeId: 19, label: null }];
  expect(await found.json()).toEqual({
    results: [11, 12, 13].map((toObjectId) => ({ toObjectId, associationTypes })),
  });
  const read = await send('POST', '/crm/objects/2026-03/line_items/batch/read', {
    inputs: [{ id: '11' }, { id: '12' }, { id: '13' }],
    properties: ['name', 'quantity', 'price', 'discount', 'hs_discount_percentage', 'amount'],
  });
  expect(await read.json()).toMatchObject({
    results: [
      { properties: { name: 'Setup', quantity: '1', price: '500', discount: null } },
      { properties: { hs_discount_percentage: '10', amount: '271.350' } },
      { properties: { discount: '5', amount: '187.500' } },
    ],
  });
});

test('the amount of a line item is calculated again and cannot be written', async () => {
  const { send } = await openWorldWithLines();
  const patch = (properties: object): Promise<Response> =>
    send('PATCH', '/crm/objects/2026-03/0-8/11', { properties });
  expect((await patch({ amount: '1' })).status).toBe(400);
  expect((await patch({ price: '-1' })).status).toBe(400);
  expect((await patch({ quantity: '2' })).status).toBe(200);
  const read = await send('POST', '/crm/objects/2026-03/line_items/batch/read', {
    inputs: [{ id: '11' }],
    properties: ['amount', 'hs_pre_discount_amount', 'hs_total_discount'],
  });
  const calculated = {
    amount: '1000.000',
    hs_pre_discount_amount: '1000.000',
    hs_total_discount: '0.000',
  };
  expect(await read.json()).toMatchObject({ results: [{ properties: calculated }] });
});

test('without the optional scope line items cannot be read', async () => {
  const { request, send } = await openWorldWithLines();
  await send('PUT', '/_sandbox/scopes/granted', { scopes: FULL_SCOPES });
  const refused = await request('/crm/objects/2026-03/deals/1/associations/line_items');
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({
    category: 'MISSING_SCOPES',
    errors: [{ context: { requiredGranularScopes: ['crm.objects.line_items.read'] } }],
  });
  const read = await send('POST', '/crm/objects/2026-03/line_items/batch/read', {
    inputs: [{ id: '11' }],
  });
  expect(read.status).toBe(403);
});

test.each(['monthly', 'per_six_months', 'per_five_years', ''])(
  'a billing frequency may be %j',
  async (recurringbillingfrequency) => {
    const { store } = await openWorldWithLines();
    const given = { recurringbillingfrequency, hs_recurring_billing_period: 'P12M' };
    const { id } = store.createObject('line_items', given);
    const expected = recurringbillingfrequency === '' ? null : recurringbillingfrequency;
    expect(store.valueOf('line_items', id, 'recurringbillingfrequency')).toBe(expected);
  },
);

test('a billing frequency outside of the list is refused', async () => {
  const { store } = await openWorldWithLines();
  expect(() => store.createObject('line_items', { recurringbillingfrequency: 'yearly' })).toThrow(
    'INVALID_OPTION',
  );
});
