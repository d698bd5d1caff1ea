import Stripe from 'stripe';
import { expect, test } from 'vitest';
import type { StripeWorld } from '../../../sandbox/stripe/world/index.ts';
import { aCustomer, aPrice } from './billing-builders.ts';
import { errorOf, startSandbox } from './start-sandbox.ts';

type Write = (
  stripe: Stripe,
  id: string,
  metadata: Record<string, string> | '',
) => Promise<{ readonly metadata: Stripe.Metadata | null }>;

interface Writable {
  readonly resource: string;
  readonly permission: string;
  readonly create: (world: StripeWorld, metadata: Record<string, string>) => string;
  readonly write: Write;
}

const WRITABLE: readonly Writable[] = [
  {
    resource: 'charges',
    permission: 'charge',
    create: (world, metadata) =>
      world.payByCard({ amount: 1, currency: 'usd', metadata }).charge.id,
    write: (stripe, id, metadata) => stripe.charges.update(id, { metadata }),
  },
  {
    resource: 'payment_intents',
    permission: 'payment_intent',
    create: (world, metadata) =>
      world.payByCard({ amount: 1, currency: 'usd', metadata }).paymentIntent.id,
    write: (stripe, id, metadata) => stripe.paymentIntents.update(id, { metadata }),
  },
  {
    resource: 'invoices',
    permission: 'invoice',
    create: (world, metadata) =>
      world.createInvoice({ customer: aCustomer(world), lines: [{ amount: 1 }], metadata }).id,
    write: (stripe, id, metadata) => stripe.invoices.update(id, { metadata }),
  },
  {
    resource: 'subscriptions',
    permission: 'subscription',
    create: (world, metadata) =>
      world.createSubscription({
        customer: aCustomer(world),
        items: [{ price: aPrice(world) }],
        metadata,
      }).subscription.id,
    write: (stripe, id, metadata) => stripe.subscriptions.update(id, { metadata }),
  },
  {
    resource: 'checkout/sessions',
    permission: 'checkout_session',
    create: (world, metadata) =>
      world.completeCheckout({ guest: { email: 'a@acme.com' }, amount: 1, metadata }).session.id,
    write: (stripe, id, metadata) => stripe.checkout.sessions.update(id, { metadata }),
  },
];

test.each(WRITABLE)('$resource: keys are merged, empty values removed', async (writable) => {
  const { stripe, world } = await startSandbox();
  const id = writable.create(world, { kept: '1', gone: '2' });
  const changed = await writable.write(stripe, id, { gone: '', hubspot_deal_id: '9001' });
  expect(changed.metadata).toEqual({ kept: '1', hubspot_deal_id: '9001' });
  expect((await writable.write(stripe, id, '')).metadata).toEqual({});
});

test.each(WRITABLE)('$resource: a key that may only read gets a 403', async (writable) => {
  const { clientFor, keys, world } = await startSandbox();
  const id = writable.create(world, {});
  keys.add('rk_test_reader', [`${writable.permission}_read`]);
  keys.add('rk_test_writer', [`${writable.permission}_write`]);
  const error = await errorOf(writable.write(clientFor('rk_test_reader'), id, { a: '1' }));
  expect(error).toBeInstanceOf(Stripe.errors.StripePermissionError);
  expect(error.message).toContain(`'rak_${writable.permission}_write' permission`);
  const written = await writable.write(clientFor('rk_test_writer'), id, { a: '1' });
  expect(written.metadata).toEqual({ a: '1' });
});

test.each(WRITABLE)('$resource: metadata beyond its limits is refused', async (writable) => {
  const { stripe, world } = await startSandbox();
  const id = writable.create(world, {});
  const error = await errorOf(writable.write(stripe, id, { ['k'.repeat(41)]: 'v' }));
  expect(error.statusCode).toBe(400);
  const unknown = await errorOf(writable.write(stripe, `${id}x`, { a: '1' }));
  expect(unknown.statusCode).toBe(404);
});

test('nothing else of an invoice or a subscription can be written here', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const invoice = world.createInvoice({ customer, lines: [{ amount: 1 }] }).id;
  const error = await errorOf(stripe.invoices.update(invoice, { description: 'x' }));
  expect(error).toMatchObject({ statusCode: 400, code: 'parameter_unknown' });
});

test('the change of an invoice or a subscription is an event with what it was', async () => {
  const { stripe, world } = await startSandbox();
  const { subscription, invoice } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    metadata: { a: '1' },
  });
  await stripe.subscriptions.update(subscription.id, { metadata: { a: '2' } });
  await stripe.invoices.update(invoice.id, { metadata: { b: '1' } });
  const { data } = await stripe.events.list({ limit: 2 });
  expect(data).toMatchObject([
    { type: 'invoice.updated', data: { object: { metadata: { b: '1' } } } },
    {
      type: 'customer.subscription.updated',
      data: { previous_attributes: { metadata: { a: '1' } } },
    },
  ]);
  expect(data[0]?.data.previous_attributes).toEqual({ metadata: {} });
});

test.each([
  ['invoice_read', (stripe: Stripe) => stripe.invoices.list()],
  ['invoice_read', (stripe: Stripe) => stripe.invoicePayments.list()],
  ['subscription_read', (stripe: Stripe) => stripe.subscriptions.list()],
  ['credit_note_read', (stripe: Stripe) => stripe.creditNotes.list()],
  ['checkout_session_read', (stripe: Stripe) => stripe.checkout.sessions.list()],
  ['plan_read', (stripe: Stripe) => stripe.prices.list()],
  ['product_read', (stripe: Stripe) => stripe.products.list()],
  ['coupon_read', (stripe: Stripe) => stripe.coupons.retrieve('x')],
] as const)('%s is named where it is missing', async (permission, call) => {
  const { clientFor, keys } = await startSandbox();
  keys.add('rk_test_none', []);
  const error = await errorOf(call(clientFor('rk_test_none')));
  expect(error.statusCode).toBe(403);
  expect(error.message).toContain(`'rak_${permission}' permission`);
});

test('an expanded object needs its own permission', async () => {
  const { clientFor, keys } = await startSandbox();
  keys.add('rk_test_narrow', ['subscription_read']);
  const narrow = clientFor('rk_test_narrow');
  const expansions = [
    ['data.latest_invoice', 'invoice_read'],
    ['data.discounts.source.coupon', 'coupon_read'],
    ['data.customer', 'customer_read'],
  ] as const;
  for (const [path, permission] of expansions) {
    const error = await errorOf(narrow.subscriptions.list({ expand: [path] }));
    expect(error.message).toContain(`'rak_${permission}' permission`);
  }
});
