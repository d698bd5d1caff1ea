import { expect, test } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import type { StripeSandboxOptions } from '../../../sandbox/stripe/index.ts';
import { DAY_MS, errorOf, NOW, startSandbox } from './start-sandbox.ts';

const HOUR_MS = DAY_MS / 24;
const seconds = (text: string): number => Date.parse(text) / 1000;

/** Monday 2026-11-16, 9:00; a payment of 50.00 USD that is available on Wednesday. */
async function paid(payoutSchedule: StripeSandboxOptions['payoutSchedule'] = 'daily') {
  const clock = createManualClock(Date.parse(NOW));
  const sandbox = await startSandbox({ clock, payoutSchedule });
  const { charge } = sandbox.world.payByCard({ amount: 5000, currency: 'usd' });
  const advanceTo = (text: string): void => {
    clock.advanceBy(Date.parse(text) - clock.nowMs());
  };
  return { ...sandbox, clock, charge, advanceTo };
}

test('what is available leaves on the next weekday, arrives on the one after, and is itemized in between', async () => {
  const { stripe, charge, advanceTo } = await paid();
  advanceTo('2026-11-18T01:00:00Z');
  const [payout] = (await stripe.payouts.list()).data;
  expect(payout).toMatchObject({
    amount: 4825,
    automatic: true,
    arrival_date: seconds('2026-11-19T00:00:00Z'),
    created: seconds('2026-11-18T00:00:00Z'),
    method: 'standard',
    reconciliation_status: 'in_progress',
    status: 'pending',
    trace_id: { status: 'pending', value: null },
  });
  const id = payout?.id ?? '';
  const sources = async () =>
    (await stripe.balanceTransactions.list({ payout: id })).data.map(({ source }) => source);
  expect(await sources()).toEqual([id]);
  advanceTo('2026-11-18T07:00:00Z');
  expect(await stripe.payouts.retrieve(id)).toMatchObject({
    reconciliation_status: 'completed',
    status: 'in_transit',
  });
  expect(await sources()).toEqual([id, charge.id]);
  advanceTo('2026-11-19T00:00:00Z');
  expect(await stripe.payouts.retrieve(id)).toMatchObject({
    status: 'paid',
    trace_id: { status: 'supported', value: expect.stringMatching(/^TRC/) as unknown },
  });
  const [available] = (await stripe.balance.retrieve()).available;
  expect(available?.amount).toBe(0);
});

test('a weekly schedule pays out on Mondays', async () => {
  const { stripe, advanceTo } = await paid('weekly');
  advanceTo('2026-11-22T23:00:00Z');
  expect((await stripe.payouts.list()).data).toEqual([]);
  advanceTo('2026-11-23T00:00:00Z');
  expect((await stripe.payouts.list()).data).toHaveLength(1);
});

test.each(['standard', 'instant'] as const)(
  'a payout that a person sends (%s) is not itemized',
  async (method) => {
    const { stripe, world, advanceTo } = await paid('manual');
    advanceTo('2026-11-18T09:00:00Z');
    expect((await stripe.payouts.list()).data).toEqual([]);
    const { id } = world.sendPayout({ amount: 4000, currency: 'usd', method });
    expect(await stripe.payouts.retrieve(id)).toMatchObject({
      automatic: false,
      method,
      reconciliation_status: 'not_applicable',
    });
    expect(await errorOf(stripe.balanceTransactions.list({ payout: id }))).toMatchObject({
      statusCode: 400,
      param: 'payout',
      message:
        'Balance transaction history can only be filtered on automatic transfers, not manual.',
    });
    expect(() => world.sendPayout({ amount: 4000, currency: 'usd' })).toThrow('825');
  },
);

test('the money of a failed payout comes back by a transaction of its own, which the next one pays out', async () => {
  const { stripe, world, charge, advanceTo } = await paid();
  advanceTo('2026-11-18T09:00:00Z');
  const [first] = (await stripe.payouts.list()).data;
  world.failPayout(first?.id ?? '');
  const failed = await stripe.payouts.retrieve(first?.id ?? '', {
    expand: ['failure_balance_transaction'],
  });
  expect(failed).toMatchObject({
    status: 'failed',
    failure_code: 'account_closed',
    failure_balance_transaction: {
      amount: 4825,
      reporting_category: 'payout_reversal',
      type: 'payout_failure',
    },
  });
  advanceTo('2026-11-20T09:00:00Z');
  const [second, ...others] = (await stripe.payouts.list()).data;
  expect(second).toMatchObject({ amount: 4825, status: 'paid' });
  expect(others.map(({ id, status }) => [id, status])).toEqual([[failed.id, 'failed']]);
  const of = async (payout = '') =>
    (await stripe.balanceTransactions.list({ payout })).data.map(({ source }) => source);
  expect(await of(second?.id)).toEqual([second?.id, failed.id]);
  expect(await of(failed.id)).toEqual([failed.id, charge.id]);
});

test('a refund after a payout is taken from the next one', async () => {
  const { stripe, world, charge, advanceTo } = await paid();
  advanceTo('2026-11-18T09:00:00Z');
  world.refund(charge.id, { amount: 1000 });
  advanceTo('2026-11-19T09:00:00Z');
  expect((await stripe.payouts.list()).data).toHaveLength(1);
  world.payByCard({ amount: 5000, currency: 'usd' });
  advanceTo('2026-11-24T09:00:00Z');
  expect((await stripe.payouts.list({ limit: 1 })).data).toMatchObject([{ amount: 3825 }]);
});

test('events tell each step of a payout', async () => {
  const { stripe, world, advanceTo } = await paid();
  advanceTo('2026-11-18T01:00:00Z');
  const [payout] = (await stripe.payouts.list()).data;
  advanceTo('2026-11-19T01:00:00Z');
  world.failPayout(payout?.id ?? '', 'no_account');
  const events = await stripe.events.list({ type: 'payout.*' });
  expect(events.data.map(({ type }) => type)).toEqual([
    'payout.failed',
    'payout.paid',
    'payout.reconciliation_completed',
    'payout.updated',
    'payout.created',
  ]);
});

test('payouts are found by status, day of arrival and bank account', async () => {
  const { stripe, advanceTo, world } = await paid();
  advanceTo('2026-11-18T01:00:00Z');
  const { id } = world.payByCard({ amount: 5000, currency: 'usd' }).charge;
  expect(id).toMatch(/^ch_/);
  advanceTo('2026-11-24T01:00:00Z');
  const [later, earlier] = (await stripe.payouts.list({ status: 'paid' })).data;
  expect((await stripe.payouts.list({ status: 'failed' })).data).toEqual([]);
  const arrival = { lte: seconds('2026-11-19T00:00:00Z') };
  expect((await stripe.payouts.list({ arrival_date: arrival })).data).toEqual([earlier]);
  expect(await stripe.payouts.list({ destination: later?.destination as string })).toMatchObject({
    data: [later, earlier],
  });
  expect((await stripe.payouts.list({ destination: 'ba_other' })).data).toEqual([]);
});

test('only what is pending can be canceled, and the money stays', async () => {
  const { stripe, world, advanceTo, clock } = await paid();
  advanceTo('2026-11-18T01:00:00Z');
  const [payout] = (await stripe.payouts.list()).data;
  const id = payout?.id ?? '';
  expect(world.cancelPayout(id).status).toBe('canceled');
  clock.advanceBy(5 * HOUR_MS);
  expect(await stripe.payouts.retrieve(id)).toMatchObject({ status: 'canceled' });
  expect(() => world.cancelPayout(id)).toThrow('canceled');
});
