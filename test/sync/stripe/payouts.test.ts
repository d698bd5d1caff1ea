import type { Charge } from '@stripe-payments/core';
import { balanceTransactionsOf } from '../../../src/app/packages/core/src/ledger/fee-status.ts';
import type Stripe from 'stripe';
import { describe, expect, test, vi } from 'vitest';
import { mapDispute } from '../../../src/app/packages/sync/src/stripe/charges.ts';
import { findFewPayouts } from '../../../src/app/packages/sync/src/stripe/payout-finder.ts';
import { itemizedPayout } from '../../../src/app/packages/sync/src/stripe/payouts.ts';
import type { RunningSandbox } from '../../sandbox/stripe/start-sandbox.ts';
import { DAY_MS, startSandbox } from '../../sandbox/stripe/start-sandbox.ts';
import { finderOf, paid, readCharge } from './paid-out.ts';

const statusesOf = async (sandbox: RunningSandbox & { readonly chargeId: string }) => {
  const { stripe, chargeId } = sandbox;
  const found = await finderOf(sandbox)(await readCharge(stripe, chargeId));
  if (found.status !== 'found') return found.status;
  return [...found.payouts.values()].map((payout) => payout?.status ?? null);
};

test.each(['daily', 'weekly'] as const)('a payment is found in its %s payout', async (schedule) => {
  const sandbox = await paid(schedule, 10);
  const { stripe, chargeId } = sandbox;
  const found = await finderOf(sandbox)(await readCharge(stripe, chargeId));
  const { balanceTransaction } = await readCharge(stripe, chargeId);
  const [payout] = (await stripe.payouts.list()).data;
  expect(found).toEqual({
    status: 'found',
    payouts: new Map([
      [
        balanceTransaction?.id,
        {
          id: payout?.id,
          status: 'paid',
          arrivalOn: payout?.arrival_date,
          traceId: payout?.trace_id?.value,
          failureMessage: null,
        },
      ],
    ]),
  });
});

test('a payment of an account with manual payouts is in none that Stripe tells', async () => {
  const sandbox = await paid('manual');
  expect(await statusesOf(sandbox)).toBe('unknown');
  sandbox.world.sendPayout({ amount: 4_000, currency: 'usd' });
  expect(await statusesOf(sandbox)).toBe('not-itemized');
});

test('a failed payout is found', async () => {
  const sandbox = await paid('daily');
  const [payout] = (await sandbox.stripe.payouts.list()).data;
  sandbox.world.failPayout(payout?.id ?? '');
  expect(await statusesOf(sandbox)).toEqual(['failed']);
});

test('before Stripe has itemized it, nothing is known', async () => {
  expect(await statusesOf(await paid('daily', 1))).toBe('unknown');
});

test('a key that may not read payouts is told apart, and fails nothing', async () => {
  const sandbox = await paid('daily');
  const key = 'rk_test_sandbox51NoPayouts';
  sandbox.keys.add(key, ['charge_read', 'balance_transaction_source_read', 'payment_intent_read']);
  expect(await statusesOf({ ...sandbox, stripe: sandbox.clientFor(key) })).toBe('no-permission');
});

test('what Stripe cannot answer is unknown', async () => {
  const sandbox = await paid('daily');
  const fault = { pathPattern: '^/v1/payouts$', status: 500, body: { error: { message: 'x' } } };
  await sandbox.control('POST', '/faults', fault);
  expect(await statusesOf(sandbox)).toBe('unknown');
});

test('where a source cannot be asked for beside a payout, its pages are read', async () => {
  const sandbox = await paid('daily');
  const { balanceTransactions } = sandbox.stripe;
  const list = balanceTransactions.list.bind(balanceTransactions);
  let refusals = 0;
  balanceTransactions.list = (params: Stripe.BalanceTransactionListParams) => {
    if (params.source === undefined) return list(params);
    refusals += 1;
    // A parameter that Stripe refuses in any case.
    return list({ ...params, payout: 'po_none' });
  };
  expect(await statusesOf(sandbox)).toEqual(['paid']);
  expect(refusals).toBe(1);
});

test('a payout is itemized in pages, each charge by its gross', async () => {
  const { stripe, world, clock } = await startSandbox({ payoutSchedule: 'daily' });
  const ids = Array.from({ length: 101 }, () => {
    return world.payByCard({ amount: 5_000, currency: 'usd' }).charge.id;
  });
  clock.advanceBy(5 * DAY_MS);
  world.catchUp();
  const [payout] = (await stripe.payouts.list()).data;
  const first = await itemizedPayout(stripe, payout?.id ?? '');
  expect(first.next).not.toBeNull();
  const second = await itemizedPayout(stripe, payout?.id ?? '', first.next ?? '');
  expect(second.next).toBeNull();
  const charges = [...first.transactions, ...second.transactions].flatMap(
    ({ chargeId }) => chargeId ?? [],
  );
  expect(charges.toSorted()).toEqual(ids.toSorted());
});

test('payments that are available at the same moment share a list of payouts', async () => {
  const sandbox = await paid('daily');
  const { stripe, chargeId, world } = sandbox;
  const first = await readCharge(stripe, chargeId);
  const second = { ...first, id: world.payByCard({ amount: 700, currency: 'usd' }).charge.id };
  const list = vi.spyOn(stripe.payouts, 'list');
  const find = finderOf(sandbox);
  expect((await find(first)).status).toBe('found');
  await find(second);
  expect(list).toHaveBeenCalledTimes(1);
});

test('a list of payouts that failed is asked for again', async () => {
  const sandbox = await paid('daily');
  const { stripe, chargeId } = sandbox;
  const charge = await readCharge(stripe, chargeId);
  vi.spyOn(stripe.payouts, 'list').mockRejectedValueOnce(new Error('lost'));
  const find = finderOf(sandbox);
  expect((await find(charge)).status).toBe('unknown');
  expect((await find(charge)).status).toBe('found');
});

/** By the category of the balance transaction: the day on which its payout arrives; null for none. */
async function daysOf(sandbox: RunningSandbox & { readonly chargeId: string }) {
  const { stripe, chargeId } = sandbox;
  const read = await readCharge(stripe, chargeId);
  const disputes = (await stripe.disputes.list({ charge: chargeId })).data;
  const charge: Charge = {
    ...read,
    disputes: disputes.map((dispute) => mapDispute(dispute)),
  };
  const found = await finderOf(sandbox)(charge);
  if (found.status !== 'found') return found.status;
  return balanceTransactionsOf(charge).map(({ id, reportingCategory }) => {
    const payout = found.payouts.get(id);
    const day = payout && new Date(payout.arrivalOn * 1_000).toISOString().slice(0, 10);
    return [reportingCategory, day];
  });
}

/** Pays the account enough that a payout is made with what is taken off it. */
const payMore = ({ world, clock }: RunningSandbox): void => {
  world.payByCard({ amount: 90_000, currency: 'usd' });
  clock.advanceBy(10 * DAY_MS);
  world.catchUp();
};

describe('the payouts of what follows a payment', () => {
  test('a refund is in the payout after it, and so is its return', async () => {
    const sandbox = await paid('daily', 10);
    const { id } = sandbox.world.refund(sandbox.chargeId, { amount: 1_000 });
    payMore(sandbox);
    sandbox.world.failRefund(id);
    payMore(sandbox);
    expect(await daysOf(sandbox)).toEqual([
      ['charge', '2026-11-19'],
      ['refund', '2026-12-01'],
      ['refund_failure', '2026-12-08'],
    ]);
  });

  test('a withdrawal that no payout has yet is told apart from what is not known', async () => {
    const sandbox = await paid('daily', 10);
    sandbox.world.openDispute(sandbox.chargeId);
    sandbox.clock.advanceBy(3 * DAY_MS);
    sandbox.world.catchUp();
    expect(await daysOf(sandbox)).toEqual([
      ['charge', '2026-11-19'],
      ['dispute', null],
    ]);
  });

  test('both are found in few calls', async () => {
    const sandbox = await paid('daily', 10);
    sandbox.world.refund(sandbox.chargeId, { amount: 1_000 });
    payMore(sandbox);
    const charge = await readCharge(sandbox.stripe, sandbox.chargeId);
    const nowMs = () => sandbox.clock.nowMs();
    const lists = [
      vi.spyOn(sandbox.stripe.payouts, 'list'),
      vi.spyOn(sandbox.stripe.balanceTransactions, 'list'),
    ];
    const found = await findFewPayouts(sandbox.stripe, nowMs, [charge], 8);
    expect(lists.map(({ mock }) => mock.calls.length)).toEqual([1, 2]);
    expect(found.get(charge.id)).toMatchObject({ status: 'found', payouts: { size: 2 } });
  });
});
