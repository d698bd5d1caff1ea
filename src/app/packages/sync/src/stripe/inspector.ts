import type {
  AccountRequirements,
  StripeAccountFacts,
  StripePermission,
} from '@stripe-payments/core';
import { MAX_EVENTS_SEEN } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { Probe, StripeInspector } from '../use-cases/setup/setup-ports.ts';
import { SyncError } from '../sync-error.ts';
import type { KeyKind } from './client.ts';
import { hasAccountFees } from './account-fees.ts';
import { understood } from './errors.ts';
import { listEndpoints } from './webhook-endpoints.ts';

interface InspectorParts extends KeyKind {
  readonly stripe: Stripe;
  /** True for the secret in the URL of this key's webhook. */
  readonly isWebhookSecret: (given: string) => boolean;
}

const named = (name: string | null | undefined): string | null =>
  name === undefined || name === null || name.trim() === '' ? null : name;

/** A restricted key's answer can lack fields that the types promise (docs.stripe.com/api/accounts). */
type Shown<T> = T extends readonly (infer Item)[]
  ? readonly Shown<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]?: Shown<T[Field]> | undefined }
    : T;

function requirementsOf(
  requirements: Shown<Stripe.Account.Requirements> | null | undefined,
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
  const { business_profile: profile, settings, ...shown }: Shown<Stripe.Account> = account;
  return {
    id: account.id,
    name: named(profile?.name) ?? named(settings?.dashboard?.display_name),
    country: named(shown.country),
    currency: named(shown.default_currency),
    chargesEnabled: account.charges_enabled,
    payoutsEnabled: account.payouts_enabled,
    detailsSubmitted: account.details_submitted,
    requirements: requirementsOf(shown.requirements),
  };
}

/** Stripe counts results of a search exactly up to this (docs.stripe.com/api/pagination/search). */
const MAX_EXACT_COUNT = 10_000;

type HarmlessCall = (stripe: Stripe) => Promise<unknown>;

const ONE = { limit: 1 };

/** What the report tells beside the permission, so that it is asked for in any case. */
type Reported = 'balance_read' | 'accounts_kyc_basic_read';

/** The smallest read that needs the permission. */
const HARMLESS_CALLS: Readonly<Record<Exclude<StripePermission, Reported>, HarmlessCall>> = {
  balance_transaction_source_read: (stripe) => stripe.balanceTransactions.list(ONE),
  charge_read: (stripe) => stripe.charges.list(ONE),
  customer_read: (stripe) => stripe.customers.list(ONE),
  dispute_read: (stripe) => stripe.disputes.list(ONE),
  payment_intent_read: (stripe) => stripe.paymentIntents.list(ONE),
  payout_read: (stripe) => stripe.payouts.list(ONE),
  product_read: (stripe) => stripe.products.list(ONE),
  coupon_read: (stripe) => stripe.coupons.list(ONE),
  invoice_read: (stripe) => stripe.invoices.list(ONE),
  plan_read: (stripe) => stripe.prices.list(ONE),
  subscription_read: (stripe) => stripe.subscriptions.list(ONE),
  checkout_session_read: (stripe) => stripe.checkout.sessions.list(ONE),
  event_read: (stripe) => stripe.events.list(ONE),
};

function probeOf(error: SyncError): Probe {
  const { code, detail } = error;
  if (code === 'stripe-key-invalid') throw error;
  return { status: code === 'stripe-permission' ? 'missing' : 'unknown', detail };
}

const currenciesIn = ({ available, pending }: Stripe.Balance): readonly string[] => [
  ...new Set([...available, ...pending].map(({ currency }) => currency)),
];

/** Read once, at the first use. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

/** Of one run: what it has asked for, it keeps. */
export function createStripeInspector(parts: InspectorParts): StripeInspector {
  const { stripe, mode, kind } = parts;
  const ask = <T>(call: Promise<T>): Promise<T> => understood({ notFound: 'stripe-refused' }, call);
  const account = once(async () => mapAccount(await ask(stripe.accounts.retrieveCurrent())));
  const settlementCurrencies = once(async () => currenciesIn(await ask(stripe.balance.retrieve())));
  const tried = async (permission: StripePermission): Promise<Probe> => {
    switch (permission) {
      case 'balance_read':
        await settlementCurrencies();
        return { status: 'present' };
      case 'accounts_kyc_basic_read': {
        // Some accounts answer any key, and keep to themselves what this permission is for.
        const { requirements } = await account();
        return requirements === null
          ? { status: 'unknown', detail: undefined }
          : { status: 'present' };
      }
      default:
        await ask(HARMLESS_CALLS[permission](stripe));
        return { status: 'present' };
    }
  };
  const countOf = async (query: string): Promise<number> => {
    const { total_count: count } = await ask(
      stripe.charges.search({ query, limit: 1, expand: ['total_count'] }),
    );
    if (count === undefined) throw new SyncError('stripe-wrong-answer');
    return count;
  };
  return {
    mode,
    kind,
    async probe(permission) {
      try {
        return await tried(permission);
      } catch (error) {
        if (error instanceof SyncError) return probeOf(error);
        throw error;
      }
    },
    account,
    settlementCurrencies,
    hasAccountFees: () => ask(hasAccountFees(stripe)),
    chargeCount: async () => {
      const [count, ofHubSpot] = await Promise.all([
        countOf('created>0'),
        countOf('-metadata["hs_pmguid"]:null').catch(() => null),
      ]);
      return { count, ofHubSpot, isAll: count < MAX_EXACT_COUNT };
    },
    newestEventsMs: async () => {
      const { data } = await ask(stripe.events.list({ limit: MAX_EVENTS_SEEN }));
      return data.map(({ created }) => created * 1_000);
    },
    webhookEndpoints: () => listEndpoints(stripe, parts.isWebhookSecret),
  };
}
