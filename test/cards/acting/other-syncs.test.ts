import { ok, openActions, overview, paymentRequest, refundPrepared } from './actions-page.tsx';
import { expect, test } from 'vitest';
import { AS_OF_MS, recordView } from '../../builders/record-view.ts';
import { charge } from '../../builders/charge.ts';
import { failure, readReply, syncReply } from '../../builders/replies.ts';

const syncedAt = (ms: number) => ({ stripe_last_synced_at: new Date(ms).toISOString() });

const SAVED = syncedAt(AS_OF_MS);
const LATER_MS = AS_OF_MS + 60_000;

const openAt = (syncedAtMs: number | null, overrides: Parameters<typeof overview>[0] = {}) =>
  ok(overview({ syncedAtMs, ...overrides }));

const paidAt = (syncedAtMs: number) =>
  openAt(syncedAtMs, { requests: [paymentRequest({ status: 'paid' })] });

test('what is requested is read again once another card synced the record', async () => {
  const card = openActions({
    saved: SAVED,
    requests: [openAt(AS_OF_MS, { requests: [paymentRequest()] }), paidAt(LATER_MS)],
  });
  await card.shows('Open\nCopy link');
  await card.setSaved(syncedAt(LATER_MS));
  await card.shows('Paid');
  expect(card.text()).not.toContain('Copy link');
  expect(card.calls).toEqual(['request-payment', 'request-payment']);
});

test('the first sync of a record is followed, too', async () => {
  const card = openActions({ saved: {}, requests: [openAt(null), openAt(LATER_MS)] });
  await card.shows('No payment requests yet');
  await card.setSaved(syncedAt(LATER_MS));
  expect(card.calls).toHaveLength(2);
});

test.each([
  ['opening the card with a list that is as new as the figures', AS_OF_MS, SAVED],
  ['another value than the time of the last sync', AS_OF_MS, { ...SAVED, amount: '9.00' }],
  ['an older sync, delivered late', AS_OF_MS, syncedAt(AS_OF_MS - 60_000)],
])('%s causes no second read', async (_, listedAtMs, saved) => {
  const card = openActions({ saved: SAVED, requests: [openAt(listedAtMs), NEVER_ASKED] });
  await card.shows('No payment requests yet');
  await card.setSaved(saved);
  expect(card.calls).toHaveLength(1);
});

const NEVER_ASKED = failure('unexpected');

test('a sync is followed once, also where the list stays older than it', async () => {
  const card = openActions({
    saved: SAVED,
    requests: [openAt(AS_OF_MS), openAt(AS_OF_MS), NEVER_ASKED],
  });
  await card.shows('No payment requests yet');
  await card.setSaved(syncedAt(LATER_MS));
  await card.setSaved({ ...syncedAt(LATER_MS), amount: '9.00' });
  expect(card.calls).toHaveLength(2);
});

test('while a panel is open nothing is read, and what was entered stays', async () => {
  const card = openActions({
    saved: SAVED,
    requests: [openAt(AS_OF_MS), openAt(LATER_MS)],
  });
  await card.shows('No payment requests yet');
  await card.open('request-panel');
  const opened = card.calls.length;
  await card.setSaved(syncedAt(LATER_MS));
  expect(card.calls).toHaveLength(opened);
  await card.close('request-panel');
  expect(card.calls).toHaveLength(opened + 1);
});

test('its own action reads once more, when the panel is closed', async () => {
  const view = recordView([charge()], { asOfMs: LATER_MS });
  const refunded = ok({
    ...{ step: 'done', isExisting: false, userId: '12', isSyncNeeded: true, line: 'left' },
    outcome: {
      ...{ kind: 'refund', refundId: 're_1', amount: { minor: 500, currency: 'usd' } },
      ...{ status: 'succeeded', failureReason: null },
    },
  });
  const card = openActions({
    saved: SAVED,
    requests: [openAt(AS_OF_MS), openAt(LATER_MS), NEVER_ASKED],
    reads: [readReply(view)],
    changes: [ok(refundPrepared({ status: 'pending' })), refunded],
    syncs: [syncReply(view)],
  });
  await card.shows('No payment requests yet');
  await card.open('refund-panel');
  await card.enter('refund-amount', '5.00');
  await card.click('refund-review');
  await card.click('refund-confirm');
  await card.setSaved(syncedAt(LATER_MS));
  expect(card.calls.filter((uid) => uid === 'request-payment')).toHaveLength(1);
  await card.close('refund-panel');
  expect(card.calls.filter((uid) => uid === 'request-payment')).toHaveLength(2);
});

test.each([
  [null, 'secondary'],
  [AS_OF_MS, 'primary'],
] as const)('a record synced at %s asks for a payment with a %s button', async (atMs, variant) => {
  const card = openActions({ requests: [openAt(atMs)] });
  await card.shows('No payment requests yet');
  expect(card.button('request-payment')?.props.variant).toBe(variant);
});
