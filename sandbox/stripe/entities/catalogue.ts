import type { Metadata, Row } from './row.ts';

export interface ProductRow extends Row {
  readonly name: string;
  readonly description: string | null;
  readonly isActive: boolean;
  readonly defaultPrice: string | null;
  readonly unitLabel: string | null;
  readonly url: string | null;
  readonly metadata: Metadata;
  readonly updated: number;
}

export type Interval = 'day' | 'week' | 'month' | 'year';

export interface Recurring {
  readonly interval: Interval;
  readonly intervalCount: number;
  readonly usageType: 'licensed' | 'metered';
  readonly meter: string | null;
  readonly trialPeriodDays: number | null;
}

/** Decimal texts are minor units with up to twelve decimals. */
export interface Tier {
  readonly flatAmountDecimal: string | null;
  readonly unitAmountDecimal: string | null;
  /** Null for the last tier, which has no end. */
  readonly upTo: number | null;
}

interface TransformQuantity {
  readonly divideBy: number;
  readonly round: 'up' | 'down';
}

export interface PriceRow extends Row {
  readonly product: string;
  readonly currency: string;
  readonly isActive: boolean;
  readonly nickname: string | null;
  readonly lookupKey: string | null;
  /** Minor units with up to twelve decimals; null for a tiered price. */
  readonly unitAmountDecimal: string | null;
  /** Null for a price that is paid once. */
  readonly recurring: Recurring | null;
  readonly tiersMode: 'graduated' | 'volume' | null;
  readonly tiers: readonly Tier[];
  readonly transformQuantity: TransformQuantity | null;
  /** Decimal texts in minor units, by the other currencies that it can be billed in. */
  readonly currencyOptions: Readonly<Record<string, string>>;
  readonly taxBehavior: 'exclusive' | 'inclusive' | 'unspecified';
  readonly metadata: Metadata;
}

/** Either `percentOff` or `amountOff` with its currency. */
export interface CouponRow extends Row {
  readonly name: string | null;
  readonly percentOff: number | null;
  readonly amountOff: number | null;
  readonly currency: string | null;
  /** Amounts off in minor units, by the other currencies that it can take off. */
  readonly currencyOptions: Readonly<Record<string, number>>;
  /** Products that it is for; null for all. */
  readonly appliesTo: readonly string[] | null;
  readonly duration: 'once' | 'repeating' | 'forever';
  readonly durationInMonths: number | null;
  readonly maxRedemptions: number | null;
  readonly redeemBy: number | null;
  readonly timesRedeemed: number;
  readonly metadata: Metadata;
}

/** What a customer types to get a coupon; "regardless of case" it is unique among the active ones. */
export interface PromotionCodeRow extends Row {
  readonly code: string;
  readonly coupon: string;
  /** Whether it was deactivated; what else ends it is in its limits and its coupon. */
  readonly isActive: boolean;
  /** The only customer who can use it. */
  readonly customer: string | null;
  readonly expiresAt: number | null;
  readonly maxRedemptions: number | null;
  readonly timesRedeemed: number;
  readonly isFirstTimeOnly: boolean;
  readonly minimumAmount: number | null;
  readonly minimumAmountCurrency: string | null;
  readonly metadata: Metadata;
}

/** A coupon as it was applied to one object; `created` is when. */
export interface DiscountRow extends Row {
  readonly coupon: string;
  /** The coupon as it was redeemed: deleting it changes nothing for those who have it. */
  readonly terms: CouponRow;
  /** By which it was redeemed. */
  readonly promotionCode: string | null;
  /** Of what it was redeemed for. */
  readonly currency: string;
  readonly customer: string | null;
  readonly subscription: string | null;
  readonly subscriptionItem: string | null;
  readonly invoice: string | null;
  readonly checkoutSession: string | null;
  /** Seconds; only a repeating discount has an end. */
  readonly end: number | null;
}
