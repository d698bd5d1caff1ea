import type { Metadata, Row } from './row.ts';

export type CreditNoteReason =
  'duplicate' | 'fraudulent' | 'order_change' | 'product_unsatisfactory';

export interface CreditNoteRefund {
  readonly refund: string;
  readonly amount: number;
}

export interface CreditNoteRow extends Row {
  readonly amount: number;
  readonly currency: string;
  readonly customer: string;
  readonly invoice: string;
  readonly number: string;
  readonly lineId: string;
  readonly lineDescription: string;
  readonly reason: CreditNoteReason | null;
  readonly memo: string | null;
  /** What lowered the amount still to pay. */
  readonly prePaymentAmount: number;
  /** What was refunded or credited to the customer. */
  readonly postPaymentAmount: number;
  readonly refunds: readonly CreditNoteRefund[];
  readonly customerBalanceTransaction: string | null;
  readonly pdfKey: string;
  readonly metadata: Metadata;
}
