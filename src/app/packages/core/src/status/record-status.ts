import type { PresentmentTotals } from '../ledger/presentment.ts';
import type { ChargeStatus } from './charge-status.ts';

/** The values of `stripe_payment_status`. `past_due` comes from invoices, not from charges. */
export const PAYMENT_STATUSES = [
  'none',
  'processing',
  'authorized',
  'partially_paid',
  'paid',
  'partially_refunded',
  'refunded',
  'disputed',
  'dispute_lost',
  'failed',
  'past_due',
] as const;

export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export function isPaymentStatus(text: string): text is PaymentStatus {
  return PAYMENT_STATUSES.some((status) => status === text);
}

/** Statuses of charges whose money was captured. */
const CAPTURED: readonly ChargeStatus[] = [
  'paid',
  'partially_refunded',
  'refunded',
  'disputed',
  'dispute_lost',
];

function statusOfCaptured({ presentment, isPartlyPaid }: StatusFacts): PaymentStatus {
  const refunded = presentment.filter(({ refundedMinor }) => refundedMinor > 0);
  // A currency in which nothing was captured has nothing to refund either.
  const isAllRefunded = presentment.every(
    ({ capturedMinor, refundedMinor }) => refundedMinor >= capturedMinor,
  );
  if (refunded.length > 0 && isAllRefunded) return 'refunded';
  if (isPartlyPaid) return 'partially_paid';
  return refunded.length > 0 ? 'partially_refunded' : 'paid';
}

/** Of what has not been captured, what is most likely to become money. */
const UNCAPTURED_PRECEDENCE = ['processing', 'authorized', 'paid', 'failed'] as const;

/** What the status is taken from, in a form in which two records' parts can be put together. */
interface StatusFacts {
  readonly chargeStatuses: readonly ChargeStatus[];
  readonly presentment: readonly PresentmentTotals[];
  readonly isPastDue: boolean;
  /** True where invoices were covered without a payment of Stripe's. */
  readonly isPaidOutside: boolean;
  /** True where less came than a deal is worth, or an open invoice is paid in part. */
  readonly isPartlyPaid: boolean;
}

/**
 * One status for all payments of a record. An open dispute comes first, since a user must act, then an
 * invoice past due, then a lost dispute; then money that was captured, then money on its way; a failed
 * attempt only where nothing else is.
 */
export function statusOfRecord(facts: StatusFacts): PaymentStatus {
  const { chargeStatuses, isPastDue, isPaidOutside, isPartlyPaid } = facts;
  if (chargeStatuses.includes('disputed')) return 'disputed';
  if (isPastDue) return 'past_due';
  if (chargeStatuses.includes('dispute_lost')) return 'dispute_lost';
  if (chargeStatuses.some((status) => CAPTURED.includes(status))) {
    return statusOfCaptured(facts);
  }
  // What waits for the customer is no more certain than a debit on its way, and no less to come.
  const statuses = [
    ...chargeStatuses.map((status) => (status === 'waiting' ? 'processing' : status)),
    ...(isPaidOutside ? ['paid'] : []),
  ];
  const status = UNCAPTURED_PRECEDENCE.find((each) => statuses.includes(each)) ?? 'none';
  return status === 'paid' && isPartlyPaid ? 'partially_paid' : status;
}
