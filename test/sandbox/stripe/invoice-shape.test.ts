import { expect, test } from 'vitest';
import { aCustomer, anOpenInvoice, aPrice } from './billing-builders.ts';
import { errorOf, NOW, startSandbox } from './start-sandbox.ts';

const nowMs = Date.parse(NOW);

test('ten lines are nested, and all are listed at the lines endpoint', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = world.createInvoice({
    customer: aCustomer(world),
    lines: Array.from({ length: 13 }, (_, index) => ({ amount: 100 + index })),
  });
  const { lines } = await stripe.invoices.retrieve(id);
  expect(lines.data).toHaveLength(10);
  expect(lines.has_more).toBe(true);
  const all = await stripe.invoices.listLineItems(id, { limit: 100 });
  expect(all.data.map((line) => line.amount)).toEqual(
    Array.from({ length: 13 }, (_, index) => 100 + index),
  );
  const rest = await stripe.invoices.listLineItems(id, { starting_after: all.data[9]?.id ?? '' });
  expect(rest).toMatchObject({ has_more: false, data: { length: 3 } });
});

test('discounts apply per line and are summed per discount', async () => {
  const { stripe, world } = await startSandbox();
  const coupon = world.createCoupon({ amountOff: 1000, currency: 'usd' }).id;
  const { id } = world.createInvoice({
    customer: aCustomer(world),
    lines: [{ amount: 1000 }, { amount: 2000 }, { amount: 4001 }],
    discounts: [coupon],
  });
  const invoice = await stripe.invoices.retrieve(id, {
    expand: ['discounts', 'total_discount_amounts.discount'],
  });
  expect(invoice).toMatchObject({ subtotal: 7001, total: 6001, amount_due: 6001 });
  expect(invoice.discounts).toMatchObject([{ source: { coupon } }]);
  expect(invoice.total_discount_amounts).toMatchObject([
    { amount: 1000, discount: { object: 'discount' } },
  ]);
  const amounts = invoice.lines.data.map((line) => line.discount_amounts?.[0]?.amount);
  expect(amounts).toEqual([143, 286, 571]);
});

test('the subscription is under parent, with its metadata of that time', async () => {
  const { stripe, world } = await startSandbox();
  const { subscription, invoice } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    metadata: { deal: '1' },
  });
  await stripe.subscriptions.update(subscription.id, { metadata: { deal: '2' } });
  const path = 'parent.subscription_details.subscription';
  const got = await stripe.invoices.retrieve(invoice.id, { expand: [path] });
  expect(got.metadata).toEqual({});
  expect(got.parent).toMatchObject({
    type: 'subscription_details',
    subscription_details: {
      metadata: { deal: '1' },
      subscription: { id: subscription.id, metadata: { deal: '2' } },
    },
  });
  expect(got.lines.data[0]?.parent).toMatchObject({
    type: 'subscription_item_details',
    subscription_item_details: { subscription: subscription.id, proration: false },
  });
});

test('the list filters by status, subscription, due date and how it is collected', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const sent = anOpenInvoice(world, customer);
  const { subscription, invoice } = world.createSubscription({
    customer,
    items: [{ price: aPrice(world) }],
  });
  const due = nowMs / 1000 + 14 * 86_400;
  const idsOf = async (params: object): Promise<readonly string[]> =>
    (await stripe.invoices.list(params)).data.map((row) => row.id);
  expect(await idsOf({ customer })).toEqual([invoice.id, sent]);
  expect(await idsOf({ status: 'open' })).toEqual([sent]);
  expect(await idsOf({ subscription: subscription.id })).toEqual([invoice.id]);
  expect(await idsOf({ due_date: { lte: due } })).toEqual([sent]);
  expect(await idsOf({ due_date: { lt: due } })).toEqual([]);
  expect(await idsOf({ collection_method: 'send_invoice' })).toEqual([sent]);
  const error = await errorOf(stripe.invoices.list({ status: 'late' }));
  expect(error.message).toBe(
    'Invalid status: must be one of draft, open, paid, uncollectible, or void',
  );
});

test.each([
  ['data.payments.data.payment.payment_intent', 'You cannot expand more than 4 levels'],
  ['data.parent', 'This property cannot be expanded (data.parent).'],
  ['data.charge', 'This property cannot be expanded (data.charge).'],
  ['data.subscription', 'This property cannot be expanded (data.subscription).'],
  ['payments', "You may want to try expanding 'data.payments' instead."],
])('expanding %s on a list of invoices is a 400', async (path, message) => {
  const { stripe } = await startSandbox();
  const error = await errorOf(stripe.invoices.list({ expand: [path] }));
  expect(error.statusCode).toBe(400);
  expect(error.message).toContain(message);
});

test.each([
  ['metadata["hubspot_deal_id"]:"9001"', 1],
  ['status:"open" AND total>9999', 1],
  ['status:"paid"', 0],
  ['number~"-0001"', 1],
])('invoices matching %s', async (query, count) => {
  const { stripe, world, clock } = await startSandbox();
  anOpenInvoice(world);
  clock.advanceBy(60_000);
  expect((await stripe.invoices.search({ query })).data).toHaveLength(count);
});
