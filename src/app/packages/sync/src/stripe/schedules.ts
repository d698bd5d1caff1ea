import type { Subscription } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { SharedList } from './batches.ts';
import { knownCurrency } from './checked-values.ts';
import type { Catalogue, PricedItem, PriceFacts } from './catalogue.ts';
import { mapPrice } from './catalogue.ts';
import type { SeenCustomers } from './customers.ts';
import { allOf, PAGE_SIZE } from './lists.ts';
import type { OtherKeys, StripeApi } from './metadata.ts';
import { claimsIn, idOf } from './metadata.ts';

type Phase = Stripe.SubscriptionSchedule.Phase;

/** What the first phase brings; the later ones are not a subscription that is to come. */
const firstPhase = ({ phases: [first] }: Stripe.SubscriptionSchedule): Phase | undefined => first;

interface ScheduledItem extends PricedItem {
  readonly quantity: number | null;
}

type Prices = ReadonlyMap<string, Stripe.Price>;

/** Read apart: a list that expands prices is refused to a key that may not read them, also where it is empty. */
async function pricesOf({ prices }: Stripe, phases: readonly Phase[]): Promise<Prices> {
  const ids = phases.flatMap(({ items }) => items.map(({ price }) => idOf(price)));
  const distinct = [...new Set(ids)].filter((id) => id !== null);
  const read = await Promise.all(distinct.map((id) => prices.retrieve(id)));
  return new Map(read.map((price) => [price.id, price]));
}

function pricedItems({ items, currency }: Phase, prices: Prices): readonly ScheduledItem[] {
  return items.flatMap(({ price: ref, quantity }) => {
    const price = prices.get(idOf(ref) ?? '');
    return price === undefined ? [] : [{ price, currency, quantity: quantity ?? null }];
  });
}

/** A schedule that has not started, as the subscription that it is to become. */
function mapSchedule(
  schedule: Stripe.SubscriptionSchedule,
  { phase, items }: { readonly phase: Phase; readonly items: readonly ScheduledItem[] },
  facts: PriceFacts,
  otherKeys: OtherKeys,
): Subscription {
  const { start_date: start, end_date: end, currency } = phase;
  return {
    id: schedule.id,
    customerId: idOf(schedule.customer) ?? '',
    created: schedule.created,
    livemode: schedule.livemode,
    status: schedule.status,
    currency: knownCurrency(schedule.id, currency),
    items: items.map(({ price, quantity }, index) => ({
      id: `${schedule.id}/${String(index)}`,
      quantity,
      price: mapPrice(price, currency, facts),
      currentPeriodStart: start,
      currentPeriodEnd: end,
      discounts: [],
      trialEndsAt: null,
      taxIncluded: null,
    })),
    discounts: [],
    startsOn: start,
    trialEnd: null,
    isCollectionPaused: false,
    cancelAtPeriodEnd: false,
    cancelAt: null,
    endedAt: null,
    pausedAt: null,
    cancellation: null,
    recordClaims: [
      ...claimsIn(schedule.metadata, otherKeys),
      ...claimsIn(phase.metadata, otherKeys),
    ],
  };
}

/** Schedules of customers, by their ids, that have not started: no list of subscriptions has them. */
export const sharedSchedules = ({ subscriptionSchedules }: Stripe, { isInLists }: SeenCustomers) =>
  ({
    name: 'schedules',
    pageOfAll: (page) => subscriptionSchedules.list({ ...page, scheduled: true }),
    listOf: (customer) =>
      allOf(subscriptionSchedules.list({ customer, scheduled: true, limit: PAGE_SIZE })),
    isOf: ({ customer }, id) => idOf(customer) === id,
    isInAll: isInLists,
  }) satisfies SharedList<Stripe.SubscriptionSchedule, string>;

/** Schedules as the subscriptions that they are to become. */
export async function scheduledSubscriptions(
  stripe: StripeApi,
  catalogue: Catalogue,
  schedules: readonly Stripe.SubscriptionSchedule[],
): Promise<readonly Subscription[]> {
  const phases = schedules.flatMap((schedule) => firstPhase(schedule) ?? []);
  const prices = await pricesOf(stripe, phases);
  const begun = schedules.flatMap((schedule) => {
    const phase = firstPhase(schedule);
    return phase === undefined ? [] : [{ schedule, phase, items: pricedItems(phase, prices) }];
  });
  const facts = await catalogue.factsFor(begun.flatMap(({ items }) => items));
  return begun.map(({ schedule, ...rest }) => mapSchedule(schedule, rest, facts, stripe.otherKeys));
}
