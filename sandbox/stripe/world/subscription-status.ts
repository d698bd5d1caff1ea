import type { InvoiceRow, SubscriptionRow } from '../entities/billing.ts';
import { recordSubscription } from './events.ts';
import type { WorldContext } from './context.ts';

function changeStatus(
  context: WorldContext,
  subscription: SubscriptionRow,
  status: SubscriptionRow['status'],
  atMs: number,
): SubscriptionRow {
  if (subscription.status === status) return subscription;
  const row = context.store.subscriptions.update(subscription.id, { status }, atMs);
  const before = { status: subscription.status };
  recordSubscription(context, 'customer.subscription.updated', row, atMs, before);
  return row;
}

function latestOf(context: WorldContext, invoice: InvoiceRow): SubscriptionRow | undefined {
  if (invoice.subscription === null) return undefined;
  const subscription = context.store.subscriptions.get(invoice.subscription);
  return subscription?.latestInvoice === invoice.id ? subscription : undefined;
}

/** The latest invoice decides: paid, it makes the subscription active again. */
export function followPaidInvoice(context: WorldContext, invoice: InvoiceRow, atMs: number): void {
  const subscription = latestOf(context, invoice);
  if (subscription === undefined) return;
  if (['incomplete', 'past_due', 'unpaid'].includes(subscription.status)) {
    changeStatus(context, subscription, 'active', atMs);
  }
}

/** Not paid in time: past due, and unpaid when Stripe has given up. */
export function followUnpaidInvoice(
  context: WorldContext,
  invoice: InvoiceRow,
  isFinal: boolean,
  atMs: number,
): void {
  const subscription = latestOf(context, invoice);
  if (subscription === undefined) return;
  if (['active', 'trialing', 'past_due'].includes(subscription.status)) {
    changeStatus(context, subscription, isFinal ? 'unpaid' : 'past_due', atMs);
  }
}
