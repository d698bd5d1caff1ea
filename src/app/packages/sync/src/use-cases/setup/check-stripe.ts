import type { PermissionCheck, StripeKeyCheck, StripePermission } from '@stripe-payments/core';
import { STRIPE_PERMISSIONS } from '@stripe-payments/core';
import type { StripeInspector } from '../../ports/setup.ts';
import { SyncError } from '../../sync-error.ts';
import { looked } from './looked.ts';

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

/** Failures after which nothing is known of the key. */
const isAboutKey = (error: SyncError): boolean =>
  error.code === 'stripe-key-invalid' || error.code === 'stripe-unreachable';

async function inspect(stripe: StripeInspector): Promise<StripeKeyCheck> {
  const { mode, kind } = stripe;
  const [permissions, account, settlementCurrencies] = await Promise.all([
    Promise.all(STRIPE_PERMISSIONS.map((permission) => checkPermission(stripe, permission))),
    looked(stripe.account()),
    looked(stripe.settlementCurrencies().then((codes) => ({ codes }))),
  ]);
  for (const part of [account, settlementCurrencies]) {
    if (part.isReadable) continue;
    const failure = new SyncError(part.error.code);
    if (isAboutKey(failure)) return { status: 'unusable', error: part.error };
  }
  return { status: 'usable', mode, kind, permissions, account, settlementCurrencies };
}

/** What the key is, what it may do and what account it opens. It never throws a `SyncError`. */
export async function checkStripe(stripe: StripeInspector | SyncError): Promise<StripeKeyCheck> {
  if (stripe instanceof SyncError) return { status: 'unusable', error: stripe.toReplyError() };
  try {
    return await inspect(stripe);
  } catch (error) {
    if (error instanceof SyncError) return { status: 'unusable', error: error.toReplyError() };
    throw error;
  }
}
