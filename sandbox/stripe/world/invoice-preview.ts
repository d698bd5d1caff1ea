import type { InvoiceRow } from '../entities/billing.ts';
import { createdAt, theCustomer, theSubscription, timeOf, type WorldContext } from './context.ts';
import { inForceAt } from './discounts.ts';
import { subscriptionLine } from './invoice-lines.ts';
import { draftRow } from './invoices.ts';
import { periodEnd } from './pricing.ts';
import { nextBilling } from './subscriptions.ts';
import { theRecurringPrice } from './subscription-items.ts';

const RENEWING: readonly string[] = ['active', 'past_due', 'trialing', 'unpaid'];

/** The next invoice of a subscription; undefined for one that ends, or has ended. */
export function previewInvoice(context: WorldContext, id: string): InvoiceRow | undefined {
  const atMs = timeOf(context, undefined);
  const subscription = theSubscription(context.store, id);
  const due = nextBilling(subscription);
  const { cancelAt } = subscription;
  if (!RENEWING.includes(subscription.status)) return undefined;
  if (cancelAt !== null && cancelAt <= due) return undefined;
  const customer = theCustomer(context.store, subscription.customer);
  const renewed = { ...subscription, status: 'active' } as const;
  const items = subscription.items.filter((item) => item.currentPeriodEnd <= due);
  const next = items.map((item) => {
    const { recurring } = theRecurringPrice(context, item.price);
    return {
      ...item,
      currentPeriodStart: due,
      currentPeriodEnd: periodEnd(subscription.billingCycleAnchor, due, recurring),
      discounts: inForceAt(context, item.discounts, due),
    };
  });
  const inherited = customer.discount === null ? [] : [customer.discount];
  const own = inForceAt(context, subscription.discounts, due);
  const days = subscription.daysUntilDue;
  return draftRow(
    context,
    {
      id: `upcoming_${context.ids.next('in_1')}`,
      customer,
      currency: subscription.currency,
      lines: [
        ...subscription.pendingLines,
        ...next.map((item) => subscriptionLine(context, renewed, item)),
      ],
      discounts: own.length > 0 ? own : inherited,
      taxRates: subscription.taxRates,
      billingReason: 'subscription_cycle',
      collectionMethod: subscription.collectionMethod,
      subscription,
      dueDate: days === null ? null : due + days * 24 * 60 * 60,
      periodStart: createdAt(atMs),
      periodEnd: due,
      number: null,
      description: null,
      metadata: {},
    },
    due * 1_000,
  );
}
