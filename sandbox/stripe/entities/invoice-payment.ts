import type { Row } from './row.ts';

type InvoicePaymentStatus = 'open' | 'paid' | 'canceled';

export interface InvoicePaymentRow extends Row {
  readonly invoice: string;
  readonly paymentIntent: string;
  readonly currency: string;
  readonly amountRequested: number;
  /** Null until it is paid. */
  readonly amountPaid: number | null;
  /** The one that Stripe makes itself and keeps at what is left to pay. */
  readonly isDefault: boolean;
  readonly status: InvoicePaymentStatus;
  readonly canceledAt: number | null;
  readonly paidAt: number | null;
}
