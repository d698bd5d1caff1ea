/** Money on its way from Stripe to a bank account. */
export interface Payout {
  readonly id: string;
  /** `pending | in_transit | paid | failed | canceled`, an open set. */
  readonly status: string;
  /** When the bank has it, in seconds since the epoch: expected until it is paid. */
  readonly arrivalOn: number;
  /** The bank's reference; null until there is one. */
  readonly traceId: string | null;
  /** Why it failed, in the bank's words; null for one that did not. */
  readonly failureMessage: string | null;
}
