import type { BilledTotals } from '../billing/billed-totals.ts';
import type { Evidence, MatchValue } from '../matching/evidence.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { PaymentFailure } from '../payment/charge.ts';
import type { RecurringSummary } from '../mrr/recurring-summary.ts';
import type { ChargeStatus } from './charge-status.ts';
import type { DealCoverage } from './deal-coverage.ts';
import type { DisputeSummary } from './dispute-status.ts';
import type { DueDates, DueTotals } from './due-totals.ts';
import type { PaymentStatus } from './record-status.ts';

/** What a record's payments come to. Two of them, of distinct payments, can be merged into one. */
export interface RecordSummary extends DueDates {
  /** `incomplete` in a view whose problems leave figures unknown; those are left out of it. */
  readonly status: PaymentStatus | 'incomplete';
  readonly ledger: Ledger;
  readonly billed: BilledTotals;
  /** Captured payments. */
  readonly paymentCount: number;
  /** Seconds since the epoch, of captured payments; null where there is none. */
  readonly firstPaymentOn: number | null;
  readonly lastPaymentOn: number | null;
  /** Of the latest attempt, where that one failed. */
  readonly latestFailure: PaymentFailure | null;
  /** When the latest attempt was, in seconds since the epoch. */
  readonly latestAttemptOn: number | null;
  /** Every status among the payments, each once, sorted. */
  readonly chargeStatuses: readonly ChargeStatus[];
  readonly disputes: DisputeSummary;
  /** A refund of a captured payment failed, so that its money is back in the balance. */
  readonly hasFailedRefund: boolean;
  /** Payments whose fee is not known yet. */
  readonly feesPendingCount: number;
  /** Completed checkouts that cost nothing, and left no payment. */
  readonly freeCheckoutCount: number;
  /** The first moment at which an authorization expires, in seconds since the epoch; null where none is known. */
  readonly authorizedUntil: number | null;
  /** When the last of what is on its way is available, in seconds since the epoch; null where that is not known. */
  readonly expectedOn: number | null;
  /** Null where the record is no deal. */
  readonly dealCoverage: DealCoverage | null;
  /** An entry a currency, in alphabetical order. */
  readonly due: readonly DueTotals[];
  readonly recurring: RecurringSummary;
  /** Every kind of evidence that was used, strongest first. */
  readonly evidence: readonly Evidence[];
  /** Payments that count nowhere until a person decides. */
  readonly needsReviewCount: number;
  readonly match: MatchValue;
}
