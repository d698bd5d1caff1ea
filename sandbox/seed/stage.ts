import type { SandboxClock } from '../http/clock.ts';
import type { CustomerRow } from '../stripe/entities/payments.ts';
import type { StripeWorld } from '../stripe/world/index.ts';

/** What a story is made with. */
export interface Stage {
  readonly world: StripeWorld;
  /** A moment this many days before the present, in milliseconds; fractions are hours. */
  readonly daysAgo: (days: number) => number;
  readonly customer: (
    name: string,
    email: string,
    country: string,
    createdDaysAgo: number,
  ) => CustomerRow;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function createStage(world: StripeWorld, clock: SandboxClock): Stage {
  const nowMs = clock.nowMs();
  const daysAgo = (days: number): number => nowMs - Math.round(days * DAY_MS);
  return {
    world,
    daysAgo,
    customer: (name, email, country, createdDaysAgo) =>
      world.createCustomer({ name, email, country, atMs: daysAgo(createdDaysAgo) }),
  };
}

/** A deal in HubSpot whose story happened at Stripe. */
export interface SeededDeal {
  readonly dealId: string;
  readonly name: string;
  /** One plain sentence. */
  readonly story: string;
  /** As HubSpot keeps it: a decimal text, empty when it was not filled in. */
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
type DealFacts = Pick<
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
