import type { Currency } from '../money/currency.ts';
import type { RecordClaim } from './charge.ts';

/** What a line bills of a subscription, by its price. Times are seconds since the epoch. */
export interface RecurringLine {
  readonly subscriptionId: string;
  /** Null where Stripe says the subscription only. */
  readonly itemId: string | null;
  readonly priceId: string;
  readonly productId: string | null;
  /**
   * `period`: a whole period. After a change within one: `debit` is the rest of it as it is since, `credit`
   * the rest of it as it was.
   */
  readonly kind: 'period' | 'debit' | 'credit';
  readonly from: number;
  readonly until: number;
  /** Decimal text in minor units; null where tiers say it. */
  readonly unitAmountDecimal: string | null;
}

/** What an invoice asks money for. Amounts are in minor units of the invoice's currency. */
export interface InvoiceLine {
  readonly description: string | null;
  /** Of what a subscription bills for; null where it is no subscription's line, or was not read. */
  readonly productName: string | null;
  /** Before discounts. */
  readonly amountMinor: number;
  readonly quantity: number | null;
  /** Absent where no subscription bills it. */
  readonly recurring?: RecurringLine;
}

/** A part of an invoice that a payment covers, or tried to. */
export interface InvoicePayment {
  readonly paymentIntentId: string | null;
  readonly chargeId: string | null;
  /** Null while nothing has been paid. */
  readonly amountPaidMinor: number | null;
  /** `open | paid | canceled`, an open set. */
  readonly status: string;
}

/** A demand for money. Times are seconds since the epoch; amounts minor units of `currency`. */
export interface Invoice {
  readonly id: string;
  /** Null on drafts. */
  readonly number: string | null;
  readonly customerId: string | null;
  readonly subscriptionId: string | null;
  readonly created: number;
  readonly livemode: boolean;
  /** `draft | open | paid | void | uncollectible`, an open set. */
  readonly status: string | null;
  readonly currency: Currency;
  readonly totalMinor: number;
  /** The tax in the total; null where the invoice states none, which is not zero. */
  readonly taxMinor: number | null;
  readonly amountPaidMinor: number;
  /** What is still to be paid, credit notes taken off. */
  readonly amountRemainingMinor: number;
  /** Taken off what was due, and given back of what had been paid, by credit notes. */
  readonly creditedMinor: number;
  /** The part of it that was taken off what was due. */
  readonly creditedBeforeMinor: number;
  /** The customer's balance before the invoice was final: below 0 credit, above 0 debt. */
  readonly startingBalanceMinor: number;
  /** The balance after it; null until the invoice is final. */
  readonly endingBalanceMinor: number | null;
  readonly dueDate: number | null;
  /** When it was paid; null while something is open. */
  readonly paidOn: number | null;
  /** When Stripe tries to charge it next; null where it does not. */
  readonly nextPaymentAttempt: number | null;
  readonly attemptCount: number;
  readonly hostedUrl: string | null;
  readonly pdfUrl: string | null;
  /** The first ten. */
  readonly lines: readonly InvoiceLine[];
  readonly hasMoreLines: boolean;
  readonly payments: readonly InvoicePayment[];
  /** The invoice's own. */
  readonly recordClaims: readonly RecordClaim[];
  /** Its subscription's, as they were when the invoice was made. */
  readonly subscriptionClaims: readonly RecordClaim[];
}
