import type { PropertyValues, StripeObjects, Subscription } from '@stripe-payments/core';
import { propertyValues } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../../builders/charge.ts';
import { dispute } from '../../builders/dispute.ts';
import { invoice } from '../../builders/invoice.ts';
import { price, subscription, subscriptionItem } from '../../builders/subscription.ts';
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
