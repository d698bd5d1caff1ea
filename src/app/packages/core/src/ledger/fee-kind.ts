/** What a fee was taken for. `dispute` is every fee of a dispute; `unclassified` is kept, not hidden. */
export const FEE_KINDS = [
  'processing',
  'tax',
  'application',
  'passthrough',
  'withheld_tax',
  'dispute',
  'unclassified',
] as const;

export type FeeKind = (typeof FEE_KINDS)[number];

/** Stripe's `fee_details[].type` (API 2026-10-28) to the kind that people read. */
export function feeKindOf(feeDetailType: string): FeeKind {
  switch (feeDetailType) {
    case 'stripe_fee':
      return 'processing';
    case 'application_fee':
      return 'application';
    case 'tax':
      return 'tax';
    case 'payment_method_passthrough_fee':
      return 'passthrough';
    case 'withheld_tax':
      return 'withheld_tax';
    default:
      return 'unclassified';
  }
}
