import { missingOf, money } from '@stripe-payments/core';
import { beforeEach, expect, test } from 'vitest';
import { roundTrips } from '../../bench/measure.ts';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';
import { forgetRequests, isWrite, named, requestsOf } from './requests.ts';

const { world, stripe, request, newDeal } = useActing();

const LATENCY_MS = 150;

/** What a sandbox of Stripe answers in a second, less what the payments card of the same deal asks. */
const MAX_CALLS = 8;

beforeEach(async () => {
  await Promise.all([world().stripe.setLatency(0), world().hubspot.setLatency(0)]);
});

async function overviewOf(deal: string) {
  const overview = succeeded(await request(deal, { step: 'overview' }));
  if (overview.step !== 'overview') throw new Error('An overview was asked for.');
  return overview;
}

/** A deal of 500.00 with a linked customer, who paid 200.00, has an open invoice, and subscribes. */
async function linkedDeal() {
  const { id: customer } = stripe().createCustomer({ name: 'Ada', email: 'ada@example.com' });
  const deal = newDeal({ stripe_customer_id: customer });
  stripe().payByCard({ amount: 20_000, currency: 'usd', customer });
  const { id } = stripe().createInvoice({ customer, lines: [{ amount: 12_000 }] });
  stripe().finalizeInvoice(id);
  const { id: product } = stripe().createProduct({ name: 'Seats' });
  const { id: price } = stripe().createPrice({
    ...{ product, unitAmount: 1_000, currency: 'usd', recurring: { interval: 'month' as const } },
  });
  stripe().createSubscription({ customer, items: [{ price, quantity: 2 }] });
  succeeded(await world().syncPayments(deal));
  return deal;
}

test('opening a linked deal asks Stripe for what the card shows, and for nothing of its payments', async () => {
  const deal = await linkedDeal();
  await forgetRequests(world());
  const { standing, subscriptions } = await overviewOf(deal);
  expect(missingOf(standing)).toEqual(money(18_000 - 2_000, 'usd'));
  expect(subscriptions).toMatchObject([{ names: ['Seats'], next: { minor: 2_000 } }]);
  const asked = named(await world().stripe.requests());
  expect(asked.toSorted()).toEqual([
    'GET /v1/events',
    'GET /v1/invoices',
    'GET /v1/invoices/search',
    'GET /v1/payment_links',
    'GET /v1/products',
    'GET /v1/subscriptions',
    'GET /v1/subscriptions/search',
    'POST /v1/invoices/create_preview',
  ]);
  expect(asked.length).toBeLessThanOrEqual(MAX_CALLS);
  // A preview creates nothing.
  const writes = (await requestsOf(world())).filter(isWrite).map(({ path }) => path);
  expect(writes.filter((path) => path !== '/v1/invoices/create_preview')).toEqual([]);
});

test('and takes at most four round trips', async () => {
  const deal = await linkedDeal();
  await Promise.all([
    world().stripe.setLatency(LATENCY_MS),
    world().hubspot.setLatency(LATENCY_MS),
  ]);
  await forgetRequests(world());
  await overviewOf(deal);
  expect(roundTrips(await requestsOf(world()))).toBeLessThanOrEqual(4);
});

test('a request that is begun reads the payments, beside the figures that were saved', async () => {
  const deal = await linkedDeal();
  await forgetRequests(world());
  succeeded(await request(deal, { step: 'basis' }));
  expect(named(await world().stripe.requests())).toContain('GET /v1/charges');
});

test('what the last sync saved is said with its time once the record was changed', async () => {
  const deal = await linkedDeal();
  expect((await overviewOf(deal)).standing.asOfMs).toBeNull();
  await world().hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
  world().edit(deal, { amount: '900' });
  const { standing } = await overviewOf(deal);
  expect(standing.asOfMs).not.toBeNull();
  expect(standing.outstanding?.currency).toBe('usd');
});

test('before the first sync the card reads the payments, and says what is outstanding as of now', async () => {
  const { id: customer } = stripe().createCustomer({ name: 'Ada', email: 'ada@example.com' });
  const deal = newDeal({ stripe_customer_id: customer });
  stripe().payByCard({ amount: 20_000, currency: 'usd', customer });
  const { standing, syncedAtMs } = await overviewOf(deal);
  expect([syncedAtMs, standing.asOfMs, standing.problem]).toEqual([null, null, null]);
  expect(missingOf(standing)).toEqual(money(30_000, 'usd'));
});
