import type {
  CheckResult,
  Failure,
  PermissionCheck,
  StripeKeyCheck,
  StripePermission,
} from '@stripe-payments/core';
import { STRIPE_PERMISSIONS } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import { tryRead } from './failures.ts';
import type { StripeInspector } from './setup-ports.ts';

async function checkPermission(
  stripe: StripeInspector,
  permission: StripePermission,
): Promise<PermissionCheck> {
  // A full key may do everything, so there is nothing to ask.
  if (stripe.kind === 'full') return { permission, status: 'present' };
  const probe = await stripe.probe(permission);
  if (probe.status === 'present') return { permission, status: 'present' };
  const { status, detail } = probe;
  return { permission, status, ...(detail === undefined ? {} : { detail }) };
}

const unusable = (error: SyncError): StripeKeyCheck => ({
  status: 'unusable',
  error: error.failure,
});

/** Why nothing is known of the key: it is not taken, or nothing at all was answered. */
function obstacleIn(
  isAnswered: boolean,
  parts: readonly CheckResult<object>[],
): Failure | undefined {
  const errors = parts.flatMap((part) => (part.isReadable ? [] : [part.error]));
  const invalid = errors.find(({ code }) => code === 'stripe-key-invalid');
  return invalid ?? (isAnswered ? undefined : errors[0]);
}

async function inspect(stripe: StripeInspector): Promise<StripeKeyCheck> {
  const { mode, kind } = stripe;
  const [permissions, account, settlementCurrencies, accountFees] = await Promise.all([
    Promise.all(STRIPE_PERMISSIONS.map((permission) => checkPermission(stripe, permission))),
    tryRead('stripe', stripe.account()),
    tryRead(
      'stripe',
      stripe.settlementCurrencies().then((codes) => ({ codes })),
    ),
    tryRead(
      'stripe',
      stripe.hasAccountFees().then((areSeen) => ({ areSeen })),
    ),
  ]);
  const areTried = kind === 'restricted';
  const isAnswered =
    account.isReadable ||
    settlementCurrencies.isReadable ||
    (areTried && permissions.some(({ status }) => status !== 'unknown'));
  const error = obstacleIn(isAnswered, [account, settlementCurrencies]);
  if (error !== undefined) return { status: 'unusable', error };
  return {
    status: 'usable',
    mode,
    kind,
    permissions,
    account,
    settlementCurrencies,
    accountFees,
  };
}

/** What the key is, what it may do and what account it opens. It never throws a `SyncError`. */
export async function checkStripe(stripe: StripeInspector | SyncError): Promise<StripeKeyCheck> {
  if (stripe instanceof SyncError) return unusable(stripe);
  try {
    return await inspect(stripe);
  } catch (error) {
    if (error instanceof SyncError) return unusable(error);
    throw error;
  }
}
