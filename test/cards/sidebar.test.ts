import { openCard } from './card-page.tsx';
import {
  Alert,
  Button,
  DescriptionListItem,
  Flex,
  LoadingButton,
  ProgressBar,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import { PROPERTY_NAMES } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge, declined } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { invoice } from '../builders/invoice.ts';
import { recordView } from '../builders/record-view.ts';
import { failure, syncReply } from '../builders/replies.ts';
import { refund } from '../builders/refund.ts';
import type { SavedProperties } from '../builders/saved-properties.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import type { CardOptions, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { textsIn } from './texts-in.ts';
import { viewOf } from './views.ts';

const view = recordView([charge()]);
const saved = savedProperties(view);
const neverSynced: SavedProperties = Object.fromEntries(PROPERTY_NAMES.map((name) => [name, null]));

async function open(
  properties: CardOptions['saved'],
  options: CardOptions = {},
): Promise<CardPage> {
  const card = openCard('sidebar', { ...options, ...(properties && { saved: properties }) });
  await effects();
  return card;
}

const listed = (card: CardPage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    card
      .findAll(DescriptionListItem)
      .map((item) => [item.props.label, textsIn(item).at(-1) ?? ''] as const),
  );

test.each([
  ['saved figures', saved],
  ['none', neverSynced],
  ['no properties', {}],
  ['properties on their way', 'loading'],
] as const)('opening a record with %s calls no function', async (_, properties) => {
  const card = await open(properties);
  card.setSaved({ ...saved, stripe_customer_id: 'cus_2' });
  await effects();
  expect(card.calls).toEqual([]);
});

/** What to do, and what happens when. */
const said = (card: CardPage): readonly string[] =>
  card
    .findAll(Alert)
    .flatMap((alert) => [alert.props.title, ...textsIn(alert)])
    .map((text) => text.replaceAll('\u00a0', ' '));

test('shows status, net and when the money is available', async () => {
  const card = await open(saved);
  expect(card.findByTestId(StatusTag, 'payment-status')).toMatchObject({
    text: 'Paid',
    props: { variant: 'success' },
  });
  expect(card.findByTestId(ProgressBar, 'coverage-bar').props).toMatchObject({
    title: '$20.00 of $20.00 paid',
    variant: 'success',
  });
  expect(listed(card)).toEqual({
    Paid: '$20.00',
    'Net received': '$19.12',
  });
  expect(card.text()).toContain('Saved in HubSpot, synced this minute');
  expect(said(card)).toEqual([
    'Nothing to do',
    '$19.12 reaches your Stripe balance by Nov 24, 2026, and your bank after that.',
  ]);
});

test.each([
  ['that day on', {}, true],
  ['no day while a debit is on its way', { stripe_amount_processing: '30.00' }, false],
  ['that day on where a part is in dispute', { stripe_dispute_status: 'under_review' }, true],
])('says that the net is available from %s', async (_, properties, isSaid) => {
  const arrived = { ...saved, stripe_funds_available_date: '2026-11-20' };
  const card = await open({ ...arrived, ...properties });
  const sentences = said(card).filter((text) => /reached your Stripe balance by Nov 20/.test(text));
  expect(sentences.length > 0).toBe(isSaid);
});

test('never says that funds are available where the money is gone', async () => {
  const gone = recordView([charge({ refunds: [refund({ amountMinor: 2_000 })] })]);
  const card = await open({ ...savedProperties(gone), stripe_funds_available_date: '2026-11-20' });
  expect(listed(card)).toMatchObject({ Net: '-$0.88' });
  expect(card.text()).not.toContain('Stripe balance');
});

test('compares with the amount that the deal has now, and says what is missing', async () => {
  const card = await open({ ...saved, amount: '80.00' });
  expect(card.findByTestId(Text, 'sidebar-difference').text?.replaceAll('\u00a0', ' ')).toBe(
    '$60.00 of the deal amount is outstanding.',
  );
  expect(card.findByTestId(ProgressBar, 'coverage-bar').props).toMatchObject({
    title: '$20.00 of $80.00 paid',
    variant: 'warning',
  });
});

test.each([
  [
    'due',
    { stripe_amount_due: '20.00', stripe_next_due_date: '2026-12-05' },
    '$20.00 is due. The next due date is Dec 5, 2026.',
  ],
  ['authorized', { stripe_amount_authorized: '30.00' }, 'Capture $30.00 in Stripe before'],
  [
    'authorized, until when',
    { stripe_amount_authorized: '30.00', stripe_authorized_until_date: '2026-11-27' },
    'Capture $30.00 in Stripe by Nov 27, 2026',
  ],
  [
    'expected, and when',
    { stripe_amount_processing: '30.00', stripe_processing_expected_date: '2026-11-26' },
    "$30.00 is on its way from the customer's bank. Less its fee, it reaches your Stripe balance by Nov 26, 2026.",
  ],
  ['on its way', { stripe_amount_processing: '30.00' }, '$30.00 is on its way from the'],
  ['to review', { stripe_review_count: '2' }, 'Review 2 payments that may belong here'],
])('says what is %s', async (_, properties, text) => {
  const card = await open({ ...saved, ...properties });
  expect(card.text()).toContain(text);
});

test.each([
  ['live', false],
  ['test', true],
] as const)('in %s mode the test tag is there: %s', async (mode, isThere) => {
  const card = await open({ ...saved, stripe_mode: mode });
  expect(card.texts().includes('Test mode')).toBe(isThere);
});

const disputed = savedProperties(recordView([charge({ disputes: [dispute()] })]));
const failed = savedProperties(recordView([declined()]));
const pastDue = savedProperties(
  viewOf('deal', { charges: [charge()], invoices: [invoice({ dueDate: 1_795_000_000 })] }),
);
const pending = savedProperties(recordView([charge({ balanceTransaction: null })]));

test.each([
  [
    'a dispute',
    disputed,
    'next-respond',
    'Respond to a dispute in Stripe by Nov 30, 2026',
    'danger',
  ],
  [
    'a dispute whose day was over at the last sync',
    { ...disputed, stripe_last_synced_at: '2026-12-02T09:00:00Z' },
    'next-respond',
    'The response to a dispute was due on Nov 30, 2026',
    'danger',
  ],
  ['a failure', failed, 'next-failed', 'Latest payment failed: Insufficient funds', 'danger'],
  [
    'an invoice past due',
    pastDue,
    'next-past-due',
    'An invoice is overdue. $20.00 is due',
    'warning',
  ],
  ['a pending fee', pending, 'next-nothing', 'Sync again in about an hour', 'info'],
  [
    'a sync that failed, before all else',
    { ...disputed, stripe_sync_error: "Stripe couldn't be reached." },
    'sidebar-warning',
    "The last sync didn't finish: Stripe couldn't be reached.",
    'danger',
  ],
])('shows %s first', async (_, properties, testId, title, variant) => {
  const card = await open(properties);
  const { props } = card.find(Alert);
  expect(props.testId).toBe(testId);
  expect(props.title.replaceAll('\u00a0', ' ')).toBe(title);
  expect(props.variant).toBe(variant);
});

test.each([
  ['loading', 'loading', 'Loading saved figures'],
  ['never synced', neverSynced, 'Click "Sync now" to get them from Stripe.'],
  ['not set up', {}, 'Ask your HubSpot admin to create them'],
  [
    'no payments',
    { ...savedProperties(recordView([])), stripe_customer_id: '' },
    'Click "Match payments" on the Stripe payments card.',
  ],
  ['no payments of a customer', savedProperties(recordView([])), 'no payments yet'],
  ['saved', saved, 'Net received'],
] as const)('%s is a state of its own', async (_, properties, text) => {
  const card = await open(properties);
  expect(card.text()).toContain(text);
  expect(card.findByTestId(LoadingButton, 'sync-now').props.variant).toBe('secondary');
  expect([...card.findAll(Button), ...card.findAll(LoadingButton)]).toHaveLength(1);
});

test('a failed first sync shows the failure and that nothing was saved yet', async () => {
  const card = await open({ ...neverSynced, stripe_sync_error: "Stripe couldn't be reached." });
  expect(card.findByTestId(Flex, 'sidebar-never-synced')).toBeDefined();
  expect(card.text()).toContain("The last sync didn't finish: Stripe couldn't be reached.");
  expect(card.text()).toContain('The Stripe payments card on this record says what to do.');
  // It failed already.
  expect(card.text()).not.toContain('Click "Sync now"');
});

test.each([
  ['0-3', 'deal'],
  ['0-1', 'contact'],
])('the sync of a record of type %s sends the object type %s', async (objectTypeId, objectType) => {
  const card = await open(saved, { objectTypeId, syncs: [syncReply(view)] });
  card.clickSync();
  await card.shows('Already up to date');
  expect(card.callsOf('sync-payments').map(({ options }) => options)).toEqual([
    { parameters: { objectType }, propertiesToSend: ['hs_object_id', 'createdate'] },
  ]);
  expect(card.calls).toHaveLength(1);
  expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
});

test('figures follow when the sync has written them', async () => {
  const card = await open(neverSynced, { syncs: [syncReply(view)] });
  card.clickSync();
  await effects();
  card.setSaved(saved);
  await card.shows('$19.12');
});

test('a failed sync says why and what to do', async () => {
  const card = await open(saved, { syncs: [failure('stripe-permission', { detail: 'rak_x' })] });
  card.clickSync();
  await card.shows("The sync didn't finish");
  expect(card.text()).toContain('Ask your HubSpot admin to give the app access.');
  expect(card.text()).not.toContain('rak_x');
});
