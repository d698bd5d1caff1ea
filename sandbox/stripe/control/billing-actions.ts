import type { StripeActionId } from '../../drawers.ts';
import { moneyText } from '../values/currencies.ts';
import type { Metadata } from '../entities/row.ts';
import { amountRemaining } from '../formatters/amounts.ts';
import type { StripeWorld } from '../world/index.ts';
import { theInvoice, WorldRefusal } from '../world/context.ts';

export interface BillingAction {
  readonly action: StripeActionId;
  /** What the action is done to: an `in_` or a `sub_` id. */
  readonly targetId: string | undefined;
  readonly customerId: string | undefined;
  readonly amount: number | undefined;
  readonly currency: string | undefined;
  readonly metadata: Metadata;
  readonly nowMs: number;
}

const USUAL_AMOUNT = 12_000;
const USUAL_CURRENCY = 'usd';
const DUE_AFTER_MS = 14 * 24 * 60 * 60 * 1000;

function needed(id: string | undefined, action: StripeActionId, what: string): string {
  if (id === undefined) throw new WorldRefusal(`The action ${action} needs ${what}.`);
  return id;
}

function createInvoice(world: StripeWorld, request: BillingAction): string {
  const { amount = USUAL_AMOUNT, currency = USUAL_CURRENCY, metadata } = request;
  const draft = world.createInvoice({
    customer: needed(request.customerId, request.action, 'a customer'),
    currency,
    lines: [{ description: 'Order made in the sandbox', amount }],
    dueMs: request.nowMs + DUE_AFTER_MS,
    metadata,
  });
  const { number } = world.finalizeInvoice(draft.id);
  return `The invoice ${number ?? draft.id} over ${moneyText(amount, currency)} is due in 14 days.`;
}

function startSubscription(world: StripeWorld, request: BillingAction): string {
  const { amount = USUAL_AMOUNT, currency = USUAL_CURRENCY, metadata } = request;
  const customer = needed(request.customerId, request.action, 'a customer');
  const product = world.createProduct({ name: 'Sandbox plan' });
  const price = world.createPrice({
    product: product.id,
    currency,
    unitAmount: amount,
    recurring: { interval: 'month' },
  });
  world.createSubscription({ customer, items: [{ price: price.id }], metadata });
  return `A subscription of ${moneyText(amount, currency)} a month was started and paid.`;
}

function onInvoice(world: StripeWorld, request: BillingAction): string | undefined {
  const id = (): string => needed(request.targetId, request.action, 'an invoice');
  switch (request.action) {
    case 'pay-invoice': {
      const { invoice } = world.payInvoice(id());
      return `The invoice ${invoice.number ?? invoice.id} was paid.`;
    }
    case 'pay-invoice-part': {
      const left = amountRemaining(theInvoice(world.store, id()));
      const amount = request.amount ?? Math.floor(left / 2);
      const { invoice } = world.payInvoice(id(), { amount });
      const rest = moneyText(amountRemaining(invoice), invoice.currency);
      return `${moneyText(amount, invoice.currency)} was paid; ${rest} is left.`;
    }
    case 'fail-invoice-payment': {
      const { invoice } = world.failInvoicePayment(id());
      return `The payment of the invoice ${invoice.number ?? invoice.id} was declined.`;
    }
    case 'void-invoice': {
      const { number } = world.voidInvoice(id());
      return `The invoice ${number ?? id()} was voided.`;
    }
    default:
      return undefined;
  }
}

function onSubscription(world: StripeWorld, request: BillingAction): string | undefined {
  const id = (): string => needed(request.targetId, request.action, 'a subscription');
  switch (request.action) {
    case 'renew-subscription':
      world.renewSubscription(id());
      return 'The next period began and was invoiced.';
    case 'cancel-at-period-end':
      world.cancelSubscription(id(), { when: 'at-period-end' });
      return 'The subscription ends with its period.';
    default:
      return undefined;
  }
}

/** Undefined for an action that has nothing to do with invoices and subscriptions. */
export function performBilling(world: StripeWorld, request: BillingAction): string | undefined {
  if (request.action === 'create-invoice') return createInvoice(world, request);
  if (request.action === 'start-subscription') return startSubscription(world, request);
  return onInvoice(world, request) ?? onSubscription(world, request);
}
