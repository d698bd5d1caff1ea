import { expect, test } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import { seedStripe } from '../../../sandbox/seed/index.ts';
import { createStripeSandbox } from '../../../sandbox/stripe/index.ts';
import { aCustomer, aPrice } from './billing-builders.ts';
import { DAY_MS, NOW } from './start-sandbox.ts';

function idsOf(seed: number): readonly string[] {
  const clock = createManualClock(Date.parse(NOW));
  const { world } = createStripeSandbox({ clock, seed, monotonicNowMs: () => 0 });
  seedStripe(world, clock);
  const { charges, balanceTransactions, events, refunds } = world.store;
  return [charges, balanceTransactions, events, refunds].flatMap((table) =>
    table.newestFirst().map((row) => row.id),
  );
}

test('the same seed gives the same ids, another seed others', () => {
  expect(idsOf(1)).toEqual(idsOf(1));
  expect(idsOf(1)).not.toEqual(idsOf(2));
});

function billingIdsOf(seed: number): readonly string[] {
  const clock = createManualClock(Date.parse(NOW));
  const { world } = createStripeSandbox({ clock, seed, monotonicNowMs: () => 0 });
  world.createSubscription({ customer: aCustomer(world), items: [{ price: aPrice(world) }] });
  world.completeCheckout({ guest: { email: 'a@acme.com' }, amount: 100 });
  clock.advanceBy(100 * DAY_MS);
  world.catchUp();
  const { invoices, subscriptions, checkoutSessions, invoicePayments } = world.store;
  return [invoices, subscriptions, checkoutSessions, invoicePayments].flatMap((table) =>
    table.newestFirst().map((row) => row.id),
  );
}

test('the same seed gives the same ids to objects created by the clock', () => {
  expect(billingIdsOf(1)).toHaveLength(4 + 1 + 1 + 4);
  expect(billingIdsOf(1)).toEqual(billingIdsOf(1));
  expect(billingIdsOf(1)).not.toEqual(billingIdsOf(2));
});

test('no two objects share an id', () => {
  const ids = idsOf(3);
  expect(new Set(ids).size).toBe(ids.length);
});
