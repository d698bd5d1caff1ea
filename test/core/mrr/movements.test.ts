import type { Invoice, Subscription } from '@stripe-payments/core';
import { lastMovement, movements, recurringSummary, revenueHistory } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import type { Life } from '../../builders/billed-life.ts';
import { billedLife, monthsAfter } from '../../builders/billed-life.ts';
import { percentOff, subscriptionItem } from '../../builders/subscription.ts';

const on = (date: string): number => Date.parse(date) / 1_000;

const NOW = on('2026-11-22T17:30:00Z');
const DAY = 24 * 60 * 60;

interface Objects {
  readonly subscriptions: readonly Subscription[];
  readonly invoices: readonly Invoice[];
}

function stripeHas(...lives: readonly Life[]): Objects {
  const billed = lives.map((life) => billedLife(life, NOW));
  return {
    subscriptions: billed.map(({ subscription }) => subscription),
    invoices: billed.flatMap(({ invoices }) => invoices),
  };
}

const lastOf = ({ subscriptions, invoices }: Objects) =>
  lastMovement(revenueHistory(subscriptions, invoices, NOW), recurringSummary(subscriptions, NOW));

/** Kind, amount and day, oldest first. */
const allOf = ({ subscriptions, invoices }: Objects) =>
  movements(revenueHistory(subscriptions, invoices, NOW), recurringSummary(subscriptions, NOW))
    .map(({ kind, amount, on: seconds }) => [
      kind,
      amount.minor,
      seconds === null ? null : new Date(seconds * 1_000).toISOString().slice(0, 10),
    ])
    .toReversed();

const JUNE = on('2026-06-05T09:00:00Z');

describe('one subscription', () => {
  test('is new when it starts', () => {
    expect(allOf(stripeHas({ plans: [{ on: JUNE, amount: 2_000 }] }))).toEqual([
      ['new', 2_000, '2026-06-05'],
    ]);
  });

  test('is new when its trial ends, and nothing before', () => {
    const plans = [{ on: JUNE, amount: 2_000 }] as const;
    const trialEnd = on('2026-07-01T09:00:00Z');
    expect(allOf(stripeHas({ plans, trialEnd }))).toEqual([['new', 2_000, '2026-07-01']]);
    expect(lastOf(stripeHas({ plans, trialEnd: NOW + DAY }))).toBe('none');
  });

  test('that never started is none, also where it ended in its trial', () => {
    const plans = [{ on: JUNE, amount: 2_000 }] as const;
    const [trialEnd, endsOn] = [JUNE + 14 * DAY, JUNE + 3 * DAY];
    expect(lastOf(stripeHas({ plans, trialEnd, endsOn }))).toBe('none');
    for (const status of ['incomplete', 'incomplete_expired']) {
      expect(lastOf(stripeHas({ plans, overrides: { status } }))).toBe('none');
    }
  });

  test.each([
    ['another plan', { amount: 5_000 }, ['expansion', 3_000]],
    ['a smaller plan', { amount: 500 }, ['contraction', -1_500]],
    ['more of it', { amount: 2_000, quantity: 3 }, ['expansion', 4_000]],
  ] as const)('%s moves on the day of the change', (_, plan, movement) => {
    const change = { on: on('2026-08-20T12:00:00Z'), ...plan };
    const found = allOf(stripeHas({ plans: [{ on: JUNE, amount: 2_000 }, change] }));
    expect(found).toEqual([
      ['new', 2_000, '2026-06-05'],
      [...movement, '2026-08-20'],
    ]);
  });

  test('a change that nothing was billed for moves with the next period', () => {
    const change = { on: on('2026-08-20T12:00:00Z'), amount: 5_000, isProrated: false };
    const found = allOf(stripeHas({ plans: [{ on: JUNE, amount: 2_000 }, change] }));
    expect(found.at(-1)).toEqual(['expansion', 3_000, '2026-09-05']);
  });

  test('a change that no invoice tells yet has no date', () => {
    const change = { on: on('2026-11-20T12:00:00Z'), amount: 5_000 };
    const found = allOf(stripeHas({ plans: [{ on: JUNE, amount: 2_000 }, change] }));
    expect(found.at(-1)).toEqual(['expansion', 3_000, null]);
  });

  test('several changes in one period are as many movements', () => {
    const plans = [
      { on: JUNE, amount: 2_000 },
      { on: on('2026-08-10T12:00:00Z'), amount: 2_000, quantity: 5 },
      { on: on('2026-08-12T12:00:00Z'), amount: 2_000, quantity: 4 },
    ] as const;
    expect(allOf(stripeHas({ plans })).slice(1)).toEqual([
      ['expansion', 8_000, '2026-08-10'],
      ['contraction', -2_000, '2026-08-12'],
    ]);
  });

  test('churns when it ends, with the reason and the comment', () => {
    const cancellation = {
      reason: 'cancellation_requested',
      feedback: 'too_expensive',
      comment: 'Season is over.',
    };
    const endsOn = on('2026-10-17T08:00:00Z');
    const ended = stripeHas({ plans: [{ on: JUNE, amount: 2_000 }], endsOn, cancellation });
    expect(lastOf(ended)).toEqual({
      kind: 'churn',
      amount: { minor: -2_000, currency: 'usd' },
      on: endsOn,
      cancellation,
    });
  });

  test('that is paused churns on that day', () => {
    const pausedAt = on('2026-11-19T08:00:00Z');
    const overrides = { status: 'paused', pausedAt };
    const paused = stripeHas({ plans: [{ on: JUNE, amount: 2_000 }], overrides });
    expect(allOf(paused).at(-1)).toEqual(['churn', -2_000, '2026-11-19']);
  });

  test('that is unpaid churned on a day that Stripe does not tell', () => {
    const unpaid = stripeHas({
      plans: [{ on: JUNE, amount: 2_000 }],
      overrides: { status: 'unpaid' },
    });
    expect(allOf(unpaid).at(-1)).toEqual(['churn', -2_000, null]);
  });
});

describe('several subscriptions of a customer', () => {
  const first: Life = {
    id: 'sub_1',
    plans: [{ on: JUNE, amount: 2_000 }],
    endsOn: on('2026-09-10T15:00:00Z'),
  };

  test('one after a while is a reactivation', () => {
    const again: Life = { id: 'sub_2', plans: [{ on: on('2026-10-08T10:00:00Z'), amount: 3_000 }] };
    expect(allOf(stripeHas(first, again))).toEqual([
      ['new', 2_000, '2026-06-05'],
      ['churn', -2_000, '2026-09-10'],
      ['reactivation', 3_000, '2026-10-08'],
    ]);
  });

  test.each([
    ['an hour before', '2026-09-10T14:00:00Z'],
    ['an hour after', '2026-09-10T16:00:00Z'],
    ['in the evening', '2026-09-11T02:00:00Z'],
  ])('one that begins %s the other ends is one movement', (_, begins) => {
    const next: Life = { id: 'sub_2', plans: [{ on: on(begins), amount: 5_000 }] };
    expect(allOf(stripeHas(first, next)).map(([kind, amount]) => [kind, amount])).toEqual([
      ['new', 2_000],
      ['expansion', 3_000],
    ]);
  });

  test('one beside the other is an expansion, and its end a contraction with its reason', () => {
    const cancellation = { reason: null, feedback: 'unused', comment: null };
    const other: Life = {
      id: 'sub_2',
      plans: [{ on: on('2026-07-01T10:00:00Z'), amount: 1_000 }],
      endsOn: on('2026-08-01T10:00:00Z'),
      cancellation,
    };
    const both = stripeHas({ plans: [{ on: JUNE, amount: 2_000 }] }, other);
    expect(allOf(both)).toEqual([
      ['new', 2_000, '2026-06-05'],
      ['expansion', 1_000, '2026-07-01'],
      ['contraction', -1_000, '2026-08-01'],
    ]);
    expect(lastOf(both)).toMatchObject({ cancellation });
  });

  test('of other customers are not one for the other', () => {
    const next: Life = {
      id: 'sub_2',
      customerId: 'cus_2',
      plans: [{ on: on('2026-09-10T16:00:00Z'), amount: 5_000 }],
    };
    expect(allOf(stripeHas(first, next)).map(([kind]) => kind)).toEqual([
      'new',
      'churn',
      'reactivation',
    ]);
  });

  test('in two currencies move apart', () => {
    const euros: Life = {
      id: 'sub_2',
      currency: 'eur',
      plans: [{ on: on('2026-07-01T10:00:00Z'), amount: 1_000 }],
    };
    expect(lastOf(stripeHas({ plans: [{ on: JUNE, amount: 2_000 }] }, euros))).toMatchObject({
      kind: 'new',
      amount: { minor: 1_000, currency: 'eur' },
    });
  });
});

describe('what comes and goes without a movement', () => {
  const plans = [{ on: JUNE, amount: 2_000 }] as const;

  test.each([
    ['for ever', percentOff(25), 1_500],
    ['for a time', percentOff(25, { duration: 'repeating', endsAt: NOW + DAY }), 2_000],
    ['once', percentOff(25, { duration: 'once' }), 2_000],
  ])('a discount %s', (_, discount, minor) => {
    const discounted = stripeHas({ plans, overrides: { discounts: [discount] } });
    expect(allOf(discounted)).toEqual([['new', minor, '2026-06-05']]);
  });

  test('tax that the price includes', () => {
    const { subscriptions, invoices } = stripeHas({ plans });
    const taxed = subscriptions.map((each) => ({
      ...each,
      items: each.items.map((item) => ({ ...item, taxIncluded: { gross: 120, net: 100 } })),
    }));
    expect(allOf({ subscriptions: taxed, invoices })).toEqual([['new', 1_667, '2026-06-05']]);
  });

  test('usage, in arrears or beside the rest', () => {
    const { subscriptions, invoices } = stripeHas({ plans });
    const used = invoices.map((each, index) => ({
      ...each,
      lines: [
        ...each.lines,
        ...each.lines.map((line) => ({
          ...line,
          amountMinor: 700 + index,
          quantity: 70 + index,
          ...(line.recurring && {
            recurring: {
              ...line.recurring,
              priceId: 'price_of_usage',
              from: monthsAfter(line.recurring.from, -1),
              until: line.recurring.from,
            },
          }),
        })),
      ],
    }));
    expect(allOf({ subscriptions, invoices: used })).toEqual([['new', 2_000, '2026-06-05']]);
  });

  test('a month that is too short for its day', () => {
    const end = { on: on('2026-01-31T09:00:00Z'), amount: 2_000 };
    const { subscriptions, invoices } = stripeHas({ plans: [end] });
    const dates = ['01-31', '02-28', '03-31', '04-30'].map((day) => on(`2026-${day}T09:00:00Z`));
    const short = dates.slice(0, -1).map((from, index) => ({
      ...invoices[index]!,
      lines: invoices[index]!.lines.map((line) => ({
        ...line,
        recurring: { ...line.recurring!, priceId: 'price_old', from, until: dates[index + 1]! },
      })),
    }));
    const last = { ...invoices[3]!, created: dates[3]! };
    const moved = last.lines.map((line) => ({
      ...line,
      recurring: { ...line.recurring!, from: dates[3]!, until: NOW + DAY },
    }));
    expect(allOf({ subscriptions, invoices: [...short, { ...last, lines: moved }] }).at(0)).toEqual(
      ['new', 2_000, '2026-01-31'],
    );
  });
});

describe('what is not known', () => {
  const plans = [
    { on: JUNE, amount: 2_000 },
    { on: on('2026-08-20T12:00:00Z'), amount: 5_000 },
  ] as const;

  test('no invoice: no movement', () => {
    expect(lastOf({ ...stripeHas({ plans }), invoices: [] })).toBeNull();
  });

  test('lines that are cut: no movement, but the end is known', () => {
    const cut = ({ subscriptions, invoices }: Objects): Objects => ({
      subscriptions,
      invoices: invoices.map((each, index) => ({ ...each, hasMoreLines: index === 1 })),
    });
    expect(lastOf(cut(stripeHas({ plans })))).toBeNull();
    expect(lastOf(cut(stripeHas({ plans, endsOn: NOW - DAY })))).toMatchObject({
      kind: 'churn',
      amount: { minor: -5_000 },
    });
  });

  test('a missing invoice: nothing until the next, and what is later is known', () => {
    const { subscriptions, invoices } = stripeHas({ plans: [{ on: JUNE, amount: 2_000 }] });
    const without = (index: number): Objects => ({
      subscriptions,
      invoices: invoices.filter((_, at) => at !== index),
    });
    expect(lastOf(without(2))).toBeNull();
    const later: Life = { id: 'sub_2', plans: [{ on: on('2026-10-20T10:00:00Z'), amount: 900 }] };
    const more = stripeHas(later);
    const both = {
      subscriptions: [...subscriptions, ...more.subscriptions],
      invoices: [...without(2).invoices, ...more.invoices],
    };
    expect(allOf(both)).toEqual([['expansion', 900, '2026-10-20']]);
  });

  test('the price of a line that no whole period tells: its change is not known', () => {
    const short = [
      { on: JUNE, amount: 2_000 },
      { on: on('2026-08-20T12:00:00Z'), amount: 3_300 },
      { on: on('2026-08-25T12:00:00Z'), amount: 5_000 },
    ] as const;
    expect(lastOf(stripeHas({ plans: short }))).toBeNull();
  });

  test('usage alone is none that is known', () => {
    const { subscriptions } = stripeHas({ plans });
    const metered = subscriptionItem({ quantity: null });
    const items = [{ ...metered, price: { ...metered.price, usageType: 'metered' } }];
    expect(
      lastOf({ subscriptions: subscriptions.map((each) => ({ ...each, items })), invoices: [] }),
    ).toBeNull();
  });
});
