import type { Subscription } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { endsOn, renewsOn } from '../../../src/app/packages/core/src/mrr/billing-dates.ts';
import { subscription, subscriptionItem } from '../../builders/subscription.ts';

const END = 1_797_292_800;
const twoItems = [subscriptionItem(), subscriptionItem({ id: 'si_2', currentPeriodEnd: END + 9 })];

test.each<[string, Partial<Subscription>, number | null, number | null]>([
  ['active', {}, END, null],
  ['in its trial', { status: 'trialing' }, END, null],
  ['past due', { status: 'past_due' }, END, null],
  ['of two periods', { items: twoItems }, END, null],
  [
    'canceled at the end of its periods',
    { items: twoItems, cancelAtPeriodEnd: true },
    null,
    END + 9,
  ],
  ['to end after its renewal', { cancelAt: END + 1 }, END, END + 1],
  ['to end with its period', { cancelAt: END }, null, END],
  ['not collected', { isCollectionPaused: true }, null, null],
  ['unpaid', { status: 'unpaid' }, null, null],
  ['canceled', { status: 'canceled', endedAt: END - 5, cancelAt: END }, null, END - 5],
  ['without items', { items: [], cancelAtPeriodEnd: true }, null, null],
])('a subscription that is %s', (_name, overrides, renews, ends) => {
  const each = subscription(overrides);
  expect({ renews: renewsOn(each), ends: endsOn(each) }).toEqual({ renews, ends });
});
