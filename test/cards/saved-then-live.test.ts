import { parametersOf } from './extension-life.tsx';
import { effects, openCard, openDealCard } from './card-page.tsx';
import { Alert, Button, EmptyState, ErrorState, Table } from '@hubspot/ui-extensions';
import { describe, expect, test, vi } from 'vitest';
import { figuresOfSaved } from '../../src/app/cards/figures/saved-figures.ts';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { failure, readReply, syncReply } from '../builders/replies.ts';
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
    'Saved in HubSpot, synced 3 hours ago',
    'Loading from Stripe',
    'Match payments',
    'Sync now',
    'Nothing to do',
    '$19.12 reaches your Stripe balance by Nov 24, 2026, and your bank after that.',
    '$20.00 of $20.00 paid',
    'Deal amount',
    '$20.00',
    'Paid',
    '$20.00',
    'Net received',
    '$19.12',
    'The deal amount is paid in full.',
  ]);
});

test('replaces the saved figures with what Stripe says now', async () => {
  const read = recordView([charge(), charge({ id: 'ch_2', amountMinor: 1_000 })]);
  const card = openDealCard({ saved, reads: [readReply(read)] });
  await card.shows('Live from Stripe, Nov 22, 2026, 6:30 PM');
  expect(card.text()).not.toMatch(/Saved in HubSpot|Loading from Stripe\n/);
  expect(card.text()).toContain('The customer paid $10.00 more than the deal amount.');
  expect(card.maybeFindByTestId(Table, 'payments')).not.toBeNull();
});

test('keeps the saved figures beside the reason and the next step where the live read fails', async () => {
  const card = openDealCard({ saved, reads: [unreachable] });
  await card.shows('Saved in HubSpot, synced 3 hours ago');
  expect(card.text()).toContain('$19.12');
  const alert = card.findByTestId(Alert, 'read-problem');
  expect(alert.props).toMatchObject({ variant: 'warning', title: "Couldn't read Stripe" });
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
  await card.shows('Saved in HubSpot');
  expect(card.calls).toEqual(['get-payments']);
});

describe('a record that was synced a moment ago', () => {
  const MINUTE_MS = 60_000;
  const syncedAtMs = view.asOfMs - 2 * MINUTE_MS;
  const writtenAt = new Date(syncedAtMs + 1_000).toISOString();
  const current = {
    ...savedProperties({ ...view, asOfMs: syncedAtMs }),
    hs_lastmodifieddate: writtenAt,
  };

  test('shows the saved figures without asking Stripe, and the payments on demand', async () => {
    const card = openDealCard({ saved: current, reads: [readReply(view)] });
    await card.shows('Up to date, synced 2 minutes ago');
    expect(card.text()).toContain('$19.12');
    expect(card.text()).not.toContain('Loading from Stripe');
    expect(card.calls).toEqual([]);
    card.findByTestId(Button, 'show-payments').trigger('onClick');
    await card.shows('Live from Stripe');
    expect(card.findByTestId(Table, 'payments')).toBeDefined();
    expect(card.calls).toEqual(['get-payments']);
  });

  test('is read after five minutes, on a page that stays open too', async () => {
    const card = openDealCard({ saved: current, reads: [readReply(view)] });
    await card.shows('Up to date');
    await vi.advanceTimersByTimeAsync(4 * MINUTE_MS);
    await card.shows('Live from Stripe');
    expect(card.calls).toEqual(['get-payments']);
  });

  test('is read when the ids change, and not once more after a sync', async () => {
    const card = openDealCard({ saved: current, reads: [readReply(view)] });
    await card.shows('Up to date');
    card.setSaved({ ...current, stripe_payment_ids: 'ch_9' });
    await card.shows('Live from Stripe');
    const synced = openDealCard({ saved: current, syncs: [syncReply(view)] });
    await synced.shows('Up to date');
    synced.clickSync();
    await synced.shows('Live from Stripe');
    await vi.advanceTimersByTimeAsync(9 * MINUTE_MS);
    expect(synced.calls).toEqual(['sync-payments']);
  });

  test.each([
    ['was changed in HubSpot since', { hs_lastmodifieddate: new Date(view.asOfMs).toISOString() }],
    ['has no date of its last change', { hs_lastmodifieddate: null }],
    ['waits for a fee', { stripe_fee_status: 'pending' }],
    ['has payments to decide', { stripe_review_count: '1' }],
    ['failed to sync since', { stripe_sync_error: 'Stripe was down.' }],
    [
      'was synced in the future',
      { stripe_last_synced_at: new Date(view.asOfMs + 1).toISOString() },
    ],
  ])('is read where it %s', async (_, properties) => {
    const card = openDealCard({ saved: { ...current, ...properties } });
    await effects();
    expect(card.calls).toEqual(['get-payments']);
    expect(card.text()).toContain('Loading from Stripe');
  });

  test('is read on a contact by the date that HubSpot keeps there', async () => {
    const { hs_lastmodifieddate: at, ...contact } = current;
    const card = openCard('contact', { saved: { ...contact, lastmodifieddate: at } });
    await card.shows('Up to date');
  });
});

describe('a record that may be kept current', () => {
  const MINUTE_MS = 60_000;
  const checked = (minutesAgo: number) => ({
    ok: true,
    currentAsOfMs: view.asOfMs - minutesAgo * MINUTE_MS,
  });

  test('says until when its saved figures are known to be right, and shows the payments on demand', async () => {
    const card = openDealCard({ saved, reads: [checked(12), readReply(view)] });
    await card.shows('Up to date, checked 12 minutes ago');
    expect(parametersOf(card, 'get-payments')).toEqual([
      { objectType: 'deal', savedAtMs: view.asOfMs - 3 * HOUR_MS },
    ]);
    expect(card.text()).toContain('$19.12');
    expect(card.text()).not.toContain('Loading from Stripe');
    card.findByTestId(Button, 'show-payments').trigger('onClick');
    await card.shows('Live from Stripe');
    expect(parametersOf(card, 'get-payments').at(-1)).toEqual({ objectType: 'deal' });
  });

  test('names a sync of another person that is newer', async () => {
    const card = openDealCard({ saved, reads: [checked(12)] });
    await card.shows('Up to date, checked 12 minutes ago');
    card.setSaved(savedProperties({ ...view, asOfMs: view.asOfMs - 6 * MINUTE_MS }));
    await card.shows('Up to date, synced 6 minutes ago');
  });

  test('goes on with a view of several parts', async () => {
    const part = { ...view, continuation: 'a.b' };
    const card = openDealCard({ saved, reads: [readReply(part), readReply(view)] });
    await card.shows('Live from Stripe');
    expect(parametersOf(card, 'get-payments')).toEqual([
      { objectType: 'deal', savedAtMs: view.asOfMs - 3 * HOUR_MS },
      { objectType: 'deal', continuation: 'a.b' },
    ]);
  });
});

test('saved figures keep the coverage of the sync where it knew a tax that is not saved', () => {
  const properties = {
    ...savedProperties(view),
    amount: '15',
    deal_currency_code: 'USD',
    stripe_amount_outstanding: '0.00',
    stripe_tax_amount: '',
  };
  const coverageOf = (value: string) =>
    figuresOfSaved({ ...properties, stripe_coverage: value })?.coverage?.value;
  expect(coverageOf('paid')).toBe('paid');
  expect(coverageOf('overpaid')).toBe('overpaid');
  expect(coverageOf('unpaid')).toBe('overpaid');
});
