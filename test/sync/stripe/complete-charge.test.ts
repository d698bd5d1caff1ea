import type { Charge } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import { createStripeSandbox } from '../../../sandbox/stripe/index.ts';
import { WrongAnswerError } from '../../../src/app/packages/sync/src/http/answer.ts';
import { readCharges } from '../../../src/app/packages/sync/src/stripe/charges.ts';
import { completeCharge } from '../../../src/app/packages/sync/src/stripe/complete-charge.ts';
import { clientOf } from './sandbox-client.ts';

/** A charge of a customer, as a list has it. */
async function chargeWith({ isDisputed }: { readonly isDisputed: boolean }) {
  const clock = createManualClock(Date.UTC(2026, 10, 16, 9));
  const sandbox = createStripeSandbox({ seed: 7, clock, monotonicNowMs: () => 0 });
  const { world } = sandbox;
  const { id: customer } = world.createCustomer({ name: 'Ada' });
  const paid = { amount: 5_000, currency: 'usd', customer, atMs: clock.nowMs() };
  const { id } = world.payByCard(paid).charge;
  if (isDisputed) world.openDispute(id, { amount: 5_000, atMs: clock.nowMs() });
  const stripe = clientOf(sandbox);
  const charges: Charge[] = [];
  await readCharges(stripe, { customer }, (found) => charges.push(...found));
  const [charge] = charges;
  if (charge === undefined) throw new Error('There is no charge.');
  return { stripe, charge };
}

test('a dispute that is newer than the shared list of disputes is read by its charge', async () => {
  const { stripe, charge } = await chargeWith({ isDisputed: true });
  const complete = await completeCharge(stripe, charge, () => Promise.resolve([]));
  expect(complete.disputes).toHaveLength(1);
});

test('a charge that Stripe calls disputed, without any dispute, is a wrong answer', async () => {
  const { stripe, charge } = await chargeWith({ isDisputed: false });
  const called = { ...charge, isDisputed: true };
  const failed = completeCharge(stripe, called, () => Promise.resolve([]));
  await expect(failed).rejects.toThrow(WrongAnswerError);
});
