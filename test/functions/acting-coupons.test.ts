import type { AskedChange } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';

const { stripe, world, notesOf, manage, change, enter, preparedChange, newDeal } = useActing();

type CouponChange = Extract<AskedChange, { readonly kind: 'change-coupon' }>;

/** A deal whose linked customer pays 59.00 USD every month for one product. */
function subscribed() {
  const { id: customer } = stripe().createCustomer({ name: 'Ada', email: 'ada@example.com' });
  const product = stripe().createProduct({ name: 'Support' }).id;
  const price = stripe().createPrice({
    ...{ product, unitAmount: 5_900, currency: 'usd', recurring: { interval: 'month' } },
  }).id;
  const { subscription } = stripe().createSubscription({ customer, items: [{ price }] });
  const deal = newDeal({ stripe_customer_id: customer });
  return { deal, customer, product, id: subscription.id };
}

type Subscribed = ReturnType<typeof subscribed>;

const applying = ({ id }: Subscribed, coupon: CouponChange['coupon']): CouponChange => ({
  ...{ kind: 'change-coupon', id, coupon },
});

const couponsOf = ({ id }: Subscribed) =>
  (stripe().store.subscriptions.get(id)?.discounts ?? []).map(
    (discount) => stripe().store.discounts.get(discount)?.coupon,
  );

async function reviewed(own: Subscribed, coupon: CouponChange['coupon']) {
  const { preview } = await preparedChange(own.deal, applying(own, coupon));
  if (preview.kind !== 'change-coupon') throw new Error('A change of a coupon was asked for.');
  return preview;
}

const refusalOf = async (own: Subscribed, coupon: CouponChange['coupon']) => {
  const reply = await manage(own.deal, { step: 'prepare', change: applying(own, coupon) });
  return reply.ok ? 'done' : reply.error.code;
};

describe('a coupon', () => {
  test.each([
    ['once', { percentOff: 20, duration: 'once' }, [4_720, 5_900]],
    ['for two months', { percentOff: 20, duration: 'repeating', durationInMonths: 2 }, [4_720]],
    ['for ever', { percentOff: 20, duration: 'forever' }, [4_720, 4_720]],
    ['an amount', { amountOff: 900, currency: 'usd', duration: 'once' }, [5_000, 5_900]],
    [
      'in another currency, with an amount in this one',
      { amountOff: 800, currency: 'eur', currencyOptions: { usd: 900 }, duration: 'once' },
      [5_000],
    ],
  ] as const)('%s is billed as the review said, once', async (_name, terms, billed) => {
    const own = subscribed();
    const { id: coupon } = stripe().createCoupon(terms);
    const { next, present } = await reviewed(own, { id: coupon });
    expect([present.due.minor, next.due.minor]).toEqual([5_900, billed[0]]);
    const { done, again } = await change(own.deal, applying(own, { id: coupon }));
    expect(done).toMatchObject({
      userId: '1',
      isExisting: false,
      isSyncNeeded: true,
      line: 'left',
    });
    expect(succeeded(await again())).toMatchObject({ isExisting: true, userId: '1' });
    expect(stripe().store.coupons.get(coupon)?.timesRedeemed).toBe(1);
    const invoices = billed.map(() => stripe().renewSubscription(own.id).invoice.amountPaid);
    expect(invoices).toEqual(billed);
    expect(notesOf(own.deal)).toEqual([
      expect.stringContaining(`Coupon ${coupon} applied to the subscription for $59.00.`),
    ]);
  });

  test('is removed as the review said, and its next invoice is the whole price', async () => {
    const own = subscribed();
    const { id: coupon } = stripe().createCoupon({ percentOff: 50, duration: 'forever' });
    await change(own.deal, applying(own, { id: coupon }));
    expect(await reviewed(own, null)).toMatchObject({
      ...{ before: [{ id: coupon, percentOff: 50 }], after: null },
      ...{ present: { due: { minor: 2_950 } }, next: { due: { minor: 5_900 } } },
    });
    await change(own.deal, applying(own, null));
    expect(couponsOf(own)).toEqual([]);
    expect(stripe().renewSubscription(own.id).invoice.amountPaid).toBe(5_900);
  });

  test("is removed, and the customer's own counts again, as the review said", async () => {
    const own = subscribed();
    const { id: loyal } = stripe().createCoupon({ percentOff: 10, duration: 'forever' });
    stripe().discountCustomer(own.customer, loyal, 'usd');
    const { id: coupon } = stripe().createCoupon({ percentOff: 50, duration: 'forever' });
    await change(own.deal, applying(own, { id: coupon }));
    expect(await reviewed(own, null)).toMatchObject({
      ...{ ofCustomer: { id: loyal }, next: { due: { minor: 5_310 } } },
    });
    await change(own.deal, applying(own, null));
    expect(stripe().renewSubscription(own.id).invoice.amountPaid).toBe(5_310);
  });

  test('that is deleted keeps its terms on the subscription, and is not applied again', async () => {
    const own = subscribed();
    const { id: coupon } = stripe().createCoupon({ percentOff: 50, duration: 'forever' });
    await change(own.deal, applying(own, { id: coupon }));
    stripe().deleteCoupon(coupon);
    expect(await reviewed(own, null)).toMatchObject({ before: [{ id: coupon, percentOff: 50 }] });
    expect(await refusalOf(subscribed(), { id: coupon })).toBe('coupon-unknown');
  });

  test.each([
    ['coupon-expired', { redeemByMs: -1 }],
    ['coupon-other-currency', { percentOff: undefined, amountOff: 100, currency: 'eur' }],
    ['coupon-other-products', { appliesTo: ['prod_of_another'] }],
  ] as const)('is refused at the review: %s', async (code, terms) => {
    const own = subscribed();
    const nowMs = world().nowMs();
    const { percentOff, redeemByMs, ...rest } = { percentOff: 10, redeemByMs: undefined, ...terms };
    const { id: coupon } = stripe().createCoupon({
      ...rest,
      ...(percentOff !== undefined && { percentOff }),
      ...(redeemByMs !== undefined && { redeemByMs: nowMs + redeemByMs }),
    });
    expect(await refusalOf(own, { id: coupon })).toBe(code);
    expect(couponsOf(own)).toEqual([]);
  });

  test('that another subscription uses up after the review is not applied, and nothing changes', async () => {
    const own = subscribed();
    const other = subscribed();
    const { id: coupon } = stripe().createCoupon({ percentOff: 10, maxRedemptions: 1 });
    const wanted = applying(own, { id: coupon });
    const { digest, confirmation } = await preparedChange(own.deal, wanted);
    await enter(own.deal, confirmation?.text ?? '');
    await change(other.deal, applying(other, { id: coupon }));
    const approval = { step: 'confirm', change: wanted, digest, confirmation: confirmation?.text };
    expect(await manage(own.deal, approval)).toMatchObject({
      ...{ ok: false, error: { code: 'coupon-used-up' } },
    });
    expect(couponsOf(own)).toEqual([]);
    expect(stripe().store.subscriptions.get(own.id)?.metadata).toEqual({});
  });
});

describe('a promotion code', () => {
  test('is redeemed by what a person types, and counted', async () => {
    const own = subscribed();
    const { id: coupon } = stripe().createCoupon({ percentOff: 25, duration: 'forever' });
    const promotion = stripe().createPromotionCode({ code: 'AUTUMN25', coupon });
    const { done } = await change(own.deal, applying(own, { code: 'autumn25' }));
    expect(done.outcome).toMatchObject({ after: { code: 'AUTUMN25', percentOff: 25 } });
    expect(couponsOf(own)).toEqual([coupon]);
    expect(stripe().store.promotionCodes.get(promotion.id)?.timesRedeemed).toBe(1);
    expect(notesOf(own.deal)[0]).toContain('Coupon AUTUMN25 applied');
  });

  test.each([
    ['coupon-minimum', 'MIN', { minimumAmount: 5_901, minimumAmountCurrency: 'usd' }],
    ['coupon-other-currency', 'MINEUR', { minimumAmount: 1, minimumAmountCurrency: 'eur' }],
    ['coupon-first-time', 'FIRST', { isFirstTimeOnly: true }],
    ['coupon-other-customer', 'OTHERS', { customer: 'cus_of_another' }],
    ['coupon-expired', 'PAST', { expiresAtMs: 1_000 }],
    ['coupon-used-up', 'USED', { maxRedemptions: 0 }],
  ] as const)('is refused at the review: %s', async (expected, code, limits) => {
    const own = subscribed();
    const { id: coupon } = stripe().createCoupon({ percentOff: 25 });
    stripe().createPromotionCode({ code, coupon, ...limits });
    expect(await refusalOf(own, { code })).toBe(expected);
  });

  test('that was deactivated is refused, and one that there is not', async () => {
    const own = subscribed();
    const { id: coupon } = stripe().createCoupon({ percentOff: 25 });
    const { id } = stripe().createPromotionCode({ code: 'GONE', coupon });
    stripe().deactivatePromotionCode(id);
    expect(await refusalOf(own, { code: 'GONE' })).toBe('coupon-not-redeemable');
    expect(await refusalOf(own, { code: 'NEVER' })).toBe('coupon-unknown');
  });
});

test('the form lists the coupons that the subscription can have now', async () => {
  const own = subscribed();
  const { id: fits } = stripe().createCoupon({ percentOff: 33.33, appliesTo: [own.product] });
  const { id: other } = stripe().createCoupon({ percentOff: 10, appliesTo: ['prod_of_another'] });
  const reply = succeeded(await manage(own.deal, { step: 'coupons', id: own.id }));
  if (reply.step !== 'coupons') throw new Error('Coupons were asked for.');
  expect(reply).toMatchObject({ applied: [], ofCustomer: null, isComplete: true });
  const ids = reply.choices.map(({ id }) => id);
  expect(ids).toContain(fits);
  expect(ids).not.toContain(other);
  expect(reply.choices.find(({ id }) => id === fits)?.percentOff).toBe(33.33);
});

test.each([
  ['coupon_read', { step: 'coupons' }],
  ['promotion_code_read', { step: 'prepare' }],
] as const)('without %s the key is refused by name', async (missing, { step }) => {
  const own = subscribed();
  const key = `rk_test_without_${missing.replace('_read', '')}0000000`;
  const granted = ['coupon_read', 'promotion_code_read', 'invoice_write', 'subscription_write'];
  world().world.stripe.keys.add(
    key,
    granted.filter((each) => each !== missing),
  );
  const change = applying(own, { code: 'AUTUMN25' });
  const parameters = step === 'coupons' ? { step, id: own.id } : { step, change };
  const reply = await manage(own.deal, parameters, { STRIPE_WRITE_KEY: key });
  expect(reply).toMatchObject({ ok: false, error: { code: 'write-key-permission' } });
  expect(JSON.stringify(reply)).toContain(`rak_${missing}`);
});

test('a subscription of no customer of the deal shows no coupons and has none applied', async () => {
  const own = subscribed();
  const other = subscribed();
  const { id: coupon } = stripe().createCoupon({ percentOff: 10 });
  for (const parameters of [
    { step: 'coupons', id: other.id },
    { step: 'prepare', change: applying(other, { id: coupon }) },
  ]) {
    expect(await manage(own.deal, parameters)).toMatchObject({
      ...{ ok: false, error: { code: 'subscription-not-of-record' } },
    });
  }
});
