import { openDealCard } from './card-page.tsx';
import type { Charge } from '@stripe-payments/core';
import {
  money,
  propertyChanges,
  propertyLabelsIn,
  repFailureText,
  textsIn,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { sourcesBelow, textOf } from '../architecture/sources.ts';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { authorization, charge, declined, pendingDebit } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import { failure, readReply, syncReply } from '../builders/replies.ts';
import { savedProperties, unsyncedProperties, valuesOfView } from '../builders/saved-properties.ts';
import { NEVER } from './card-page.tsx';
import { plain } from './texts-in.ts';
import { catalogueTextsIn } from './catalogue-texts.ts';

const ITALIAN = { language: 'it', locale: 'it-it' };
const italian = textsIn('it').card;

const disputed = (status: string): Charge =>
  charge({ id: `ch_${status}`, disputes: [dispute({ status, reason: 'general' })] });

const euros = charge({
  id: 'ch_eur',
  currency: 'eur',
  balanceTransaction: balanceTransaction({ id: 'txn_eur', currency: 'eur', exchangeRate: 1.08 }),
});

const DISPUTE_STATES = [
  'needs_response',
  'warning_needs_response',
  'under_review',
  'warning_under_review',
  'warning_closed',
  'lost',
  'won',
  'prevented',
];

const everything = recordView(
  [
    ...DISPUTE_STATES.map(disputed),
    charge({ id: 'ch_refunded', refunds: [refund()] }),
    charge({ id: 'ch_failed_refund', refunds: [refund({ status: 'failed' })] }),
    charge({ id: 'ch_part', amountCapturedMinor: 1_200 }),
    authorization({ id: 'ch_authorized' }),
    pendingDebit({ id: 'ch_pending' }),
    declined({ id: 'ch_declined', created: charge().created + 60 }),
    euros,
  ],
  { dealAmount: money(5_000, 'usd'), mode: 'test' },
);
const simple = recordView([charge({ refunds: [refund()] })], { dealAmount: money(9_000, 'usd') });
const withoutFee = recordView([charge({ balanceTransaction: null })]);
const stored = unsyncedProperties();
const changes = propertyChanges(stored, valuesOfView(simple));

/** What the account's own language left on the record: a fact, in whatever language. */
const STORED = Object.values(savedProperties(simple)).filter((value) => value !== null);

test.each([
  ['loading', {}],
  ['no customer', { reads: [readReply(recordView([], { linkedCustomerIds: [] }))] }],
  ['no payments', { reads: [readReply(recordView([]))] }],
  ['everything', { reads: [readReply(everything)] }],
  ['one currency', { reads: [readReply(simple)] }],
  ['a pending fee', { reads: [readReply(withoutFee)] }],
  ['a part unread', { reads: [readReply({ ...simple, problems: [{ code: 'timeout' }] })] }],
  ['saved', { saved: savedProperties(simple), reads: [NEVER] }],
  ['saved, read failed', { saved: savedProperties(simple), reads: [failure('timeout')] }],
])('an Italian reads no English: %s', async (_, options) => {
  const card = openDealCard({ ...ITALIAN, ...options });
  await card.shows(/./);
  const isItalian = catalogueTextsIn(textsIn('it', 'en'), ['questo minuto', '30 minuti fa']);
  expect(card.texts().filter((text) => !isItalian(text))).toEqual([]);
  expect(card.texts().length).toBeGreaterThan(1);
});

const { errors, card: cardTexts } = textsIn('it');
const isErrorCode = (code: string): code is keyof typeof errors => Object.hasOwn(errors, code);

test.each(Object.keys(errors).filter(isErrorCode))(
  'an Italian reads no English where the read and the sync fail: %s',
  async (code) => {
    const detail = 'In the words of the service.';
    const failed = failure(code, { detail, requestId: 'req_1' });
    const card = openDealCard({ ...ITALIAN, reads: [failed], syncs: [failed] });
    card.clickSync();
    const isBusy = code === 'hubspot-rate-limited';
    await card.shows(isBusy ? cardTexts.states.busyTitle : errors[code].message);
    const isItalian = catalogueTextsIn(textsIn('it', 'en'), [detail]);
    expect(card.texts().filter((text) => !isItalian(text))).toEqual([]);
    if (!isBusy) expect(card.text()).toContain(repFailureText(failed.error, textsIn('it')).detail);
  },
);

test('a sync and its changes are Italian for an Italian user', async () => {
  const card = openDealCard({
    ...ITALIAN,
    saved: stored,
    reads: [readReply(simple)],
    syncs: [syncReply(simple, changes)],
  });
  card.clickSync();
  expect(card.texts()).toContain(italian.sync.running);
  await card.shows('proprietà aggiornate');
  const isItalian = catalogueTextsIn(textsIn('it', 'en'), [
    ...STORED,
    ...Object.values(propertyLabelsIn('it')),
  ]);
  expect(card.texts().filter((text) => !isItalian(text))).toEqual([]);
  expect(card.texts()).toContain('Stato del pagamento');
  expect(card.texts()).toContain('vuoto → Pagato parzialmente');
});

test('the check for English texts finds English', () => {
  const isItalian = catalogueTextsIn(textsIn('it', 'en'));
  const isEnglish = catalogueTextsIn(textsIn('en'));
  expect(isItalian('The deal amount is paid in full.')).toBe(false);
  expect(isItalian(`${italian.figures.paidInFull} Paid`)).toBe(false);
  expect(isItalian(italian.figures.unpaid('20,00 USD of it'))).toBe(false);
  expect(isItalian(plain(italian.figures.unpaid('20,00 USD')))).toBe(true);
  expect(isEnglish('The deal amount is paid in full.')).toBe(true);
  expect(isEnglish(italian.figures.paidInFull)).toBe(false);
});

test.each([
  ['it', 'en-gb', 'Pagato', 'US$1,200.50', '22 Nov 2026'],
  ['it', 'it-it', 'Pagato', '1.200,50 USD', '22 nov 2026'],
  ['en', 'it-it', 'Paid', '1.200,50 USD', '22 nov 2026'],
  ['en', 'de-de', 'Paid', '1.200,50 $', '22.11.2026'],
  ['en', 'ja-jp', 'Paid', '$1,200.50', '2026/11/22'],
  ['de', 'de-de', 'Paid', '1.200,50 $', '22.11.2026'],
  [undefined, 'it-it', 'Paid', '1.200,50 USD', '22 nov 2026'],
])('language %s, locale %s: %s, %s, %s', async (language, locale, word, amount, day) => {
  const view = recordView([charge({ amountMinor: 120_050 })]);
  const card = openDealCard({
    ...(language && { language }),
    locale,
    reads: [readReply(view)],
  });
  await card.shows(amount);
  expect(card.texts()).toContain(word);
  expect(card.texts()).toContain(day);
});

test.each([
  ['it', 'en-us', 'sincronizzato 3 ore fa'],
  ['en', 'ar-eg', 'synced 3 hours ago'],
])('an age follows the language: in %s with locale %s it is "%s"', (language, locale, age) => {
  const saved = savedProperties({ ...simple, asOfMs: simple.asOfMs - 3 * 3_600_000 });
  expect(openDealCard({ language, locale, saved }).text()).toContain(age);
});

test('an unknown code shows the message of the reply, in any language', async () => {
  const error = { code: 'from-next-year', message: 'Stripe moved.', nextStep: 'Follow it.' };
  const card = openDealCard({ ...ITALIAN, reads: [{ ok: false, error }] });
  await card.shows('Impossibile leggere i pagamenti\nStripe moved. Follow it.');
});

test('only the hook chooses the language', () => {
  const files = ['cards', 'packages/ui'].flatMap((folder) => sourcesBelow(`src/app/${folder}`));
  const named = files.filter((file) =>
    /\b(?:english|italian|textsIn|ACCOUNT_TEXTS|PROPERTIES)\b/.test(textOf(file)),
  );
  expect(named).toEqual(['src/app/packages/ui/src/use-presentation.ts']);
});
