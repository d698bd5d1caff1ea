import { openDealCard } from './card-page.tsx';
import { ErrorState } from '@hubspot/ui-extensions';
import { expect, test, vi } from 'vitest';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { failure, readReply, syncReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { deferredAnswer } from './deferred-answer.ts';
import { effects } from './card-page.tsx';

const viewOf = (amountMinor: number) => recordView([charge({ amountMinor })]);
const view = viewOf(2_000);
const saved = savedProperties(view);

test('opening the card is one read, with the proof of the record and the moment of what is saved', async () => {
  const card = openDealCard({ saved, reads: [readReply(view)] });
  await card.shows('Live from Stripe');
  expect(card.callsOf('get-payments')).toEqual([
    {
      uid: 'get-payments',
      options: {
        parameters: { objectType: 'deal', savedAtMs: view.asOfMs },
        propertiesToSend: ['hs_object_id', 'createdate'],
      },
    },
  ]);
  expect(card.calls).toHaveLength(1);
});

test('passing time causes no read and increases the shown age', async () => {
  const card = openDealCard({ saved, reads: [failure('stripe-unreachable')] });
  await card.shows('synced this minute');
  vi.advanceTimersByTime(5 * 60_000);
  await card.shows('synced 5 minutes ago');
  expect(card.calls).toHaveLength(1);
});

test.each([
  ['stripe_net_amount', '1.00'],
  ['stripe_last_synced_at', '2026-11-22T17:00:00.000Z'],
  ['amount', '99.00'],
])('a new %s causes no read', async (name, value) => {
  const card = openDealCard({ saved, reads: [readReply(view)] });
  await card.shows('Live from Stripe');
  card.setSaved({ ...saved, [name]: value });
  await effects();
  expect(card.calls).toHaveLength(1);
});

test.each(['stripe_customer_id', 'stripe_payment_ids'])(
  'another %s causes one more read, and the same again none',
  async (name) => {
    const card = openDealCard({ saved, reads: [readReply(view), readReply(viewOf(3_000))] });
    await card.shows('Live from Stripe');
    card.setSaved({ ...saved, [name]: 'cus_2' });
    await card.shows('$30.00');
    card.setSaved({ ...saved, [name]: 'cus_2', amount: '1.00' });
    await effects();
    expect(card.calls).toHaveLength(2);
  },
);

test('a reload of properties by HubSpot causes no read', async () => {
  const card = openDealCard({ saved, reads: [readReply(view)] });
  await card.shows('Live from Stripe');
  card.setSaved('loading');
  await effects();
  card.setSaved(saved);
  await effects();
  expect(card.calls).toHaveLength(1);
});

test('an answer to an older read is dropped, in whatever order answers arrive', async () => {
  const first = deferredAnswer();
  const second = deferredAnswer();
  const card = openDealCard({ saved, reads: [first.promise, second.promise] });
  await effects();
  card.setSaved({ ...saved, stripe_customer_id: 'cus_2' });
  await effects();
  first.answer(readReply(viewOf(1_100)));
  await card.shows('Loading from Stripe');
  expect(card.text()).not.toContain('$11.00');
  second.answer(readReply(viewOf(2_200)));
  await card.shows('$22.00');
  expect(card.text()).not.toContain('Loading from Stripe');
});

test('an answer that arrives after a newer one is dropped', async () => {
  const first = deferredAnswer();
  const card = openDealCard({ saved, reads: [first.promise, readReply(viewOf(2_200))] });
  await effects();
  card.setSaved({ ...saved, stripe_customer_id: 'cus_2' });
  await card.shows('$22.00');
  first.answer(failure('stripe-unreachable'));
  await card.shows('$22.00');
  expect(card.text()).not.toContain('could not be reached');
});

test('the answer to a read before a sync is dropped', async () => {
  const read = deferredAnswer();
  const card = openDealCard({ saved, reads: [read.promise], syncs: [syncReply(viewOf(3_300))] });
  await effects();
  card.clickSync();
  await card.shows('$33.00');
  read.answer(readReply(viewOf(1_100)));
  await card.shows('$33.00');
});

test('the view of a sync that started before the ids changed is dropped', async () => {
  const sync = deferredAnswer();
  const read = deferredAnswer();
  const card = openDealCard({
    saved,
    reads: [readReply(view), read.promise],
    syncs: [sync.promise],
  });
  await card.shows('Live from Stripe');
  card.clickSync();
  card.setSaved({ ...saved, stripe_customer_id: 'cus_2' });
  await effects();
  sync.answer(syncReply(viewOf(3_300)));
  await card.shows('Already up to date');
  expect(card.text()).not.toContain('$33.00');
  read.answer(readReply(viewOf(2_200)));
  await card.shows('$22.00');
});

test('a failed sync still accepts the answer of the read before it', async () => {
  const read = deferredAnswer();
  const card = openDealCard({ saved, reads: [read.promise], syncs: [failure('timeout')] });
  await effects();
  card.clickSync();
  await card.shows("The sync didn't finish");
  read.answer(readReply(viewOf(2_200)));
  await card.shows('$22.00');
});

const rubbish: readonly unknown[] = [
  undefined,
  null,
  'Internal server error',
  42,
  [],
  {},
  { statusCode: 500, body: 'x' },
  { ok: true },
  { ok: true, view: null },
  { ok: 'true', view },
  { ok: false },
  { ok: false, error: null },
  { ok: false, error: 'no' },
  { ok: false, error: { message: 'no code' } },
  { ok: false, error: { code: 408, message: 'no known form' } },
];

test.each(rubbish)('an answer %j shows the error for invalid replies', async (answer) => {
  const card = openDealCard({ reads: [answer] });
  await card.shows("The app didn't respond. Try again; if it keeps happening, ask your admin");
  expect(card.find(ErrorState).props.title).toBe("Couldn't read the payments");
});

test("a killed read says that the app didn't respond, without the thrown text", async () => {
  const killed = deferredAnswer();
  const card = openDealCard({ reads: [killed.promise] });
  await effects();
  killed.fail(new Error('Function timed out: rk_test_secret'));
  await card.shows("The app didn't respond.");
  expect(card.text()).not.toContain('secret');
});

test.each(rubbish)('a sync answered by %j says that it may have written', async (answer) => {
  const card = openDealCard({ saved, syncs: [answer] });
  card.clickSync();
  await card.shows("HubSpot didn't confirm the update");
});
