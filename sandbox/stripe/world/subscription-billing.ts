import type {
  BillingReason,
  InvoiceRow,
  SubscriptionItemRow,
  SubscriptionRow,
} from '../entities/billing.ts';
import type { Billed, Renewal } from './billing-requests.ts';
import {
  createdAt,
  theCustomer,
  theInvoice,
  theSubscription,
  type WorldContext,
} from './context.ts';
import { withoutOnce } from './discounts.ts';
import { finalizeInvoice, markUncollectible, storeDraft, voidInvoice } from './invoices.ts';
import { subscriptionLine } from './invoice-lines.ts';
import { failInvoicePayment, payInvoice } from './invoice-payments.ts';
import { followPaidInvoice } from './subscription-status.ts';

export interface Billing {
  readonly items: readonly SubscriptionItemRow[];
  readonly billingReason: BillingReason;
  /** Seconds: of the period that ended, as an invoice tells it. */
  readonly periodStart: number;
  readonly periodEnd: number;
  readonly payment: Pick<Renewal, 'payment' | 'declineReason' | 'card'>;
  readonly atMs: number;
}

const DAY_SECONDS = 24 * 60 * 60;

function dueDateOf(subscription: SubscriptionRow, atMs: number): number | null {
  const days = subscription.daysUntilDue;
  return days === null ? null : createdAt(atMs) + days * DAY_SECONDS;
}

function draftFor(
  context: WorldContext,
  subscription: SubscriptionRow,
  billing: Billing,
): InvoiceRow {
  const { items, atMs, billingReason, periodStart, periodEnd } = billing;
  const customer = theCustomer(context.store, subscription.customer);
  const inherited = customer.discount === null ? [] : [customer.discount];
  return storeDraft(
    context,
    {
      id: context.ids.next('in_1'),
      customer,
      currency: subscription.currency,
      lines: [
        ...subscription.pendingLines,
        ...items.map((item) => subscriptionLine(context, subscription, item)),
      ],
      discounts: subscription.discounts.length > 0 ? subscription.discounts : inherited,
      taxRates: subscription.taxRates,
      isTaxAutomatic: subscription.isTaxAutomatic,
      billingReason,
      collectionMethod: subscription.collectionMethod,
      subscription,
      dueDate: dueDateOf(subscription, atMs),
      periodStart,
      periodEnd,
      number: null,
      description: null,
      metadata: {},
    },
    atMs,
  );
}

/** A coupon for one time is used up by an invoice that costs something. */
function useUpOnce(
  context: WorldContext,
  subscription: SubscriptionRow,
  invoice: InvoiceRow,
  atMs: number,
): void {
  const isUsed = invoice.lines.some((line) => line.amount > 0);
  const billed = new Set(invoice.lines.map((line) => line.subscriptionItem));
  context.store.subscriptions.update(
    subscription.id,
    {
      latestInvoice: invoice.id,
      pendingLines: [],
      discounts: isUsed ? withoutOnce(context, subscription.discounts) : subscription.discounts,
      items: subscription.items.map((item) =>
        isUsed && billed.has(item.id)
          ? { ...item, discounts: withoutOnce(context, item.discounts) }
          : item,
      ),
    },
    atMs,
  );
}

function billed(context: WorldContext, invoice: InvoiceRow, payment: Billed['payment']): Billed {
  const subscription = theSubscription(context.store, invoice.subscription ?? '');
  return { subscription, invoice: theInvoice(context.store, invoice.id), payment };
}

/** What a pause of the collection does to an invoice that would be collected. */
function withhold(
  context: WorldContext,
  subscription: SubscriptionRow,
  draft: InvoiceRow,
  atMs: number,
): InvoiceRow | undefined {
  const pause = subscription.pauseCollection;
  if (pause === null) return undefined;
  if (pause.behavior === 'keep_as_draft') return draft;
  const open = finalizeInvoice(context, draft.id, atMs);
  if (open.status === 'paid') return open;
  return pause.behavior === 'void'
    ? voidInvoice(context, draft.id, atMs)
    : markUncollectible(context, draft.id, atMs);
}

/** Makes the invoice for these items and collects it as the subscription says. */
export function bill(context: WorldContext, id: string, billing: Billing): Billed {
  const { atMs, payment } = billing;
  const subscription = theSubscription(context.store, id);
  const draft = draftFor(context, subscription, billing);
  useUpOnce(context, subscription, draft, atMs);
  const withheld = withhold(context, subscription, draft, atMs);
  if (withheld !== undefined) return billed(context, withheld, null);
  const invoice = finalizeInvoice(context, draft.id, atMs);
  if (invoice.status === 'paid') {
    followPaidInvoice(context, invoice, atMs);
    return billed(context, invoice, null);
  }
  const isSent = subscription.collectionMethod === 'send_invoice';
  const outcome = payment.payment ?? (isSent ? 'none' : 'succeeds');
  const card = payment.card === undefined ? {} : { card: payment.card };
  if (outcome === 'none') return billed(context, invoice, null);
  if (outcome === 'succeeds') {
    return billed(context, invoice, payInvoice(context, draft.id, { ...card, atMs }).payment);
  }
  const { declineReason: reason } = payment;
  const decline = { ...card, ...(reason === undefined ? {} : { reason }), atMs };
  return billed(context, invoice, failInvoicePayment(context, draft.id, decline).payment);
}
