import { expect, test } from 'vitest';
import { aPrice } from './billing-builders.ts';
import { errorOf, startSandbox } from './start-sandbox.ts';

const PAYER = { email: 'ada@acme.com', name: 'Ada' };

async function start() {
  const sandbox = await startSandbox();
  const customer = sandbox.world.createCustomer(PAYER).id;
  const product = (await sandbox.stripe.products.create({ name: 'Setup' })).id;
  return { ...sandbox, customer, product, price: aPrice(sandbox.world) };
}

test('an added item is on the first invoice only, also in a trial', async () => {
  const { stripe, world, customer, product, price } = await start();
  const created = await stripe.subscriptions.create({
    customer,
    items: [{ price }],
    add_invoice_items: [{ price_data: { currency: 'usd', product, unit_amount: 5_000 } }],
    collection_method: 'send_invoice',
    days_until_due: 7,
    trial_period_days: 14,
  });
  const [first] = world.store.invoices.newestFirst();
  expect(first?.lines.map(({ amount }) => amount)).toEqual([5_000, 0]);
  const { invoice } = world.renewSubscription(created.id);
  expect(invoice.lines).toHaveLength(1);
});

test('an added item that recurs, a trial of three years and a nameless product are refused', async () => {
  const { stripe, customer, price } = await start();
  const base = { customer, items: [{ price }] };
  const often = stripe.subscriptions.create({
    ...base,
    trial_period_days: 7,
    add_invoice_items: [{ price }],
  });
  expect((await errorOf(often)).message).toContain('one_time');
  const long = stripe.subscriptions.create({ ...base, trial_period_days: 1_096 });
  expect((await errorOf(long)).param).toBe('trial_period_days');
  const nameless = stripe.products.create({ name: '' });
  expect((await errorOf(nameless)).param).toBe('name');
});

const line = (interval?: 'month' | 'year') => ({
  quantity: 1,
  price_data: {
    currency: 'usd',
    unit_amount: 2_000,
    product_data: { name: 'Seat' },
    ...(interval !== undefined && { recurring: { interval } }),
  },
});

test('a link takes lines that are paid once beside those that recur, of one interval', async () => {
  const { stripe, world } = await start();
  const link = await stripe.paymentLinks.create({
    line_items: [line('month'), line()],
    subscription_data: { metadata: { hubspot_deal_id: '9042' }, trial_period_days: 7 },
  });
  const { payment, subscription } = world.completeOnLink(world.openLink(link.id, PAYER));
  expect(payment?.charge.amount).toBe(2_000);
  expect(subscription).toMatchObject({
    status: 'trialing',
    metadata: { hubspot_deal_id: '9042' },
  });
  const mixed = stripe.paymentLinks.create({ line_items: [line('month'), line('year')] });
  expect((await errorOf(mixed)).message).toContain('different billing intervals');
});

test('a declined card leaves the link open, and begins nothing', async () => {
  const { stripe, world } = await start();
  const { id } = await stripe.paymentLinks.create({ line_items: [line('month')] });
  const session = world.openLink(id, PAYER);
  const { charge } = world.declineOnLink(session, 'insufficient_funds');
  expect([charge.status, world.store.subscriptions.newestFirst().length]).toEqual(['failed', 0]);
  expect(world.completeOnLink(session).subscription).toMatchObject({ status: 'active' });
});

test('the preview of the next invoice makes nothing, and there is none of one that ends', async () => {
  const { stripe, world, customer, price } = await start();
  const { id } = await stripe.subscriptions.create({
    customer,
    items: [{ price, quantity: 3 }],
    trial_period_days: 14,
  });
  const before = world.store.invoices.newestFirst().length;
  const preview = await stripe.invoices.createPreview({ subscription: id });
  const { invoice } = world.renewSubscription(id, { payment: 'none' });
  expect(preview.amount_due).toBe(invoice.lines[0]?.amount);
  expect(world.store.invoices.newestFirst()).toHaveLength(before + 1);
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  const none = await errorOf(stripe.invoices.createPreview({ subscription: id }));
  expect(none.code).toBe('invoice_upcoming_none');
});
