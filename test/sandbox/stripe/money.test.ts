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
