import type { AccountRequirements, StripeAccountFacts } from '@stripe-payments/core';
import type Stripe from 'stripe';

const named = (name: string | null | undefined): string | null =>
  name === undefined || name === null || name.trim() === '' ? null : name;

/** A restricted key's answer can lack fields that the types promise (docs.stripe.com/api/accounts). */
type Told<T> = T extends readonly (infer Item)[]
  ? readonly Told<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]?: Told<T[Field]> | undefined }
    : T;

function requirementsOf(
  requirements: Told<Stripe.Account.Requirements> | null | undefined,
): AccountRequirements | null {
  if (requirements === null || requirements === undefined) return null;
  return {
    currentlyDue: requirements.currently_due ?? [],
    pastDue: requirements.past_due ?? [],
    eventuallyDue: requirements.eventually_due ?? [],
    pendingVerification: requirements.pending_verification ?? [],
    deadlineSeconds: requirements.current_deadline ?? null,
    disabledReason: requirements.disabled_reason ?? null,
    errors: (requirements.errors ?? []).flatMap(({ reason }) => reason ?? []),
  };
}

/** The account as far as the key was shown it. */
export function mapAccount(account: Stripe.Account): StripeAccountFacts {
  const { business_profile: profile, settings, ...told }: Told<Stripe.Account> = account;
  return {
    id: account.id,
    name: named(profile?.name) ?? named(settings?.dashboard?.display_name),
    country: named(told.country),
    currency: named(told.default_currency),
    chargesEnabled: account.charges_enabled,
    payoutsEnabled: account.payouts_enabled,
    detailsSubmitted: account.details_submitted,
    requirements: requirementsOf(told.requirements),
  };
}
