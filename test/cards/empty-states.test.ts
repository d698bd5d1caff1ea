import { Button, EmptyState, Link, LoadingButton, ProgressBar } from '@hubspot/ui-extensions';
import { money } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { recordView } from '../builders/record-view.ts';
import { readReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { openDealCard } from './card-page.tsx';

test('not matched: says so, and matching is the primary button, in its place', async () => {
  const view = recordView([], { linkedCustomerIds: [], customers: [] });
  const card = openDealCard({ reads: [readReply(view)] });
  await card.shows('No Stripe customer linked');
  expect(card.text()).toContain(
    'No Stripe payment matches this deal. Link a customer or assign a payment to see it here.',
  );
  expect(card.findByTestId(EmptyState, 'not-matched').findAll(Button)).toEqual([]);
  const { text, props } = card.findByTestId(Button, 'link-customer');
  expect([text, props.variant]).toEqual(['Match payments', 'primary']);
  expect(card.findByTestId(LoadingButton, 'sync-now').props.variant).toBe('secondary');
});

test('not matched: says how much of the deal is paid', async () => {
  const view = recordView([], {
    linkedCustomerIds: [],
    customers: [],
    dealAmount: money(740_000, 'usd'),
  });
  const card = openDealCard({ reads: [readReply(view)] });
  await card.shows('No Stripe customer linked');
  expect(card.findByTestId(ProgressBar, 'coverage-bar').props.title).toBe(
    '$0.00 of $7,400.00 paid',
  );
});

test('no payments: names the customer and says when they appear', async () => {
  const card = openDealCard({ reads: [readReply(recordView([]))] });
  await card.shows('No payments yet');
  expect(card.text()).toContain('No payment from cus_1 counts for this deal.');
  expect(card.text()).toContain('appear here when the customer pays');
});

test('not matched: says how many payments were removed, and where they are restored', async () => {
  const view = recordView([], { linkedCustomerIds: [], customers: [] });
  const saved = { ...savedProperties(view), stripe_excluded_payment_ids: 'pi_1, pi_2' };
  const card = openDealCard({ reads: [readReply(view)], saved });
  await card.shows('No Stripe customer linked');
  expect(card.text()).toContain(
    '2 payments were removed here. To restore them, click "Match payments".',
  );
});

const claimed = {
  kind: 'claimed-elsewhere',
  count: 2,
  others: [{ objectType: 'deal', recordId: '7' }],
} as const;

test('no payments: mentions payments of another deal and an unavailable search', async () => {
  const view = recordView([], {
    notes: [claimed, { kind: 'search-unavailable' }],
  });
  const card = openDealCard({ reads: [readReply(view)], names: { 7: 'Annual plan' } });
  await card.shows('2 payments from these customers belong to another deal');
  await card.shows('Annual plan');
  expect(card.find(Link, { testId: 'record-7' })).toMatchObject({
    text: 'Annual plan',
    props: { href: { url: 'https://app.hubspot.com/contacts/42/record/0-3/7', external: true } },
  });
  expect(card.find(EmptyState)).toBeDefined();
  expect(card.text()).toContain("Stripe search isn't available for this account");
});
