import { LINKED, openRead, rowsIn } from './read-card.ts';
import type { Subscription } from '@stripe-payments/core';
import { expect, test } from 'vitest';
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
  expect(rowsIn(card, 'subscriptions')).toEqual([texts, [LINKED]]);
});
