import type { AskedChange } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';

const { world, stripe, notesOf, manage, request, change, enter, preparedChange, newDeal } =
  useActing();

type ItemChange = Extract<AskedChange, { readonly kind: 'change-item' }>;

/** A deal whose linked customer pays two items every month: 2 seats of 15.00 USD, and support of 40.00 USD. */
function subscribed({ payment = 'succeeds', isSent = false } = {}) {
  const { id: customer } = stripe().createCustomer({ name: 'Ada', email: 'ada@example.com' });
  const priced = (name: string, unitAmount: number) =>
    stripe().createPrice({
      product: stripe().createProduct({ name }).id,
      ...{ unitAmount, currency: 'usd', recurring: { interval: 'month' as const } },
      taxBehavior: 'exclusive',
    }).id;
  const items = [
    { price: priced('Seat', 1_500), quantity: 2 },
    { price: priced('Support', 4_000), quantity: 1 },
  ];
  const { subscription } = stripe().createSubscription({
    ...{ customer, items },
    ...(isSent && { collectionMethod: 'send_invoice', daysUntilDue: 14 }),
  });
  if (payment === 'fails') stripe().renewSubscription(subscription.id, { payment });
  const [seat, support] = subscription.items.map(({ id }) => id);
  const deal = newDeal({ stripe_customer_id: customer });
  return { deal, customer, id: subscription.id, seat: seat ?? '', support: support ?? '' };
}

type Subscribed = ReturnType<typeof subscribed>;

const asked = (
  { id, seat: itemId }: Subscribed,
  overrides: Partial<ItemChange> = {},
): ItemChange => ({
  ...{ kind: 'change-item', id, itemId, quantity: 5, unit: null, billing: 'next-invoice' },
  ...overrides,
});

const row = (id: string) => stripe().store.subscriptions.get(id);

async function reviewed(deal: string, wanted: ItemChange) {
  const { preview } = await preparedChange(deal, wanted);
  if (preview.kind !== 'change-item') throw new Error('A change of an item was asked for.');
  return preview;
}

const invoicesOf = ({ id }: Subscribed) =>
  stripe()
    .store.invoices.newestFirst()
    .filter(({ subscription }) => subscription === id);

test('the items of a subscription are listed with what can be changed of them', async () => {
  const { deal, seat, support } = subscribed();
  const overview = succeeded(await request(deal, { step: 'overview' }));
  if (overview.step !== 'overview') throw new Error('An overview was asked for.');
  expect(overview.subscriptions[0]?.items).toEqual([
    { id: seat, name: 'Seat', quantity: 2, unit: { minor: 1_500, currency: 'usd' } },
    { id: support, name: 'Support', quantity: 1, unit: { minor: 4_000, currency: 'usd' } },
  ]);
});

describe('another quantity', () => {
  test('is billed with the next invoice as the review said, once, by the user who confirmed', async () => {
    const own = subscribed();
    const wanted = asked(own);
    const { next, now } = await reviewed(own.deal, wanted);
    expect([now, next.lines.length]).toEqual([null, 4]);
    const { done, again } = await change(own.deal, wanted);
    expect(done).toMatchObject({ userId: '1', isExisting: false, line: 'left' });
    expect(succeeded(await again())).toMatchObject({ isExisting: true, userId: '1' });
    expect(row(own.id)).toMatchObject({ items: [{ quantity: 5 }, { quantity: 1 }] });
    expect(row(own.id)?.metadata).toMatchObject({ hubspot_user_id: '1' });
    const { invoice } = stripe().renewSubscription(own.id);
    expect(invoice.lines.map(({ amount }) => amount)).toEqual(
      next.lines.map(({ amount }) => amount.minor),
    );
    expect(notesOf(own.deal)[0]).toContain('Subscription changed: $115.00 for each interval.');
  });

  test('is charged now as the review said, and the next invoice has none of it', async () => {
    const own = subscribed();
    const { now, next } = await reviewed(own.deal, asked(own, { billing: 'now' }));
    await change(own.deal, asked(own, { billing: 'now' }));
    const [made] = invoicesOf(own);
    expect([made?.status, made?.amountPaid]).toEqual(['paid', now?.due.minor]);
    expect(
      stripe()
        .previewInvoice(own.id)
        ?.lines.map(({ amount }) => amount),
    ).toEqual(next.lines.map(({ amount }) => amount.minor));
  });

  test('that is not billed changes the next invoice alone', async () => {
    const own = subscribed();
    const { next } = await reviewed(own.deal, asked(own, { billing: 'none' }));
    expect(next.lines.map(({ amount }) => amount.minor)).toEqual([7_500, 4_000]);
    await change(own.deal, asked(own, { billing: 'none' }));
    expect(invoicesOf(own)).toHaveLength(1);
    expect(row(own.id)?.pendingLines).toEqual([]);
  });

  test('is done as it was reviewed in the ten minutes before', async () => {
    const own = subscribed();
    const wanted = asked(own, { billing: 'now' });
    const { digest, confirmation, preview } = await preparedChange(own.deal, wanted);
    await enter(own.deal, confirmation?.text ?? '');
    await world().hubspot.send('POST', '/clock/advance', { durationMs: 9 * 60_000 });
    const reply = await manage(own.deal, {
      ...{ step: 'confirm', change: wanted, digest, confirmation: confirmation?.text },
    });
    expect(reply).toMatchObject({ ok: true, step: 'done' });
    const shown = preview.kind === 'change-item' ? preview.now?.due.minor : null;
    expect(invoicesOf(own)[0]?.amountPaid).toBe(shown);
  });
});

test('another price is one of the same product, interval and tax, for the chosen item', async () => {
  const own = subscribed();
  const wanted = asked(own, { itemId: own.support, quantity: 1, unit: '55.50' });
  await change(own.deal, wanted);
  const [seat, support] = row(own.id)?.items ?? [];
  expect(seat).toMatchObject({ id: own.seat, quantity: 2 });
  const price = stripe().store.prices.get(support?.price ?? '');
  expect(price).toMatchObject({
    ...{ unitAmountDecimal: '5550', currency: 'usd', taxBehavior: 'exclusive' },
    recurring: { interval: 'month', intervalCount: 1 },
  });
  expect(stripe().store.products.get(price?.product ?? '')?.name).toBe('Support');
});

test('a customer who is invoiced gets an invoice of the difference', async () => {
  const own = subscribed({ isSent: true });
  expect(await reviewed(own.deal, asked(own, { billing: 'now' }))).toMatchObject({
    isCharged: false,
  });
  await change(own.deal, asked(own, { billing: 'now' }));
  expect(invoicesOf(own)[0]).toMatchObject({
    ...{ status: 'open', collectionMethod: 'send_invoice', billingReason: 'subscription_update' },
  });
});

test('fewer seats billed now are credited to the customer', async () => {
  const own = subscribed();
  const { now } = await reviewed(own.deal, asked(own, { billing: 'now', quantity: 1 }));
  expect(now?.total.minor).toBeLessThan(0);
  await change(own.deal, asked(own, { billing: 'now', quantity: 1 }));
  expect(stripe().store.customers.get(own.customer)?.balance).toBe(now?.total.minor);
});

test('a declined card leaves the subscription as it is, and says so', async () => {
  const own = subscribed({ payment: 'fails' });
  const wanted = asked(own, { billing: 'now' });
  const { digest, confirmation } = await preparedChange(own.deal, wanted);
  const text = confirmation?.text ?? '';
  await enter(own.deal, text);
  const approval = { step: 'confirm', change: wanted, digest, confirmation: text };
  expect(await manage(own.deal, approval)).toMatchObject({
    ...{ ok: false, error: { code: 'payment-declined' } },
  });
  expect(row(own.id)).toMatchObject({ items: [{ quantity: 2 }, {}], metadata: {} });
});

test('an item of another subscription is not changed by the deal', async () => {
  const own = subscribed();
  const other = subscribed();
  for (const [wanted, code] of [
    [asked(own, { itemId: other.seat }), 'item-not-of-subscription'],
    [asked(other), 'subscription-not-of-record'],
  ] as const) {
    const reply = await manage(own.deal, { step: 'prepare', change: wanted });
    expect(reply).toMatchObject({ ok: false, error: { code } });
  }
});
