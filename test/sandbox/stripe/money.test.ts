import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { DAY_MS, NOW, startSandbox } from './start-sandbox.ts';

const earlier = Date.parse(NOW) - 20 * DAY_MS;

async function transactions(stripe: Stripe): Promise<readonly Stripe.BalanceTransaction[]> {
  return (await stripe.balanceTransactions.list({ limit: 100 })).data;
}

test('a refund keeps the fee of the charge', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.payByCard({ amount: 2000, currency: 'usd', atMs: earlier });
  world.refund(charge.id);
  expect(await transactions(stripe)).toMatchObject([
    { reporting_category: 'refund', type: 'refund', amount: -2000, fee: 0, net: -2000 },
    { reporting_category: 'charge', type: 'charge', amount: 2000, fee: 88, net: 1912 },
  ]);
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({
    refunded: true,
    amount_refunded: 2000,
  });
});

test('a failed refund returns, and the charge is no longer refunded', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.payByCard({ amount: 2000, currency: 'usd', atMs: earlier });
  world.failRefund(world.refund(charge.id).id);
  const [back] = await transactions(stripe);
  expect(back).toMatchObject({ reporting_category: 'refund_failure', amount: 2000 });
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({
    refunded: false,
    amount_refunded: 0,
  });
});

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

test('a bank debit has its balance transaction while it is on its way', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.startBankDebit({ amount: 100_000, currency: 'usd' });
  expect(charge.id).toMatch(/^py_/);
  expect(await transactions(stripe)).toMatchObject([{ type: 'payment', fee: 500 }]);
  const before = await stripe.charges.retrieve(charge.id, { expand: ['payment_intent'] });
  expect(before).toMatchObject({
    status: 'pending',
    paid: false,
    payment_intent: { status: 'processing' },
  });
  world.bankDebitSucceeds(charge.id);
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ status: 'succeeded' });
});

test('a failed bank debit costs four dollars and leaves no refund in the list', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.startBankDebit({ amount: 100_000, currency: 'usd', atMs: earlier });
  world.bankDebitFails(charge.id);
  const rows = await transactions(stripe);
  expect(rows[0]).toMatchObject({
    reporting_category: 'charge_failure',
    type: 'payment_failure_refund',
    amount: -100_000,
    fee: -100,
  });
  expect(rows.reduce((sum, row) => sum + row.net, 0)).toBe(-400);
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({
    status: 'failed',
    failure_code: 'insufficient_funds',
    failure_balance_transaction: rows[0]?.id,
  });
  expect((await stripe.refunds.list()).data).toEqual([]);
});

test('a dispute takes the money and a fee, and winning gives back the money only', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.payByCard({ amount: 1000, currency: 'usd', atMs: earlier });
  const dispute = world.openDispute(charge.id);
  world.winDispute(dispute.id);
  const { data } = await stripe.disputes.list({ charge: charge.id });
  expect(data).toMatchObject([
    {
      status: 'won',
      balance_transactions: [
        { reporting_category: 'dispute', amount: -1000, fee: 1500, net: -2500 },
        { reporting_category: 'dispute_reversal', amount: 1000, fee: 0 },
      ],
    },
  ]);
  expect((await stripe.charges.retrieve(charge.id)).disputed).toBe(true);
});

test('a charge can be disputed again, for more than it was, and a lost dispute can be won', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.payByCard({ amount: 1000, currency: 'usd', atMs: earlier });
  const first = world.openDispute(charge.id, { amount: 400 });
  expect(() => world.openDispute(charge.id)).toThrow('already has an open dispute');
  world.loseDispute(first.id);
  world.openDispute(charge.id, { amount: 1200 });
  world.winDispute(first.id);
  const { data } = await stripe.disputes.list({ charge: charge.id });
  expect(new Set(data.map((each) => [each.amount, each.status].join(' ')))).toEqual(
    new Set(['1200 needs_response', '400 won']),
  );
});

test('an inquiry moves no money until it becomes a dispute', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.payByCard({ amount: 1000, currency: 'usd', atMs: earlier });
  const inquiry = world.openInquiry(charge.id);
  expect(await stripe.disputes.retrieve(inquiry.id)).toMatchObject({
    status: 'warning_needs_response',
    balance_transactions: [],
    is_charge_refundable: true,
  });
  expect(world.openDispute(charge.id).id).toBe(inquiry.id);
  expect(await stripe.disputes.retrieve(inquiry.id)).toMatchObject({ status: 'needs_response' });
});

test('a dispute in another currency goes and returns at two rates, and can be won in part', async () => {
  const { stripe, world } = await startSandbox();
  const pay = (): string =>
    world.payByCard({ amount: 100_000, currency: 'gbp', atMs: earlier }).charge.id;
  const atMs = earlier + DAY_MS;
  world.winDispute(world.openDispute(pay(), { atMs }).id);
  world.loseDispute(world.openDispute(pay(), { atMs }).id, { returned: 30_000 });
  const { data } = await stripe.disputes.list();
  for (const { status, balance_transactions: moved } of data) {
    const [taken, back] = moved;
    expect(taken?.exchange_rate).not.toBe(back?.exchange_rate);
    expect(back?.amount).not.toBe(-(taken?.amount ?? 0));
    const share = (back?.amount ?? 0) / -(taken?.amount ?? 0);
    expect(share).toBeCloseTo(status === 'won' ? 1 : 0.3, 1);
  }
  expect(data.map(({ status }) => status).toSorted()).toEqual(['lost', 'won']);
});

test('a refund that waits moves no money until it is sent', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.payByCard({ amount: 2000, currency: 'usd', atMs: earlier });
  const { id } = world.refund(charge.id, { status: 'requires_action', isWaiting: true });
  expect(await stripe.refunds.retrieve(id)).toMatchObject({ balance_transaction: null });
  world.sendRefund(id);
  expect(await stripe.refunds.retrieve(id, { expand: ['balance_transaction'] })).toMatchObject({
    status: 'succeeded',
    balance_transaction: { reporting_category: 'refund', amount: -2000 },
  });
});

test('a payment settled outside Stripe never gets a balance transaction, nor do its refunds', async () => {
  const { stripe, world } = await startSandbox();
  const payment = { amount: 2000, currency: 'usd', settlesOutside: true, atMs: earlier };
  const { charge } = world.payByCard(payment);
  world.refund(charge.id, { amount: 500 });
  world.openDispute(charge.id);
  expect(await transactions(stripe)).toEqual([]);
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ balance_transaction: null });
});

test('an older version is refused where it is not modeled', async () => {
  const { stripe } = await startSandbox();
  await expect(stripe.charges.list({}, OLDER)).rejects.toThrow('Invalid Stripe API version');
});

test('a declined card leaves a failed charge with its reason and no money', async () => {
  const { stripe, world } = await startSandbox();
  const declined = world.payDeclined({ amount: 1000, currency: 'usd', reason: 'expired_card' });
  const paid = world.payByCard({
    amount: 1000,
    currency: 'usd',
    paymentIntent: declined.paymentIntent.id,
    atMs: Date.parse(NOW),
  });
  expect(paid.paymentIntent.id).toBe(declined.paymentIntent.id);
  expect(await stripe.charges.retrieve(declined.charge.id)).toMatchObject({
    status: 'failed',
    paid: false,
    failure_code: 'expired_card',
    balance_transaction: null,
    outcome: { type: 'issuer_declined', reason: 'expired_card' },
  });
  expect((await stripe.charges.list({ payment_intent: paid.paymentIntent.id })).data).toHaveLength(
    2,
  );
});

test('the balance is the sum of all transactions, available or pending', async () => {
  const { stripe, world } = await startSandbox();
  world.payByCard({ amount: 2000, currency: 'usd', atMs: earlier });
  world.startBankDebit({ amount: 1000, currency: 'usd' });
  world.takeAccountFee({ amount: 12, description: 'Radar' });
  const balance = await stripe.balance.retrieve();
  expect(balance).toMatchObject({
    livemode: false,
    available: [{ amount: 1900, currency: 'usd' }],
    pending: [{ amount: 992, source_types: { bank_account: 992, card: 0 } }],
  });
});
