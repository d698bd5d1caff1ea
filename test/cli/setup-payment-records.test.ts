import { PAYMENT_OBJECT, paymentPropertyInputs, RUN_LOG_SCOPES } from '@stripe-payments/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SetupWorld } from './setup-harness.ts';
import { startSetupWorld } from './setup-harness.ts';

let world: SetupWorld;

beforeEach(async () => {
  world = await startSetupWorld({ isSetUp: true });
});
afterEach(() => world.close());

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
  world.grantCustomObjects();
  const { code, said } = await world.run(['payment-records']);
  expect(code).toBe(0);
  expect(said).toContain('Payment records are off.');
  expect(said).toContain('Creates the custom object "Stripe payments" with 60 properties');
  expect(said).toMatch(/Custom objects: 0 of \d+ used\./);
  expect(said).toMatch(/Records of custom objects: 0 of [\d,]+ used\./);
  expect(said).toContain('Payment, Charge ID, PaymentIntent ID');
  expect(said).toMatch(/Records: at most [1-9]\d*, one for each charge in Stripe\./);
  expect(said).toContain('`npm run setup -- payment-records off`');
  expect(object()).toBeUndefined();
});

test('creates it after a yes, with all properties and associations, and says so when it is on already', async () => {
  world.grantCustomObjects();
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
  world.grantCustomObjects();
  const [key] = paymentPropertyInputs('en', 'custom-object').filter(
    ({ name }) => name === 'stripe_charge_id',
  );
  const { typeId } = makeBefore([{ ...key, groupName: undefined }], 'stripe_charge_id');
  expect((await world.run(['payment-records'])).said).toContain(
    'Missing: 59 properties, 3 associations.',
  );
  expect((await world.run(['payment-records', 'on', '--yes'])).code).toBe(0);
  const names = propertiesOf(typeId).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(paymentPropertyInputs('en', 'custom-object').map(({ name }) => name)),
  );
  expect((await world.run(['payment-records'])).said).not.toContain('Missing');
});

test.each([
  ['on', '--yes'],
  ['off', '--confirm', PAYMENT_OBJECT],
])('leaves an object of others as it is when turned %s', async (...argv) => {
  world.grantCustomObjects();
  makeBefore([{ name: 'title', label: 'T', type: 'string', fieldType: 'text' }], 'title');
  const { code, said, aside } = await world.run(['payment-records', ...argv]);
  expect(code).toBe(1);
  expect(said + aside).toContain("wasn't made by this app");
  expect(object()?.labels.plural).toBe('Many');
});

test('turning it off deletes its records, and an archived name is made free', async () => {
  world.grantCustomObjects();
  await world.run(['payment-records', 'on', '--yes']);
  const { store } = world.world.hubspot;
  const before = object()?.typeId ?? 'deals';
  store.createObject(before, { stripe_charge_id: 'ch_1' });
  const { said, questions } = await world.run(['payment-records', 'off'], {
    isTerminal: true,
    answers: [` ${PAYMENT_OBJECT} `],
  });
  expect(questions).toEqual(['Type stripe_payment to confirm:']);
  expect(said).toContain('Lost: what people added to these records');
  expect(said).toContain('Stays: the payments in Stripe');
  expect(said).toContain('Records deleted: 1.');
  expect(object()).toBeUndefined();
  await world.run(['payment-records', 'on', '--yes']);
  const { typeId } = objects().require(`p_${PAYMENT_OBJECT}`);
  objects().archive(typeId);
  expect((await world.run(['payment-records'])).said).toContain('A deleted custom object');
  expect((await world.run(['payment-records', 'on', '--yes'])).code).toBe(0);
  expect(object()?.typeId).not.toBe(typeId);
});

test('says where the account has no room for all of them', async () => {
  world.grantCustomObjects();
  world.world.hubspot.behavior.change({ customRecordLimit: 3 });
  const { said } = await world.run(['payment-records', 'on'], { answers: ['n'] });
  expect(said).toContain('The account has room for 3 of them.');
});

test("names the charges that have HubSpot's own record", async () => {
  world.grantCustomObjects();
  const own = /Of these, HubSpot took ([\d,]+) through its own Stripe connection/;
  expect((await world.run(['payment-records'])).said).not.toMatch(own);
  for (const metadata of [{ portalID: '4242', hs_pmguid: 'g1' }, { portalID: '4242' }]) {
    const stripe = world.world.stripe.world;
    const customer = stripe.createCustomer({ name: 'Zelda Quartermaine' }).id;
    stripe.payByCard({ amount: 900, currency: 'usd', customer, metadata });
  }
  await world.stripe.send('POST', '/clock/advance', { durationMs: 120_000 });
  const { said } = await world.run(['payment-records']);
  expect(own.exec(said)?.[1]).toBe('1');
});

test('counts no further than Stripe does, and says so', async () => {
  world.grantCustomObjects();
  await world.stripe.fault({
    method: 'GET',
    pathPattern: '^/v1/charges/search$',
    status: 200,
    body: {
      object: 'search_result',
      data: [],
      has_more: false,
      next_page: null,
      url: '/v1/charges/search',
      total_count: 10_000,
    },
  });
  const { said } = await world.run(['payment-records']);
  expect(said).toContain('Records: possibly more than 10,000, one for each charge');
});

test('where Stripe does not count, the plan says so and is made all the same', async () => {
  world.grantCustomObjects();
  const { code, said } = await world.run(['payment-records', 'on', '--yes'], {
    environment: { STRIPE_SECRET_KEY: '' },
  });
  expect(code).toBe(0);
  expect(said).toContain("How many there are couldn't be read from Stripe.");
});

test.each([
  ['typed wrong', ['payment-records', 'off'], { isTerminal: true, answers: ['yes'] }, 1],
  ['not typed', ['payment-records', 'off'], { isTerminal: true }, 1],
  ['given wrong', ['payment-records', 'off', '--confirm', 'yes'], {}, 2],
  ['given as --yes', ['payment-records', 'off', '--yes'], {}, 2],
  ['missing where none can be asked', ['payment-records', 'off'], {}, 2],
] as const)('a confirmation that is %s deletes nothing', async (_name, argv, options, expected) => {
  world.grantCustomObjects();
  await world.run(['payment-records', 'on', '--yes']);
  const { code, aside } = await world.run(argv, options);
  expect(code).toBe(expected);
  expect(aside).toMatch(/nothing was deleted|--confirm stripe_payment/);
  expect(object()).toBeDefined();
});

test('without the scopes it names them and says how to reinstall', async () => {
  const { code, aside } = await world.run(['payment-records', 'on', '--yes']);
  expect(code).toBe(1);
  expect(aside).toContain(RUN_LOG_SCOPES.join(', '));
});

test('says it in Italian', async () => {
  world.grantCustomObjects();
  const { said } = await world.run(['payment-records', '--lang', 'it']);
  expect(said).toContain('I record dei pagamenti sono disattivati.');
});
