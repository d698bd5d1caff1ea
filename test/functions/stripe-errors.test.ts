import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { failureOf, succeeded } from './replies.ts';
import { loadMain } from './run-main.ts';

const PERMISSIONS = [
  'charge_read',
  'payment_intent_read',
  'balance_transaction_source_read',
  'dispute_read',
  'customer_read',
  'invoice_read',
  'subscription_read',
  'checkout_session_read',
  'accounts_kyc_basic_read',
];
const NOT_SYNCED = { stripe_payment_status: null, stripe_net_amount: null };

const getMain = loadMain('get-payments');
const main = loadMain('sync-payments');

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterAll(() => world.close());

beforeEach(async () => {
  await world.stripe.send('PUT', '/search', { available: true });
});

/** A restricted key with all that the app reads but one permission. */
async function keyLacking(permission: string): Promise<{ STRIPE_SECRET_KEY: string }> {
  const key = `rk_test_lacks${permission.replaceAll('_', '')}0123456789`;
  const permissions = PERMISSIONS.filter((each) => each !== permission);
  await world.stripe.send('POST', '/keys', { key, permissions });
  return { STRIPE_SECRET_KEY: key };
}

/** The failure that both functions return, with no figure written. */
async function bothFail(dealId: string, environment: Record<string, string> = {}) {
  const seen = failureOf(await world.getPayments(dealId, { main: getMain, environment }));
  const {
    code,
    message,
    nextStep,
    detail = '',
  } = failureOf(await world.syncPayments(dealId, { main, environment }));
  expect({ code, message, nextStep }).toEqual({
    code: seen.code,
    message: seen.message,
    nextStep: seen.nextStep,
  });
  expect(message).toMatch(/\.$/);
  expect(nextStep).toMatch(/\.$/);
  expect(world.storedOf(dealId)).toMatchObject(NOT_SYNCED);
  return { code, nextStep, detail };
}

test.each([
  ['no key', '', 'not-configured'],
  ['a key of blanks', '   ', 'not-configured'],
  ['a publishable key', 'pk_test_51PublishableKeyOfTheAccount', 'stripe-key-wrong-kind'],
  ['a webhook secret', 'whsec_51SecretOfAnEndpoint', 'stripe-key-wrong-kind'],
  ['something else', 'hunter2', 'stripe-key-wrong-kind'],
  ['a key that Stripe does not know', 'sk_test_51RevokedLongAgo00000000', 'stripe-key-invalid'],
])('%s', async (_name, key, code) => {
  const failure = await bothFail('9001', { STRIPE_SECRET_KEY: key });
  expect(failure.code).toBe(code);
  expect(failure.nextStep).toContain('Ask your HubSpot admin');
});

test.each([
  ['charge_read', 'Charges and Refunds'],
  ['payment_intent_read', 'PaymentIntents'],
  ['balance_transaction_source_read', 'Balance transaction sources'],
])(
  'a key without %s is reported with the name of the permission, and saved in plain words',
  async (permission, name) => {
    const failure = await bothFail('9002', await keyLacking(permission));
    expect(failure.code).toBe('stripe-permission');
    expect(failure.detail).toContain(`rak_${permission}`);
    expect(world.storedOf('9002')['stripe_sync_error']).toBe(
      `Your Stripe key needs read access to ${name}.`,
    );
  },
);

test('a key without dispute_read shows a disputed deal with the problem and syncs nothing', async () => {
  const environment = await keyLacking('dispute_read');
  const { view } = succeeded(await world.getPayments('9021', { main: getMain, environment }));
  expect(view.payments).toMatchObject([{ status: 'incomplete', settlement: [] }]);
  expect(view.summary).toMatchObject({ status: 'incomplete', ledger: { settlement: [] } });
  expect(view.problems).toMatchObject([
    { code: 'stripe-permission', detail: expect.stringContaining('rak_dispute_read') as string },
  ]);
  const error = failureOf(await world.syncPayments('9021', { main, environment }));
  expect(error).toMatchObject({
    code: 'stripe-permission',
    detail: expect.stringContaining('rak_dispute_read') as string,
  });
  expect(world.storedOf('9021')).toMatchObject(NOT_SYNCED);
});

test('a key without dispute_read is enough where nothing is disputed', async () => {
  const environment = await keyLacking('dispute_read');
  succeeded(await world.syncPayments('9003', { main, environment }));
  expect(world.storedOf('9003')['stripe_net_amount']).toBe('2412.09');
});

test('a key without accounts_kyc_basic_read syncs everything', async () => {
  const environment = await keyLacking('accounts_kyc_basic_read');
  const reply = await world.syncPayments('9004', {
    main: loadMain('sync-payments'),
    environment,
  });
  expect(succeeded(reply).view.problems).toEqual([]);
  expect(world.storedOf('9004')['stripe_net_amount']).toBe('1589.81');
});

test.each(['customer_read', 'invoice_read', 'subscription_read', 'checkout_session_read'])(
  'a key without %s shows the payments with the missing permission, and syncs nothing',
  async (permission) => {
    const environment = await keyLacking(permission);
    const { view } = succeeded(await world.getPayments('9006', { main: getMain, environment }));
    expect(view.payments).toHaveLength(1);
    expect(view.summary.status).toBe('incomplete');
    for (const { code, detail } of view.problems) {
      expect(code).toBe('stripe-permission');
      expect(detail).toContain(`rak_${permission}`);
    }
    expect(view.problems.length).toBeGreaterThan(0);
    const { code } = failureOf(await world.syncPayments('9006', { main, environment }));
    expect(code).toBe('stripe-permission');
    expect(world.storedOf('9006')).toMatchObject(NOT_SYNCED);
  },
);

test('a customer that Stripe does not know', async () => {
  const failure = await bothFail('9046');
  expect(failure.code).toBe('unknown-customer');
  expect(failure.detail).toContain('cus_NoSuchCustomer');
});

test('one unknown customer among two shows the problem, and syncs nothing', async () => {
  const known = world.storedOf('9011')['stripe_customer_id'] ?? '';
  world.edit('9011', { stripe_customer_id: `cus_NoSuchCustomer, ${known}` });
  const { view } = succeeded(await world.getPayments('9011', { main: getMain }));
  expect(view.payments).toHaveLength(1);
  expect(view.problems).toMatchObject([
    {
      code: 'unknown-customer',
      detail: expect.stringContaining('cus_NoSuchCustomer') as string,
    },
  ]);
  expect(failureOf(await world.syncPayments('9011', { main })).code).toBe('unknown-customer');
  expect(world.storedOf('9011')).toMatchObject(NOT_SYNCED);
});

test.each([
  ['a customer of the other mode', { stripe_customer_id: 'cus_LiveModeOnly00' }, 'wrong-mode'],
  ['an unknown charge', { stripe_payment_ids: 'ch_NoSuchCharge' }, 'unknown-payment'],
  ['an unknown PaymentIntent', { stripe_payment_ids: 'pi_NoSuchIntent' }, 'unknown-payment'],
])('%s', async (_name, ids, code) => {
  world.edit('9041', { stripe_customer_id: '', stripe_payment_ids: '', ...ids });
  const failure = await bothFail('9041');
  expect(failure.code).toBe(code);
  expect(failure.detail).toContain(Object.values(ids)[0]);
});

test.each([
  ['stripe_customer_id', 'Ada Whitfield', 'bad-id', '"Ada", "Whitfield"'],
  ['stripe_customer_id', 'ch_1234567890', 'bad-id', '"ch_1234567890"'],
  ['stripe_payment_ids', 'cus_1234567890', 'bad-id', '"cus_1234567890"'],
  ['stripe_payment_ids', 'in_123456', 'unknown-invoice', "'in_123456'"],
  ['stripe_payment_ids', 'sub_1', 'unknown-subscription', "'sub_1'"],
  ['stripe_payment_ids', 'cs_test_a1B2c3', 'unknown-checkout', "'cs_test_a1B2c3'"],
])('%s "%s" is %s', async (name, text, code, detail) => {
  world.edit('9013', { stripe_payment_ids: '' });
  const linked = world.storedOf('9013')['stripe_customer_id'] ?? '';
  world.edit('9013', { [name]: name === 'stripe_customer_id' ? `${linked} ${text}` : text });
  const { view } = succeeded(await world.getPayments('9013', { main: getMain }));
  expect(view.payments).toHaveLength(1);
  const failure = { code, detail: expect.stringContaining(detail) as string };
  expect(view.problems).toMatchObject([failure]);
  expect(failureOf(await world.syncPayments('9013', { main }))).toMatchObject(failure);
  expect(world.storedOf('9013')).toMatchObject(NOT_SYNCED);
  world.edit('9013', { stripe_customer_id: linked });
});

test('where Stripe offers no search, everything else works and a note says so', async () => {
  await world.stripe.send('PUT', '/search', { available: false });
  const { view } = succeeded(await world.syncPayments('9014', { main }));
  expect(view.notes).toEqual([{ kind: 'search-unavailable' }]);
  expect(view.problems).toEqual([]);
  expect(world.storedOf('9014')['stripe_net_amount']).toBe('2354.70');
});
