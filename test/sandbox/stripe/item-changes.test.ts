import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { fc, test as law } from '../../builders/laws.ts';
import { aPrice } from './billing-builders.ts';
import { errorOf, NOW, startSandbox } from './start-sandbox.ts';

const seconds = (text: string): number => Date.parse(text) / 1_000;

/** Begun 15 days before now, in a month of 30: half of the period is left. */
async function halfway(quantity = 1) {
  const sandbox = await startSandbox();
  const { world } = sandbox;
  const price = aPrice(world);
  const customer = world.createCustomer({ name: 'Ada', email: 'ada@acme.com' }).id;
  const begunMs = Date.parse('2026-11-01T09:00:00Z');
  const items = [{ price, quantity }];
  const { id } = world.createSubscription({ customer, items, atMs: begunMs }).subscription;
  const [item] = world.store.subscriptions.get(id)?.items ?? [];
  return { ...sandbox, id, price, customer, itemId: item?.id ?? '' };
}

type Halfway = Awaited<ReturnType<typeof halfway>>;

const previewOf = (
  { stripe, id, itemId }: Halfway,
  change: Partial<Stripe.InvoiceCreatePreviewParams.SubscriptionDetails> = {},
  item: object = { quantity: 2 },
) =>
  stripe.invoices.createPreview({
    subscription: id,
    subscription_details: { items: [{ id: itemId, ...item }], ...change },
  });

const linesOf = ({ lines }: Stripe.Invoice) =>
  lines.data.map(({ amount, parent }) => [
    amount,
    parent?.subscription_item_details?.proration ?? false,
  ]);

const priceData = (sandbox: Halfway, unit_amount: number, more: object = {}) => ({
  price_data: {
    currency: 'usd',
    product: sandbox.world.store.prices.get(sandbox.price)?.product ?? '',
    recurring: { interval: 'month' as const },
    unit_amount,
    ...more,
  },
});

describe('the preview of a change', () => {
  test('has what is not used, what remains, and the next period', async () => {
    const preview = await previewOf(await halfway());
    expect(linesOf(preview)).toEqual([
      [-1_000, true],
      [2_000, true],
      [4_000, false],
    ]);
    expect([preview.total, preview.amount_due]).toEqual([5_000, 5_000]);
  });

  test('is only what is billed at once where that is asked for', async () => {
    const preview = await previewOf(await halfway(), { proration_behavior: 'always_invoice' });
    expect(linesOf(preview)).toEqual([
      [-1_000, true],
      [2_000, true],
    ]);
    expect(preview.period_end).toBe(seconds(NOW));
  });

  test('is reckoned from the moment that is given, to the second', async () => {
    const at = seconds('2026-11-02T09:00:07Z');
    const preview = await previewOf(await halfway(), { proration_date: at });
    const left = seconds('2026-12-01T09:00:00Z') - at;
    const rest = Math.round((2_000 * left) / (30 * 86_400));
    expect(linesOf(preview).slice(0, 2)).toEqual([
      [-rest, true],
      [Math.round((4_000 * left) / (30 * 86_400)), true],
    ]);
  });

  test('is of another price for one where only the price is given, and makes nothing', async () => {
    const sandbox = await halfway(3);
    const { prices, invoices } = sandbox.world.store;
    const before = [prices.newestFirst().length, invoices.newestFirst().length];
    const preview = await previewOf(sandbox, {}, priceData(sandbox, 5_000));
    expect(linesOf(preview)).toEqual([
      [-3_000, true],
      [2_500, true],
      [5_000, false],
    ]);
    expect([prices.newestFirst().length, invoices.newestFirst().length]).toEqual(before);
    expect(sandbox.world.store.subscriptions.get(sandbox.id)?.pendingLines).toEqual([]);
  });

  test('is lowered by what the customer has as credit', async () => {
    const sandbox = await halfway();
    sandbox.world.changeBalance(sandbox.customer, -1_500);
    const preview = await previewOf(sandbox);
    expect([preview.total, preview.starting_balance, preview.amount_due]).toEqual([
      5_000, -1_500, 3_500,
    ]);
  });

  test('has the discount in what is given back and billed', async () => {
    const sandbox = await halfway();
    const { world, customer } = sandbox;
    const { id: coupon } = world.createCoupon({ percentOff: 50, duration: 'forever' });
    world.discountCustomer(customer, coupon, 'usd');
    const preview = await previewOf(sandbox);
    expect(linesOf(preview).slice(0, 2)).toEqual([
      [-500, true],
      [1_000, true],
    ]);
    expect(preview.total).toBe(500 + 2_000);
  });
});

test.each<[string, Partial<Stripe.InvoiceCreatePreviewParams.SubscriptionDetails>, object, string]>(
  [
    ['an item of another subscription', {}, { id: 'si_other', quantity: 2 }, 'items][0][id]'],
    ['an unknown parameter', { trial_end: 'now' }, { quantity: 2 }, '[trial_end]'],
    ['an unknown parameter of an item', {}, { quantity: 2, plan: 'x' }, '[plan]'],
    [
      'a date where nothing is prorated',
      { proration_behavior: 'none', proration_date: seconds(NOW) },
      { quantity: 2 },
      'proration_date',
    ],
    [
      'a date before the period',
      { proration_date: seconds('2026-10-31T09:00:00Z') },
      { quantity: 2 },
      'proration_date',
    ],
    ['a quantity below one', {}, { quantity: -1 }, 'quantity'],
    ['a price that does not exist', {}, { price: 'price_none' }, 'price'],
    ['an unknown behavior', { proration_behavior: 'sometimes' }, { quantity: 2 }, 'behavior'],
  ],
)('%s is refused', async (_name, change, item, param) => {
  const refused = await errorOf(previewOf(await halfway(), change, item));
  expect(refused.statusCode).toBe(400);
  expect(refused.param).toContain(param);
});

test('a price in another currency, and one that is paid once, are refused', async () => {
  const sandbox = await halfway();
  const other = await errorOf(
    previewOf(sandbox, {}, priceData(sandbox, 5_000, { currency: 'eur' })),
  );
  expect(other.message).toContain('expected currency: `usd`');
  const once = priceData(sandbox, 5_000, { recurring: undefined });
  expect(await errorOf(previewOf(sandbox, {}, once))).toMatchObject({ statusCode: 400 });
});

test('a subscription that has ended has no preview, and no item of it is changed', async () => {
  const sandbox = await halfway();
  const { world, stripe, id, itemId } = sandbox;
  world.cancelSubscription(id);
  expect(await errorOf(previewOf(sandbox))).toMatchObject({ code: 'invoice_upcoming_none' });
  const items = [{ id: itemId, quantity: 2 }];
  expect(await errorOf(stripe.subscriptions.update(id, { items }))).toMatchObject({
    statusCode: 400,
  });
});

test('what is given back is credited to the customer, and the invoice of it is paid', async () => {
  const { stripe, world, id, itemId, customer } = await halfway(3);
  const changed = await stripe.subscriptions.update(id, {
    items: [{ id: itemId, quantity: 1 }],
    proration_behavior: 'always_invoice',
    expand: ['latest_invoice'],
  });
  expect(changed.latest_invoice).toMatchObject({ total: -2_000, amount_due: 0, status: 'paid' });
  expect(world.store.customers.get(customer)?.balance).toBe(-2_000);
});

test('nothing is changed where the card is declined', async () => {
  const { stripe, world, id, itemId } = await halfway();
  world.renewSubscription(id, { payment: 'fails' });
  const refused = await errorOf(
    stripe.subscriptions.update(id, {
      items: [{ id: itemId, quantity: 2 }],
      proration_behavior: 'always_invoice',
      payment_behavior: 'error_if_incomplete',
      metadata: { who: '7' },
    }),
  );
  expect(refused).toMatchObject({ statusCode: 402, code: 'card_declined' });
  expect(world.store.subscriptions.get(id)).toMatchObject({
    metadata: {},
    items: [{ quantity: 1 }],
  });
});

law.prop(
  [
    fc.record({
      before: fc.integer({ min: 1, max: 40 }),
      quantity: fc.integer({ min: 1, max: 40 }),
      unit: fc.option(fc.integer({ min: 1, max: 99_999 })),
      agoSeconds: fc.integer({ min: 0, max: 14 * 86_400 }),
      behavior: fc.constantFrom('always_invoice' as const, 'create_prorations' as const),
    }),
  ],
  { numRuns: 25 },
)(
  'the lines of a preview are its total, and the change bills exactly that',
  async ({ before, quantity, unit, agoSeconds, behavior }) => {
    const sandbox = await halfway(before);
    const { stripe, world, id, itemId } = sandbox;
    const item = { quantity, ...(unit !== null && priceData(sandbox, unit)) };
    const dates = { proration_behavior: behavior, proration_date: seconds(NOW) - agoSeconds };
    const preview = await previewOf(sandbox, dates, item);
    const sum = preview.lines.data.reduce((total, { amount }) => total + amount, 0);
    expect(preview.total).toBe(sum);
    await stripe.subscriptions.update(id, { items: [{ id: itemId, ...item }], ...dates });
    const isNow = behavior === 'always_invoice' && preview.billing_reason === 'subscription_update';
    const latest = world.store.subscriptions.get(id)?.latestInvoice ?? '';
    const billed = isNow
      ? await stripe.invoices.retrieve(latest)
      : await stripe.invoices.createPreview({ subscription: id });
    expect(billed.total).toBe(preview.total);
    expect(linesOf(billed)).toEqual(linesOf(preview));
  },
);
