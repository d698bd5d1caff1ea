import { openDealCard } from './card-page.tsx';
import {
  Alert,
  DescriptionListItem,
  LoadingButton,
  LoadingSpinner,
  Table,
} from '@hubspot/ui-extensions';
import type { PropertyChange, RecordView } from '@stripe-payments/core';
import { textsIn as catalogueIn, propertyChanges } from '@stripe-payments/core';
import { expect, test, vi } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import { failure, readReply, syncReply } from '../builders/replies.ts';
import { savedProperties, unsyncedProperties, valuesOfView } from '../builders/saved-properties.ts';
import { deferredAnswer } from './deferred-answer.ts';
import type { CardPage } from './card-page.tsx';
import { NEVER } from './card-page.tsx';
import { textsIn } from './texts-in.ts';

const english = catalogueIn('en');

const view = recordView([charge()]);
const saved = savedProperties(view);

/** What the sync answers that writes `after` over `before`. */
function changesOf(before: RecordView | null, after: RecordView): readonly PropertyChange[] {
  const stored = before === null ? unsyncedProperties() : savedProperties(before);
  return propertyChanges(stored, valuesOfView(after)).filter(
    ({ name }) => name !== 'stripe_last_synced_at',
  );
}

/** Changes as the card lists them, by label. */
const listed = (card: CardPage): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    card
      .findByTestId(Alert, 'sync-result')
      .findAll(DescriptionListItem)
      .map((item) => [item.props.label, textsIn(item)[0]] as const),
  );

test.each<[string, Parameters<typeof openDealCard>[0], string]>([
  ['nothing was saved yet', { saved: unsyncedProperties() }, 'primary'],
  [
    'the last sync did not finish',
    { saved: { ...saved, stripe_sync_error: 'Stripe is busy.' } },
    'primary',
  ],
  ['the figures are saved', { saved }, 'secondary'],
])('where %s, syncing is as loud as it is needed', (_where, options, variant) => {
  const button = openDealCard(options).findByTestId(LoadingButton, 'sync-now');
  expect(button.props).toMatchObject({ variant, loading: false });
});

test('while it runs the button turns and keeps the focus, and a label says what happens', () => {
  const card = openDealCard({ saved, syncs: [NEVER] });
  card.clickSync();
  const button = card.findByTestId(LoadingButton, 'sync-now');
  expect(button.props).toMatchObject({ loading: true });
  expect(button.props.disabled).not.toBe(true);
  const label = 'Syncing payments from Stripe';
  expect(card.find(LoadingSpinner, { label }).props.showLabel).toBe(true);
});

test('after four seconds the label says why it takes longer', async () => {
  const card = openDealCard({ saved, syncs: [NEVER] });
  card.clickSync();
  await card.shows('Syncing payments from Stripe');
  vi.advanceTimersByTime(3_999);
  await card.shows('Syncing payments from Stripe');
  vi.advanceTimersByTime(1);
  await card.shows('Still syncing. Records with many payments take longer');
});

test('a second click while it runs calls the function once', async () => {
  const sync = deferredAnswer();
  const card = openDealCard({ saved, reads: [readReply(view)], syncs: [sync.promise] });
  const button = card.findByTestId(LoadingButton, 'sync-now');
  button.trigger('onClick');
  button.trigger('onClick');
  sync.answer(syncReply(view));
  await card.shows('Already up to date');
  expect(card.callsOf('sync-payments')).toEqual([
    {
      uid: 'sync-payments',
      options: {
        parameters: { objectType: 'deal' },
        propertiesToSend: ['hs_object_id', 'createdate'],
      },
    },
  ]);
  expect(card.findByTestId(LoadingButton, 'sync-now').props.loading).toBe(false);
});

test('counts the changed properties and lists them with old and new value', async () => {
  const changes = changesOf(null, view);
  const card = openDealCard({ reads: [readReply(view)], syncs: [syncReply(view, changes)] });
  card.clickSync();
  const title = `${String(changes.length)} properties updated`;
  await card.shows(title);
  expect(card.findByTestId(Alert, 'sync-result').props).toMatchObject({
    variant: 'success',
    title,
  });
  expect(listed(card)).toMatchObject({
    'Payment status': 'empty → Paid',
    'Payment currency': 'empty → USD',
    'Amount paid': 'empty → $20.00',
    'Net received': 'empty → $19.12',
    'Fee rate (%)': 'empty → 4.40',
    'Successful payments': 'empty → 1',
    'First payment': 'empty → Nov 22, 2026, 6:05 PM',
    'Funds available on': 'empty → Nov 24, 2026',
    'Stripe mode': 'empty → Live',
    'Matched by': 'empty → Linked customer',
  });
});

test('lists an amount with its old and its new currency', async () => {
  const inEuros = charge({
    currency: 'eur',
    balanceTransaction: balanceTransaction(),
    refunds: [refund({ currency: 'eur', balanceTransaction: null })],
  });
  const after = recordView([inEuros]);
  const card = openDealCard({ saved, syncs: [syncReply(after, changesOf(view, after))] });
  card.clickSync();
  await card.shows('properties updated');
  expect(listed(card)).toMatchObject({
    'Payment currency': 'USD → EUR',
    'Amount refunded': '$0.00 → €5.00',
  });
  expect(listed(card)['Amounts by currency']).toMatch(/→ EUR: paid €20\.00, .*; USD: gross/);
});

test('lists an amount in the currency that did not change', async () => {
  const after = recordView([charge({ refunds: [refund()] })]);
  const card = openDealCard({ saved, syncs: [syncReply(after, changesOf(view, after))] });
  card.clickSync();
  await card.shows('properties updated');
  expect(listed(card)).toMatchObject({
    'Amount refunded': '$0.00 → $5.00',
    'Net received': '$19.12 → $14.12',
    'Payment status': 'Paid → Partially refunded',
  });
});

test('uses the singular for one changed property', async () => {
  const change: PropertyChange = { name: 'stripe_sync_error', from: 'Stripe down.', to: '' };
  const card = openDealCard({ saved, syncs: [syncReply(view, [change])] });
  card.clickSync();
  await card.shows('1 property updated');
  expect(listed(card)).toEqual({ 'Sync error': 'Stripe down. → empty' });
});

test('says so where nothing changed', async () => {
  const card = openDealCard({ saved, syncs: [syncReply(view)] });
  card.clickSync();
  await card.shows('The saved figures already match Stripe.');
  expect(card.findByTestId(Alert, 'sync-result').props.variant).toBe('info');
});

test('shows a failure once, below the button, with its reason and next step', async () => {
  const reply = failure('hubspot-permission', { requestId: 'req_9' });
  const card = openDealCard({ saved, syncs: [reply] });
  card.clickSync();
  await card.shows("The sync didn't finish");
  expect(card.findByTestId(Alert, 'sync-problem').props.variant).toBe('danger');
  const { message, nextStep } = english.errors['hubspot-permission'];
  expect(card.text()).toContain(nextStep);
  expect(card.text()).toContain(`${message} Request ID: req_9`);
  expect(card.mocks.actions.addAlert.calls).toEqual([]);
});

test('can be repeated after a failure', async () => {
  const card = openDealCard({ saved, syncs: [failure('timeout'), syncReply(view)] });
  card.clickSync();
  await card.shows("The sync didn't finish");
  card.clickSync();
  await card.shows('Already up to date');
  expect(card.callsOf('sync-payments')).toHaveLength(2);
  expect(card.text()).not.toContain("The sync didn't finish");
});

test('its view replaces the live one without another read', async () => {
  const after = recordView([charge({ amountMinor: 7_700 })]);
  const card = openDealCard({ saved, reads: [readReply(view)], syncs: [syncReply(after)] });
  await card.shows('Live from Stripe');
  card.clickSync();
  await card.shows('$77.00');
  card.setSaved(savedProperties(after));
  await card.shows('$77.00');
  expect(card.calls).toEqual(['get-payments', 'sync-payments']);
  expect(card.findByTestId(Table, 'payments')).toBeDefined();
});

test.each([
  ['a write', syncReply(view, changesOf(null, view))],
  ['a failure, which leaves its reason on the record', failure('stripe-unreachable')],
  ['an answer that never came whole', undefined],
])('has HubSpot read the properties again after %s', async (_, reply) => {
  const card = openDealCard({ saved, reads: [readReply(view)], syncs: [reply] });
  const { refreshObjectProperties } = card.mocks.actions;
  card.clickSync();
  expect(refreshObjectProperties.callCount).toBe(0);
  await card.shows(/updated|didn't finish/);
  expect(refreshObjectProperties.callCount).toBe(1);
});
