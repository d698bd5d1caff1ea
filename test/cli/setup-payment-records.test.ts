import { PAYMENT_OBJECT, paymentPropertyInputs, RUN_LOG_SCOPES } from '@stripe-payments/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SetupWorld } from './setup-harness.ts';
import { startSetupWorld } from './setup-harness.ts';

let world: SetupWorld;

beforeEach(async () => {
  world = await startSetupWorld({ isSetUp: true });
});
afterEach(() => world.close());

const grant = (): void => {
  const { tokens } = world.world.hubspot;
  const granted = tokens.list().find(({ isApp }) => isApp)?.scopes ?? [];
  tokens.grant(undefined, [...granted, ...RUN_LOG_SCOPES]);
};

const objects = () => world.world.hubspot.store.customObjects;
const object = () => objects().find(`p_${PAYMENT_OBJECT}`);
const propertiesOf = (typeId: `2-${string}`) =>
  world.world.hubspot.store.properties(typeId).list(false);

/** An object under the name, with some properties and no associations. */
const makeBefore = (properties: readonly object[], primary: string) =>
  objects().create({
    name: PAYMENT_OBJECT,
    labels: { singular: 'One', plural: 'Many' },
    primaryDisplayProperty: primary,
    requiredProperties: [primary],
    associatedObjects: [],
    properties,
  } as never);

test('tells how it is and what would be created, and creates nothing', async () => {
  grant();
  const { code, said } = await world.run(['payment-records']);
  expect(code).toBe(0);
  expect(said).toContain('Payment records are off.');
  expect(said).toContain('Creates the custom object "Stripe payments" with 60 properties');
  expect(said).toMatch(/Custom objects: 0 of \d+ used\./);
  expect(said).toMatch(/Records of custom objects: 0 of \d+ used\./);
  expect(object()).toBeUndefined();
});

test('creates it after a yes, with all properties and associations, and says so when it is on already', async () => {
  grant();
  await world.run(['payment-records', 'on'], { answers: ['n'] });
  expect(object()).toBeUndefined();
  expect((await world.run(['payment-records', 'on', '--yes'])).code).toBe(0);
  const made = object();
  expect(made?.labels).toEqual({ singular: 'Stripe payment', plural: 'Stripe payments' });
  expect(new Set(made?.associations.map(({ toObjectTypeId }) => toObjectTypeId))).toEqual(
    new Set(['0-1', '0-2', '0-3', made?.typeId]),
  );
  const again = await world.run(['payment-records', 'on']);
  expect(again.said).toContain('Payment records are on.');
  expect(again.said).toContain('Records in HubSpot: 0.');
});

test('completes an object that was made in part', async () => {
  grant();
  const [key] = paymentPropertyInputs('en').filter(({ name }) => name === 'stripe_charge_id');
  const { typeId } = makeBefore([{ ...key, groupName: undefined }], 'stripe_charge_id');
  expect((await world.run(['payment-records'])).said).toContain(
    'Missing: 59 properties, 3 associations.',
  );
  expect((await world.run(['payment-records', 'on', '--yes'])).code).toBe(0);
  const names = propertiesOf(typeId).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(paymentPropertyInputs('en').map(({ name }) => name)),
  );
  expect((await world.run(['payment-records'])).said).not.toContain('Missing');
});

test.each(['on', 'off'])('leaves an object of others as it is when turned %s', async (state) => {
  grant();
  makeBefore([{ name: 'title', label: 'T', type: 'string', fieldType: 'text' }], 'title');
  const { code, said, aside } = await world.run(['payment-records', state, '--yes']);
  expect(code).toBe(1);
  expect(said + aside).toContain("wasn't made by this app");
  expect(object()?.labels.plural).toBe('Many');
});

test('turning it off deletes its records, and an archived name is made free', async () => {
  grant();
  await world.run(['payment-records', 'on', '--yes']);
  const { store } = world.world.hubspot;
  const before = object()?.typeId ?? 'deals';
  store.createObject(before, { stripe_charge_id: 'ch_1' });
  expect((await world.run(['payment-records', 'off', '--yes'])).said).toContain(
    'Records deleted: 1.',
  );
  expect(object()).toBeUndefined();
  await world.run(['payment-records', 'on', '--yes']);
  const { typeId } = objects().require(`p_${PAYMENT_OBJECT}`);
  objects().archive(typeId);
  expect((await world.run(['payment-records'])).said).toContain('A deleted custom object');
  expect((await world.run(['payment-records', 'on', '--yes'])).code).toBe(0);
  expect(object()?.typeId).not.toBe(typeId);
});

test('without the scopes it names them and says how to reinstall', async () => {
  const { code, aside } = await world.run(['payment-records', 'on', '--yes']);
  expect(code).toBe(1);
  expect(aside).toContain(RUN_LOG_SCOPES.join(', '));
});

test('says it in Italian', async () => {
  grant();
  const { said } = await world.run(['payment-records', '--lang', 'it']);
  expect(said).toContain('I record dei pagamenti sono disattivati.');
});
