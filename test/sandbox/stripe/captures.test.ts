import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { startSandbox } from './start-sandbox.ts';

async function transactions(stripe: Stripe): Promise<readonly Stripe.BalanceTransaction[]> {
  return (await stripe.balanceTransactions.list({ limit: 100 })).data;
}

const OLDER = { apiVersion: '2025-02-24.acacia' };

test('a partial capture by an older version posts the authorization and refunds the rest', async () => {
  const { stripe, world, clock } = await startSandbox();
  const { charge, paymentIntent } = world.authorize({ amount: 10_000, currency: 'usd' });
  await stripe.paymentIntents.capture(paymentIntent.id, { amount_to_capture: 6000 }, OLDER);
  clock.advanceBy(31 * 60_000);
  const rows = await transactions(stripe);
  const sumOf = (field: 'amount' | 'fee'): number => rows.reduce((sum, row) => sum + row[field], 0);
  expect(rows.map((row) => row.reporting_category).toSorted()).toEqual([
    'charge',
    'partial_capture_reversal',
  ]);
  expect([sumOf('amount'), sumOf('fee')]).toEqual([6000, 204]);
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({
    amount_captured: 6000,
    amount_refunded: 4000,
    refunded: false,
  });
});

test('a partial capture leaves no refund and one balance transaction of the part', async () => {
  const { stripe, world, clock } = await startSandbox();
  const { charge, paymentIntent } = world.authorize({ amount: 10_000, currency: 'usd' });
  await stripe.paymentIntents.capture(paymentIntent.id, { amount_to_capture: 6000 });
  clock.advanceBy(31 * 60_000);
  expect(await transactions(stripe)).toMatchObject([{ amount: 6000, fee: 204 }]);
  expect(await stripe.charges.retrieve(charge.id, { expand: ['refunds'] })).toMatchObject({
    amount_captured: 6000,
    amount_refunded: 0,
    refunds: { data: [] },
  });
  await expect(stripe.refunds.create({ charge: charge.id, amount: 6001 })).rejects.toThrow(
    'greater than unrefunded amount',
  );
});

test('several captures of one authorization are several balance transactions of its charge', async () => {
  const { stripe, world, clock } = await startSandbox();
  const authorized = { amount: 10_000, currency: 'usd', isMulticapture: true };
  const { charge, paymentIntent } = world.authorize(authorized);
  const part = { amount_to_capture: 3000 };
  await stripe.paymentIntents.capture(paymentIntent.id, { ...part, final_capture: false });
  clock.advanceBy(31 * 60_000);
  await stripe.paymentIntents.capture(paymentIntent.id, part);
  clock.advanceBy(31 * 60_000);
  const { data } = await stripe.balanceTransactions.list({ source: charge.id });
  expect(data.map(({ amount }) => amount)).toEqual([3000, 3000]);
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({
    amount_captured: 6000,
    balance_transaction: data.at(-1)?.id,
  });
});

test('an authorization is captured once only, unless it is for several', async () => {
  const { stripe, world } = await startSandbox();
  const { paymentIntent } = world.authorize({ amount: 10_000, currency: 'usd' });
  await expect(
    stripe.paymentIntents.capture(paymentIntent.id, { final_capture: false }),
  ).rejects.toThrow('cannot be captured more than once');
  await stripe.paymentIntents.capture(paymentIntent.id);
  await expect(stripe.paymentIntents.capture(paymentIntent.id)).rejects.toThrow(
    'has a status of succeeded',
  );
});

test('a canceled authorization is reported by its PaymentIntent alone', async () => {
  const { stripe, world } = await startSandbox();
  const { charge, paymentIntent } = world.authorize({ amount: 10_000, currency: 'usd' });
  await stripe.paymentIntents.cancel(paymentIntent.id, { cancellation_reason: 'abandoned' });
  const expand = ['payment_intent', 'refunds'];
  expect(await stripe.charges.retrieve(charge.id, { expand })).toMatchObject({
    captured: false,
    refunded: false,
    amount_refunded: 0,
    payment_intent: { status: 'canceled', cancellation_reason: 'abandoned' },
    refunds: { data: [] },
  });
});

test('an authorization canceled by an older version is a refunded charge without money', async () => {
  const { stripe, world } = await startSandbox();
  const { charge, paymentIntent } = world.authorize({ amount: 10_000, currency: 'usd' });
  await stripe.paymentIntents.cancel(paymentIntent.id, {}, OLDER);
  expect(await transactions(stripe)).toEqual([]);
  expect(
    await stripe.charges.retrieve(charge.id, { expand: ['payment_intent', 'refunds'] }),
  ).toMatchObject({
    captured: false,
    refunded: true,
    payment_intent: { status: 'canceled', cancellation_reason: 'requested_by_customer' },
    refunds: { data: [{ amount: 10_000, balance_transaction: null }] },
  });
});

test('an older version is refused where it is not modeled', async () => {
  const { stripe } = await startSandbox();
  await expect(stripe.charges.list({}, OLDER)).rejects.toThrow('Invalid Stripe API version');
});
