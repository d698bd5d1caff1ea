import { LINKED, openRead, rowsIn } from './read-card.ts';
import type { Subscription } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import type { Life } from '../builders/billed-life.ts';
import { billedLife } from '../builders/billed-life.ts';
import { AS_OF_MS } from '../builders/record-view.ts';
import { percentOff, price, subscription, subscriptionItem } from '../builders/subscription.ts';
import type { CardPage } from './card-page.tsx';
import { viewOf } from './views.ts';

const openSubscription = (overrides: Partial<Subscription>): Promise<CardPage> =>
  openRead(viewOf('contact', { subscriptions: [subscription(overrides)] }));

test.each([
  [{}, ['Basic, every month', 'Active', '$10.00', 'Renews on Dec 15, 2026']],
  [
    {
      items: [
        subscriptionItem({
          quantity: 3,
          price: price({
            name: null,
            interval: 'year',
            intervalCount: 2,
            unitAmountDecimal: '2400',
          }),
        }),
      ],
      discounts: [percentOff(50)],
    },
    ['3 × Unnamed item, every 2 years', 'Active', 'Discounted', '$1.50', 'Renews on Dec 15, 2026'],
  ],
  [
    { items: [subscriptionItem({ quantity: null, price: price({ usageType: 'metered' }) })] },
    ['Basic, every month, Usage-based', 'Active', 'Usage-based', 'Renews on Dec 15, 2026'],
  ],
  [
    {
      items: [
        subscriptionItem(),
        subscriptionItem({
          id: 'si_2',
          quantity: null,
          price: price({
            id: 'price_2',
            name: 'Calls',
            usageType: 'metered',
            interval: 'fortnight',
          }),
        }),
      ],
    },
    [
      'Basic, every month + Calls, fortnight, Usage-based',
      'Active',
      '$10.00',
      'plus usage',
      'Renews on Dec 15, 2026',
    ],
  ],
  [
    { status: 'trialing', trialEnd: 1_796_083_200 },
    [
      'Basic, every month',
      'Trialing',
      '$0.00',
      'Trial until Dec 1, 2026',
      'Renews on Dec 15, 2026',
    ],
  ],
  [{ isCollectionPaused: true }, ['Basic, every month', 'Paused', 'Collection paused', '$10.00']],
  [
    { status: 'not_started', startsOn: 1_797_292_800 },
    ['Basic, every month', 'Scheduled', '$0.00', 'Starts on Dec 15, 2026'],
  ],
  [{ cancelAtPeriodEnd: true }, ['Basic, every month', 'Active', '$10.00', 'Ends on Dec 15, 2026']],
  [
    { status: 'canceled', endedAt: 1_795_000_000 },
    ['Basic, every month', 'Canceled', '$0.00', 'Ended on Nov 18, 2026'],
  ],
  [{ status: 'of_next_year' }, ['Basic, every month', 'Unknown status', '$0.00']],
])('a subscription %j is described', async (overrides, texts) => {
  const card = await openSubscription(overrides);
  expect(rowsIn(card, 'record-subscriptions')).toEqual([texts, [LINKED]]);
});

describe('the last movement of recurring revenue', () => {
  const now = AS_OF_MS / 1_000;
  const [june, october] = ['2026-06-05', '2026-10-17'].map((day) => Date.parse(day) / 1_000);
  const plans = [{ on: june ?? 0, amount: 2_000 }] as const;
  const cancellation = { reason: null, feedback: 'too_expensive', comment: 'Season is over.' };

  const openLife = (life: Partial<Life>, name: 'contact' | 'deal' = 'contact') => {
    const { subscription: each, invoices } = billedLife({ plans, ...life }, now);
    return openRead(viewOf(name, { subscriptions: [each], invoices }), name);
  };

  test('is shown with its amount and day', async () => {
    const card = await openLife({});
    expect(card.text()).toContain('New: $20.00 a month on Jun 5, 2026');
  });

  test('is shown with the reason, a loss without a sign', async () => {
    const card = await openLife({ endsOn: october ?? 0, cancellation });
    expect(card.text()).toContain('Churned: $20.00 a month on Oct 17, 2026');
    expect(card.text()).toContain('Too expensive. “Season is over.”');
  });

  test('has no day where no invoice tells it', async () => {
    const card = await openLife({
      plans: [...plans, { on: now - 60, amount: 5_000 }],
    });
    expect(card.text()).toMatch(/Expanded by \$30\.00 a month(?! on)/);
  });

  test('is not on deals', async () => {
    expect((await openLife({}, 'deal')).text()).not.toContain('a month on');
  });
});
