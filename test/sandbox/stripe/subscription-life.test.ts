import { expect, test } from 'vitest';
import { WorldRefusal } from '../../../sandbox/stripe/world/context.ts';
import { aCustomer, aPrice } from './billing-builders.ts';
import { DAY_MS, NOW, startSandbox } from './start-sandbox.ts';

const nowMs = Date.parse(NOW);
const seconds = (text: string): number => Date.parse(text) / 1000;

test('a trial is free and ends with a paid invoice', async () => {
  const { stripe, world, clock } = await startSandbox();
  const { subscription } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    trialEndMs: nowMs + 14 * DAY_MS,
  });
  expect((await stripe.charges.list()).data).toHaveLength(0);
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
    status: 'trialing',
    trial_end: nowMs / 1000 + 14 * 86_400,
    items: { data: [{ current_period_end: nowMs / 1000 + 14 * 86_400 }] },
  });
  clock.advanceBy(15 * DAY_MS);
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active');
  const [invoice, first] = (await stripe.invoices.list()).data;
  expect([invoice?.amount_paid, first?.amount_paid]).toEqual([2000, 0]);
});

test('a renewal that is declined leaves it past due, with a date for the next attempt', async () => {
  const { stripe, world } = await startSandbox();
  const atMs = nowMs - 31 * DAY_MS;
  const { subscription } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    atMs,
  });
  const { invoice } = world.renewSubscription(subscription.id, { payment: 'fails' });
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
    status: 'past_due',
    latest_invoice: invoice.id,
  });
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    status: 'open',
    billing_reason: 'subscription_cycle',
    attempt_count: 1,
    attempted: true,
    next_payment_attempt: invoice.created + 3 * 86_400,
  });
  expect((await stripe.charges.list({ limit: 1 })).data[0]).toMatchObject({
    status: 'failed',
    description: 'Subscription update',
  });
  world.payInvoice(invoice.id);
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active');
});

test('the last failed attempt leaves it unpaid', async () => {
  const { stripe, world } = await startSandbox();
  const { subscription } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    atMs: nowMs - 31 * DAY_MS,
  });
  const { invoice } = world.renewSubscription(subscription.id, { payment: 'fails' });
  world.failInvoicePayment(invoice.id, { isFinal: true });
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('unpaid');
  expect((await stripe.invoices.retrieve(invoice.id)).next_payment_attempt).toBeNull();
});

test('a failed first payment leaves it incomplete, and expired after 23 hours', async () => {
  const { stripe, world, clock } = await startSandbox();
  const { subscription, invoice } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    payment: 'fails',
  });
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('incomplete');
  clock.advanceBy(23 * 60 * 60 * 1000);
  const expired = await stripe.subscriptions.retrieve(subscription.id);
  expect(expired.status).toBe('incomplete_expired');
  expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('void');
});

test('the clock renews active subscriptions and ends canceled ones at their period', async () => {
  const { stripe, world, clock } = await startSandbox();
  const customer = aCustomer(world);
  const { subscription } = world.createSubscription({
    customer,
    items: [{ price: aPrice(world) }],
  });
  clock.advanceBy(61 * DAY_MS);
  expect((await stripe.invoices.list({ subscription: subscription.id })).data).toHaveLength(3);
  const ending = world.cancelSubscription(subscription.id, { when: 'at-period-end' });
  const before = await stripe.subscriptions.retrieve(subscription.id);
  expect(before).toMatchObject({
    status: 'active',
    cancel_at_period_end: true,
    cancel_at: seconds('2027-02-16T09:00:00Z'),
    ended_at: null,
  });
  clock.advanceBy(31 * DAY_MS);
  const after = await stripe.subscriptions.retrieve(subscription.id);
  expect(after).toMatchObject({
    status: 'canceled',
    canceled_at: ending.canceledAt,
    ended_at: ending.cancelAt,
  });
  expect((await stripe.invoices.list({ subscription: subscription.id })).data).toHaveLength(3);
});

test('the 31st becomes the last day of a shorter month and returns after it', async () => {
  const { stripe, world } = await startSandbox();
  const { subscription } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    atMs: Date.parse('2026-01-31T10:00:00Z'),
  });
  const ends: (number | undefined)[] = [];
  for (let count = 0; count < 3; count += 1) {
    ends.push(subscription.items[0]?.currentPeriodEnd);
    const renewed = world.renewSubscription(subscription.id).subscription;
    ends[count] = renewed.items[0]?.currentPeriodStart;
  }
  expect(ends).toEqual(
    ['2026-02-28T10:00:00Z', '2026-03-31T10:00:00Z', '2026-04-30T10:00:00Z'].map(seconds),
  );
  expect((await stripe.subscriptions.retrieve(subscription.id)).billing_cycle_anchor).toBe(
    seconds('2026-01-31T10:00:00Z'),
  );
});

test('items with different intervals have their own periods and invoices', async () => {
  const { stripe, world, clock } = await startSandbox();
  const yearly = aPrice(world, { unitAmount: 50_000, recurring: { interval: 'year' } });
  const { subscription } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }, { price: yearly }],
  });
  clock.advanceBy(31 * DAY_MS);
  const { items } = await stripe.subscriptions.retrieve(subscription.id);
  expect(items.data.map((item) => item.current_period_end)).toEqual(
    ['2027-01-16T09:00:00Z', '2027-11-16T09:00:00Z'].map(seconds),
  );
  expect((await stripe.invoices.list()).data.map((invoice) => invoice.total)).toEqual([
    2000, 52_000,
  ]);
});

test('a discount lowers invoices, shows its coupon under source, and ends after its months', async () => {
  const { stripe, world, clock } = await startSandbox();
  const repeating = world.createCoupon({
    percentOff: 25,
    duration: 'repeating',
    durationInMonths: 2,
  }).id;
  const once = world.createCoupon({ amountOff: 500, currency: 'usd' }).id;
  const { subscription } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world), discounts: [once] }],
    discounts: [repeating],
  });
  const got = await stripe.subscriptions.retrieve(subscription.id, {
    expand: ['discounts.source.coupon', 'items.data.discounts'],
  });
  expect(got.discounts).toMatchObject([
    { object: 'discount', source: { type: 'coupon', coupon: { id: repeating, percent_off: 25 } } },
  ]);
  expect(got.items.data[0]?.discounts).toEqual([]);
  clock.advanceBy(65 * DAY_MS);
  const totals = (await stripe.invoices.list()).data.map((invoice) => invoice.total);
  // 2000 - 500 once, then 25 %; 25 % of 2000; nothing any more.
  expect(totals).toEqual([2000, 1500, 1125]);
});

test('a one-time coupon is kept through a trial and used by the first invoice', async () => {
  const { stripe, world, clock } = await startSandbox();
  const once = world.createCoupon({ percentOff: 50 }).id;
  const { subscription } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    discounts: [once],
    trialEndMs: nowMs + DAY_MS,
  });
  expect((await stripe.subscriptions.retrieve(subscription.id)).discounts).toHaveLength(1);
  clock.advanceBy(40 * DAY_MS);
  expect((await stripe.subscriptions.retrieve(subscription.id)).discounts).toEqual([]);
  const totals = (await stripe.invoices.list()).data.map((invoice) => invoice.total);
  expect(totals).toEqual([2000, 1000, 0]);
});

test('a subscription that is free for ever is active without any payment', async () => {
  const { stripe, world } = await startSandbox();
  const free = world.createCoupon({ percentOff: 100, duration: 'forever' }).id;
  const { subscription, payment } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    discounts: [free],
  });
  expect(payment).toBeNull();
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active');
  expect((await stripe.paymentIntents.list()).data).toHaveLength(0);
});

test('collection can pause while the status stays, and the subscription itself can pause', async () => {
  const { stripe, world } = await startSandbox();
  const { subscription } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    atMs: nowMs - 31 * DAY_MS,
  });
  world.pauseCollection(subscription.id, { behavior: 'mark_uncollectible' });
  const { invoice } = world.renewSubscription(subscription.id);
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
    status: 'active',
    pause_collection: { behavior: 'mark_uncollectible', resumes_at: null },
  });
  expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('uncollectible');
  world.pauseSubscription(subscription.id);
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('paused');
  expect(() => world.renewSubscription(subscription.id)).toThrow(WorldRefusal);
});

test('a sent invoice is open until it is paid, and past due after its date', async () => {
  const { stripe, world, clock } = await startSandbox();
  const { subscription, invoice } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    collectionMethod: 'send_invoice',
    daysUntilDue: 7,
  });
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
    status: 'active',
    collection_method: 'send_invoice',
    days_until_due: 7,
  });
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    status: 'open',
    due_date: nowMs / 1000 + 7 * 86_400,
    next_payment_attempt: null,
  });
  clock.advanceBy(8 * DAY_MS);
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('past_due');
  expect((await stripe.events.list({ type: 'invoice.overdue' })).data).toHaveLength(1);
});
