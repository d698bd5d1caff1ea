import { openCard, openDealCard } from './card-page.tsx';
import { Alert } from '@hubspot/ui-extensions';
import { expect, test, vi } from 'vitest';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { failure, readReply } from '../builders/replies.ts';
import { savedProperties, unsyncedProperties } from '../builders/saved-properties.ts';
import { effects } from './card-page.tsx';

const saved = savedProperties(recordView([charge()]));
const unreachable = failure('stripe-unreachable');
const noInvoices = { code: 'stripe-permission', permission: 'invoice_read' } as const;

test.each([
  ['beside saved figures', { saved, reads: [unreachable] }, unreachable],
  ['where nothing was saved', { reads: [unreachable] }, unreachable],
  [
    'beside what could be read',
    { saved, reads: [readReply(recordView([charge()], { problems: [noInvoices] }))] },
    failure('stripe-permission', { permission: 'invoice_read' }),
  ],
])('a failed sync says once why, where the read failed alike: %s', async (_, opened, answer) => {
  const reason = /Stripe couldn't be reached|give the app access/;
  const card = openDealCard({ ...opened, syncs: [answer] });
  await vi.waitFor(() => {
    expect(card.text()).toMatch(reason);
  });
  card.clickSync();
  await card.shows("The sync didn't finish");
  expect(card.texts().filter((text) => reason.test(text))).toHaveLength(1);
  if ('saved' in opened) expect(card.text()).toMatch(/Saved in HubSpot|Live from Stripe/);
});

test('a failed sync leaves what the read failed at for another reason', async () => {
  const card = openDealCard({
    saved,
    reads: [unreachable],
    syncs: [failure('stripe-permission', { permission: 'invoice_read' })],
  });
  await card.shows("Stripe couldn't be reached");
  card.clickSync();
  await card.shows('give the app access');
  expect(card.text()).toContain("Stripe couldn't be reached");
});

test.each([
  ['figures', saved],
  ['none', unsyncedProperties()],
])(
  'the sidebar says why its sync failed, once, not what an earlier one stored: %s',
  async (_, before) => {
    const stored = { ...before, stripe_sync_error: "Stripe couldn't be reached." };
    const card = openCard('sidebar', { saved: stored, syncs: [failure('not-configured')] });
    await effects();
    expect(card.text()).toContain("Stripe couldn't be reached.");
    card.clickSync();
    await card.shows("The sync didn't finish");
    expect(card.text()).not.toContain("Stripe couldn't be reached.");
    expect(card.text()).not.toContain('Nothing to do');
    expect(card.maybeFindByTestId(Alert, 'sidebar-warning')).toBeNull();
  },
);
