import { propertyLabelsIn } from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useLinking } from './linking.ts';
import { paymentRecordsIn } from './payment-records.ts';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests, isWrite, named, requestsOf } from './requests.ts';
import { demoNowMs, FUNCTION_CLOCK } from './run-main.ts';

const { world, stripe, newDeal, payer } = useLinking();
const records = paymentRecordsIn(world);

const DAY_MS = 24 * 60 * 60_000;

beforeAll(() => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
});
beforeEach(() => forgetRequests(world()));

const advance = (durationMs: number) =>
  world().hubspot.send('POST', '/clock/advance', { durationMs });

/** A deal whose customer paid so often, one payment a day. */
async function paidDeal(payments: number): Promise<string> {
  const customer = payer().id;
  for (let nth = 0; nth < payments; nth += 1) {
    stripe().payByCard({ amount: 12_300, currency: 'usd', customer });
    await advance(DAY_MS);
  }
  return newDeal({ stripe_customer_id: customer });
}

const sync = async (dealId: string) => {
  const { payouts = null } = succeeded(await world().syncPayments(dealId));
  return { payouts };
};

const askPayouts = (dealId: string, payouts: string | null) =>
  world().syncPayments(dealId, { parameters: { objectType: 'deal', payouts } });

const storedDays = (dealId: string) => {
  const { stripe_payout_date: day, stripe_payout_expected_date: expected } =
    world().storedOf(dealId);
  return [day ?? '', expected ?? ''];
};

describe('the payouts of a deal that was synced from the card', () => {
  test.each([
    [1, 3],
    [3, 4],
  ])('of %i payments are saved in at most %i calls to Stripe', async (payments, most) => {
    const deal = await paidDeal(payments);
    await advance(8 * DAY_MS);
    const { payouts } = await sync(deal);
    expect(storedDays(deal)).toEqual(['', '']);
    await forgetRequests(world());
    succeeded(await askPayouts(deal, payouts));
    expect((await world().stripe.requests()).length).toBeLessThanOrEqual(most);
    expect(storedDays(deal)[0]).toMatch(/^2026-\d\d-\d\d$/);
    const written = (await requestsOf(world())).filter(isWrite);
    expect(named(written)).toEqual([`PATCH /crm/objects/2026-03/0-3/${deal}`]);
  });

  test('before the money is available, and once the day is known, are not asked for', async () => {
    const deal = await paidDeal(1);
    expect((await sync(deal)).payouts).toBeNull();
    await advance(8 * DAY_MS);
    const { payouts } = await sync(deal);
    await askPayouts(deal, payouts);
    expect((await sync(deal)).payouts).toBeNull();
  });

  test('have their labels with the sync, whose reply alone has labels', async () => {
    const deal = await paidDeal(1);
    await advance(8 * DAY_MS);
    const { payouts = null, labels } = succeeded(await world().syncPayments(deal));
    const { changes } = succeeded(await askPayouts(deal, payouts));
    expect(changes.map(({ name }) => labels.en[name])).toEqual(
      changes.map(({ name }) => propertyLabelsIn('en')[name]),
    );
    expect(changes.length).toBeGreaterThan(0);
  });

  test('are on the payment record too, where the account keeps them', async () => {
    const customer = payer().id;
    const { id } = stripe().payByCard({ amount: 12_300, currency: 'usd', customer }).charge;
    await advance(8 * DAY_MS);
    const deal = newDeal({ stripe_customer_id: customer });
    await records.turnOn();
    const { payouts } = await sync(deal);
    expect(records.of(id)[0]?.value('stripe_payout_id') ?? '').toBe('');
    succeeded(await askPayouts(deal, payouts));
    const [record] = records.of(id);
    expect(record?.value('stripe_payout_id')).toMatch(/^po_/);
    expect(record?.value('stripe_payout_status')).toBe('paid');
    expect(record?.value('stripe_payout_date')).toBe(storedDays(deal)[0]);
  });
});

test('what another deal was given is refused', async () => {
  const deal = await paidDeal(1);
  await advance(8 * DAY_MS);
  const { payouts } = await sync(deal);
  expect(failureOf(await askPayouts('9001', payouts)).code).toBe('continuation-expired');
});
