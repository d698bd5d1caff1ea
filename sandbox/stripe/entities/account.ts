import type Stripe from 'stripe';

/** What the rest of the sandbox reads of the account. */
export interface AccountFacts {
  readonly id: string;
  readonly country: string;
  /** The first of the settlement currencies. */
  readonly defaultCurrency: string;
  readonly created: number;
}

export type Requirements = Stripe.Account.Requirements;
type CapabilityStatus = 'active' | 'inactive' | 'pending';

/** How Stripe stands with the business: what the account object says beyond the facts. */
export interface AccountSituation {
  readonly chargesEnabled: boolean;
  readonly payoutsEnabled: boolean;
  readonly detailsSubmitted: boolean;
  readonly businessType: Stripe.Account.BusinessType;
  readonly businessName: string | null;
  readonly capabilities: Readonly<Record<string, CapabilityStatus>>;
  readonly requirements: Requirements;
  readonly futureRequirements: Requirements;
}

export interface AccountRow extends AccountFacts, AccountSituation {
  /** The currencies the account can hold; anything else is converted to its default currency. */
  readonly settlementCurrencies: readonly string[];
}
