import type { Metadata, Row } from './row.ts';
import type { PaymentMethod } from './payment-method.ts';

export interface PaymentError {
  readonly charge: string;
  readonly code: string;
  readonly declineCode: string | null;
  readonly message: string;
}

export interface PaymentIntentRow extends Row {
  readonly amount: number;
  readonly amountCapturable: number;
  readonly amountReceived: number;
  readonly currency: string;
  readonly customer: string | null;
  readonly description: string | null;
  readonly status:
    'requires_payment_method' | 'requires_capture' | 'processing' | 'succeeded' | 'canceled';
  readonly captureMethod: 'automatic_async' | 'manual';
  readonly methodType: PaymentMethod['type'];
  readonly paymentMethod: string | null;
  readonly latestCharge: string | null;
  readonly lastPaymentError: PaymentError | null;
  readonly canceledAt: number | null;
  readonly cancellationReason: 'requested_by_customer' | 'void_invoice' | 'automatic' | null;
  readonly clientSecret: string;
  readonly metadata: Metadata;
}
