import type { SceneEntry, StripeActionId } from '../../drawers.ts';
import { moneyText } from '../currencies.ts';
import type { InvoiceRow } from '../entities/invoice.ts';
import type { SubscriptionRow } from '../entities/subscription.ts';
import { amountDue, amountRemaining } from '../formatters/invoice-amounts.ts';
import type { Store } from '../store/store.ts';
import { thePrice } from '../world/lookup.ts';
import { priceAmount } from '../world/price-amounts.ts';
import { hasEnded } from '../world/subscription-changes.ts';

function invoiceStatus(invoice: InvoiceRow): string {
  if (invoice.status !== 'open' || invoice.amountPaid === 0) return invoice.status;
  return `open, ${moneyText(amountRemaining(invoice), invoice.currency)} left`;
}

function invoiceActions({ status, amountPaid }: InvoiceRow): readonly StripeActionId[] {
  if (status !== 'open' && status !== 'uncollectible') return [];
  const paying = ['pay-invoice', 'pay-invoice-part', 'fail-invoice-payment'] as const;
  return amountPaid > 0 ? paying : [...paying, 'void-invoice'];
}

export function invoiceEntry(invoice: InvoiceRow): SceneEntry {
  const money = moneyText(amountDue(invoice), invoice.currency);
  const payer = invoice.customer.name === null ? '' : ` to ${invoice.customer.name}`;
  return {
    chargeId: invoice.id,
    paymentIntentId: null,
    createdMs: invoice.created * 1000,
    label: `Invoice ${invoice.number ?? '(draft)'} over ${money}${payer}`,
    status: invoiceStatus(invoice),
    availableActions: invoiceActions(invoice),
  };
}

function subscriptionActions(row: SubscriptionRow): readonly StripeActionId[] {
  if (hasEnded(row) || row.status === 'paused' || row.status === 'incomplete') return [];
  return row.isCanceledAtPeriodEnd ? [] : ['renew-subscription', 'cancel-at-period-end'];
}

export function subscriptionEntry(store: Store, row: SubscriptionRow): SceneEntry {
  const [first] = row.items;
  const price = first === undefined ? undefined : thePrice(store, first.price);
  const amount = row.items.reduce(
    (sum, item) => sum + priceAmount(thePrice(store, item.price), item.quantity ?? 0),
    0,
  );
  const interval = price?.recurring?.interval ?? 'period';
  return {
    chargeId: row.id,
    paymentIntentId: null,
    createdMs: row.created * 1000,
    label: `Subscription of ${moneyText(amount, row.currency)} a ${interval}`,
    status: row.isCanceledAtPeriodEnd && !hasEnded(row) ? `${row.status}, ending` : row.status,
    availableActions: subscriptionActions(row),
  };
}
