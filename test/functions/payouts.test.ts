import { afterAll, beforeAll, expect, test } from 'vitest';
import { catchUp } from './catching-up.ts';
import { useLinking } from './linking.ts';
import { paymentRecordsIn } from './payment-records.ts';
import { FUNCTION_CLOCK } from './run-main.ts';

const { world, stripe, newDeal, payer, letSearchesCatchUp } = useLinking();
const records = paymentRecordsIn(world);

const DAY_MS = 24 * 60 * 60_000;

beforeAll(async () => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
  await records.turnOn();
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = () => Date.now();
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
  // The first catch-up of the file syncs the whole demo.
}, 180_000);
