import type { Currency } from '../money/currency.ts';
import type { RecordClaim } from './charge.ts';

/** A completed Checkout Session: how a guest's payment, or one of nothing, finds its record. */
export interface Checkout {
  readonly id: string;
  readonly customerId: string | null;
  /** As the customer typed it. */
  readonly email: string | null;
  readonly name: string | null;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly livemode: boolean;
  /** `open | complete | expired`, an open set. */
  readonly status: string | null;
  /** `paid | unpaid | no_payment_required`, an open set. */
  readonly paymentStatus: string;
  /** In minor units of `currency`; null in setup mode. */
  readonly amountMinor: number | null;
  /** The tax in the amount; null where the session states none. */
  readonly taxMinor: number | null;
  readonly currency: Currency | null;
  /** What was bought, as the buyer read it: mostly product names. None where there are more than were read. */
  readonly products: readonly string[];
  readonly paymentIntentId: string | null;
  readonly invoiceId: string | null;
  readonly subscriptionId: string | null;
  readonly recordClaims: readonly RecordClaim[];
}
