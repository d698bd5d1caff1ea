import type { Result } from '../platforms.ts';

/** Rows that the stand-ins do not show, or show otherwise than the row says, and why. */
export const NOT_MODELLED: Readonly<Record<string, string>> = {
  'stripe-intent-without-charge': 'no payment that waits for authentication',
  'stripe-invoice-out-of-band': 'no invoice paid outside Stripe',
  'stripe-payout-rows': 'no automatic payout that early',
  'stripe-payout-by-source': 'no automatic payout that early',
  'hubspot-missing-scope-named': 'deals, contacts and companies only, all of them granted',
  'hubspot-payment-reference': 'the demo account has no scopes for payments',
  'hubspot-payment-figures': 'the demo account has no scopes for payments',
  'hubspot-payments-create': 'the demo account takes no payments of an app',
  'hubspot-payments-unique': 'the demo account takes no payments of an app',
  'hubspot-payments-upsert': 'the demo account takes no payments of an app',
  'hubspot-payments-currency': 'the demo account has no scopes for payments',
  'hubspot-archived-property': 'the demo account has no scopes for payments',
  'hubspot-custom-object-limits': 'the demo account has no scopes for custom objects',
};

/** A row stated above that holds is a statement to delete. */
export function asStated({ id, outcome }: Result): Result {
  const reason = NOT_MODELLED[id];
  if (reason === undefined) return { id, outcome };
  if (outcome.status === 'holds') {
    const detail = 'The stand-in models this now: delete it from sandbox/not-modelled.ts.';
    return { id, outcome: { status: 'does not hold', detail } };
  }
  return { id, outcome: { status: 'not modelled', detail: reason } };
}
