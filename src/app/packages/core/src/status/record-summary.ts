import type { Attribution } from '../attribution/attribute.ts';
import type { Match } from '../attribution/evidence.ts';
import { weakestEvidence } from '../attribution/evidence.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import { isCapturedPayment } from '../ledger/presentment.ts';
import type { PaymentFailure } from '../payment/charge.ts';
import type { PaymentStatus } from './record-status.ts';
import { statusOfRecord } from './record-status.ts';

/** What a record's payments come to. */
export interface RecordSummary {
  readonly status: PaymentStatus;
  readonly ledger: Ledger;
  /** Captured payments. */
  readonly paymentCount: number;
  /** Seconds since the epoch, of captured payments; null where there is none. */
  readonly firstPaymentOn: number | null;
  readonly lastPaymentOn: number | null;
  /** Of the latest attempt, where that one failed. */
  readonly latestFailure: PaymentFailure | null;
  readonly match: Match;
}

const NO_REASON_GIVEN: PaymentFailure = { code: null, reason: null, message: null };

export function summarize({ counted, ambiguous }: Attribution): RecordSummary {
  const charges = counted.map(({ charge }) => charge);
  const captured = charges.filter(isCapturedPayment).map(({ created }) => created);
  const [latest] = charges;
  return {
    status: statusOfRecord(charges),
    ledger: ledgerOf(charges),
    paymentCount: captured.length,
    firstPaymentOn: captured.at(-1) ?? null,
    lastPaymentOn: captured[0] ?? null,
    latestFailure: latest?.status === 'failed' ? (latest.failure ?? NO_REASON_GIVEN) : null,
    match:
      ambiguous.length > 0 ? 'ambiguous' : weakestEvidence(counted.map(({ evidence }) => evidence)),
  };
}
