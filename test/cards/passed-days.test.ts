import { openCard, openDealCard } from './card-page.tsx';
import type { CardPage } from './card-page.tsx';
import { Alert } from '@hubspot/ui-extensions';
import type { RecordView, StripeObjects } from '@stripe-payments/core';
import { describe, expect, test, vi } from 'vitest';
import { invoice } from '../builders/invoice.ts';
import { recordViewOf } from '../builders/record-view.ts';
import { readReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { subscription, subscriptionItem } from '../builders/subscription.ts';
import { effects } from './card-page.tsx';
import { DATED_CASES as cases, DUE, trial } from './dated-cases.ts';
import { textsIn } from './texts-in.ts';

const DAY_MS = 86_400_000;
const BEFORE = Date.parse('2026-11-30T09:00:00Z');
const AT = Date.parse('2026-12-01T18:00:00Z');
const AFTER = Date.parse('2026-12-02T09:00:00Z');
const TWO_WEEKS_AFTER = AFTER + 13 * DAY_MS;

/** Stripe reads dates as they are: only the moment of the read and that of the look differ. */
const viewOf = (objects: Partial<StripeObjects>, asOfMs: number): RecordView =>
  recordViewOf(objects, { asOfMs });

const opened = {
  'the sidebar': (view: RecordView, language: string) =>
    openCard('sidebar', { saved: savedProperties(view), language, locale: localeOf(language) }),
  'the saved card': (view: RecordView, language: string) =>
    openDealCard({ saved: savedProperties(view), language, locale: localeOf(language) }),
  'the live card': (view: RecordView, language: string) =>
    openDealCard({ reads: [readReply(view)], language, locale: localeOf(language) }),
} as const;

const localeOf = (language: string): string => (language === 'it' ? 'it' : 'en-us');

async function textOf(
  surface: keyof typeof opened,
  objects: Partial<StripeObjects>,
  { readMs, lookMs, language }: { readMs: number; lookMs: number; language: 'en' | 'it' },
): Promise<{ readonly card: CardPage; readonly text: string }> {
  vi.setSystemTime(lookMs);
  const card = opened[surface](viewOf(objects, readMs), language);
  await effects();
  return { card, text: plain(textsIn(card.getRootNode())) + plain(titlesOf(card)) };
}

const titlesOf = (card: CardPage): readonly string[] =>
  card.findAll(Alert).map(({ props }) => props.title);

const plain = (texts: readonly string[]): string =>
  texts
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/[\u2066-\u2069]/g, '');

const WORDS = {
  en: { sync: 'Sync to see what came of it.', nothing: 'Nothing to do' },
  it: { sync: "Sincronizza per vedere com'è andata.", nothing: 'Niente da fare' },
} as const;

const surfaces = Object.keys(opened) as readonly (keyof typeof opened)[];
const languages = ['en', 'it'] as const;

describe.each(
  surfaces.flatMap((surface) => languages.map((language) => [surface, language] as const)),
)('on %s, in %s', (surface, language) => {
  const words = WORDS[language];

  test.each(cases)('the day of $of is ahead the day before it and on it', async (dated) => {
    for (const lookMs of [BEFORE, AT]) {
      const look = { readMs: BEFORE, lookMs, language };
      const { text } = await textOf(surface, dated.objects, look);
      expect(text).toContain(dated.ahead[language]);
      expect(text).not.toContain(dated.over[language]);
      expect(text).not.toContain(words.sync);
    }
  });

  test.each(cases)('once the day of $of is over, it was, and a sync tells more', async (dated) => {
    for (const lookMs of [AFTER, TWO_WEEKS_AFTER]) {
      const look = { readMs: BEFORE, lookMs, language };
      const { text } = await textOf(surface, dated.objects, look);
      expect(text).toContain(dated.over[language]);
      expect(text).not.toContain(dated.ahead[language]);
      expect(text).toContain(words.sync);
      expect(text).not.toContain(words.nothing);
    }
  });

  test.each(cases.filter(({ of }) => of !== 'an attempt to collect'))(
    'read after the day of $of, no sync is asked for',
    async (dated) => {
      const look = { readMs: AFTER, lookMs: AFTER, language };
      const { text } = await textOf(surface, dated.objects, look);
      expect(text).not.toContain(dated.ahead[language]);
      expect(text).not.toContain(words.sync);
      expect(text).not.toContain(words.nothing);
    },
  );
});

test('rows say of days that are over that they were', async () => {
  const invoices = [invoice({ dueDate: DUE, nextPaymentAttempt: DUE, attemptCount: 1 })];
  const later = subscription({ id: 'sub_2', status: 'not_started', startsOn: DUE });
  const items = [subscriptionItem({ currentPeriodEnd: DUE })];
  const renewing = subscription({ id: 'sub_3', items });
  vi.setSystemTime(BEFORE);
  const view = viewOf({ invoices, subscriptions: [trial, later, renewing] }, BEFORE);
  const card = openDealCard({ reads: [readReply(view)] });
  await card.shows('Next attempt on Dec 1, 2026');
  for (const ahead of ['Due', 'Trial until', 'Renews on', 'Starts on']) {
    expect(card.text()).toContain(ahead);
  }
  vi.setSystemTime(AFTER);
  await vi.advanceTimersByTimeAsync(60_000);
  await card.shows('Next attempt was planned for Dec 1, 2026');
  for (const was of ['Was due', 'Trial was to end', 'Was to renew', 'Was to start']) {
    expect(card.text()).toContain(`${was} on Dec 1, 2026`);
  }
  expect(card.text()).not.toMatch(/Due on|Renews on|Trial until|Starts on|Next attempt on/);
});

test('a trial is no renewal on the day on which it ends', async () => {
  vi.setSystemTime(BEFORE);
  const card = openDealCard({ reads: [readReply(viewOf({ subscriptions: [trial] }, BEFORE))] });
  await card.shows('Trial until Dec 1, 2026');
  expect(card.text()).not.toContain('Renews on');
});
