import type { Subscription } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { knownCurrency } from './checked-values.ts';
import type { Catalogue, PricedItem, PriceFacts } from './catalogue.ts';
import { mapPrice } from './catalogue.ts';
import { allOf, PAGE_SIZE } from './lists.ts';
import { claimsIn, idOf } from './metadata.ts';

type Phase = Stripe.SubscriptionSchedule.Phase;

/** What the first phase brings; the later ones are not a subscription that is to come. */
const firstPhase = ({ phases: [first] }: Stripe.SubscriptionSchedule): Phase | undefined => first;

interface ScheduledItem extends PricedItem {
  readonly quantity: number | null;
}

/** Items whose price was deleted have none to show. */
function pricedItems({ items, currency }: Phase): readonly ScheduledItem[] {
  return items.flatMap(({ price, quantity }) => {
    const isShown = typeof price !== 'string' && price.deleted !== true;
    return isShown ? [{ price, currency, quantity: quantity ?? null }] : [];
  });
}

/** A schedule that has not started, as the subscription that it is to become. */
function mapSchedule(
  schedule: Stripe.SubscriptionSchedule,
  phase: Phase,
  facts: PriceFacts,
): Subscription {
  const { start_date: start, end_date: end, currency } = phase;
  return {
    id: schedule.id,
    customerId: idOf(schedule.customer) ?? '',
    created: schedule.created,
    livemode: schedule.livemode,
    status: schedule.status,
    currency: knownCurrency(schedule.id, currency),
    items: pricedItems(phase).map(({ price, quantity }, index) => ({
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
    recordClaims: [...claimsIn(schedule.metadata), ...claimsIn(phase.metadata)],
  };
}

/** A customer's subscriptions that have not started: no list of subscriptions has them. */
export async function scheduledOf(
  { subscriptionSchedules }: Stripe,
  catalogue: Catalogue,
  customer: string,
): Promise<readonly Subscription[]> {
  const expand = ['data.phases.items.price'];
  const scheduled = { customer, scheduled: true, limit: PAGE_SIZE, expand };
  const schedules = await allOf(subscriptionSchedules.list(scheduled));
  const begun = schedules.flatMap((schedule) => {
    const phase = firstPhase(schedule);
    return phase === undefined ? [] : [{ schedule, phase }];
  });
  const facts = await catalogue.factsFor(begun.flatMap(({ phase }) => pricedItems(phase)));
  return begun.map(({ schedule, phase }) => mapSchedule(schedule, phase, facts));
}
