import type { Evidence } from '../attribution/evidence.ts';
import type { FeeStatus, Ledger } from '../ledger/ledger.ts';
import type { SettlementTotals } from '../ledger/settlement.ts';
import type { Money } from '../money/money.ts';
import type { PaymentFailure, PaymentMethod } from '../payment/charge.ts';
import type { ChargeStatus } from '../status/charge-status.ts';
import type { RecordSummary } from '../status/record-summary.ts';
import type { ReplyError } from './errors.ts';

/** One payment as a row of the card. Times are seconds since the epoch. */
export interface PaymentRow {
  readonly id: string;
  readonly paymentIntentId: string | null;
  readonly created: number;
  readonly description: string | null;
  readonly status: ChargeStatus;
  readonly amount: Money;
  readonly captured: Money;
  readonly refunded: Money;
  /** What was to go back to the customer and came back: the refund failed. */
  readonly refundFailed: Money;
  readonly feeStatus: FeeStatus;
  readonly settlement: readonly SettlementTotals[];
  /** Presentment amount times this is the settlement amount; null where nothing was converted. */
  readonly exchangeRate: number | null;
  readonly method: PaymentMethod;
  readonly failure: PaymentFailure | null;
  readonly dispute: DisputeFacts | null;
  readonly evidence: Evidence;
}

/** The dispute or inquiry of a payment that needs somebody's eye first. */
export interface DisputeFacts {
  readonly status: string;
  readonly reason: string;
  readonly evidenceDueBy: number | null;
}

/** Something true that the figures alone do not say. */
export type Note =
  | { readonly kind: 'search-unavailable' }
  | { readonly kind: 'claimed-elsewhere'; readonly count: number }
  | { readonly kind: 'rows-omitted'; readonly shown: number; readonly total: number }
  | { readonly kind: 'unclassified'; readonly flagged: Ledger['flagged'] }
  /** Payments that name more than one deal: counted on none of them until a person decides. */
  | { readonly kind: 'ambiguous'; readonly paymentIds: readonly string[] };

/** A record's payments as read from Stripe. */
export interface RecordView {
  readonly recordId: string;
  readonly mode: 'live' | 'test';
  /** For links into the dashboard; null where the key may not read it. */
  readonly accountId: string | null;
  /** When Stripe was read, in milliseconds since the epoch. */
  readonly asOfMs: number;
  readonly linkedCustomerIds: readonly string[];
  /** The deal's own amount, in its currency; null where there is none, or it cannot be told exactly. */
  readonly dealAmount: Money | null;
  readonly summary: RecordSummary;
  /** Newest first. */
  readonly payments: readonly PaymentRow[];
  readonly notes: readonly Note[];
  /** Why something is missing from the figures. Empty when the read is complete. */
  readonly problems: readonly ReplyError[];
}
