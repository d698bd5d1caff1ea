import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, startSandbox } from './start-sandbox.ts';

const ONE = { limit: 1 } as const;
const QUERY = { query: 'created>0', limit: 1 } as const;

/** What a setup asks for, one row each, to learn what a key may do. */
const PROBES: readonly (readonly [string, string, (stripe: Stripe) => Promise<unknown>])[] = [
  ['charges', 'charge_read', (stripe) => stripe.charges.list(ONE)],
  ['refunds', 'charge_read', (stripe) => stripe.refunds.list(ONE)],
  ['payment intents', 'payment_intent_read', (stripe) => stripe.paymentIntents.list(ONE)],
  [
    'balance transactions',
    'balance_transaction_source_read',
    (stripe) => stripe.balanceTransactions.list(ONE),
  ],
  ['the balance', 'balance_read', (stripe) => stripe.balance.retrieve()],
  ['customers', 'customer_read', (stripe) => stripe.customers.list(ONE)],
  ['disputes', 'dispute_read', (stripe) => stripe.disputes.list(ONE)],
  ['invoices', 'invoice_read', (stripe) => stripe.invoices.list(ONE)],
  ['invoice payments', 'invoice_read', (stripe) => stripe.invoicePayments.list(ONE)],
  ['subscriptions', 'subscription_read', (stripe) => stripe.subscriptions.list(ONE)],
  ['checkout sessions', 'checkout_session_read', (stripe) => stripe.checkout.sessions.list(ONE)],
  ['prices', 'plan_read', (stripe) => stripe.prices.list(ONE)],
  ['products', 'product_read', (stripe) => stripe.products.list(ONE)],
  ['coupons', 'coupon_read', (stripe) => stripe.coupons.list(ONE)],
  ['credit notes', 'credit_note_read', (stripe) => stripe.creditNotes.list(ONE)],
  ['events', 'event_read', (stripe) => stripe.events.list(ONE)],
  ['payment links', 'payment_links_read', (stripe) => stripe.paymentLinks.list(ONE)],
  ['payouts', 'payout_read', (stripe) => stripe.payouts.list(ONE)],
  ['the account', 'accounts_kyc_basic_read', (stripe) => stripe.accounts.retrieveCurrent()],
  ['a search of charges', 'charge_read', (stripe) => stripe.charges.search(QUERY)],
  ['a search of customers', 'customer_read', (stripe) => stripe.customers.search(QUERY)],
  ['a search of invoices', 'invoice_read', (stripe) => stripe.invoices.search(QUERY)],
  [
    'a search of payment intents',
    'payment_intent_read',
    (stripe) => stripe.paymentIntents.search(QUERY),
  ],
  [
    'a search of prices',
    'plan_read',
    (stripe) => stripe.prices.search({ query: 'active:"true"', limit: 1 }),
  ],
  [
    'a search of products',
    'product_read',
    (stripe) => stripe.products.search({ query: 'active:"true"', limit: 1 }),
  ],
  [
    'a search of subscriptions',
    'subscription_read',
    (stripe) => stripe.subscriptions.search(QUERY),
  ],
];

test.each(PROBES)('%s can be listed with the one permission %s', async (_, permission, ask) => {
  const { clientFor, keys } = await startSandbox();
  const others = [...new Set(PROBES.map(([, needed]) => needed))].filter(
    (needed) => needed !== permission,
  );
  keys.add('rk_test_this', [permission]);
  keys.add('rk_test_others', others);
  await expect(ask(clientFor('rk_test_this'))).resolves.toBeDefined();
  const error = await errorOf(ask(clientFor('rk_test_others')));
  expect(error.statusCode).toBe(403);
  expect(error.message).toContain(`'rak_${permission}'`);
});

test('payment links and payouts are empty lists at first, for any query', async () => {
  const { stripe } = await startSandbox();
  const empty = { object: 'list', data: [], has_more: false };
  expect(await stripe.paymentLinks.list({ active: true })).toMatchObject({
    ...empty,
    url: '/v1/payment_links',
  });
  expect(await stripe.payouts.list({ status: 'paid', created: { gte: 1 } })).toMatchObject({
    ...empty,
    url: '/v1/payouts',
  });
  expect((await errorOf(stripe.payouts.list({ limit: 101 }))).statusCode).toBe(400);
  const after = await errorOf(stripe.payouts.list({ starting_after: 'po_1' }));
  expect(after).toMatchObject({ statusCode: 400, message: "No such payout: 'po_1'" });
});

test('coupons are listed newest first and found by their day', async () => {
  const { stripe, world, clock } = await startSandbox();
  const first = world.createCoupon({ percentOff: 10, duration: 'once' });
  clock.advanceBy(5000);
  const second = world.createCoupon({ percentOff: 20, duration: 'forever' });
  const ids = (await stripe.coupons.list()).data.map(({ id }) => id);
  expect(ids).toEqual([second.id, first.id]);
  const [newest, ...others] = (await stripe.coupons.list({ limit: 1 })).data;
  expect(newest).toMatchObject({ id: second.id, percent_off: 20 });
  expect(others).toEqual([]);
  const earlier = await stripe.coupons.list({ created: { lt: second.created } });
  expect(earlier.data).toMatchObject([{ id: first.id, percent_off: 10 }]);
});

test.each([
  [['charge_read'], 'balance_transaction_source_read'],
  [['charge_read', 'balance_transaction_source_read'], 'customer_read'],
  [[], 'charge_read'],
])('with %j the first of the missing permissions is named: %s', async (granted, missing) => {
  const { clientFor, keys, world } = await startSandbox();
  world.payByCard({ amount: 5000, currency: 'usd' });
  keys.add('rk_test_some', granted);
  const expand = ['data.balance_transaction', 'data.customer', 'data.payment_intent'];
  const error = await errorOf(clientFor('rk_test_some').charges.list({ expand, limit: 1 }));
  expect(error.statusCode).toBe(403);
  expect(error.message).toContain(`'rak_${missing}'`);
  expect(error.message.match(/rak_/g)).toHaveLength(1);
});

test('an expanded object needs its permission on an empty list as well', async () => {
  const { clientFor, keys } = await startSandbox();
  keys.add('rk_test_payouts', ['payout_read']);
  const payouts = clientFor('rk_test_payouts').payouts;
  await payouts.list();
  const error = await errorOf(payouts.list({ expand: ['data.balance_transaction'] }));
  expect(error.message).toContain("'rak_balance_transaction_source_read'");
});
