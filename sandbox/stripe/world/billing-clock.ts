import type { InvoiceRow, SubscriptionRow } from '../entities/billing.ts';
import { recordInvoice, recordSubscription } from './events.ts';
import { expireCheckout } from './checkout.ts';
import { createdAt, type WorldContext } from './context.ts';
import { voidInvoice } from './invoices.ts';
import { endSubscription } from './subscription-changes.ts';
import { followUnpaidInvoice } from './subscription-status.ts';
import { nextBilling, renewSubscription } from './subscriptions.ts';

/** https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses. */
const INCOMPLETE_SECONDS = 23 * 60 * 60;

function expireIncomplete(context: WorldContext, row: SubscriptionRow, now: number): void {
  const expiry = row.created + INCOMPLETE_SECONDS;
  if (row.status !== 'incomplete' || expiry > now) return;
  const atMs = expiry * 1000;
  const change = { status: 'incomplete_expired', endedAt: expiry } as const;
  const expired = context.store.subscriptions.update(row.id, change, atMs);
  recordSubscription(context, 'customer.subscription.updated', expired, atMs, {
    status: row.status,
  });
  const invoice = context.store.invoices.get(row.latestInvoice ?? '');
  if (invoice?.status === 'open' && invoice.amountPaid === 0)
    voidInvoice(context, invoice.id, atMs);
}

const goesOn = ({ status }: SubscriptionRow): boolean =>
  status === 'active' || status === 'trialing';

/** Renews with success as often as periods have ended; ends it at the moment it is to end. */
function advance(context: WorldContext, id: string, now: number): void {
  for (;;) {
    const row = context.store.subscriptions.get(id);
    if (row === undefined) return;
    const next = goesOn(row) ? nextBilling(row) : Infinity;
    if (row.cancelAt !== null && row.cancelAt <= Math.min(next, now) && row.endedAt === null) {
      endSubscription(context, row, row.cancelAt * 1000);
      return;
    }
    if (next > now) return;
    renewSubscription(context, id, { atMs: next * 1000 });
  }
}

function tellOverdue(context: WorldContext, row: InvoiceRow, now: number): void {
  if (row.status !== 'open' || row.dueDate === null || row.dueDate > now || row.isReportedOverdue) {
    return;
  }
  const atMs = Math.max(row.dueDate, row.finalizedAt ?? row.dueDate) * 1000;
  const overdue = context.store.invoices.update(row.id, { isReportedOverdue: true }, atMs);
  context.store.customers.update(row.customer.id, { isDelinquent: true }, atMs);
  recordInvoice(context, 'invoice.overdue', overdue, atMs);
  followUnpaidInvoice(context, overdue, false, atMs);
}

/** What time alone brings to subscriptions, invoices and checkout sessions. */
export function letBillingTimePass(context: WorldContext): void {
  const now = createdAt(context.clock.nowMs());
  const { subscriptions, invoices, checkoutSessions } = context.store;
  for (const row of subscriptions.newestFirst().toReversed()) {
    expireIncomplete(context, row, now);
    advance(context, row.id, now);
  }
  for (const row of invoices.newestFirst().toReversed()) tellOverdue(context, row, now);
  for (const row of checkoutSessions.newestFirst()) {
    const isOver = row.status === 'open' && row.expiresAt <= now;
    if (isOver) expireCheckout(context, row.id, row.expiresAt * 1000);
  }
}
