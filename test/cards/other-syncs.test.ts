import { effects, openDealCard } from './card-page.tsx';
import { expect, test, vi } from 'vitest';
import { charge } from '../builders/charge.ts';
import { AS_OF_MS, recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import { failure, readReply, syncReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { deferredAnswer } from './deferred-answer.ts';

const LATER_MS = AS_OF_MS + 60_000;

const before = recordView([charge()]);
const refunded = [charge({ refunds: [refund()] })];
/** What another card's sync read and saved, a minute later. */
const after = recordView(refunded, { asOfMs: LATER_MS });
/** What this card reads then. */
const readAgain = readReply(recordView(refunded, { asOfMs: LATER_MS + 2_000 }));

const saved = savedProperties(before);
const NEVER_ASKED = failure('unexpected');

test('the money of an action on another card is shown once that card has synced', async () => {
  const card = openDealCard({ saved, reads: [readReply(before), readAgain, NEVER_ASKED] });
  await card.shows('Live from Stripe');
  expect(card.text()).not.toContain('Partially refunded');
  card.setSaved(savedProperties(after));
  await card.shows('Partially refunded');
  expect(card.calls).toEqual(['get-payments', 'get-payments']);
});

test('what was shown stays until the newer figures are read, and stays where they cannot be', async () => {
  const reread = deferredAnswer();
  const card = openDealCard({ saved, reads: [readReply(before), reread.promise] });
  await card.shows('Live from Stripe');
  card.setSaved(savedProperties(after));
  await card.shows('$19.12');
  reread.answer(failure('stripe-unreachable'));
  await card.shows('$19.12');
  expect(card.calls).toHaveLength(2);
});

test('a sync of its own is not followed by a read', async () => {
  const card = openDealCard({
    saved,
    reads: [readReply(before), NEVER_ASKED],
    syncs: [syncReply(after)],
  });
  await card.shows('Live from Stripe');
  card.clickSync();
  await card.shows('Partially refunded');
  card.setSaved(savedProperties(after));
  await effects();
  expect(card.calls).toEqual(['get-payments', 'sync-payments']);
});

test('while a sync of its own runs, the one of another card is not followed', async () => {
  const own = deferredAnswer();
  const card = openDealCard({
    saved,
    reads: [readReply(before), NEVER_ASKED],
    syncs: [own.promise],
  });
  await card.shows('Live from Stripe');
  card.clickSync();
  card.setSaved(savedProperties(after));
  await effects();
  expect(card.calls).toEqual(['get-payments', 'sync-payments']);
  own.answer(syncReply(recordView(refunded, { asOfMs: LATER_MS + 1_000 })));
  await card.shows('Partially refunded');
  expect(card.calls).toEqual(['get-payments', 'sync-payments']);
});

test('a read that is under way is finished first, and followed by one more where it is older', async () => {
  const first = deferredAnswer();
  const card = openDealCard({ saved, reads: [first.promise, readAgain, NEVER_ASKED] });
  await effects();
  card.setSaved(savedProperties(after));
  await effects();
  expect(card.calls).toHaveLength(1);
  first.answer(readReply(before));
  await card.shows('Partially refunded');
  expect(card.calls).toHaveLength(2);
});

test('two clocks that disagree make no loop', async () => {
  const card = openDealCard({
    saved,
    reads: [readReply(before), readReply(before), NEVER_ASKED],
  });
  await card.shows('Live from Stripe');
  card.setSaved(savedProperties(after));
  await effects();
  card.setSaved({ ...savedProperties(after), amount: '21.00' });
  await effects();
  expect(card.calls).toHaveLength(2);
});

test('saved figures that are shown without a read are replaced by newer saved ones', async () => {
  const current = { ...saved, hs_lastmodifieddate: saved['stripe_last_synced_at'] ?? null };
  const card = openDealCard({ saved: current });
  await card.shows('$19.12');
  vi.advanceTimersByTime(2 * 60_000);
  const later = savedProperties(after);
  card.setSaved({ ...later, hs_lastmodifieddate: later['stripe_last_synced_at'] ?? null });
  await card.shows('Partially refunded');
  expect(card.calls).toEqual([]);
});
