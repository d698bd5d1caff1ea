import type { CustomerRow } from '../entities/payments.ts';
import type { ScheduleRow, SubscriptionRow } from '../entities/billing.ts';
import { automaticRates } from '../values/automatic-tax.ts';
import type { Billed, NewSchedule, NewSubscription, Renewal } from './billing-requests.ts';
import { recordSubscription } from './events.ts';
import {
  createdAt,
  theCustomer,
  theSubscription,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { inForceAt, redeem } from './discounts.ts';
import { manualLine } from './invoice-lines.ts';
import { periodEnd } from './pricing.ts';
import { settleDue } from './settlement.ts';
import { bill } from './subscription-billing.ts';
import { currencyOfItems, storeItem, theRecurringPrice } from './subscription-items.ts';
import { checkTexts } from './text-limits.ts';

const USUAL_DAYS_UNTIL_DUE = 30;

const UNTOUCHED = {
  cancelAt: null,
  isCanceledAtPeriodEnd: false,
  canceledAt: null,
  endedAt: null,
  cancellationReason: null,
  cancellationFeedback: null,
  cancellationComment: null,
  pauseCollection: null,
  pausedAt: null,
  latestInvoice: null,
} as const;

function firstStatus(request: NewSubscription, trialEnd: number | null): SubscriptionRow['status'] {
  if (trialEnd !== null) return 'trialing';
  return request.collectionMethod === 'send_invoice' ? 'active' : 'incomplete';
}

function storeSubscription(
  context: WorldContext,
  request: NewSubscription,
  customer: CustomerRow,
  atMs: number,
): SubscriptionRow {
  const currency = currencyOfItems(context, request);
  const id = context.ids.next('sub_1');
  const created = createdAt(atMs);
  const trialEnd = request.trialEndMs === undefined ? null : createdAt(request.trialEndMs);
  if (trialEnd !== null && trialEnd <= created) throw new WorldRefusal('The trial has no length.');
  const isSent = request.collectionMethod === 'send_invoice';
  const frame = { subscription: id, customer: customer.id, currency, trialEnd, atMs };
  const target = { customer: customer.id, subscription: id };
  return context.store.subscriptions.insert(
    {
      ...UNTOUCHED,
      id,
      created,
      customer: customer.id,
      currency,
      status: firstStatus(request, trialEnd),
      items: request.items.map((item) => storeItem(context, item, frame)),
      pendingLines: (request.addedItems ?? []).map((line) =>
        manualLine(context, line, currency, atMs),
      ),
      discounts: (request.discounts ?? []).map(
        (coupon) => redeem(context, coupon, currency, target, atMs).id,
      ),
      collectionMethod: request.collectionMethod ?? 'charge_automatically',
      daysUntilDue: isSent ? (request.daysUntilDue ?? USUAL_DAYS_UNTIL_DUE) : null,
      description: request.description ?? null,
      billingCycleAnchor: trialEnd ?? created,
      trialStart: trialEnd === null ? null : created,
      trialEnd,
      taxRates:
        request.isTaxAutomatic === true ? automaticRates(customer) : (request.taxRates ?? []),
      isTaxAutomatic: request.isTaxAutomatic ?? false,
      metadata: request.metadata ?? {},
    },
    atMs,
  );
}

export function createSubscription(context: WorldContext, request: NewSubscription): Billed {
  const atMs = timeOf(context, request.atMs);
  settleDue(context, atMs);
  checkTexts('subscription', request);
  const customer = theCustomer(context.store, request.customer);
  const begun = storeSubscription(context, request, customer, atMs);
  recordSubscription(context, 'customer.subscription.created', begun, atMs);
  return bill(context, begun.id, {
    items: begun.items,
    billingReason: 'subscription_create',
    periodStart: begun.created,
    periodEnd: begun.created,
    payment: request,
    atMs,
  });
}

/** Seconds: when the next of its items is to be billed. */
export const nextBilling = (subscription: SubscriptionRow): number =>
  Math.min(...subscription.items.map((item) => item.currentPeriodEnd));

function theRenewable(context: WorldContext, id: string): SubscriptionRow {
  const subscription = theSubscription(context.store, id);
  if (!['active', 'past_due', 'trialing', 'unpaid'].includes(subscription.status)) {
    throw new WorldRefusal(`The subscription ${id} is ${subscription.status}.`);
  }
  const { cancelAt } = subscription;
  if (cancelAt !== null && cancelAt <= nextBilling(subscription)) {
    throw new WorldRefusal(`The subscription ${id} ends with its period.`);
  }
  return subscription;
}

/** The items whose period is over begin the next; before its end, all of them begin anew. */
function beginPeriod(
  context: WorldContext,
  subscription: SubscriptionRow,
  atMs: number,
): SubscriptionRow {
  const due = nextBilling(subscription);
  const isDue = createdAt(atMs) >= due;
  const start = isDue ? due : createdAt(atMs);
  const anchor = isDue ? subscription.billingCycleAnchor : start;
  const items = subscription.items.map((item) => {
    if (isDue && item.currentPeriodEnd > due) return item;
    const { recurring } = theRecurringPrice(context, item.price);
    const discounts = inForceAt(context, item.discounts, start);
    const currentPeriodEnd = periodEnd(anchor, start, recurring);
    return { ...item, discounts, currentPeriodStart: start, currentPeriodEnd };
  });
  return context.store.subscriptions.update(
    subscription.id,
    {
      items,
      billingCycleAnchor: anchor,
      discounts: inForceAt(context, subscription.discounts, start),
      ...(subscription.status === 'trialing' ? { status: 'active', trialEnd: start } : {}),
    },
    atMs,
  );
}

export function renewSubscription(
  context: WorldContext,
  id: string,
  renewal: Renewal = {},
): Billed {
  const before = theRenewable(context, id);
  const dueMs = nextBilling(before) * 1000;
  const atMs = timeOf(context, renewal.atMs ?? Math.min(dueMs, context.clock.nowMs()));
  settleDue(context, atMs);
  const begun = beginPeriod(context, before, atMs);
  recordSubscription(context, 'customer.subscription.updated', begun, atMs, {
    billing_cycle_anchor: before.billingCycleAnchor,
  });
  const started = begun.items.filter((item, index) => item !== before.items[index]);
  return bill(context, id, {
    items: started,
    billingReason: dueMs <= atMs ? 'subscription_cycle' : 'subscription_update',
    periodStart: before.items[0]?.currentPeriodStart ?? begun.created,
    periodEnd: Math.min(nextBilling(before), createdAt(atMs)),
    payment: renewal,
    atMs,
  });
}

/** https://docs.stripe.com/billing/subscriptions/subscription-schedules: until it starts there is no subscription. */
export function scheduleSubscription(context: WorldContext, schedule: NewSchedule): ScheduleRow {
  const atMs = timeOf(context, undefined);
  const startDate = createdAt(schedule.startMs);
  if (startDate <= createdAt(atMs)) throw new WorldRefusal('A schedule starts later.');
  const currency = currencyOfItems(context, schedule);
  const cycles = schedule.items.map(({ price }) => theRecurringPrice(context, price).recurring);
  return context.store.schedules.insert(
    {
      id: context.ids.next('sub_sched_1'),
      created: createdAt(atMs),
      customer: theCustomer(context.store, schedule.customer).id,
      currency,
      items: schedule.items.map(({ price, quantity }) => ({ price, quantity: quantity ?? 1 })),
      startDate,
      endDate: Math.max(...cycles.map((cycle) => periodEnd(startDate, startDate, cycle))),
      metadata: schedule.metadata ?? {},
    },
    atMs,
  );
}
