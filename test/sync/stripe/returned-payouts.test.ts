import { expect, test } from 'vitest';
import type { RunningSandbox } from '../../sandbox/stripe/start-sandbox.ts';
import { DAY_MS } from '../../sandbox/stripe/start-sandbox.ts';
import { finderOf, paid, readCharge } from './paid-out.ts';

const foundIn = async (sandbox: RunningSandbox & { readonly chargeId: string }) => {
  const found = await finderOf(sandbox)(await readCharge(sandbox.stripe, sandbox.chargeId));
  return found.status === 'found' ? [...found.payouts.values()] : [];
};

const nextDays = ({ clock, world }: RunningSandbox, days: number): void => {
  clock.advanceBy(days * DAY_MS);
  world.catchUp();
};

test('the money of a failed payout is found in the one that Stripe made of it later', async () => {
  const sandbox = await paid('daily');
  const [failed] = (await sandbox.stripe.payouts.list()).data;
  sandbox.world.failPayout(failed?.id ?? '');
  const failedOn = Math.floor(sandbox.clock.nowMs() / 1_000);
  // What else is paid out meanwhile is in it, too.
  sandbox.world.payByCard({ amount: 3_000, currency: 'usd' });
  nextDays(sandbox, 4);
  const [payout, ...others] = await foundIn(sandbox);
  expect(others).toEqual([]);
  expect(payout).toMatchObject({
    status: 'paid',
    before: [{ id: failed?.id, status: 'failed', returnedOn: failedOn }],
  });
  expect(payout?.id).not.toBe(failed?.id);
});

test('where that one failed as well, the next is found, and both before it', async () => {
  const sandbox = await paid('daily');
  const failed: string[] = [];
  for (let times = 0; times < 2; times += 1) {
    const [newest] = (await sandbox.stripe.payouts.list()).data;
    failed.push(newest?.id ?? '');
    sandbox.world.failPayout(newest?.id ?? '');
    nextDays(sandbox, 4);
  }
  const [payout] = await foundIn(sandbox);
  expect(payout?.status).toBe('paid');
  expect(payout?.before?.map(({ id }) => id)).toEqual(failed);
});
