import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, startSandbox } from './start-sandbox.ts';

test('a request without a key is a 401', async () => {
  const { url } = await startSandbox();
  const response = await fetch(`${url}/v1/charges`);
  expect(response.status).toBe(401);
  expect(await response.text()).toContain('You did not provide an API key.');
});

test('an unknown key is a 401 that shows only its last four characters', async () => {
  const { clientFor } = await startSandbox();
  const error = await errorOf(clientFor('sk_test_0123456789abcd').charges.list());
  expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  expect(error.message).toBe('Invalid API Key provided: sk_test_**********abcd');
});

test('a live key is unknown to a test sandbox, and cannot be registered', async () => {
  const { clientFor, keys } = await startSandbox();
  const error = await errorOf(clientFor('sk_live_0123456789abcd').charges.list());
  expect(error.statusCode).toBe(401);
  expect(() => {
    keys.add('rk_live_0123', []);
  }).toThrow(RangeError);
});

test.each([
  ['charges.list', 'charge_read', (stripe: Stripe) => stripe.charges.list()],
  ['refunds.list', 'charge_read', (stripe: Stripe) => stripe.refunds.list()],
  ['customers.list', 'customer_read', (stripe: Stripe) => stripe.customers.list()],
  ['disputes.list', 'dispute_read', (stripe: Stripe) => stripe.disputes.list()],
  ['events.list', 'event_read', (stripe: Stripe) => stripe.events.list()],
  ['invoices.list', 'invoice_read', (stripe: Stripe) => stripe.invoices.list()],
  ['invoicePayments.list', 'invoice_read', (stripe: Stripe) => stripe.invoicePayments.list()],
  ['subscriptions.list', 'subscription_read', (stripe: Stripe) => stripe.subscriptions.list()],
  ['creditNotes.list', 'credit_note_read', (stripe: Stripe) => stripe.creditNotes.list()],
  [
    'checkout.sessions.list',
    'checkout_session_read',
    (stripe: Stripe) => stripe.checkout.sessions.list(),
  ],
  ['prices.list', 'plan_read', (stripe: Stripe) => stripe.prices.list()],
  ['products.list', 'product_read', (stripe: Stripe) => stripe.products.list()],
  ['coupons.list', 'coupon_read', (stripe: Stripe) => stripe.coupons.list()],
  [
    'expanded invoices of subscriptions',
    'invoice_read',
    (stripe: Stripe) => stripe.subscriptions.list({ expand: ['data.latest_invoice'] }),
  ],
  [
    'expanded coupons of discounts',
    'coupon_read',
    (stripe: Stripe) => stripe.subscriptions.list({ expand: ['data.discounts.source.coupon'] }),
  ],
  ['balance', 'balance_read', (stripe: Stripe) => stripe.balance.retrieve()],
  ['account', 'accounts_kyc_basic_read', (stripe: Stripe) => stripe.accounts.retrieveCurrent()],
  [
    'paymentIntents.search',
    'payment_intent_read',
    (stripe: Stripe) => stripe.paymentIntents.search({ query: 'status:"succeeded"' }),
  ],
  [
    'balanceTransactions.list',
    'balance_transaction_source_read',
    (stripe: Stripe) => stripe.balanceTransactions.list(),
  ],
  [
    'expanded customers',
    'customer_read',
    (stripe: Stripe) => stripe.charges.list({ expand: ['data.customer'] }),
  ],
  [
    'expanded balance transactions of refunds',
    'balance_transaction_source_read',
    (stripe: Stripe) => stripe.charges.list({ expand: ['data.refunds.data.balance_transaction'] }),
  ],
] as const)('%s needs the permission %s, and the 403 names it', async (_, permission, call) => {
  const { clientFor, keys } = await startSandbox();
  const all = [
    'charge_read',
    'customer_read',
    'dispute_read',
    'event_read',
    'balance_read',
    'payment_intent_read',
    'balance_transaction_source_read',
    'accounts_kyc_basic_read',
    'invoice_read',
    'subscription_read',
    'credit_note_read',
    'checkout_session_read',
    'plan_read',
    'product_read',
    'coupon_read',
  ];
  keys.add(
    'rk_test_without',
    all.filter((each) => each !== permission),
  );
  keys.add('rk_test_with', all);
  const error = await errorOf(call(clientFor('rk_test_without')));
  expect(error).toBeInstanceOf(Stripe.errors.StripePermissionError);
  expect(error.message).toMatch(
    new RegExp(
      `^The provided key 'rk_test_\\*+hout' does not have the required permissions for this ` +
        `endpoint on account 'acct_1\\w+'\\. Having the 'rak_${permission}' permission would`,
    ),
  );
  await expect(call(clientFor('rk_test_with'))).resolves.toBeDefined();
});

test('write implies read, and read does not imply write', async () => {
  const { clientFor, keys, world } = await startSandbox();
  const { id } = world.createCustomer({ name: 'Ada' });
  keys.add('rk_test_writer', ['customer_write']);
  keys.add('rk_test_reader', ['customer_read']);
  await clientFor('rk_test_writer').customers.update(id, { metadata: { a: '1' } });
  await clientFor('rk_test_writer').customers.retrieve(id);
  const error = await errorOf(clientFor('rk_test_reader').customers.update(id, {}));
  expect(error.statusCode).toBe(403);
});

test('keys are registered and permissions switched off through the control routes', async () => {
  const { clientFor, control } = await startSandbox();
  await control('POST', '/keys', { key: 'rk_test_narrow', permissions: ['charge_read'] });
  const narrow = clientFor('rk_test_narrow');
  await narrow.charges.list();
  expect((await errorOf(narrow.customers.list())).statusCode).toBe(403);
  await control('PUT', '/permissions', { enforced: false });
  await expect(narrow.customers.list()).resolves.toMatchObject({ object: 'list' });
});
