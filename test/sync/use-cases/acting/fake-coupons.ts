import type { Coupon, InvoicePreview, PromotionCode } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import type { StoredSubscription } from '../../../../src/app/packages/sync/src/use-cases/acting/acting-ports.ts';
import type {
  CouponReads,
  DiscountToMake,
  StoredDiscount,
} from '../../../../src/app/packages/sync/src/use-cases/acting/coupon-ports.ts';

/** The coupons of an account, and what the subscriptions have of them. */
export interface CouponState {
  readonly coupons: Map<string, Coupon>;
  readonly promotionCodes: PromotionCode[];
  /** By subscription. */
  readonly discounts: Map<string, readonly StoredDiscount[]>;
  /** Of customer `cus_1`. */
  ofCustomer: StoredDiscount | null;
}

/** 10 % off the next invoice. */
export const coupon = (overrides: Partial<Coupon> = {}): Coupon => ({
  id: 'TEN',
  name: 'Ten percent',
  percentOff: 10,
  amountsOff: {},
  duration: 'once',
  months: null,
  redeemBy: null,
  maxRedemptions: null,
  timesRedeemed: 0,
  isValid: true,
  productIds: null,
  ...overrides,
});

export const promotionCode = (overrides: Partial<PromotionCode> = {}): PromotionCode => ({
  id: 'promo_1',
  code: 'SPRING',
  coupon: coupon({ id: 'QUARTER', percentOff: 25, duration: 'forever' }),
  isActive: true,
  expiresAt: null,
  maxRedemptions: null,
  timesRedeemed: 0,
  customerId: null,
  isFirstTimeOnly: false,
  minimum: null,
  ...overrides,
});

export function discountOf(
  { id, name, percentOff, amountsOff, duration, months }: Coupon,
  discountId: string,
  promotionCodeId: string | null = null,
): StoredDiscount {
  const minor = amountsOff['usd'];
  return {
    ...{ discountId, promotionCodeId, id, name, percentOff, duration, months, endsAt: null },
    amountOff: minor === undefined ? null : money(minor, 'usd'),
  };
}

export const couponState = (): CouponState => ({
  coupons: new Map([
    ['TEN', coupon()],
    ['FIVE', coupon({ id: 'FIVE', name: null, percentOff: null, amountsOff: { usd: 500 } })],
  ]),
  promotionCodes: [promotionCode()],
  discounts: new Map(),
  ofCustomer: null,
});

const offOf = (minor: number, { percentOff, amountOff }: StoredDiscount): number =>
  percentOff === null
    ? Math.min(minor, amountOff?.minor ?? 0)
    : Math.round((minor * percentOff) / 100);

function previewed(minor: number, discounts: readonly StoredDiscount[]): InvoicePreview {
  const usd = (each: number) => money(each, 'usd');
  const off = discounts.reduce((sum, each) => sum + offOf(minor - sum, each), 0);
  return {
    lines: [{ label: null, amount: usd(minor), isProration: false }],
    ...{ discount: usd(off), tax: usd(0), total: usd(minor - off), due: usd(minor - off) },
  };
}

/** As Stripe resolves it. @throws {SyncError} `coupon-unknown`, `coupon-not-redeemable` */
export function discountMade(
  { coupons, promotionCodes, ofCustomer }: CouponState,
  asked: DiscountToMake,
  discountId: string,
): StoredDiscount {
  if ('discountId' in asked) {
    if (ofCustomer?.discountId !== asked.discountId) throw new SyncError('stripe-refused');
    return ofCustomer;
  }
  const promotion =
    'promotionCodeId' in asked
      ? promotionCodes.find(({ id }) => id === asked.promotionCodeId)
      : undefined;
  const found = 'couponId' in asked ? coupons.get(asked.couponId) : promotion?.coupon;
  if (found === undefined) throw new SyncError('coupon-unknown');
  if (!found.isValid) throw new SyncError('coupon-not-redeemable');
  return discountOf(found, discountId, promotion?.id ?? null);
}

const answered = <T>(make: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(make());
  });

/** What a subscription of 50.00 USD is billed next. */
export function fakeCouponReads(
  state: CouponState,
  subscription: (id: string) => StoredSubscription | undefined,
): CouponReads {
  const of = (id: string): readonly StoredDiscount[] => state.discounts.get(id) ?? [];
  return {
    discountedSubscription: (id) => {
      const found = subscription(id);
      if (found === undefined) return Promise.reject(new SyncError('unknown-subscription'));
      const { ofCustomer } = state;
      return Promise.resolve({
        ...{ subscription: found, currency: 'usd', discounts: of(id), ofCustomer },
      });
    },
    coupons: () => Promise.resolve({ coupons: [...state.coupons.values()], isComplete: true }),
    coupon: (id) => Promise.resolve(state.coupons.get(id) ?? null),
    promotionCodes: (code) =>
      Promise.resolve(
        state.promotionCodes.filter((each) => each.code.toLowerCase() === code.toLowerCase()),
      ),
    previewNext: (id, asked) => {
      const minor = subscription(id)?.price?.minor ?? 0;
      const { ofCustomer } = state;
      const own = of(id).length === 0 && ofCustomer !== null ? [ofCustomer] : of(id);
      return answered(() => {
        if (asked === undefined) return previewed(minor, own);
        return previewed(minor, asked === null ? [] : [discountMade(state, asked, 'di_preview')]);
      });
    },
  };
}
