import type { AppliedCoupon, Coupon, InvoicePreview, PromotionCode } from '@stripe-payments/core';
import type { StoredSubscription } from './stored-objects.ts';

/** A discount of a subscription, or of its customer. */
export interface StoredDiscount extends Omit<AppliedCoupon, 'code'> {
  /** Of the coupon's discount, not of the coupon. */
  readonly discountId: string;
  readonly promotionCodeId: string | null;
}

/** A subscription with the coupons that lower its invoices. */
export interface DiscountedSubscription {
  readonly subscription: StoredSubscription;
  readonly currency: string;
  readonly discounts: readonly StoredDiscount[];
  /** The customer's own, which counts where the subscription has none. */
  readonly ofCustomer: StoredDiscount | null;
}

/** What lowers the invoices of a subscription afterwards. */
export type DiscountToMake =
  | { readonly couponId: string }
  | { readonly promotionCodeId: string }
  | { readonly discountId: string };

/** What is read of Stripe before a coupon is applied or removed. Every method throws only `SyncError`. */
export interface CouponReads {
  /** @throws {SyncError} `unknown-subscription` */
  discountedSubscription(id: string): Promise<DiscountedSubscription>;
  /** The newest of the account. Those whose ID no call takes are left out. */
  coupons(): Promise<{ readonly coupons: readonly Coupon[]; readonly isComplete: boolean }>;
  /** Null where there is none, or it was deleted. */
  coupon(id: string): Promise<Coupon | null>;
  /** Of one code, of any case, those that are no longer active too. */
  promotionCodes(code: string): Promise<readonly PromotionCode[]>;
  /**
   * The next invoice with this discount instead of those that it has, by Stripe's preview; null for none at all,
   * undefined for those that it has. @throws {SyncError} where Stripe would refuse it.
   */
  previewNext(id: string, discount: DiscountToMake | null | undefined): Promise<InvoicePreview>;
}

export interface CouponWrites {
  /** This one instead of those that it has; null for none. With who confirmed it in its metadata. */
  changeCoupon(
    subscription: StoredSubscription,
    discount: DiscountToMake | null,
    consent: { readonly userId: string; readonly text: string; readonly key: string },
  ): Promise<StoredSubscription>;
}
