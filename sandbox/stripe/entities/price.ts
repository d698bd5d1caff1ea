import type { Metadata, Row } from './row.ts';

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
  readonly metadata: Metadata;
}
