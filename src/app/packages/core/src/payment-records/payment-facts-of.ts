import type { Match, Matched } from '../matching/match.ts';
import type { MatchedObjects } from '../matching/match-objects.ts';
import type { Relations } from '../matching/relations.ts';
import type { Charge } from '../payment/charge.ts';
import { isVisible } from '../untrusted/plain-text.ts';
import { billingDocumentOf } from '../billing/billing-document.ts';
import type { PaymentFacts, PayoutsByTransaction } from './payment-facts.ts';

/** The first text that says something; null where none does. */
const firstOf = (...texts: readonly (string | null | undefined)[]): string | null =>
  texts.find((text) => typeof text === 'string' && isVisible(text)) ?? null;

/** The customer as Stripe has it now, before what was typed at this payment. */
function payerOf(charge: Charge, relations: Relations): PaymentFacts['payer'] {
  const customer = relations.customer(charge.customerId);
  const checkouts = relations.checkoutsOfCharge(charge);
  return {
    name: firstOf(customer?.name, charge.billing.name, ...checkouts.map(({ name }) => name)),
    email: firstOf(customer?.email, charge.billing.email, ...checkouts.map(({ email }) => email)),
  };
}

/** Undefined for a payment that another record has, or none. */
function recordedMatch(match: Match): PaymentFacts['match'] | undefined {
  switch (match.status) {
    case 'counted':
      return match.reason.evidence;
    case 'candidate':
    case 'ambiguous':
      return 'ambiguous';
    case 'elsewhere':
    case 'unrelated':
      return undefined;
  }
}

/** An attempt that made no charge has no id to keep: with a charge it would get another record. */
const hasCharge = ({ id, paymentIntentId }: Charge): boolean => id !== paymentIntentId;

const factsOf = (
  charge: Charge,
  relations: Relations,
  { match, payouts }: Pick<PaymentFacts, 'match' | 'payouts'>,
): PaymentFacts => ({
  charge,
  payer: payerOf(charge, relations),
  country: charge.country,
  document: billingDocumentOf(charge, relations),
  payouts,
  match,
});

/**
 * What the payment record of a payment is made of that nothing ties to a record; undefined for an attempt
 * that made no charge.
 */
export const unmatchedFactsOf = (charge: Charge, relations: Relations): PaymentFacts | undefined =>
  hasCharge(charge) ? factsOf(charge, relations, { match: 'none', payouts: 'unknown' }) : undefined;

/**
 * What the payment records of one record's payments are made of: of each charge that counts on it, or
 * waits for a person there, once and newest first. Of what was not read nothing is said.
 * @param payouts `unknown` where none were read.
 */
export function paymentFactsOf(
  { charges, relations }: Pick<MatchedObjects, 'charges' | 'relations'>,
  payouts: PayoutsByTransaction,
): readonly PaymentFacts[] {
  return charges.flatMap(({ item: charge, match: how }: Matched<Charge>) => {
    const match = recordedMatch(how);
    return match === undefined || !hasCharge(charge)
      ? []
      : [factsOf(charge, relations, { match, payouts })];
  });
}
