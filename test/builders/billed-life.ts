import type {
  Cancellation,
  Currency,
  Invoice,
  InvoiceLine,
  Price,
  Subscription,
} from '@stripe-payments/core';
import { invoice } from './invoice.ts';
import { price, subscription, subscriptionItem } from './subscription.ts';

/** What a subscription is for from a moment on. */
export interface Plan {
  /** Seconds since the epoch. */
  readonly on: number;
  /** Monthly, in minor units a unit; prices of one amount are one price. */
  readonly amount: number;
  readonly quantity?: number;
  /** False for a change that only the next period's invoice tells. */
  readonly isProrated?: boolean;
}

export interface Life {
  readonly id?: string;
  readonly customerId?: string;
  readonly currency?: Currency;
  /** The first is the start. */
  readonly plans: readonly [Plan, ...Plan[]];
  readonly trialEnd?: number;
  readonly endsOn?: number;
  readonly cancellation?: Cancellation;
  readonly overrides?: Partial<Subscription>;
}

const monthlyPrice = (amount: number, currency: Currency = 'usd'): Price =>
  price({ id: `price_${String(amount)}`, unitAmountDecimal: String(amount), currency });

/** The same day of a later month, at the same time. */
export function monthsAfter(seconds: number, months: number): number {
  const date = new Date(seconds * 1_000);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getTime() / 1_000;
}

type Period = readonly [from: number, until: number];

const lineOf = (
  { id = 'sub_1' }: Life,
  { amount, quantity = 1 }: Plan,
  [from, until]: Period,
  kind: 'period' | 'debit' | 'credit',
  part = 1,
): InvoiceLine => ({
  description: null,
  productName: null,
  amountMinor: Math.round(amount * quantity * part) * (kind === 'credit' ? -1 : 1),
  quantity,
  recurring: {
    subscriptionId: id,
    itemId: `si_of_${id}`,
    priceId: `price_${String(amount)}`,
    productId: 'prod_1',
    kind,
    from,
    until,
    unitAmountDecimal: String(part === 1 ? amount : 0),
  },
});

function periodsOf({ plans: [first], trialEnd, endsOn }: Life, now: number): readonly Period[] {
  const periods: Period[] = trialEnd === undefined ? [] : [[first.on, trialEnd]];
  const anchor = trialEnd ?? first.on;
  for (let month = 0; ; month += 1) {
    const from = monthsAfter(anchor, month);
    if (from > now || from >= (endsOn ?? Infinity)) return periods;
    periods.push([from, monthsAfter(anchor, month + 1)]);
  }
}

function planAt({ plans }: Life, on: number): Plan {
  const [first] = plans;
  return plans.findLast((plan) => plan.on <= on) ?? first;
}

/** What Stripe has of a subscription now: itself as it is, and an invoice for each period that began. */
export function billedLife(
  life: Life,
  now: number,
): { readonly subscription: Subscription; readonly invoices: readonly Invoice[] } {
  const { id = 'sub_1', customerId = 'cus_1', currency = 'usd', trialEnd, endsOn } = life;
  const hasEnded = endsOn !== undefined && endsOn <= now;
  const periods = periodsOf(life, now);
  const until = hasEnded ? endsOn : now;
  const changes = life.plans.slice(1).filter(({ on }) => on <= until);
  const invoices = periods.map(([from, end], index) => {
    const before = periods[index - 1];
    // What changed within the period before is billed with the next.
    const prorations =
      before === undefined
        ? []
        : changes
            .filter(({ on, isProrated = true }) => isProrated && on > before[0] && on < from)
            .flatMap((plan) => {
              const part = (from - plan.on) / (from - before[0]);
              return [
                lineOf(life, planAt(life, plan.on - 1), [plan.on, from], 'credit', part),
                lineOf(life, plan, [plan.on, from], 'debit', part),
              ];
            });
    const isTrial = from < (trialEnd ?? 0);
    return invoice({
      id: `in_${id}_${String(index)}`,
      customerId,
      subscriptionId: id,
      currency,
      created: from,
      lines: [
        ...prorations,
        lineOf(life, planAt(life, from), [from, end], 'period', isTrial ? 0 : 1),
      ],
    });
  });
  const { amount, quantity = 1 } = planAt(life, until);
  const [currentPeriodStart, currentPeriodEnd] = periods.at(-1) ?? [now, now];
  const item = subscriptionItem({
    id: `si_of_${id}`,
    quantity,
    price: monthlyPrice(amount, currency),
    currentPeriodStart,
    currentPeriodEnd,
  });
  return {
    subscription: subscription({
      id,
      customerId,
      currency,
      created: life.plans[0].on,
      status: hasEnded ? 'canceled' : (trialEnd ?? 0) > now ? 'trialing' : 'active',
      items: [item],
      trialEnd: trialEnd ?? null,
      endedAt: hasEnded ? endsOn : null,
      cancellation: hasEnded ? (life.cancellation ?? null) : null,
      ...life.overrides,
    }),
    invoices,
  };
}
