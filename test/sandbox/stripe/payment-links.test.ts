import Stripe from 'stripe';
import { expect, test } from 'vitest';
import type { StripeWorld } from '../../../sandbox/stripe/world/index.ts';
import { errorOf, startSandbox } from './start-sandbox.ts';

const PAYER = { email: 'ada@acme.com', name: 'Ada' };

const line = (
  unit_amount: number,
  currency = 'usd',
): Stripe.PaymentLinkCreateParams['line_items'][number] => ({
  price_data: { currency, unit_amount, product_data: { name: 'Workshop' } },
  quantity: 1,
});

const ONCE: Stripe.PaymentLinkCreateParams = {
  line_items: [line(50_000), { ...line(12_500), quantity: 2 }],
  metadata: { hubspot_deal_id: '9042' },
  payment_intent_data: { metadata: { hubspot_deal_id: '9042' }, description: 'Deposit' },
  restrictions: { completed_sessions: { limit: 1 } },
};

const pay = (world: StripeWorld, id: string) => world.completeOnLink(world.openLink(id, PAYER));

test('a link is created with prices of its own, and listed', async () => {
  const { stripe } = await startSandbox();
  const link = await stripe.paymentLinks.create(ONCE);
  expect(link).toMatchObject({
    active: true,
    currency: 'usd',
    customer_creation: 'if_required',
    metadata: { hubspot_deal_id: '9042' },
    payment_intent_data: { metadata: { hubspot_deal_id: '9042' }, description: 'Deposit' },
    restrictions: { completed_sessions: { count: 0, limit: 1 } },
  });
  expect(link.url).toMatch(/^https:\/\/buy\.stripe\.com\/test_\w{18}$/);
  expect(link).not.toHaveProperty('line_items');
  expect(link).not.toHaveProperty('created');
  const items = await stripe.paymentLinks.listLineItems(link.id);
  expect(items.data.map(({ amount_total, description }) => [amount_total, description])).toEqual([
    [50_000, 'Workshop'],
    [25_000, 'Workshop'],
  ]);
  const expanded = await stripe.paymentLinks.retrieve(link.id, { expand: ['line_items'] });
  expect(expanded.line_items?.data).toHaveLength(2);
  expect((await stripe.paymentLinks.list({ active: true })).data).toEqual([link]);
});

test('the payment of a link has the metadata of the payment, and its session that of the link', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = await stripe.paymentLinks.create({ ...ONCE, metadata: { link: 'yes' } });
  const { payment } = pay(world, id);
  const charge = await stripe.charges.retrieve(payment?.charge.id ?? '');
  expect(charge).toMatchObject({
    amount: 75_000,
    status: 'succeeded',
    customer: null,
    description: 'Deposit',
    metadata: { hubspot_deal_id: '9042' },
    billing_details: { email: 'ada@acme.com' },
  });
  const { data } = await stripe.checkout.sessions.list({ payment_link: id });
  expect(data).toMatchObject([
    { payment_link: id, metadata: { link: 'yes' }, payment_status: 'paid', status: 'complete' },
  ]);
});

test('the last payment that is allowed deactivates the link', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = await stripe.paymentLinks.create(ONCE);
  pay(world, id);
  expect(await stripe.paymentLinks.retrieve(id)).toMatchObject({
    active: false,
    restrictions: { completed_sessions: { count: 1, limit: 1 } },
  });
  expect(() => pay(world, id)).toThrow('no longer active');
});

test('two payers who opened the page of a link for one payment cannot both pay', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = await stripe.paymentLinks.create(ONCE);
  const sessions = [world.openLink(id, PAYER), world.openLink(id, PAYER)] as const;
  world.completeOnLink(sessions[0]);
  expect(() => world.completeOnLink(sessions[1])).toThrow('no longer active');
  expect((await stripe.charges.list()).data).toHaveLength(1);
});

test('a deactivated link takes no payment and can be activated again', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = await stripe.paymentLinks.create(ONCE);
  const changed = await stripe.paymentLinks.update(id, {
    active: false,
    inactive_message: 'Ask us for a new link.',
    metadata: { canceled: 'yes' },
  });
  expect(changed).toMatchObject({
    active: false,
    metadata: { hubspot_deal_id: '9042', canceled: 'yes' },
  });
  expect(() => pay(world, id)).toThrow('Ask us for a new link.');
  await stripe.paymentLinks.update(id, { active: true, restrictions: '' });
  expect((await stripe.paymentLinks.retrieve(id)).restrictions).toBeNull();
  expect(pay(world, id).session.status).toBe('complete');
});

test('a declined card leaves the session open for another one', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = await stripe.paymentLinks.create(ONCE);
  const session = world.openLink(id, PAYER);
  const { charge } = world.declineOnLink(session, 'insufficient_funds');
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({
    status: 'failed',
    metadata: { hubspot_deal_id: '9042' },
  });
  const { payment } = world.completeOnLink(session);
  expect(payment?.paymentIntent.id).toBe(charge.paymentIntent);
  expect(payment?.charge.status).toBe('succeeded');
});

test('a bank debit on a link is on its way until it settles', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = await stripe.paymentLinks.create(ONCE);
  const { payment, session } = world.completeOnLink(
    world.openLink(id, { ...PAYER, payWith: 'us_bank_account' }),
  );
  expect(payment?.charge.status).toBe('pending');
  expect(session.paymentStatus).toBe('unpaid');
  world.bankDebitSucceeds(payment?.charge.id ?? '');
  const settled = await stripe.checkout.sessions.retrieve(session.id);
  expect(settled.payment_status).toBe('paid');
});

test.each(['card', 'us_bank_account'] as const)(
  'a link can make a paid invoice of each payment by %s',
  async (payWith) => {
    const { stripe, world } = await startSandbox();
    const { id } = await stripe.paymentLinks.create({
      ...ONCE,
      invoice_creation: { enabled: true, invoice_data: { metadata: { hubspot_deal_id: '9042' } } },
    });
    const { payment, session } = world.completeOnLink(world.openLink(id, { ...PAYER, payWith }));
    if (payWith === 'us_bank_account') {
      expect((await stripe.invoices.list()).data).toEqual([]);
      world.bankDebitSucceeds(payment?.charge.id ?? '');
    }
    const [invoice] = (await stripe.invoices.list()).data;
    expect(invoice).toMatchObject({
      status: 'paid',
      customer: session.customer,
      amount_paid: 75_000,
      amount_remaining: 0,
      metadata: { hubspot_deal_id: '9042' },
    });
    const payments = await stripe.invoicePayments.list({ invoice: invoice?.id ?? '' });
    expect(payments.data).toMatchObject([
      { status: 'paid', payment: { payment_intent: payment?.paymentIntent.id } },
    ]);
  },
);

test('a link with a recurring price makes a subscription with its metadata and trial', async () => {
  const { stripe, world } = await startSandbox();
  const link = await stripe.paymentLinks.create({
    line_items: [
      {
        price_data: {
          currency: 'eur',
          unit_amount: 2_000,
          product_data: { name: 'Support' },
          recurring: { interval: 'month' },
        },
        quantity: 1,
      },
    ],
    subscription_data: { metadata: { hubspot_deal_id: '9042' }, trial_period_days: 14 },
  });
  const { subscription } = pay(world, link.id);
  expect(await stripe.subscriptions.retrieve(subscription?.id ?? '')).toMatchObject({
    status: 'trialing',
    currency: 'eur',
    metadata: { hubspot_deal_id: '9042' },
  });
});

test('the same key makes one link, and with other content it is refused', async () => {
  const { stripe, world } = await startSandbox();
  const options = { idempotencyKey: 'deal-9042-link' };
  const first = await stripe.paymentLinks.create(ONCE, options);
  expect((await stripe.paymentLinks.create(ONCE, options)).id).toBe(first.id);
  const other = stripe.paymentLinks.create({ ...ONCE, metadata: {} }, options);
  expect(await errorOf(other)).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  expect(world.store.paymentLinks.newestFirst()).toHaveLength(1);
});

test('a key without write access to payment links creates and changes none', async () => {
  const { clientFor, keys, stripe } = await startSandbox();
  keys.add('rk_test_reader', ['payment_links_read']);
  keys.add('rk_test_writer', ['payment_links_write']);
  const { id } = await stripe.paymentLinks.create(ONCE);
  const reader = clientFor('rk_test_reader');
  for (const call of [
    reader.paymentLinks.create(ONCE),
    reader.paymentLinks.update(id, { active: false }),
  ]) {
    expect((await errorOf(call)).message).toContain("'rak_payment_links_write'");
  }
  expect((await reader.paymentLinks.retrieve(id)).active).toBe(true);
  expect((await clientFor('rk_test_writer').paymentLinks.create(ONCE)).active).toBe(true);
});

test('a customer is created once with the same key', async () => {
  const { stripe, clientFor, keys } = await startSandbox();
  const params = { email: 'ada@acme.com', name: 'Ada', metadata: { hubspot_contact_id: '1' } };
  const options = { idempotencyKey: 'contact-1' };
  const customer = await stripe.customers.create(params, options);
  expect(customer).toMatchObject({ ...params, currency: null, balance: 0 });
  expect((await stripe.customers.create(params, options)).id).toBe(customer.id);
  expect((await errorOf(stripe.customers.create({ email: 'nowhere' }))).statusCode).toBe(400);
  keys.add('rk_test_reader', ['customer_read']);
  const refused = await errorOf(clientFor('rk_test_reader').customers.create(params));
  expect(refused.message).toContain("'rak_customer_write'");
});
