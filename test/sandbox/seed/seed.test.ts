import { expect, test } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import { seedManyPayments, seedStripe, type SeededDeal } from '../../../sandbox/seed/index.ts';
import { createStripeSandbox } from '../../../sandbox/stripe/index.ts';
import type { ChargeRow } from '../../../sandbox/stripe/entities/payments.ts';
import type { StripeWorld } from '../../../sandbox/stripe/world/index.ts';

const nowMs = Date.parse('2026-11-16T09:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

function emptyWorld(): {
  readonly world: StripeWorld;
  readonly deals: () => readonly SeededDeal[];
} {
  const clock = createManualClock(nowMs);
  const { world } = createStripeSandbox({ clock, seed: 1, monotonicNowMs: () => 0 });
  return { world, deals: () => seedStripe(world, clock) };
}

const chargesOf = (world: StripeWorld, deal: SeededDeal | undefined): readonly ChargeRow[] =>
  world.store.charges.newestFirst().filter((charge) => charge.customer === deal?.stripeCustomerId);

test('every deal has its own numeric id, a name and a sentence', () => {
  const deals = emptyWorld().deals();
  expect(new Set(deals.map((deal) => deal.dealId)).size).toBe(deals.length);
  for (const deal of deals) {
    expect(deal.dealId).toMatch(/^90\d\d$/);
    expect(deal.story).toMatch(/^.+\.$/);
    expect(deal.amount).toMatch(/^\d+(\.\d{2,3})?$/);
    expect(deal.contactEmail).toMatch(/^[a-z.]+@[a-z-]+\.example$/);
  }
});

test('every linked customer exists, except in the story about an unknown customer', () => {
  const { world, deals } = emptyWorld();
  const unknown = deals().filter(
    ({ stripeCustomerId }) =>
      stripeCustomerId !== '' && world.store.customers.get(stripeCustomerId) === undefined,
  );
  expect(unknown.map((deal) => deal.dealId)).toEqual(['9046']);
});

test.each([
  ['9002', { currency: 'eur', settlementCurrency: 'usd' }],
  ['9003', { currency: 'jpy', amount: 385_000 }],
  ['9004', { currency: 'kwd', amount: 512_250 }],
  ['9011', { amountRefunded: 80_000 }],
  ['9012', { amount: 89_900, amountRefunded: 89_900 }],
  ['9013', { amountRefunded: 0 }],
  ['9021', { isDisputed: true }],
  ['9031', { status: 'succeeded', balanceTransaction: null }],
  ['9032', { status: 'pending' }],
  ['9033', { status: 'failed', failureCode: 'insufficient_funds' }],
  ['9034', { isCaptured: false, status: 'succeeded' }],
  ['9035', { amount: 120_000, amountCaptured: 90_000, amountRefunded: 30_000 }],
  ['9053', { currency: 'ils' }],
])('the newest charge of deal %s has the state of the story', (dealId, expected) => {
  const { world, deals } = emptyWorld();
  const deal = deals().find((each) => each.dealId === dealId);
  expect(chargesOf(world, deal)[0]).toMatchObject(expected);
});

test.each([
  ['9001', 2],
  ['9036', 4],
  ['9042', 0],
  ['9045', 2],
  ['9051', 300],
])('deal %s has %d charges', (dealId, count) => {
  const { world, deals } = emptyWorld();
  const deal = deals().find((each) => each.dealId === dealId);
  expect(chargesOf(world, deal)).toHaveLength(count);
});

test.each([
  ['9014', 'refunds', 25],
  ['9024', 'disputes', 2],
] as const)('the charge of deal %s has its %s', (dealId, table, count) => {
  const { world, deals } = emptyWorld();
  const deal = deals().find((each) => each.dealId === dealId);
  const [charge] = chargesOf(world, deal);
  expect(world.store[table].inGroup(charge?.id ?? '')).toHaveLength(count);
});

test('one deal settles in two currencies', () => {
  const { world, deals } = emptyWorld();
  const deal = deals().find((each) => each.dealId === '9005');
  const settled = chargesOf(world, deal).map((charge) => charge.settlementCurrency);
  expect(settled).toEqual(['eur', 'usd']);
});

test('a payment is found by the metadata of its PaymentIntent alone', () => {
  const { world, deals } = emptyWorld();
  deals();
  const intents = world.store.paymentIntents
    .newestFirst()
    .filter((intent) => intent.metadata['hubspot_deal_id'] === '9043');
  expect(intents).toHaveLength(1);
  expect(world.store.charges.get(intents[0]?.latestCharge ?? '')?.metadata).toEqual({});
});

test('the assigned payment is a PaymentIntent without a customer', () => {
  const { world, deals } = emptyWorld();
  const deal = deals().find((each) => each.dealId === '9044');
  expect(world.store.paymentIntents.get(deal?.stripePaymentIds ?? '')).toMatchObject({
    customer: null,
    status: 'succeeded',
  });
});

test('names are long and right-to-left where the stories say so', () => {
  const deals = emptyWorld().deals();
  const nameOf = (dealId: string): string =>
    deals.find((deal) => deal.dealId === dealId)?.name ?? '';
  expect(nameOf('9052')).toHaveLength(90);
  expect(nameOf('9053')).toMatch(/\p{Script=Hebrew}/u);
});

test('the story of many payments has the given number of charges, each with a balance transaction', () => {
  const { world } = emptyWorld();
  const customer = seedManyPayments(world, {
    count: 1200,
    fromMs: nowMs - 400 * DAY_MS,
    untilMs: nowMs - DAY_MS,
    refundEvery: 99,
  });
  world.catchUp();
  const charges = world.store.charges.newestFirst();
  expect(charges).toHaveLength(1200);
  expect(charges.every((charge) => charge.customer === customer.id)).toBe(true);
  expect(charges.every((charge) => charge.balanceTransaction !== null)).toBe(true);
  expect(world.store.refunds.newestFirst()).toHaveLength(12);
});
