import { afterAll, beforeAll, expect, test } from 'vitest';
import { catchUp } from './catching-up.ts';
import { useLinking } from './linking.ts';
import { paymentRecordsIn } from './payment-records.ts';
import { demoNowMs, FUNCTION_CLOCK } from './run-main.ts';

const { world, stripe, newDeal, payer, letSearchesCatchUp } = useLinking();
const records = paymentRecordsIn(world);

const DAY_MS = 24 * 60 * 60_000;

beforeAll(async () => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
  await records.turnOn();
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
});

const advance = (durationMs: number) =>
  world().hubspot.send('POST', '/clock/advance', { durationMs });

test('a payment that is paid out has its payout, and a payout that fails later is seen by the catch-up', async () => {
  const customer = payer().id;
  const { id } = stripe().payByCard({
    amount: 12_300,
    currency: 'usd',
    customer,
  }).charge;
  await advance(8 * DAY_MS);
  const deal = newDeal({ stripe_customer_id: customer });
  await letSearchesCatchUp();
  await catchUp(world(), 1);
  const payout = records.of(id)[0]?.value('stripe_payout_id') ?? '';
  expect(payout).toMatch(/^po_/);
  expect(records.of(id)[0]?.value('stripe_payout_status')).toBe('paid');
  expect(records.of(id)[0]?.value('stripe_payout_trace_id')).toMatch(/^TRC/);
  const day = records.of(id)[0]?.value('stripe_payout_date');
  expect(day).toMatch(/^2026-\d\d-\d\d$/);
  expect(world().storedOf(deal)['stripe_payout_date']).toBe(day);

  stripe().failPayout(payout);
  await advance(5 * 60_000);
  await catchUp(world(), 1);
  expect(records.of(id)[0]?.value('stripe_payout_status')).toBe('failed');
  expect(records.of(id)[0]?.value('stripe_payout_date') ?? '').toBe('');
  expect(world().storedOf(deal)['stripe_payout_date'] ?? '').toBe('');
  expect(world().storedOf(deal)['stripe_net_amount']).not.toBe('');

  await advance(5 * DAY_MS);
  await catchUp(world(), 6 * 24);
  const [record] = records.of(id);
  expect(record?.value('stripe_payout_status')).toBe('paid');
  expect(record?.value('stripe_payout_id')).toMatch(/^po_/);
  expect(record?.value('stripe_payout_id')).not.toBe(payout);
  const later = record?.value('stripe_payout_date') ?? '';
  expect(later > (day ?? '')).toBe(true);
  expect(world().storedOf(deal)['stripe_payout_date']).toBe(later);
  expect(world().storedOf(deal)['stripe_net_paid_out']).toBe(
    world().storedOf(deal)['stripe_net_amount'],
  );
  // The first catch-up of the file syncs the whole demo.
}, 180_000);

test('a payment that nothing matches has its payout on its record too', async () => {
  const { id } = stripe().payByCard({
    amount: 4_500,
    currency: 'usd',
    customer: payer().id,
  }).charge;
  await advance(8 * DAY_MS);
  await catchUp(world(), 9 * 24);
  const [record] = records.of(id);
  expect(record?.value('stripe_match')).toBe('none');
  expect(record?.value('stripe_payout_id')).toMatch(/^po_/);
  expect(record?.value('stripe_payout_status')).toBe('paid');
});

test('of a payout that Stripe itemizes on several pages every deal hears, also of the last page', async () => {
  // At one moment, so that all of it is available on one day.
  const atMs = world().nowMs();
  const pay = (customer: string) =>
    stripe().payByCard({ amount: 1_000, currency: 'usd', customer, atMs }).charge.id;
  const [stranger, deals] = [payer().id, new Map<string, string>()];
  for (let nth = 0; nth < 230; nth += 1) {
    // Each tenth counts on a deal of its own; Stripe lists the newest first.
    if (nth % 10 !== 0) pay(stranger);
    else {
      const customer = payer().id;
      deals.set(pay(customer), newDeal({ stripe_customer_id: customer }));
    }
  }
  await letSearchesCatchUp();
  await catchUp(world(), 1);
  const valuesOf = (name: string) =>
    [...deals.keys()].map((id) => records.of(id)[0]?.value(name) ?? null);
  expect(new Set(valuesOf('stripe_payout_id'))).toEqual(new Set([null]));

  await advance(8 * DAY_MS);
  await catchUp(world(), 24 * 9);
  const [payout, ...otherPayouts] = new Set(valuesOf('stripe_payout_id'));
  expect(otherPayouts).toEqual([]);
  const { balanceTransactions, payouts } = stripe().store;
  const { items = [], amount: paid = 0 } = payouts.get(payout ?? '') ?? {};
  // Stripe gives 100 a page.
  expect(items.length).toBeGreaterThan(200);
  const rows = items.flatMap((id) => balanceTransactions.get(id) ?? []);
  expect(rows.reduce((sum, { amount, fee }) => sum + amount - fee, 0)).toBe(paid);
  const netOf = new Map(rows.map(({ source, amount, fee }) => [source, amount - fee]));
  expect(valuesOf('stripe_net_amount').map((net) => Math.round(Number(net) * 100))).toEqual(
    [...deals.keys()].map((id) => netOf.get(id)),
  );
  const [day, ...otherDays] = new Set(valuesOf('stripe_payout_date'));
  expect(otherDays).toEqual([]);
  for (const deal of deals.values()) {
    expect(world().storedOf(deal)['stripe_payout_date']).toBe(day);
  }

  stripe().failPayout(payout ?? '');
  await advance(5 * 60_000);
  const { calls } = await catchUp(world(), 1);
  expect(calls).toBeGreaterThan(2);
  expect(new Set(valuesOf('stripe_payout_status'))).toEqual(new Set(['failed']));
  for (const deal of deals.values()) {
    expect(world().storedOf(deal)['stripe_payout_date'] ?? '').toBe('');
  }
}, 600_000);
