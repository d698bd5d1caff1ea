import type { Scene, SceneEntry } from '../../drawers.ts';
import { moneyText } from '../currencies.ts';
import type { ChargeRow } from '../entities/charge.ts';
import type { Metadata } from '../entities/row.ts';
import { isFullyRefunded } from '../formatters/charge.ts';
import type { Store } from '../store/store.ts';
import { isOpenDispute, isOpenInquiry } from '../world/disputes.ts';
import { availableActions } from './available-actions.ts';
import { invoiceEntry, subscriptionEntry } from './billing-scene.ts';

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
  if (!charge.isCaptured) return charge.amountRefunded > 0 ? 'canceled' : 'authorized';
  const disputed = disputeStatus(store, charge);
  if (disputed !== undefined) return disputed;
  const refunds = store.refunds.inGroup(charge.id);
  if (refunds.some((refund) => refund.origin === 'customer' && refund.status !== 'failed')) {
    return isFullyRefunded(charge) ? 'refunded' : 'partially refunded';
  }
  if (charge.balanceTransaction === null) return 'paid, fee pending';
  return 'paid';
}

export interface SceneQuestion {
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
