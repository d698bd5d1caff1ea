import type { PropertyValues, StripeObjects, Subscription } from '@stripe-payments/core';
import { propertyValues } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { charge } from '../../builders/charge.ts';
import { dispute } from '../../builders/dispute.ts';
import { invoice } from '../../builders/invoice.ts';
import { percentOff, price, subscription, subscriptionItem } from '../../builders/subscription.ts';
import { summaryOfObjects } from '../../builders/summary.ts';

const valuesFor = (objects: Partial<StripeObjects>, timeZone = 'UTC'): PropertyValues =>
  propertyValues(summaryOfObjects(objects), { mode: 'live', asOfMs: 1_795_367_109_000, timeZone });

test('an open invoice without any payment fills what is due and when', () => {
  expect(valuesFor({ invoices: [invoice()] })).toMatchObject({
    stripe_payment_status: 'none',
    stripe_currency: 'USD',
    stripe_amount_paid: '0.00',
    stripe_amount_due: '20.00',
    stripe_next_due_date: '2026-12-01',
    stripe_amounts_by_currency: 'USD: due 20.00',
    stripe_match: 'assigned',
  });
});

test('an invoice past due makes the status past due, and a dispute outweighs it', () => {
  const late = invoice({ dueDate: 1_795_000_000 });
  const statusWith = (objects: Partial<StripeObjects>) =>
    valuesFor({ invoices: [late], ...objects }).stripe_payment_status;
  expect(statusWith({ charges: [charge()] })).toBe('past_due');
  expect(statusWith({ charges: [charge({ disputes: [dispute()] })] })).toBe('disputed');
});

// 2026-12-01T23:30:00Z
const AT_NIGHT = 1_796_167_800;

test.each([
  ['UTC', '2026-12-01'],
  ['Europe/Rome', '2026-12-02'],
  ['America/Los_Angeles', '2026-12-01'],
  ['Pacific/Kiritimati', '2026-12-02'],
  ['Nowhere/Unknown', '2026-12-01'],
])('due, renewal and dispute dates are days in %s, as the card shows them', (timeZone, day) => {
  const item = subscriptionItem({ currentPeriodEnd: AT_NIGHT });
  const objects = {
    invoices: [invoice({ dueDate: AT_NIGHT })],
    subscriptions: [subscription({ items: [item] })],
    charges: [charge({ disputes: [dispute({ evidenceDueBy: AT_NIGHT })] })],
  };
  expect(valuesFor(objects, timeZone)).toMatchObject({
    stripe_next_due_date: day,
    stripe_next_billing_date: day,
    stripe_dispute_due_date: day,
    // Midnight UTC, the same day everywhere.
    stripe_funds_available_date: '2026-11-24',
  });
});

const metered = subscriptionItem({
  id: 'si_2',
  quantity: null,
  price: price({ usageType: 'metered' }),
});

test.each<[string, Partial<Subscription>, Partial<PropertyValues>]>([
  [
    'active',
    {},
    {
      stripe_subscription_status: 'active',
      stripe_currency: 'USD',
      stripe_mrr: '10.00',
      stripe_next_billing_date: '2026-12-15',
      stripe_amounts_by_currency: 'USD: monthly 10.00',
    },
  ],
  [
    'in its trial',
    { status: 'trialing' },
    { stripe_subscription_status: 'trialing', stripe_mrr: '0.00' },
  ],
  ['metered alone', { items: [metered] }, { stripe_currency: '', stripe_mrr: '' }],
  [
    'metered in part',
    { items: [subscriptionItem(), metered] },
    { stripe_currency: 'USD', stripe_mrr: '10.00' },
  ],
  [
    'canceled at the end of its period',
    { cancelAtPeriodEnd: true },
    { stripe_mrr: '10.00', stripe_next_billing_date: '' },
  ],
  [
    'canceled',
    { status: 'canceled' },
    { stripe_subscription_status: 'canceled', stripe_currency: '', stripe_mrr: '' },
  ],
  ['of a status of next year', { status: 'in_two_minds' }, { stripe_subscription_status: '' }],
])('a subscription that is %s', (_name, overrides, expected) => {
  expect(valuesFor({ subscriptions: [subscription(overrides)] })).toMatchObject(expected);
});

test('a metered subscription leaves the monthly amount empty', () => {
  const values = valuesFor({
    charges: [charge()],
    subscriptions: [subscription({ items: [metered] })],
  });
  expect(values).toMatchObject({
    stripe_currency: 'USD',
    stripe_amount_paid: '20.00',
    stripe_mrr: '',
  });
});

test.each<[string, Partial<StripeObjects>]>([
  ['an invoice', { invoices: [invoice({ currency: 'eur' })] }],
  [
    'a subscription',
    {
      subscriptions: [
        subscription({
          currency: 'eur',
          items: [subscriptionItem({ price: price({ currency: 'eur' }) })],
        }),
      ],
    },
  ],
])(
  '%s in euro beside a payment in dollars leaves the lines as the only figures',
  (_name, objects) => {
    const values = valuesFor({ charges: [charge()], ...objects });
    expect(values).toMatchObject({
      stripe_currency: '',
      stripe_amount_paid: '',
      stripe_amount_due: '',
      stripe_mrr: '',
      stripe_net_amount: '19.12',
    });
    expect(values.stripe_amounts_by_currency).toMatch(
      /^EUR: (?:due 20|monthly 10)\.00\nUSD: paid 20/,
    );
  },
);

/** The builders' clock. */
const NOW = 1_795_367_109;

test('of what Stripe tries to collect again, the first attempt that is still to come is stored', () => {
  const tried = { dueDate: null, attemptCount: 1 };
  const later = invoice({ id: 'in_1', ...tried, nextPaymentAttempt: AT_NIGHT + 86_400 });
  const sooner = invoice({ id: 'in_2', ...tried, nextPaymentAttempt: AT_NIGHT });
  const over = invoice({ id: 'in_3', ...tried, nextPaymentAttempt: NOW - 60 });
  const given = invoice({ id: 'in_4', ...tried, nextPaymentAttempt: null });
  const first = invoice({ id: 'in_5', ...tried, attemptCount: 0, nextPaymentAttempt: NOW + 60 });
  const on = (...invoices: (typeof later)[]) => valuesFor({ invoices }).stripe_next_attempt_date;
  expect(on(later, over, sooner, given, first)).toBe('2026-12-01');
  expect([on(over), on(given), on(first), on()]).toEqual(['', '', '', '']);
});

describe('the first bill after a trial', () => {
  const trialing = (overrides: Partial<Subscription> = {}): Subscription =>
    subscription({
      status: 'trialing',
      trialEnd: AT_NIGHT,
      items: [subscriptionItem({ currentPeriodEnd: AT_NIGHT, quantity: 3 })],
      ...overrides,
    });
  const billOf = (...subscriptions: Subscription[]) =>
    valuesFor({ subscriptions }).stripe_first_bill_amount;
  const item = subscriptionItem({ currentPeriodEnd: AT_NIGHT });

  test('is the sum of its items, of all trials that end at once, or of the first that ends', () => {
    expect(billOf(trialing())).toBe('30.00');
    expect(billOf(trialing({ items: [item, { ...item, id: 'si_2' }] }))).toBe('20.00');
    expect(billOf(trialing(), trialing({ id: 'sub_2' }))).toBe('60.00');
    const later = AT_NIGHT + 1;
    const items = [subscriptionItem({ currentPeriodEnd: later })];
    const second = trialing({ id: 'sub_2', trialEnd: later, items });
    expect(billOf(second, trialing())).toBe('30.00');
    expect(billOf(trialing({ id: 'sub_3' }), second)).toBe('30.00');
  });

  test.each<[string, Subscription[]]>([
    ['no trial', [subscription()]],
    ['a trial that ends the subscription', [trialing({ cancelAtPeriodEnd: true })]],
    ['a discount', [trialing({ discounts: [percentOff(10)] })]],
    ['a discount of an item', [trialing({ items: [{ ...item, discounts: [percentOff(10)] }] })]],
    ['usage that is measured', [trialing({ items: [item, metered] })]],
    [
      'a renewal before it',
      [
        trialing(),
        subscription({
          id: 'sub_2',
          items: [subscriptionItem({ currentPeriodEnd: AT_NIGHT - 86_400 })],
        }),
      ],
    ],
    ['another currency beside it', [trialing(), trialing({ id: 'sub_2', currency: 'eur' })]],
  ])('is not stored with %s', (_name, subscriptions) => {
    expect(billOf(...subscriptions)).toBe('');
  });
});

test('the disputes that need a response are counted, inquiries aside', () => {
  const open = charge({ disputes: [dispute(), dispute({ id: 'dp_2' })] });
  const asked = charge({ id: 'ch_2', disputes: [dispute({ status: 'warning_needs_response' })] });
  const values = valuesFor({ charges: [open, asked] });
  expect(values.stripe_disputes_to_answer).toBe('2');
});
