import { Alert, DescriptionListItem } from '@hubspot/ui-extensions';
import { labelsOf } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { failure, readReply, syncReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import type { CardName } from './card-page.tsx';
import { effects, openCard } from './card-page.tsx';
import { deferredAnswer } from './deferred-answer.ts';
import { textsIn } from './texts-in.ts';

const availableOn = Date.UTC(2026, 10, 20) / 1_000;
const view = recordView([charge({ balanceTransaction: balanceTransaction({ availableOn }) })]);
const saved = savedProperties(view);
const DAY = { name: 'stripe_payout_date', from: '', to: '2026-11-21' } as const;
const synced = { ...syncReply(view), labels: labelsOf([DAY.name]), payouts: 'sealed.text' };

const open = (card: CardName, second: unknown) =>
  openCard(card, { saved, reads: [readReply(view)], syncs: [synced, second] });

const askedOf = (page: ReturnType<typeof open>) =>
  page
    .callsOf('sync-payments')
    .map(({ options }) => (options as { parameters: unknown }).parameters);

test.each<CardName>(['deal', 'sidebar'])(
  'after a sync the card %s asks for the payouts, and then says when the money reached the bank',
  async (card) => {
    const second = deferredAnswer();
    const page = open(card, second.promise);
    page.clickSync();
    await effects();
    expect(page.text()).toContain('Open a payment to see when it reaches your bank.');
    expect(page.text()).toContain('Already up to date');
    expect(askedOf(page)).toEqual([
      { objectType: 'deal' },
      { objectType: 'deal', payouts: 'sealed.text' },
    ]);
    const before = page.mocks.actions.refreshObjectProperties.callCount;
    second.answer({ ok: true, changes: [DAY] });
    await effects();
    expect(page.mocks.actions.refreshObjectProperties.callCount).toBe(before + 1);
    page.setSaved({ ...saved, [DAY.name]: DAY.to });
    await page.shows('$19.12 reached your bank by Nov 21, 2026.');
  },
);

test.each([
  ['that failed', failure('timeout')],
  ['that found nothing new', { ok: true, changes: [] }],
])('a question for payouts %s says nothing', async (_which, second) => {
  const page = open('deal', second);
  page.clickSync();
  await effects();
  const before = page.text();
  await effects();
  expect(page.text()).toBe(before);
  expect(page.mocks.actions.refreshObjectProperties.callCount).toBe(1);
});

test('a sync without open payouts asks for none', async () => {
  const page = openCard('deal', { saved, reads: [readReply(view)], syncs: [syncReply(view)] });
  page.clickSync();
  await effects();
  expect(askedOf(page)).toEqual([{ objectType: 'deal' }]);
});

test('what changed has the days of the payouts too, and those of the next sync only', async () => {
  const second = deferredAnswer();
  const page = openCard('deal', {
    saved,
    reads: [readReply(view)],
    syncs: [synced, second.promise, syncReply(view)],
  });
  const changed = () =>
    page
      .findByTestId(Alert, 'sync-result')
      .findAll(DescriptionListItem)
      .map((item) => [item.props.label, textsIn(item)[0]]);
  page.clickSync();
  await effects();
  expect(changed()).toEqual([]);
  second.answer({ ok: true, changes: [DAY] });
  await effects();
  expect(changed()).toEqual([['Paid out on', 'empty → Nov 21, 2026']]);
  page.clickSync();
  await effects();
  expect(changed()).toEqual([]);
});
