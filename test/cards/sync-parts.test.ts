import { openCard } from './card-page.tsx';
import { ProgressBar } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { failure, readReply, syncReply } from '../builders/replies.ts';
import { deferredAnswer } from './deferred-answer.ts';
import type { CardOptions, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { firstPart, lastPart, secondPart } from './company-parts.ts';
import { parametersOf } from './extension-life.tsx';

function open(options: CardOptions): CardPage {
  return openCard('company', options);
}

test('a sync continues until everything is covered, and shows its progress', async () => {
  const next = deferredAnswer();
  const change = { name: 'stripe_payment_count', from: '', to: '5' } as const;
  const card = open({
    reads: [readReply(firstPart)],
    syncs: [syncReply(firstPart), next.promise, syncReply(lastPart, [change])],
  });
  await effects();
  card.clickSync();
  await effects();
  expect(card.findByTestId(ProgressBar, 'sync-progress').props).toMatchObject({
    value: 120,
    maxValue: 500,
    valueDescription: '120 of 500 contacts included',
  });
  next.answer(syncReply(secondPart));
  await card.shows('1 property updated');
  expect(parametersOf(card, 'sync-payments')).toEqual([
    { objectType: 'company' },
    { objectType: 'company', continuation: 'token-1' },
    { objectType: 'company', continuation: 'token-2' },
  ]);
  expect(card.text()).toContain('Payments (5)');
  expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
});

test('an interrupted sync has saved nothing, and resumes where it stopped', async () => {
  const card = open({
    reads: [readReply(firstPart)],
    syncs: [
      syncReply(firstPart),
      failure('stripe-rate-limited'),
      syncReply(secondPart),
      syncReply(lastPart),
    ],
  });
  await effects();
  card.clickSync();
  await card.shows('Nothing has been saved yet. Click "Sync now" to continue where it stopped.');
  card.clickSync();
  await card.shows('Already up to date');
  expect(parametersOf(card, 'sync-payments').slice(2)).toEqual([
    { objectType: 'company', continuation: 'token-1' },
    { objectType: 'company', continuation: 'token-2' },
  ]);
  expect(card.text()).toContain('Payments (5)');
});

test('an interrupted sync starts over when the ids changed', async () => {
  const card = open({
    saved: { stripe_customer_id: 'cus_1' },
    reads: [readReply(firstPart), readReply(firstPart)],
    syncs: [syncReply(firstPart), failure('timeout')],
  });
  await effects();
  card.clickSync();
  await card.shows('continue where it stopped');
  card.setSaved({ stripe_customer_id: 'cus_2' });
  await effects();
  card.clickSync();
  await effects();
  expect(parametersOf(card, 'sync-payments')[2]).toEqual({ objectType: 'company' });
});

test('a sync with an expired continuation starts over', async () => {
  const card = open({
    reads: [readReply(firstPart)],
    syncs: [
      syncReply(firstPart),
      { ok: false, error: { code: 'continuation-expired' } },
      syncReply(firstPart),
      syncReply(lastPart),
    ],
  });
  await effects();
  card.clickSync();
  await card.shows('Already up to date');
  expect(parametersOf(card, 'sync-payments')[2]).toEqual({ objectType: 'company' });
});
