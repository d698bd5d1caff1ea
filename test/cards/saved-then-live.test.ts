import { openDealCard } from './card-page.tsx';
import { Alert, Button, EmptyState, ErrorState, Table } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { failure, readReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';

const HOUR_MS = 3_600_000;
const view = recordView([charge()]);
const saved = savedProperties({ ...view, asOfMs: view.asOfMs - 3 * HOUR_MS });
const unreachable = failure('stripe-unreachable', { requestId: 'req_1' });

test('shows the saved figures with their age before any function answers', () => {
  const card = openDealCard({ saved });
  expect(card.calls).toEqual([]);
  expect(card.texts()).toEqual([
    'Paid',
    'Saved figures, synced 3 hours ago',
    'Loading from Stripe',
    'Match payments',
    'Sync now',
    '$20.00 of $20.00 paid',
    'Deal amount',
    '$20.00',
    'Paid',
    '$20.00',
    'Net received',
    '$19.12',
    'The deal amount is paid in full.',
    'All funds will be available on Nov 24, 2026.',
  ]);
});

test('replaces the saved figures with what Stripe says now', async () => {
  const read = recordView([charge(), charge({ id: 'ch_2', amountMinor: 1_000 })]);
  const card = openDealCard({ saved, reads: [readReply(read)] });
  await card.shows('Live from Stripe, Nov 22, 2026, 6:30 PM');
  expect(card.text()).not.toMatch(/Saved figures|Loading from Stripe\n/);
  expect(card.text()).toContain('The customer paid $10.00 more than the deal amount.');
  expect(card.maybeFindByTestId(Table, 'payments')).not.toBeNull();
});

test('keeps the saved figures beside the reason and the next step where the live read fails', async () => {
  const card = openDealCard({ saved, reads: [unreachable] });
  await card.shows('Saved figures, synced 3 hours ago');
  expect(card.text()).toContain('$19.12');
  const alert = card.findByTestId(Alert, 'read-problem');
  expect(alert.props).toMatchObject({ variant: 'warning', title: 'Showing saved figures' });
  expect(card.text()).toContain(
    "Stripe couldn't be reached. Try again in a minute.\nDetails\nRequest ID: req_1",
  );
});

test('reads again from the saved figures when the person asks for it', async () => {
  const card = openDealCard({ saved, reads: [unreachable, readReply(view)] });
  await card.shows("Stripe couldn't be reached");
  card.findByTestId(Alert, 'read-problem').find(Button).trigger('onClick');
  await card.shows('Live from Stripe');
  expect(card.calls).toEqual(['get-payments', 'get-payments']);
  expect(card.maybeFindByTestId(Alert, 'read-problem')).toBeNull();
});

test('shows the failure and "Try again" where nothing is saved', async () => {
  const card = openDealCard({ reads: [unreachable, readReply(view)] });
  await card.shows("Couldn't read Stripe");
  const blocked = card.find(ErrorState);
  expect(blocked.props.type).toBe('error');
  expect(card.text()).toMatch(/Try again in a minute\.\nDetails\nRequest ID: req_1\nTry again/);
  blocked.find(Button).trigger('onClick');
  expect(card.text()).toContain('Loading payments from Stripe');
  await card.shows('Live from Stripe');
});

test('keeps a live view beside the reason where a later read fails', async () => {
  const card = openDealCard({ saved, reads: [readReply(view), unreachable] });
  await card.shows('Live from Stripe');
  card.setSaved({ ...saved, stripe_payment_ids: 'ch_9' });
  await card.shows("Stripe couldn't be reached");
  expect(card.findByTestId(Alert, 'read-problem').props.title).toBe("Couldn't read Stripe");
  expect(card.findByTestId(Table, 'payments')).toBeDefined();
});

test('says that it is reading while an empty view is read again', async () => {
  const card = openDealCard({
    reads: [readReply(recordView([], { linkedCustomerIds: [], customers: [] }))],
  });
  await card.shows('No Stripe customer linked');
  expect(card.text()).not.toContain('Loading from Stripe');
  card.setSaved({ stripe_customer_id: 'cus_2' });
  await card.shows('Loading from Stripe');
  expect(card.find(EmptyState)).toBeDefined();
});

test('says that it is not synced yet where a status was written without a time', () => {
  const card = openDealCard({ saved: { ...saved, stripe_last_synced_at: '' } });
  expect(card.text()).toContain('Not synced yet');
});

test.each([
  ['none', {}],
  ['an unknown status', { ...saved, stripe_payment_status: 'paid_twice' }],
  ['an unknown fee status', { ...saved, stripe_fee_status: null }],
])('treats a record with %s as never synced', (_, properties) => {
  expect(openDealCard({ saved: properties }).text()).toMatch(
    /^Match payments\nSync now\nLoading payments from Stripe\n/,
  );
});

test('waits for the saved properties before it asks Stripe', async () => {
  const card = openDealCard({ saved: 'loading' });
  await card.shows('Loading payments from Stripe');
  expect(card.calls).toEqual([]);
  card.setSaved(saved);
  await card.shows('Saved figures');
  expect(card.calls).toEqual(['get-payments']);
});
