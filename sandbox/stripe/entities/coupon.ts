import type { Metadata, Row } from './row.ts';

/** Either `percentOff` or `amountOff` with its currency. */
export interface CouponRow extends Row {
  readonly name: string | null;
  readonly percentOff: number | null;
  readonly amountOff: number | null;
  readonly currency: string | null;
  readonly duration: 'once' | 'repeating' | 'forever';
  readonly durationInMonths: number | null;
  readonly maxRedemptions: number | null;
  readonly redeemBy: number | null;
  readonly timesRedeemed: number;
  readonly metadata: Metadata;
}
