import type { Row } from './row.ts';

export interface FeeDetail {
  readonly amount: number;
  readonly type: 'stripe_fee' | 'tax';
  readonly description: string;
}

export type ReportingCategory =
  | 'charge'
  | 'charge_failure'
  | 'partial_capture_reversal'
  | 'refund'
  | 'refund_failure'
  | 'dispute'
  | 'dispute_reversal'
  | 'fee';

export type BalanceTransactionType =
  | 'charge'
  | 'payment'
  | 'payment_failure_refund'
  | 'refund'
  | 'payment_refund'
  | 'refund_failure'
  | 'adjustment'
  | 'stripe_fee';

/** Amounts are minor units of `currency`, the settlement currency; the net is amount - fee. */
export interface BalanceTransactionRow extends Row {
  readonly amount: number;
  readonly currency: string;
  readonly fee: number;
  readonly feeDetails: readonly FeeDetail[];
  /** Minor units to minor units, as a decimal text; null without conversion. */
  readonly exchangeRate: string | null;
  readonly availableOn: number;
  readonly description: string | null;
  readonly reportingCategory: ReportingCategory;
  readonly type: BalanceTransactionType;
  /** Null for a fee of the account, which belongs to no payment. */
  readonly source: string | null;
  readonly fundsType: 'card' | 'bank_account';
}
