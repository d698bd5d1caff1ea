import { expect, test } from 'vitest';
import { FULL_SCOPES, openHubSpotWorld } from './hubspot-world.ts';

const PATH = '/crm/objects/2026-03/0-101';

async function openWithPayment(...scopes: readonly string[]) {
  const world = await openHubSpotWorld();
  const { store } = world;
  world.tokens.grant(undefined, [...FULL_SCOPES, ...scopes]);
  const { id } = store.createObject('commerce_payments', { hs_payment_id: 'pi_A' });
  const deal = store.createObject('deals', { dealname: 'Paid' }).id;
  store.associate('commerce_payments', id, 'deals', deal);
  return { ...world, id, deal };
}

test('payments need scopes of their own, whose name has no underscore', async () => {
  const { request, send } = await openWithPayment();
  for (const refused of [
    await request(PATH),
    await send('POST', `${PATH}/search`, {}),
    await send('POST', '/crm/associations/2026-03/0-3/0-101/batch/read', { inputs: [{ id: '1' }] }),
  ]) {
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('crm.objects.commercepayments.read');
  }
});

test('a payment is found by its id and leads to its deals', async () => {
  const { send, clock, id, deal } = await openWithPayment('crm.objects.commercepayments.read');
  clock.advanceBy(60_000);
  const values = ['pi_a'];
  const filters = [{ propertyName: 'hs_payment_id', operator: 'IN', values }];
  const found = await send('POST', `${PATH}/search`, { filterGroups: [{ filters }] });
  // In lower case no id of Stripe would be itself: HubSpot compares so.
  expect(await found.json()).toMatchObject({ total: 1, results: [{ id }] });
  const path = '/crm/associations/2026-03/0-101/0-3/batch/read';
  expect(await (await send('POST', path, { inputs: [{ id }] })).json()).toMatchObject({
    results: [{ to: [{ toObjectId: Number(deal), associationTypes: [{ typeId: 391 }] }] }],
  });
});

test('what HubSpot processed can not be made or changed', async () => {
  const { send, id } = await openWithPayment('crm.objects.commercepayments.write');
  const properties = { hs_initial_amount: '1' };
  expect((await send('PATCH', `${PATH}/${id}`, { properties })).status).toBe(400);
  expect((await send('POST', PATH, { properties })).status).toBe(400);
});

test('where an app may make payments, it makes its own and touches no others', async () => {
  const world = await openWithPayment('crm.objects.commercepayments.write');
  const { send, request, id, behavior } = world;
  const own = {
    hs_initial_amount: '1',
    hs_initiated_date: '2026-01-02T00:00:00Z',
    hs_processor_type: 'none',
  };
  const create = async (properties: object) => (await send('POST', PATH, { properties })).status;
  expect(await create(own)).toBe(400);
  behavior.change({ paymentCreation: 'accepted' });
  expect(await create({ ...own, hs_processor_type: 'byo_stripe' })).toBe(400);
  expect(await create({ hs_processor_type: 'none', hs_initial_amount: '1' })).toBe(400);
  expect(await create({ ...own, hs_platform_fee: '1' })).toBe(400);
  expect(await create({ ...own, hs_currency_code: 'XXX' })).toBe(400);
  expect(await create({ ...own, hs_payment_method_type: 'us_bank_account' })).toBe(400);
  expect(await create(own)).toBe(201);
  const made = world.store.listObjects('commerce_payments').at(-1)?.id ?? '';
  const properties = { hs_fees_amount: '1' };
  expect((await send('PATCH', `${PATH}/${made}`, { properties })).status).toBe(200);
  for (const refused of [
    { hs_initiated_date: own.hs_initiated_date },
    { hs_processor_type: 'none' },
    { hs_currency_code: 'USD' },
    { hs_fees_amount: '-1' },
    { hs_customer_email: 'ada' },
    { hs_net_amount: '1' },
  ]) {
    const answer = await send('PATCH', `${PATH}/${made}`, { properties: refused });
    expect(answer.status, JSON.stringify(refused)).toBe(400);
  }
  expect((await send('PATCH', `${PATH}/${id}`, { properties })).status).toBe(400);
  expect((await request(`${PATH}/${id}`, { method: 'DELETE' })).status).toBe(400);
  expect((await request(`${PATH}/${made}`, { method: 'DELETE' })).status).toBe(204);
});

test('a unique property of an app on payments is accepted or refused, as the account is set', async () => {
  const { request, send, behavior, store, tokens } = await openHubSpotWorld();
  tokens.grant(undefined, [...FULL_SCOPES, 'crm.schemas.commercepayments.write']);
  store.createGroup('commerce_payments', { name: 'stripe_payments', label: 'Stripe payments' });
  const property = {
    name: 'stripe_charge_id',
    label: 'Charge ID',
    type: 'string',
    fieldType: 'text',
    groupName: 'stripe_payments',
    hasUniqueValue: true,
  };
  const path = '/crm/properties/2026-03/0-101';
  behavior.change({ uniqueOnPayments: 'refused' });
  expect((await send('POST', path, property)).status).toBe(400);
  expect((await send('POST', path, { ...property, hasUniqueValue: false })).status).toBe(201);
  behavior.reset();
  expect((await request(`${path}/stripe_charge_id`, { method: 'DELETE' })).status).toBe(204);
  expect((await send('POST', path, property)).status).toBe(201);
});
