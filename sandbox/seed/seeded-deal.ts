/** A deal in HubSpot whose story happened at Stripe. */
export interface SeededDeal {
  readonly dealId: string;
  readonly name: string;
  /** One plain sentence. */
  readonly story: string;
  /** As HubSpot keeps it: a decimal text, empty when nobody filled it in. */
  readonly amount: string;
  readonly currencyCode: string;
  readonly stage: 'closedwon' | 'contractsent' | 'closedlost';
  /** Comma-separated, empty when none. */
  readonly stripeCustomerId: string;
  /** Comma-separated, empty when none. */
  readonly stripePaymentIds: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly companyName: string;
}

/** What a story tells about its deal; the rest has the usual value. */
export type DealFacts = Pick<
  SeededDeal,
  'dealId' | 'name' | 'story' | 'amount' | 'contactName' | 'contactEmail' | 'companyName'
> &
  Partial<SeededDeal>;

export const dealOf = (facts: DealFacts): SeededDeal => ({
  currencyCode: 'USD',
  stage: 'closedwon',
  stripeCustomerId: '',
  stripePaymentIds: '',
  ...facts,
});
