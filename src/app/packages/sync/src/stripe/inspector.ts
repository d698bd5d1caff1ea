import type { StripePermission } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { Probe, StripeInspector } from '../ports/setup.ts';
import type { Caller } from '../http/retry.ts';
import { SyncError } from '../sync-error.ts';
import { toStripeSyncError } from './errors.ts';
import type { KeyKind } from './key.ts';
import { mapAccount } from './map-account.ts';
import type { Lane, Pace } from './pace.ts';

interface InspectorParts extends KeyKind {
  readonly stripe: Stripe;
  readonly caller: Caller;
  readonly pace: Pace;
}

/** Every answer of Stripe says what it is. */
interface Answer {
  readonly object: string;
}

type HarmlessCall = readonly [
  lane: Lane,
  send: (stripe: Stripe, options: Stripe.RequestOptions) => Promise<Answer>,
];

const ONE = { limit: 1 };

/** What the report tells beside the permission, so that it is asked for in any case. */
type Told = 'balance_read' | 'accounts_kyc_basic_read';

/** The smallest read that needs the permission. */
const HARMLESS_CALLS: Readonly<Record<Exclude<StripePermission, Told>, HarmlessCall>> = {
  balance_transaction_source_read: [
    'account',
    (stripe, options) => stripe.balanceTransactions.list(ONE, options),
  ],
  charge_read: ['charges', (stripe, options) => stripe.charges.list(ONE, options)],
  customer_read: ['customers', (stripe, options) => stripe.customers.list(ONE, options)],
  dispute_read: ['disputes', (stripe, options) => stripe.disputes.list(ONE, options)],
  payment_intent_read: [
    'payment-intents',
    (stripe, options) => stripe.paymentIntents.list(ONE, options),
  ],
  product_read: ['products', (stripe, options) => stripe.products.list(ONE, options)],
  coupon_read: ['coupons', (stripe, options) => stripe.coupons.list(ONE, options)],
  invoice_read: ['invoices', (stripe, options) => stripe.invoices.list(ONE, options)],
  plan_read: ['prices', (stripe, options) => stripe.prices.list(ONE, options)],
  subscription_read: [
    'subscriptions',
    (stripe, options) => stripe.subscriptions.list(ONE, options),
  ],
  checkout_session_read: [
    'checkouts',
    (stripe, options) => stripe.checkout.sessions.list(ONE, options),
  ],
};

function probeOf(error: SyncError): Probe {
  const { code, detail } = error;
  if (code === 'stripe-key-invalid') throw error;
  return { status: code === 'stripe-permission' ? 'missing' : 'unknown', detail };
}

const currenciesIn = ({ available, pending }: Stripe.Balance): readonly string[] => [
  ...new Set([...available, ...pending].map(({ currency }) => currency)),
];

/** Asked by whoever needs it first. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

/** Of one run: what it has asked for, it keeps. */
export function createStripeInspector(parts: InspectorParts): StripeInspector {
  const { stripe, caller, pace, mode, kind } = parts;
  const ask = async <T extends Answer>(
    answers: string,
    lane: Lane,
    send: (stripe: Stripe, options: Stripe.RequestOptions) => Promise<T>,
  ): Promise<T> => {
    try {
      const answer = await pace.in(lane, caller).call((timeout) => send(stripe, { timeout }));
      // Stripe's client takes the JSON of a gateway for an answer, unless it has a field `error`.
      if (answer.object !== answers) throw new SyncError('stripe-unreachable');
      return answer;
    } catch (error) {
      throw toStripeSyncError(error, 'stripe-refused');
    }
  };
  const account = once(async () =>
    mapAccount(
      await ask('account', 'account', (_, options) => stripe.accounts.retrieveCurrent({}, options)),
    ),
  );
  const settlementCurrencies = once(async () =>
    currenciesIn(
      await ask('balance', 'account', (_, options) => stripe.balance.retrieve({}, options)),
    ),
  );
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
        await ask('list', ...HARMLESS_CALLS[permission]);
        return { status: 'present' };
    }
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
  };
}
