import type { AskedChange, CouponChangePreview } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { couponsOf } from '../../../../src/app/packages/sync/src/use-cases/acting/coupon-choices.ts';
import {
  confirmChange,
  prepareChange,
} from '../../../../src/app/packages/sync/src/use-cases/acting/manage-billing.ts';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { failureOf } from '../../fake-ports.ts';
import { coupon, discountOf, promotionCode } from './fake-coupons.ts';
import { fakeWrites } from './fake-stripe.ts';
import type { World } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';

type CouponChange = Extract<AskedChange, { readonly kind: 'change-coupon' }>;

const applied = (id: string): CouponChange => ({
  ...{ kind: 'change-coupon', id: 'sub_1', coupon: { id } },
});
const byCode = (code: string): CouponChange => ({
  ...{ kind: 'change-coupon', id: 'sub_1', coupon: { code } },
});
const REMOVED: CouponChange = { kind: 'change-coupon', id: 'sub_1', coupon: null };

async function approved(world: World, change: CouponChange) {
  const prepared = await prepareChange(world.ports(), deal, change);
  const text = prepared.confirmation?.text ?? '';
  world.enter(text);
  return { prepared, approval: { digest: prepared.digest, confirmation: text } };
}

async function reviewed(change: CouponChange, world = fakeWorld()): Promise<CouponChangePreview> {
  const { preview } = await prepareChange(world.ports(), deal, change);
  if (preview.kind !== 'change-coupon') throw new Error('A change of a coupon was asked for.');
  return preview;
}

const discounts = ({ stripe }: World) => stripe.discounts.get('sub_1') ?? [];

const have = (world: World, ...ids: readonly string[]): void => {
  const made = ids.map((id) => discountOf(coupon({ id }), `di_${id}`));
  world.stripe.discounts.set('sub_1', made);
};

test('the review says what is applied, the next invoice with and without it, and what a person enters', async () => {
  const world = fakeWorld();
  const { prepared } = await approved(world, applied('TEN'));
  expect(prepared.preview).toMatchObject({
    before: [],
    after: { id: 'TEN', percentOff: 10, duration: 'once', code: null },
    present: { due: { minor: 5_000 } },
    next: { discount: { minor: 500 }, due: { minor: 4_500 } },
  });
  expect(prepared.confirmation?.text).toMatch(/^CHANGE 45\.00 USD [0-9A-Z]{6}$/);
  expect(discounts(world)).toEqual([]);
});

test('is applied once by the user who confirmed, with one line on the timeline', async () => {
  const world = fakeWorld();
  const { approval } = await approved(world, applied('FIVE'));
  const done = await confirmChange(world.ports(), deal, applied('FIVE'), approval);
  const again = await confirmChange(world.ports(), deal, applied('FIVE'), approval);
  expect([done.isExisting, again.isExisting, again.userId]).toEqual([false, true, '77']);
  expect(discounts(world)).toMatchObject([{ id: 'FIVE', amountOff: { minor: 500 } }]);
  expect(world.stripe.subscriptionChanges).toHaveLength(1);
  expect([...world.notes.values()]).toEqual([
    expect.stringContaining('Coupon FIVE applied to the subscription for $50.00.'),
  ]);
});

test('a code of any case redeems its promotion code', async () => {
  const world = fakeWorld();
  const { approval, prepared } = await approved(world, byCode(' spring '));
  expect(prepared.preview).toMatchObject({ after: { id: 'QUARTER', code: 'SPRING' } });
  await confirmChange(world.ports(), deal, byCode(' spring '), approval);
  expect(discounts(world)).toMatchObject([{ id: 'QUARTER', promotionCodeId: 'promo_1' }]);
});

test('of two promotion codes with one code the active one is redeemed', async () => {
  const world = fakeWorld();
  world.stripe.promotionCodes.unshift(promotionCode({ id: 'promo_0', isActive: false }));
  const { approval } = await approved(world, byCode('SPRING'));
  await confirmChange(world.ports(), deal, byCode('SPRING'), approval);
  expect(discounts(world)).toMatchObject([{ promotionCodeId: 'promo_1' }]);
});

test('the ID of a coupon can be typed', async () => {
  expect(await reviewed(byCode('TEN'))).toMatchObject({ after: { id: 'TEN', code: null } });
});

test('another coupon takes the place of those that the subscription has', async () => {
  const world = fakeWorld();
  have(world, 'OLD', 'OLDER');
  expect(await reviewed(applied('TEN'), world)).toMatchObject({
    before: [{ id: 'OLD' }, { id: 'OLDER' }],
  });
  const { approval } = await approved(world, applied('TEN'));
  await confirmChange(world.ports(), deal, applied('TEN'), approval);
  expect(discounts(world).map(({ id }) => id)).toEqual(['TEN']);
});

test('a removal leaves none, and the next invoice is shown with what the customer has', async () => {
  const world = fakeWorld();
  have(world, 'TEN');
  world.stripe.ofCustomer = discountOf(coupon({ id: 'LOYAL', percentOff: 20 }), 'di_loyal');
  expect(await reviewed(REMOVED, world)).toMatchObject({
    ...{ after: null, ofCustomer: { id: 'LOYAL' } },
    ...{ present: { due: { minor: 4_500 } }, next: { due: { minor: 4_000 } } },
  });
  const { approval } = await approved(world, REMOVED);
  await confirmChange(world.ports(), deal, REMOVED, approval);
  expect(discounts(world)).toEqual([]);
  expect([...world.notes.values()][0]).toContain('Coupon of the subscription for $50.00 removed.');
});

const SECONDS = Date.parse('2026-11-22T12:00:00Z') / 1_000;

describe('is refused at the review', () => {
  test.each([
    ['coupon-unknown', {}, 'NONE'],
    ['coupon-expired', { redeemBy: SECONDS, isValid: false }, 'C'],
    ['coupon-used-up', { maxRedemptions: 3, timesRedeemed: 3, isValid: false }, 'C'],
    ['coupon-not-redeemable', { isValid: false }, 'C'],
    ['coupon-other-currency', { percentOff: null, amountsOff: { eur: 500 } }, 'C'],
    ['coupon-other-products', { productIds: ['prod_9'] }, 'C'],
  ] as const)('a coupon: %s', async (code, terms, id) => {
    const world = fakeWorld();
    world.stripe.coupons.set('C', coupon({ id: 'C', ...terms }));
    const failure = await failureOf(prepareChange(world.ports(), deal, applied(id)));
    expect(failure.code).toBe(code);
  });

  test.each([
    ['coupon-expired', { expiresAt: SECONDS, isActive: false }],
    ['coupon-used-up', { maxRedemptions: 1, timesRedeemed: 1, isActive: false }],
    ['coupon-not-redeemable', { isActive: false }],
    ['coupon-other-customer', { customerId: 'cus_2' }],
    ['coupon-first-time', { isFirstTimeOnly: true }],
    ['coupon-minimum', { minimum: { minor: 5_001, currency: 'usd' } }],
    ['coupon-other-currency', { minimum: { minor: 1, currency: 'eur' } }],
    [
      'coupon-used-up',
      {
        coupon: coupon({ maxRedemptions: 1, timesRedeemed: 1, isValid: false }),
        isActive: false,
      },
    ],
  ] as const)('a promotion code: %s', async (code, terms) => {
    const world = fakeWorld();
    world.stripe.promotionCodes[0] = promotionCode(terms);
    const failure = await failureOf(prepareChange(world.ports(), deal, byCode('SPRING')));
    expect(failure.code).toBe(code);
  });

  test.each([
    ['coupon-applied', applied('TEN'), { discounted: 'TEN' }],
    ['no-coupon', REMOVED, {}],
    ['coupon-unknown', byCode('../coupons'), {}],
    ['subscription-ended', applied('TEN'), { status: 'canceled' }],
    ['subscription-not-begun', applied('TEN'), { status: 'incomplete' }],
    ['subscription-not-renewing', applied('TEN'), { endsAt: 1_797_000_000 }],
    ['subscription-not-of-record', applied('TEN'), { customerId: 'cus_9' }],
  ] as const)('what cannot change: %s', async (code, change, given) => {
    const world = fakeWorld();
    const { discounted, customerId, ...fields }: Readonly<Record<string, unknown>> = given;
    if (discounted !== undefined) have(world, 'TEN');
    const before = world.stripe.subscriptions.get('sub_1');
    if (before === undefined) throw new Error('There is a subscription.');
    const customer =
      customerId === undefined ? before.customer : { ...before.customer, id: 'cus_9' };
    world.stripe.subscriptions.set('sub_1', { ...before, ...fields, customer });
    expect((await failureOf(prepareChange(world.ports(), deal, change))).code).toBe(code);
  });
});

test('is not done where the coupon was used up since the review, and nothing changes', async () => {
  const world = fakeWorld();
  const { approval } = await approved(world, applied('TEN'));
  world.stripe.coupons.set('TEN', coupon({ maxRedemptions: 1, timesRedeemed: 1, isValid: false }));
  const failure = await failureOf(confirmChange(world.ports(), deal, applied('TEN'), approval));
  expect(failure.code).toBe('coupon-used-up');
  expect(discounts(world)).toEqual([]);
});

test('a confirmation of one coupon confirms no other, and no removal', async () => {
  const world = fakeWorld();
  have(world, 'OLD');
  const { approval } = await approved(world, applied('TEN'));
  for (const other of [applied('FIVE'), REMOVED]) {
    const { digest } = await prepareChange(world.ports(), deal, other);
    const outcome = confirmChange(world.ports(), deal, other, { ...approval, digest });
    expect((await failureOf(outcome)).code).toBe('confirmation-other');
  }
  expect(discounts(world).map(({ id }) => id)).toEqual(['OLD']);
});

test('the form lists what the subscription has, and the coupons that it can have now', async () => {
  const world = fakeWorld();
  have(world, 'TEN');
  world.stripe.coupons.set('PAST', coupon({ id: 'PAST', redeemBy: SECONDS, isValid: false }));
  world.stripe.coupons.set('OTHER', coupon({ id: 'OTHER', productIds: ['prod_9'] }));
  const found = await couponsOf(world.ports(), deal, 'sub_1');
  expect(found).toMatchObject({
    applied: [{ id: 'TEN' }],
    choices: [{ id: 'FIVE', amountOff: { minor: 500, currency: 'usd' } }],
    isComplete: true,
  });
});

test('where the answer is lost, a coupon that another person applied meanwhile is not taken for this one', async () => {
  const world = fakeWorld();
  const { approval } = await approved(world, applied('TEN'));
  const ports = world.ports();
  const changeCoupon = () => {
    have(world, 'TEN');
    return Promise.reject(new SyncError('stripe-unreachable'));
  };
  const writes = { ...fakeWrites(world.stripe), changeCoupon };
  const outcome = confirmChange({ ...ports, writes }, deal, applied('TEN'), approval);
  expect((await failureOf(outcome)).code).toBe('action-unconfirmed');
});
