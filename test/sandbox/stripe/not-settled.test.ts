import { expect, test } from 'vitest';
import { DAY_MS, NOW, startSandbox } from './start-sandbox.ts';

const earlier = Date.parse(NOW) - 20 * DAY_MS;

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
  expect((await stripe.balanceTransactions.list()).data).toEqual([]);
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ balance_transaction: null });
});
