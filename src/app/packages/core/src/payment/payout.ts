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
  /** When it failed or was canceled and its money was in the balance again, in seconds; absent where that is not known. */
  readonly returnedOn?: number;
  /** Payouts that failed or were canceled before this one took their money, the earliest first; absent without one. */
  readonly before?: readonly Payout[];
}
