import type { Invoice } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import type { Life } from '../../builders/billed-life.ts';
import { monthsAfter } from '../../builders/billed-life.ts';
import { invoice } from '../../builders/invoice.ts';
import type { BilledObjects } from '../../builders/movements-of.ts';
import { allOf, DAY, JUNE, lastOf, NOW, on, stripeHas } from '../../builders/movements-of.ts';
import { percentOff, subscriptionItem } from '../../builders/subscription.ts';

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

  test('the price that was, where it cost the same: by months, also those too short for the day', () => {
    const dates = ['01-31', '02-28', '03-31', '04-30', '05-31'].map((day) =>
      on(`2026-${day}T09:00:00Z`),
    );
    const { subscriptions, invoices } = stripeHas({
      plans: [{ on: dates.at(-1) ?? 0, amount: 2_000 }],
    });
    const [template] = invoices;
    const before = dates.slice(0, -1).map((from, index): Invoice => ({
      ...invoice(template),
      id: `in_before_${String(index)}`,
      created: from,
      lines: (template?.lines ?? []).map(({ recurring, ...line }) => ({
        ...line,
        ...(recurring && {
          recurring: { ...recurring, priceId: 'price_old', from, until: dates[index + 1] ?? 0 },
        }),
      })),
    }));
    expect(allOf({ subscriptions, invoices: [...before, ...invoices] })).toEqual([
      ['new', 2_000, '2026-01-31'],
    ]);
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
    const cut = ({ subscriptions, invoices }: BilledObjects): BilledObjects => ({
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
    const without = (index: number): BilledObjects => ({
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
