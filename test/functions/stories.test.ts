import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Invoker } from './executor.ts';
import { startInvoker } from './executor.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import type { ExpectedStory } from './stories.ts';
import { STORIES } from './stories.ts';
import type { Statement } from './stripe-truth.ts';
import { readStatement } from './stripe-truth.ts';

let world: FunctionsWorld;
let invoker: Invoker;
let statement: Statement;

beforeAll(async () => {
  world = await startFunctionsWorld();
  invoker = await startInvoker(world);
  statement = await readStatement(world.stripe.url);
}, 30_000);

afterAll(async () => {
  await invoker.close();
  await world.close();
});

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Stripe's times are whole seconds; HubSpot's text leaves the milliseconds out when there are none. */
function momentDaysAgo(days: string | undefined): string | null {
  if (days === undefined) return null;
  const seconds = Math.floor((NOW_MS - Math.round(Number(days) * DAY_MS)) / 1_000);
  return new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z');
}

function expectedProperties(story: ExpectedStory): Readonly<Record<string, string | null>> {
  const [currency, paid, refunded, disputed] = story.presentment;
  const [settlementCurrency, gross, fees, net, feeRate] = story.settlement;
  return {
    stripe_payment_status: story.status,
    stripe_fee_status: story.feeStatus,
    stripe_match: story.match,
    stripe_mode: 'test',
    stripe_currency: currency ?? null,
    stripe_amount_paid: paid ?? null,
    stripe_amount_refunded: refunded ?? null,
    stripe_amount_disputed: disputed ?? null,
    stripe_settlement_currency: settlementCurrency ?? null,
    stripe_gross_amount: gross ?? null,
    stripe_fee_amount: fees ?? null,
    stripe_net_amount: net ?? null,
    stripe_fee_rate: feeRate ?? null,
    stripe_payment_count: story.count,
    stripe_first_payment_date: momentDaysAgo(story.paidDaysAgo[0]),
    stripe_last_payment_date: momentDaysAgo(story.paidDaysAgo.at(-1)),
    stripe_failure_reason: story.status === 'failed' ? 'Insufficient funds' : null,
    stripe_sync_error: null,
    stripe_subscription_status: 'none',
    stripe_next_due_date: null,
  };
}

const minor = (decimal: string | null | undefined): bigint =>
  BigInt((decimal ?? '').replace('.', ''));

const isoDay = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(0, 10);

test('every seeded deal except the one with an unknown customer is in the table', () => {
  const seeded = world.world.deals.map(({ dealId }) => dealId);
  expect(STORIES.map(({ dealId }) => dealId)).toEqual(seeded.filter((id) => id !== '9046'));
});

/** The sums that HubSpot holds, in the minor units of the settlement currency. */
function storedSums(stored: Readonly<Record<string, string | null>>): object {
  return {
    gross: minor(stored['stripe_gross_amount']),
    fee: minor(stored['stripe_fee_amount']),
    net: minor(stored['stripe_net_amount']),
  };
}

test.each(STORIES)(
  "a sync writes the figures of deal $dealId to the cent, and they are those of Stripe's statement",
  async (story) => {
    const { view } = succeeded(await invoker.syncPayments(story.dealId));
    const stored = world.storedOf(story.dealId);
    expect(stored).toMatchObject(expectedProperties(story));
    const sums = statement.sumsOf(view.payments.map(({ id }) => id));
    const [currency] = story.settlement;
    if (currency !== undefined) {
      expect([...sums.keys()]).toEqual([currency.toLowerCase()]);
      expect(sums.get(currency.toLowerCase())).toMatchObject(storedSums(stored));
    }
    const isSettled = story.count !== '0' && story.feeStatus === 'final';
    const latest = Math.max(0, ...[...sums.values()].map(({ availableOn }) => availableOn));
    expect(stored['stripe_funds_available_date']).toBe(isSettled ? isoDay(latest) : null);
  },
);

test('two settlement currencies have a line each and no amount', async () => {
  succeeded(await invoker.syncPayments('9005'));
  expect(world.storedOf('9005')['stripe_amounts_by_currency']).toBe(
    'EUR: paid 600.00, gross 600.00, fees 26.70, net 573.30\n' +
      'USD: paid 900.00, gross 900.00, fees 39.90, net 860.10',
  );
});

test('a pending fee leaves gross, fee and net empty and says so', async () => {
  succeeded(await invoker.syncPayments('9031'));
  expect(world.storedOf('9031')).toMatchObject({
    stripe_amounts_by_currency: 'USD: paid 640.00\nFees pending: net may still change.',
    stripe_funds_available_date: null,
  });
});
