import type { AskedChange, AskedPayment, ProbedPermission } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ActingPorts } from './acting-ports.ts';

/** Without which the change is refused. */
export function permissionOfChange({ kind }: AskedChange): ProbedPermission {
  switch (kind) {
    case 'refund':
      return 'charge_write';
    case 'card-link':
      return 'customer_portal_write';
    case 'deactivate-link':
      return 'payment_links_write';
    case 'void-invoice':
    case 'send-invoice':
    case 'mark-paid':
    case 'mark-uncollectible':
      return 'invoice_write';
    default:
      return 'subscription_write';
  }
}

/** Without which what is asked for is not created. */
export function permissionOfRequest({ method }: AskedPayment): ProbedPermission {
  switch (method) {
    case 'link':
    case 'subscription-link':
      return 'payment_links_write';
    case 'invoice':
      return 'invoice_write';
    case 'subscription':
      return 'subscription_write';
  }
}

/**
 * With the review, so that a person does not confirm what the key may not do. A call tells it that can create
 * nothing; where it tells nothing, Stripe decides in the end.
 * @throws {SyncError} `write-key-permission`, `write-key-invalid`
 */
export async function checkPermission(
  { tryWrite }: Pick<ActingPorts, 'tryWrite'>,
  permission: ProbedPermission,
): Promise<void> {
  const probe = await tryWrite(permission);
  if (probe.status !== 'missing') return;
  const { detail } = probe;
  throw new SyncError('write-key-permission', detail === undefined ? {} : { detail });
}
