import type { Metadata, Row } from './row.ts';
import type { PaymentMethod } from './payment-method.ts';

export interface Outcome {
  readonly type: 'authorized' | 'issuer_declined' | 'blocked';
  readonly networkStatus: 'approved_by_network' | 'declined_by_network' | 'not_sent_to_network';
  readonly reason: string | null;
  readonly sellerMessage: string;
  readonly networkDeclineCode: string | null;
  readonly adviceCode: string | null;
}

/** Amounts are minor units of `currency`, the presentment currency. */
export interface ChargeRow extends Row {
  readonly amount: number;
  readonly amountCaptured: number;
  readonly amountRefunded: number;
  readonly currency: string;
  /** The currency of its balance transactions. */
  readonly settlementCurrency: string;
  readonly status: 'succeeded' | 'pending' | 'failed';
  readonly isCaptured: boolean;
  readonly isDisputed: boolean;
  readonly customer: string | null;
  readonly paymentIntent: string;
  readonly paymentMethod: string;
  readonly method: PaymentMethod;
  readonly billingName: string | null;
  readonly billingEmail: string | null;
  readonly description: string | null;
  readonly statementDescriptorSuffix: string | null;
  readonly balanceTransaction: string | null;
  readonly failureBalanceTransaction: string | null;
  readonly failureCode: string | null;
  readonly failureMessage: string | null;
  readonly outcome: Outcome;
  readonly metadata: Metadata;
  readonly transferGroup: string | null;
  /** Seconds; set while a card is only authorized. */
  readonly captureBefore: number | null;
}
