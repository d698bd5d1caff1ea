import type { BillingDocument } from '../billing/billing-document.ts';
import type { Evidence } from '../matching/evidence.ts';
import type { StripeAccount } from '../links/dashboard-url.ts';
import type { Charge } from '../payment/charge.ts';
import type { Payout } from '../payment/payout.ts';

/**
 * The payouts by the balance transactions in them; null for one that is in none yet. Stripe itemizes automatic ones only: of an account with
 * manual payouts nothing says which payment is in which. `unknown` where no payout was read.
 */
export type PayoutsByTransaction = ReadonlyMap<string, Payout | null> | 'not-itemized' | 'unknown';

/** Everything that one payment record is made of. */
export interface PaymentFacts {
  readonly charge: Charge;
  /** The customer's or what was typed at checkout. */
  readonly payer: { readonly name: string | null; readonly email: string | null };
  /** The card's or account's country, two letters; null where Stripe does not say. */
  readonly country: string | null;
  /** Null where the payment paid none, or it was not read. */
  readonly document: BillingDocument | null;
  readonly payouts: PayoutsByTransaction;
  /** Why it counts where it counts; `ambiguous` while a person has to decide. */
  readonly match: Evidence | 'ambiguous' | 'none';
}

/** What is the same for all payments of one read. */
export interface PaymentReadFacts {
  readonly account: StripeAccount;
  readonly nowSeconds: number;
  /** The account's: IANA name. */
  readonly timeZone: string;
}
