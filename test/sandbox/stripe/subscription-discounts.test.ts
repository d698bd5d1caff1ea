import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { aPrice } from './billing-builders.ts';
import { errorOf, startSandbox } from './start-sandbox.ts';

/** A subscription of 20.00 USD a month. */
async function subscribed() {
  const sandbox = await startSandbox();
  const { world } = sandbox;
  const customer = world.createCustomer({ name: 'Ada', email: 'ada@acme.com' }).id;
  const { id } = world.createSubscription({
    customer,
    items: [{ price: aPrice(world) }],
  }).subscription;
  return { ...sandbox, customer, id };
}

type Subscribed = Awaited<ReturnType<typeof subscribed>>;
type Discounts = NonNullable<Stripe.SubscriptionUpdateParams['discounts']>;

const update = ({ stripe, id }: Subscribed, discounts: Discounts) =>
  stripe.subscriptions.update(id, { discounts, expand: ['discounts.source.coupon'] });

const dueOf = async ({ stripe, id }: Subscribed, discounts?: Discounts): Promise<number> => {
  const asked = discounts === undefined ? {} : { discounts };
  return (await stripe.invoices.createPreview({ subscription: id, ...asked })).amount_due;
};

describe('a preview with discounts', () => {
  test('is the next invoice with these instead of those that there are, and keeps nothing', async () => {
    const own = await subscribed();
    const { id: tenth } = own.world.createCoupon({ percentOff: 10, duration: 'forever' });
    const { id: half } = own.world.createCoupon({ percentOff: 50 });
    await update(own, [{ coupon: tenth }]);
    expect([await dueOf(own), await dueOf(own, [{ coupon: half }])]).toEqual([1_800, 1_000]);
    expect([await dueOf(own, ''), await dueOf(own)]).toEqual([2_000, 1_800]);
    expect(own.world.store.coupons.get(half)?.timesRedeemed).toBe(0);
    expect(own.world.store.discounts.newestFirst()).toHaveLength(1);
  });

  test("without any leaves out the customer's own, which can be named", async () => {
    const own = await subscribed();
    own.world.discountCustomer(own.customer, own.world.createCoupon({ percentOff: 25 }).id, 'usd');
    const discount = own.world.store.customers.get(own.customer)?.discount ?? '';
    expect([await dueOf(own), await dueOf(own, ''), await dueOf(own, [{ discount }])]).toEqual([
      1_500, 2_000, 1_500,
    ]);
  });
});

describe('an update', () => {
  test('puts its discounts in the place of the others, and an empty text takes them away', async () => {
    const own = await subscribed();
    const [tenth, half] = [10, 50].map((percentOff) => own.world.createCoupon({ percentOff }).id);
    await update(own, [{ coupon: tenth ?? '' }]);
    const { discounts } = await update(own, [{ coupon: half ?? '' }]);
    expect(discounts).toMatchObject([{ source: { coupon: { id: half } }, promotion_code: null }]);
    expect((await update(own, '')).discounts).toEqual([]);
  });

  test('by a promotion code counts a redemption of the code and of its coupon', async () => {
    const own = await subscribed();
    const { id: coupon } = own.world.createCoupon({ percentOff: 10, maxRedemptions: 1 });
    const { id } = own.world.createPromotionCode({ code: 'SPRING', coupon });
    const { discounts } = await update(own, [{ promotion_code: id }]);
    expect(discounts).toMatchObject([{ promotion_code: id, source: { coupon: { id: coupon } } }]);
    const [code] = (await own.stripe.promotionCodes.list({ code: 'spring' })).data;
    expect(code).toMatchObject({ id, times_redeemed: 1, active: false });
    expect((await own.stripe.promotionCodes.list({ code: 'spring', active: true })).data).toEqual(
      [],
    );
  });

  test('keeps a discount that it names, without another redemption', async () => {
    const own = await subscribed();
    const { id: coupon } = own.world.createCoupon({ percentOff: 10, maxRedemptions: 1 });
    await update(own, [{ coupon }]);
    const [discount = ''] = own.world.store.subscriptions.get(own.id)?.discounts ?? [];
    await update(own, [{ discount }]);
    expect(own.world.store.subscriptions.get(own.id)?.discounts).toEqual([discount]);
  });
});

const codes = {
  'Coupon expired': (own: Subscribed) => [
    { coupon: own.world.createCoupon({ percentOff: 10, redeemByMs: 0 }).id },
  ],
  'No such coupon': () => [{ coupon: 'none' }],
  'No such promotion_code': () => [{ promotion_code: 'promo_none' }],
  'No such discount': () => [{ discount: 'di_none' }],
  'is for eur': (own: Subscribed) => [
    { coupon: own.world.createCoupon({ amountOff: 100, currency: 'eur' }).id },
  ],
  'takes one of these': () => [{ coupon: 'one', promotion_code: 'promo_two' }],
  'prior transactions': (own: Subscribed) => [promotion(own, { isFirstTimeOnly: true })],
  'another customer': (own: Subscribed) => [promotion(own, { customer: 'cus_other' })],
  'minimum amount': (own: Subscribed) => [
    promotion(own, { minimumAmount: 2_001, minimumAmountCurrency: 'usd' }),
  ],
  'not active': (own: Subscribed) => [promotion(own, { maxRedemptions: 0 })],
} as const;

function promotion({ world }: Subscribed, limits: object) {
  const { id: coupon } = world.createCoupon({ percentOff: 10 });
  return { promotion_code: world.createPromotionCode({ code: 'CODE', coupon, ...limits }).id };
}

test.each(Object.entries(codes))('Stripe refuses: %s', async (message, discountsOf) => {
  const own = await subscribed();
  const discounts: Discounts = [...discountsOf(own)];
  for (const refused of [
    own.stripe.subscriptions.update(own.id, { discounts }),
    own.stripe.invoices.createPreview({ subscription: own.id, discounts }),
  ]) {
    expect((await errorOf(refused)).message).toContain(message);
  }
  expect(own.world.store.subscriptions.get(own.id)?.discounts).toEqual([]);
});
