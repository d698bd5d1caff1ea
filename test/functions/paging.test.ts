import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { seedManyPayments } from '../../sandbox/seed/index.ts';
import type { StripeWorld } from '../../sandbox/stripe/world/index.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { forgetRequests, named } from './requests.ts';
import type { Sums } from './stripe-truth.ts';
import { readStatement } from './stripe-truth.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MAX_IN_A_REPLY = 6 * 1024 * 1024;

let world: FunctionsWorld;
let stripe: StripeWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
  stripe = world.world.stripe.world;
});

afterAll(() => world.close());

beforeEach(() => forgetRequests(world));

const minor = (decimal: string | null | undefined): bigint =>
  BigInt((decimal ?? '').replace('.', ''));

/** Stripe's own sums for all charges that pass. */
async function statementOf(customer: string): Promise<Sums | undefined> {
  const statement = await readStatement(world.stripe.url);
  const ids = stripe.store.charges.newestFirst().filter((row) => row.customer === customer);
  return statement.sumsOf(ids.map(({ id }) => id)).get('usd');
}

function storedSums(dealId: string): object {
  const stored = world.storedOf(dealId);
  return {
    gross: minor(stored['stripe_gross_amount']),
    fee: minor(stored['stripe_fee_amount']),
    net: minor(stored['stripe_net_amount']),
  };
}

test('all of 1,200 payments are counted, each once, and the reply stays small', async () => {
  const customer = seedManyPayments(stripe, {
    count: 1_200,
    fromMs: NOW_MS - 700 * DAY_MS,
    untilMs: NOW_MS - DAY_MS,
    refundEvery: 40,
  });
  world.edit('9042', { stripe_customer_id: customer.id });
  const reply = succeeded(await world.syncPayments('9042'));
  expect(
    named(await world.stripe.requests()).filter((name) => name === 'GET /v1/charges'),
  ).toHaveLength(12);
  expect(world.storedOf('9042')['stripe_payment_count']).toBe('1200');
  expect(await statementOf(customer.id)).toMatchObject(storedSums('9042'));
  expect(reply.view.payments).toHaveLength(1_000);
  expect(reply.view.notes).toContainEqual({ kind: 'rows-omitted', shown: 1_000, total: 1_200 });
  expect(JSON.stringify(reply).length).toBeLessThan(MAX_IN_A_REPLY);
});

function paidOnce(amount: number, metadata: Readonly<Record<string, string>> = {}) {
  const customer = stripe.createCustomer({ name: 'Payer', atMs: NOW_MS - 90 * DAY_MS });
  const payment = { amount, currency: 'usd', customer: customer.id, metadata };
  const { charge } = stripe.payByCard({ ...payment, atMs: NOW_MS - 80 * DAY_MS });
  return { customer, charge, payment };
}

// The list within a charge holds ten, a page of the list of refunds a hundred.
test.each([
  [10, 0],
  [25, 1],
  [130, 2],
])('all of %i refunds of one payment are counted, with %i more calls', async (count, calls) => {
  const { customer, charge } = paidOnce(2_000_000);
  for (let index = 0; index < count; index += 1) {
    stripe.refund(charge.id, { amount: 1_000 + index, atMs: NOW_MS - 70 * DAY_MS + index });
  }
  world.edit('9041', { stripe_customer_id: customer.id });
  succeeded(await world.syncPayments('9041'));
  const asked = named(await world.stripe.requests()).filter((name) => name === 'GET /v1/refunds');
  expect(asked).toHaveLength(calls);
  const refunded = BigInt(count * 1_000 + (count * (count - 1)) / 2);
  expect(minor(world.storedOf('9041')['stripe_amount_refunded'])).toBe(refunded);
  expect(await statementOf(customer.id)).toMatchObject(storedSums('9041'));
});

test('every dispute of every disputed payment is counted', async () => {
  const { customer, charge, payment } = paidOnce(900_000);
  const first = stripe.openDispute(charge.id, { amount: 200_000, atMs: NOW_MS - 60 * DAY_MS });
  stripe.winDispute(first.id, NOW_MS - 50 * DAY_MS);
  const second = stripe.openDispute(charge.id, { amount: 300_000, atMs: NOW_MS - 40 * DAY_MS });
  stripe.loseDispute(second.id, { atMs: NOW_MS - 30 * DAY_MS });
  for (let index = 0; index < 7; index += 1) {
    const atMs = NOW_MS - (20 - index) * DAY_MS;
    const { charge: another } = stripe.payByCard({ ...payment, amount: 10_000 + index, atMs });
    stripe.openDispute(another.id, { atMs: atMs + 1_000 });
  }
  world.edit('9041', { stripe_customer_id: customer.id });
  succeeded(await world.syncPayments('9041'));
  expect(world.storedOf('9041')).toMatchObject({
    stripe_payment_status: 'disputed',
    stripe_amount_disputed: '3700.21',
  });
  expect(await statementOf(customer.id)).toMatchObject(storedSums('9041'));
});

test('payments that name the deal are found on every page of the search', async () => {
  const { customer, payment } = paidOnce(5_000, { hubspot_deal_id: '9041' });
  for (let index = 1; index < 230; index += 1) {
    stripe.payByCard({ ...payment, amount: 5_000 + index, atMs: NOW_MS - 79 * DAY_MS + index });
  }
  world.edit('9041', { stripe_customer_id: '' });
  succeeded(await world.syncPayments('9041'));
  expect(world.storedOf('9041')).toMatchObject({
    stripe_payment_count: '230',
    stripe_match: 'metadata',
  });
  expect(await statementOf(customer.id)).toMatchObject(storedSums('9041'));
});

test("sixty assigned payments are read within Stripe's rate limits", async () => {
  const { payment } = paidOnce(5_000);
  const ids = Array.from({ length: 60 }, (_, index) => {
    const atMs = NOW_MS - 70 * DAY_MS + index;
    const { charge, paymentIntent } = stripe.payByCard({ ...payment, amount: 6_000 + index, atMs });
    return index % 2 === 0 ? charge.id : paymentIntent.id;
  });
  world.edit('9034', { stripe_customer_id: '', stripe_payment_ids: ids.join(', ') });
  await world.stripe.send('PUT', '/limits', { enabled: true });
  await world.stripe.setLatency(140);
  succeeded(await world.syncPayments('9034'));
  expect(world.storedOf('9034')).toMatchObject({
    stripe_payment_count: '60',
  });
  const refused = (await world.stripe.requests()).filter(({ status }) => status === 429);
  expect(refused.length).toBeLessThan(15);
});
