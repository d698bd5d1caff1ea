import type { InvoiceRow, SubscriptionItemRow, SubscriptionRow } from '../entities/billing.ts';
import { totalOf } from '../formatters/amounts.ts';
import { automaticRates } from '../values/automatic-tax.ts';
import type { ItemChange, NewInvoiceLine, PreviewedChange } from './billing-requests.ts';
import { priceRow } from './catalogue.ts';
import { createdAt, theCustomer, theSubscription, timeOf, type WorldContext } from './context.ts';
import { checkCurrency } from './customer-currency.ts';
import { inForceAt } from './discounts.ts';
import { manualLine, subscriptionLine } from './invoice-lines.ts';
import { draftRow } from './invoices.ts';
import { changedBy } from './item-changes.ts';
import { periodEnd } from './pricing.ts';
import { withDiscounts, type DiscountAsked } from './subscription-discounts.ts';
import { nextBilling } from './subscriptions.ts';
import { theRecurringPrice } from './subscription-items.ts';

const RENEWING: readonly string[] = ['active', 'past_due', 'trialing', 'unpaid'];

interface Billed {
  readonly subscription: SubscriptionRow;
  readonly items: readonly SubscriptionItemRow[];
  readonly billingReason: 'subscription_cycle' | 'subscription_update';
  /** Seconds. */
  readonly on: number;
  /** False where the customer's discount is left out. */
  readonly isInherited?: boolean;
}

/** With what the customer's credit takes off it. */
function preview(
  context: WorldContext,
  { subscription, items, billingReason, on, isInherited = true }: Billed,
  atMs: number,
): InvoiceRow {
  const customer = theCustomer(context.store, subscription.customer);
  const inherited = customer.discount === null ? [] : [customer.discount];
  const own = inForceAt(context, subscription.discounts, on);
  const days = subscription.daysUntilDue;
  const { balance } = customer;
  const row = draftRow(
    context,
    {
      id: `upcoming_${context.ids.next('in_1')}`,
      customer,
      currency: subscription.currency,
      lines: [
        ...subscription.pendingLines,
        ...items.map((item) => subscriptionLine(context, subscription, item)),
      ],
      discounts: own.length > 0 || !isInherited ? own : inherited,
      taxRates: subscription.taxRates,
      isTaxAutomatic: subscription.isTaxAutomatic,
      billingReason,
      collectionMethod: subscription.collectionMethod,
      subscription,
      dueDate: days === null ? null : on + days * 24 * 60 * 60,
      periodStart: createdAt(atMs),
      periodEnd: on,
      number: null,
      description: null,
      metadata: {},
    },
    on * 1_000,
  );
  const endingBalance = balance + Math.min(Math.max(-balance, 0), totalOf(row));
  return { ...row, startingBalance: balance, endingBalance };
}

/** Of a subscription that goes on. */
function nextInvoice(
  context: WorldContext,
  subscription: SubscriptionRow,
  atMs: number,
  isInherited = true,
): InvoiceRow | undefined {
  const on = nextBilling(subscription);
  const { cancelAt } = subscription;
  if (cancelAt !== null && cancelAt <= on) return undefined;
  const due = subscription.items.filter((item) => item.currentPeriodEnd <= on);
  const items = due.map((item) => {
    const { recurring } = theRecurringPrice(context, item.price);
    return {
      ...item,
      currentPeriodStart: on,
      currentPeriodEnd: periodEnd(subscription.billingCycleAnchor, on, recurring),
      discounts: inForceAt(context, item.discounts, on),
    };
  });
  const renewed = { ...subscription, status: 'active' } as const;
  return preview(
    context,
    { subscription: renewed, items, billingReason: 'subscription_cycle', on, isInherited },
    atMs,
  );
}

function changedInvoice(
  context: WorldContext,
  subscription: SubscriptionRow,
  change: ItemChange,
  atMs: number,
): InvoiceRow | undefined {
  const { row, billedNow: items } = changedBy(context, subscription, change, atMs);
  if (items === undefined) return nextInvoice(context, row, atMs);
  const on = createdAt(atMs);
  return preview(
    context,
    { subscription: row, items, billingReason: 'subscription_update', on },
    atMs,
  );
}

/** An invoice of a customer that would be made of these lines now. */
export interface PreviewedItems {
  readonly customer: string;
  readonly currency: string;
  readonly items: readonly NewInvoiceLine[];
  readonly isTaxAutomatic: boolean;
}

/** Nothing is stored, and without the customer's location there is no tax in it. */
export function previewItems(
  context: WorldContext,
  { customer: id, currency, items, isTaxAutomatic }: PreviewedItems,
): InvoiceRow {
  const atMs = timeOf(context, undefined);
  const customer = theCustomer(context.store, id);
  checkCurrency(context, id, currency);
  return draftRow(
    context,
    {
      ...{ id: `upcoming_${context.ids.next('in_1')}`, customer, currency, isTaxAutomatic },
      lines: items.map((line) => manualLine(context, line, currency, atMs)),
      discounts: customer.discount === null ? [] : [customer.discount],
      taxRates: isTaxAutomatic ? automaticRates(customer) : [],
      ...{ billingReason: 'manual', collectionMethod: 'charge_automatically' },
      ...{ subscription: null, dueDate: null, number: null, description: null, metadata: {} },
      ...{ periodStart: createdAt(atMs), periodEnd: createdAt(atMs) },
    },
    atMs,
  );
}

export function previewDiscounted(
  context: WorldContext,
  id: string,
  discounts: readonly DiscountAsked[],
): InvoiceRow | undefined {
  const atMs = timeOf(context, undefined);
  const subscription = theSubscription(context.store, id);
  if (!RENEWING.includes(subscription.status)) return undefined;
  return withDiscounts(context, subscription, discounts, (discounted) =>
    nextInvoice(context, discounted, atMs, false),
  );
}

/** The next invoice of a subscription, or the one of a change; undefined for one that ends, or has ended. */
export function previewInvoice(
  context: WorldContext,
  id: string,
  change?: PreviewedChange,
): InvoiceRow | undefined {
  const atMs = timeOf(context, undefined);
  const subscription = theSubscription(context.store, id);
  if (!RENEWING.includes(subscription.status)) return undefined;
  if (change === undefined) return nextInvoice(context, subscription, atMs);
  const { price, ...rest } = change;
  if (typeof price !== 'object') {
    const asked = price === undefined ? rest : { ...rest, price };
    return changedInvoice(context, subscription, asked, atMs);
  }
  // Stripe makes no price for a preview.
  const { prices } = context.store;
  const row = priceRow(context, price, atMs);
  prices.insert(row, atMs);
  try {
    return changedInvoice(context, subscription, { ...rest, price: row.id }, atMs);
  } finally {
    prices.remove(row.id);
  }
}
