import { expect, test } from 'vitest';
import { AMOUNT, CURRENCY, openPropertyWorld } from './property-inputs.ts';

const DEALS = '/crm/properties/2026-03/deals';

test('a currency property needs the symbol setting, on creation and on change', async () => {
  const { send } = await openPropertyWorld();
  await send('POST', DEALS, CURRENCY);
  const refusal = {
    subCategory: 'PropertyValidationError.ONLY_CURRENCY_PROPERTIES_CAN_SPECIFY_CURRENCY',
  };
  for (const showCurrencySymbol of [false, undefined]) {
    const answer = await send('POST', DEALS, { ...AMOUNT, showCurrencySymbol });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject(refusal);
  }
  expect((await send('POST', DEALS, AMOUNT)).status).toBe(201);
  const off = await send('PATCH', `${DEALS}/${AMOUNT.name}`, { showCurrencySymbol: false });
  expect(off.status).toBe(400);
  expect(await off.json()).toMatchObject(refusal);
});

test('a label changes although the currency of the amount is archived', async () => {
  const { send, store } = await openPropertyWorld();
  await send('POST', `${DEALS}/batch/create`, { inputs: [CURRENCY, AMOUNT] });
  store.properties('deals').archive(CURRENCY.name);
  const path = `${DEALS}/${AMOUNT.name}`;
  expect((await send('PATCH', path, { label: 'Paid' })).status).toBe(200);
  const sameCurrency = { currencyPropertyName: CURRENCY.name };
  expect((await send('PATCH', path, sameCurrency)).status).toBe(400);
});

test('a read returns what setup compares, and can leave the currency out', async () => {
  const { request, send } = await openPropertyWorld();
  await send('POST', DEALS, CURRENCY);
  const created = await send('POST', DEALS, { ...AMOUNT, description: 'Captured' });
  const whole = {
    ...AMOUNT,
    archived: false,
    calculated: false,
    createdAt: '2026-01-02T03:04:05Z',
    dataSensitivity: 'non_sensitive',
    description: 'Captured',
    displayOrder: -1,
    externalOptions: false,
    formField: false,
    hasUniqueValue: false,
    hidden: false,
    hubspotDefined: false,
    modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
    options: [],
    updatedAt: '2026-01-02T03:04:05Z',
  };
  expect(await created.json()).toEqual(whole);
  const path = `${DEALS}/${AMOUNT.name}`;
  expect(await (await request(path)).json()).toEqual(whole);
  await send('PUT', '/_sandbox/behavior', { currencyFieldsInReads: false });
  const { currencyPropertyName, showCurrencySymbol, ...bare } = whole;
  expect([currencyPropertyName, showCurrencySymbol]).toEqual([CURRENCY.name, true]);
  expect(await (await request(path)).json()).toEqual(bare);
  const batch = { archived: false, inputs: [{ name: AMOUNT.name }] };
  const read = await send('POST', `${DEALS}/batch/read`, batch);
  const { results } = (await read.json()) as { results: unknown };
  expect(results).toEqual([bare]);
  const list = (await (await request(`${DEALS}?properties=${AMOUNT.name}`)).json()) as object;
  expect(list).toEqual({ results: [bare] });
  const patched = await send('PATCH', path, { label: 'Paid' });
  expect(await patched.json()).toMatchObject({ currencyPropertyName, showCurrencySymbol });
});

test('an owner property has its reference type', async () => {
  const { request } = await openPropertyWorld();
  const owner: unknown = await (await request(`${DEALS}/hubspot_owner_id`)).json();
  expect(owner).toMatchObject({ externalOptions: true, referencedObjectType: 'OWNER' });
  const stage: unknown = await (await request(`${DEALS}/dealstage`)).json();
  expect(stage).not.toHaveProperty('referencedObjectType');
});
