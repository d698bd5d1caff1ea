import type {
  NewCoupon,
  NewPrice,
  NewSubscription,
  NewSubscriptionItem,
} from '../../sandbox/stripe/world/billing-requests.ts';
import type { StripeWorld } from '../../sandbox/stripe/world/index.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';
import { linkedDeal } from './linked-deal.ts';
import { succeeded } from './replies.ts';
import { loadMain } from './run-main.ts';

const main = loadMain('sync-payments');
const DAY_MS = 24 * 60 * 60 * 1_000;

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterAll(() => world.close());

test('a discounted yearly item and a tiered one have their monthly revenue, by name', async () => {
  const { stripe, customer, dealId } = linkedDeal(world);
  const product = stripe.createProduct({ name: 'Seats' }).id;
  const recurring = { interval: 'year' } as const;
  const yearly = stripe.createPrice({ product, currency: 'usd', unitAmount: 120_000, recurring });
  const tiered = stripe.createPrice({
    product,
    currency: 'usd',
    tiersMode: 'graduated',
    tiers: [{ unitAmount: 1_000, upTo: 2 }, { unitAmount: 500 }],
    recurring: { interval: 'month' },
  });
  const half = stripe.createCoupon({ percentOff: 50, duration: 'forever' }).id;
  const tenth = stripe.createCoupon({ percentOff: 10, duration: 'forever' }).id;
  stripe.createSubscription({ customer, items: [{ price: yearly.id, discounts: [half] }] });
  stripe.createSubscription({
    customer,
    items: [{ price: tiered.id, quantity: 4 }],
    discounts: [tenth],
  });
  const { view } = succeeded(await world.syncPayments(dealId, { main }));
  const rows = view.subscriptions.map(({ mrr, items }) => [mrr.minor, items[0]?.name]);
  // 1,200 a year less half is 50 a month; 2 at 10 and 2 at 5 less a tenth are 27.
  expect(new Map(rows.map(([minor, name]) => [minor, name]))).toEqual(
    new Map([
      [5_000, 'Seats'],
      [2_700, 'Seats'],
    ]),
  );
  expect(world.storedOf(dealId)).toMatchObject({
    stripe_mrr: '77.00',
    stripe_subscription_status: 'active',
  });
});

const monthly = { interval: 'month' } as const;

type Request = Partial<NewSubscription> & {
  readonly customer: string;
  readonly item?: Partial<NewSubscriptionItem>;
  readonly price?: Partial<NewPrice>;
};

/** A subscription of 100.00 a month, as far as nothing else is asked. */
function subscribe(stripe: StripeWorld, { item, price, ...request }: Request): void {
  const product = stripe.createProduct({ name: 'Plan' }).id;
  const facts = { product, currency: 'usd', unitAmount: 10_000, recurring: monthly, ...price };
  const items = [{ price: stripe.createPrice(facts).id, ...item }];
  stripe.createSubscription({ items, ...request });
}

const coupon = (stripe: StripeWorld, facts: NewCoupon): string =>
  stripe.createCoupon({ duration: 'forever', ...facts }).id;

test.each<[string, string, (stripe: StripeWorld, customer: string) => void]>([
  [
    'a price billed in the option of another currency',
    '95.00',
    (stripe, customer) => {
      subscribe(stripe, { customer, currency: 'eur', price: { currencyOptions: { eur: 9_500 } } });
    },
  ],
  [
    'a coupon for another product',
    '100.00',
    (stripe, customer) => {
      const appliesTo = [stripe.createProduct({ name: 'Other' }).id];
      const discounts = [coupon(stripe, { percentOff: 25, appliesTo })];
      subscribe(stripe, { customer, discounts });
    },
  ],
  [
    'a coupon in its second currency',
    '80.00',
    (stripe, customer) => {
      const facts = { amountOff: 2_500, currency: 'usd', currencyOptions: { eur: 2_000 } };
      const discounts = [coupon(stripe, facts)];
      subscribe(stripe, { customer, discounts, price: { currency: 'eur' } });
    },
  ],
  [
    'a coupon that was deleted, whose id another one has since',
    '75.00',
    (stripe, customer) => {
      const discounts = [coupon(stripe, { id: 'QUARTER', percentOff: 25 })];
      subscribe(stripe, { customer, discounts });
      stripe.deleteCoupon('QUARTER');
      coupon(stripe, { id: 'QUARTER', percentOff: 99 });
    },
  ],
  [
    'a deleted coupon on an item',
    '75.00',
    (stripe, customer) => {
      const discounts = [coupon(stripe, { id: 'ITEM', percentOff: 25 })];
      subscribe(stripe, { customer, item: { discounts } });
      stripe.deleteCoupon('ITEM');
    },
  ],
  [
    "the customer's own discount",
    '50.00',
    (stripe, customer) => {
      stripe.discountCustomer(customer, coupon(stripe, { percentOff: 50 }), 'usd');
      subscribe(stripe, { customer });
    },
  ],
  [
    "a subscription's discount instead of its customer's",
    '90.00',
    (stripe, customer) => {
      stripe.discountCustomer(customer, coupon(stripe, { percentOff: 50 }), 'usd');
      subscribe(stripe, { customer, discounts: [coupon(stripe, { percentOff: 10 })] });
    },
  ],
  [
    'an item in a trial offer',
    '0.00',
    (stripe, customer) => {
      subscribe(stripe, { customer, item: { trialEndMs: NOW_MS + 90 * DAY_MS } });
    },
  ],
  [
    'a price with 25 % tax included',
    '80.00',
    (stripe, customer) => {
      subscribe(stripe, { customer, taxRates: [{ percentage: 25, isInclusive: true }] });
    },
  ],
  [
    'a price with tax on top',
    '100.00',
    (stripe, customer) => {
      subscribe(stripe, { customer, taxRates: [{ percentage: 25, isInclusive: false }] });
    },
  ],
  [
    'three yearly prices of 10.00, rounded once',
    '2.50',
    (stripe, customer) => {
      const price = { unitAmount: 1_000, recurring: { interval: 'year' } } as const;
      for (let count = 0; count < 3; count += 1) subscribe(stripe, { customer, price });
    },
  ],
])('MRR of %s is %s', async (_name, mrr, happen) => {
  const { stripe, customer, dealId } = linkedDeal(world);
  happen(stripe, customer);
  const { view } = succeeded(await world.syncPayments(dealId, { main }));
  expect(view.subscriptions.map(({ isMetered }) => isMetered)).not.toContain(true);
  expect(world.storedOf(dealId)).toMatchObject({ stripe_mrr: mrr });
});

test('a scheduled subscription is shown with its start date and has no MRR yet', async () => {
  const { stripe, customer, dealId } = linkedDeal(world);
  const product = stripe.createProduct({ name: 'Later' }).id;
  const facts = { product, currency: 'usd', unitAmount: 10_000, recurring: monthly };
  const items = [{ price: stripe.createPrice(facts).id }];
  const startMs = NOW_MS + DAY_MS;
  stripe.scheduleSubscription({ customer, items, startMs });
  const { view } = succeeded(await world.syncPayments(dealId, { main }));
  expect(view.subscriptions).toMatchObject([
    {
      status: 'scheduled',
      startsOn: Math.floor(startMs / 1_000),
      mrr: { minor: 0 },
      items: [{ name: 'Later' }],
    },
  ]);
  expect(world.storedOf(dealId)).toMatchObject({ stripe_subscription_status: 'none' });
});
