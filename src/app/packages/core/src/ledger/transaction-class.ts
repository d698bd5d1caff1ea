/** Where a balance transaction counts in a payment's ledger. */
export type TransactionClass = 'gross' | 'refunded' | 'disputed' | 'other';

/**
 * Classifies by `reporting_category`, never by `type`, as Stripe's itemised activity report groups.
 * Those reached from a charge have no other category today; a new one is `other` and gets flagged.
 */
export function transactionClassOf(reportingCategory: string): TransactionClass {
  switch (reportingCategory) {
    case 'charge':
    case 'partial_capture_reversal':
    case 'charge_failure':
      return 'gross';
    case 'refund':
    case 'refund_failure':
      return 'refunded';
    case 'dispute':
    case 'dispute_reversal':
      return 'disputed';
    default:
      return 'other';
  }
}
