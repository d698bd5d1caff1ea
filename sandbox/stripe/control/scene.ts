import type { Scene, SceneEntry, StripeActionId } from '../../drawers.ts';
import { moneyText } from '../values/currencies.ts';
import type { InvoiceRow, SubscriptionRow } from '../entities/billing.ts';
import type { ChargeRow } from '../entities/payments.ts';
import type { Metadata } from '../entities/row.ts';
import { amountDue, amountRemaining } from '../formatters/amounts.ts';
import { isFullyRefunded } from '../formatters/payments.ts';
import type { Store } from '../store/store.ts';
import { thePrice } from '../world/context.ts';
import { isOpenDispute, isOpenInquiry } from '../world/disputes.ts';
import { priceAmount } from '../world/pricing.ts';
import { hasEnded } from '../world/subscription-changes.ts';
import { availableActions } from './available-actions.ts';

function invoiceStatus(invoice: InvoiceRow): string {
  if (invoice.status !== 'open' || invoice.amountPaid === 0) return invoice.status;
  return `open, ${moneyText(amountRemaining(invoice), invoice.currency)} left`;
}

function invoiceActions({ status, amountPaid }: InvoiceRow): readonly StripeActionId[] {
  if (status !== 'open' && status !== 'uncollectible') return [];
  const paying = ['pay-invoice', 'pay-invoice-part', 'fail-invoice-payment'] as const;
  return amountPaid > 0 ? paying : [...paying, 'void-invoice'];
}

function invoiceEntry(invoice: InvoiceRow): SceneEntry {
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

function subscriptionEntry(store: Store, row: SubscriptionRow): SceneEntry {
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

function methodText(charge: ChargeRow): string {
  const { method } = charge;
  if (method.type === 'us_bank_account') return `bank account ending in ${method.last4}`;
  const brand = method.brand.charAt(0).toUpperCase() + method.brand.slice(1);
  return `${brand} ending in ${method.last4}`;
}

function paymentLabel(charge: ChargeRow): string {
  const payer = charge.billingName === null ? '' : ` from ${charge.billingName}`;
  return `${moneyText(charge.amount, charge.currency)} by ${methodText(charge)}${payer}`;
}

function disputeStatus(store: Store, charge: ChargeRow): string | undefined {
  const disputes = store.disputes.inGroup(charge.id);
  if (disputes.some(isOpenDispute)) return 'in dispute';
  if (disputes.some(isOpenInquiry)) return 'under inquiry';
  const last = disputes.at(-1);
  if (last?.status === 'lost') return 'dispute lost';
  return last?.status === 'won' ? 'dispute won' : undefined;
}

function paymentStatus(store: Store, charge: ChargeRow): string {
  if (charge.status === 'failed') return 'failed';
  if (charge.status === 'pending') return 'on its way';
  if (!charge.isCaptured) {
    const isCanceled = store.paymentIntents.get(charge.paymentIntent)?.status === 'canceled';
    return isCanceled ? 'canceled' : 'authorized';
  }
  const disputed = disputeStatus(store, charge);
  if (disputed !== undefined) return disputed;
  const refunds = store.refunds.inGroup(charge.id);
  if (refunds.some((refund) => refund.origin === 'customer' && refund.status !== 'failed')) {
    return isFullyRefunded(charge) ? 'refunded' : 'partially refunded';
  }
  if (charge.settlesOutside) return 'paid, settled outside Stripe';
  if (charge.balanceTransaction === null) return 'paid, fee pending';
  return 'paid';
}

interface SceneQuestion {
  readonly customerIds: readonly string[];
  /** Customers are also meant by their addresses, whatever the case. */
  readonly emails: readonly string[];
  /** Metadata that names the record, such as `hubspot_deal_id`. */
  readonly naming: Metadata;
}

function customerIdsOf(store: Store, { customerIds, emails }: SceneQuestion): ReadonlySet<string> {
  const wanted = new Set(emails.map((email) => email.toLowerCase()));
  const byAddress = store.customers
    .newestFirst()
    .filter(({ email, isDeleted }) => !isDeleted && wanted.has(email?.toLowerCase() ?? ''));
  return new Set([...customerIds, ...byAddress.map(({ id }) => id)]);
}

const paymentEntry = (store: Store, charge: ChargeRow): SceneEntry => ({
  chargeId: charge.id,
  paymentIntentId: charge.paymentIntent,
  createdMs: charge.created * 1000,
  label: paymentLabel(charge),
  status: paymentStatus(store, charge),
  availableActions: availableActions(store, charge),
});

type Belongs = (
  customer: string | null,
  ...metadata: readonly (Metadata | null | undefined)[]
) => boolean;

function entriesOf(store: Store, belongs: Belongs): readonly SceneEntry[] {
  const intentMetadata = (charge: ChargeRow): Metadata | undefined =>
    store.paymentIntents.get(charge.paymentIntent)?.metadata;
  const charges = store.charges
    .newestFirst()
    .filter((row) => belongs(row.customer, row.metadata, intentMetadata(row)));
  const invoices = store.invoices
    .newestFirst()
    .filter((row) => belongs(row.customer.id, row.metadata, row.subscriptionMetadata));
  const subscriptions = store.subscriptions
    .newestFirst()
    .filter((row) => belongs(row.customer, row.metadata));
  return [
    ...charges.map((row) => paymentEntry(store, row)),
    ...invoices.map(invoiceEntry),
    ...subscriptions.map((row) => subscriptionEntry(store, row)),
  ].toSorted((one, other) => other.createdMs - one.createdMs);
}

/** What belongs to these customers, and what names the record in its metadata. Newest first. */
export function sceneOf(store: Store, nowMs: number, question: SceneQuestion): Scene {
  const customerIds = customerIdsOf(store, question);
  const naming = Object.entries(question.naming);
  const belongs: Belongs = (customer, ...metadata) =>
    (customer !== null && customerIds.has(customer)) ||
    metadata.some((each) => naming.some(([key, id]) => each?.[key] === id));
  return {
    nowMs,
    payments: entriesOf(store, belongs),
    customers: [...customerIds].flatMap((id) => {
      const customer = store.customers.get(id);
      return customer === undefined ? [] : [{ id, name: customer.name ?? id }];
    }),
  };
}
