import { openCard } from './card-page.tsx';
import { Alert, Button, ErrorState, ProgressBar } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { failure, readReply, syncReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { deferredAnswer } from './deferred-answer.ts';
import type { CardOptions, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { statisticsOf } from './statistics-of.ts';
import { viewOf } from './views.ts';
import { firstPart, lastPart, secondPart } from './company-parts.ts';
import { parametersOf } from './extension-life.tsx';

const saved = savedProperties(lastPart);

function open(options: CardOptions): CardPage {
  return openCard('company', options);
}

const progressOf = (card: CardPage) =>
  card.findByTestId(ProgressBar, 'reading-parts').props.valueDescription;

test('parts are read by themselves, and their figures are shown when everything is read', async () => {
  const last = deferredAnswer();
  const card = open({ reads: [readReply(firstPart), readReply(secondPart), last.promise] });
  await effects();
  expect(progressOf(card)).toBe('340 of 500 contacts included');
  expect(card.text()).not.toMatch(/\$[1-9]/);
  last.answer(readReply(lastPart));
  await card.shows('500 of 500 contacts included');
  expect(card.text()).toContain('Payments (5)');
  expect(statisticsOf(card)).toMatchObject({ Paid: '$150.00' });
  expect(card.text()).toContain('the newest 5 of 8 payments');
  expect(parametersOf(card, 'get-payments')).toEqual([
    { objectType: 'company' },
    { objectType: 'company', continuation: 'token-1' },
    { objectType: 'company', continuation: 'token-2' },
  ]);
});

test('the saved figures stay in front of every part', async () => {
  const card = open({ saved, reads: [readReply(firstPart), readReply(secondPart)] });
  await effects();
  expect(progressOf(card)).toBe('340 of 500 contacts included');
  expect(statisticsOf(card)).toMatchObject({ Paid: '$150.00' });
  expect(card.text()).not.toContain('Payments (');
});

test.each([
  ['without saved figures', {}, (card: CardPage) => card.find(ErrorState).find(Button)],
  [
    'beside the saved figures',
    { saved },
    (card: CardPage) => card.findByTestId(Alert, 'read-problem').find(Button),
  ],
])('a read that failed midway goes on where it stopped, %s', async (_name, options, button) => {
  const card = open({
    ...options,
    reads: [readReply(firstPart), failure('stripe-unreachable'), readReply(secondPart)],
  });
  await card.shows("couldn't");
  button(card).trigger('onClick');
  await effects();
  expect(parametersOf(card, 'get-payments').slice(2)).toEqual([
    { objectType: 'company', continuation: 'token-1' },
    { objectType: 'company', continuation: 'token-2' },
  ]);
});

test('an expired continuation starts over by itself', async () => {
  const card = open({
    reads: [readReply(firstPart), failure('continuation-expired'), readReply(lastPart)],
  });
  await card.shows('Payments (2)');
  expect(parametersOf(card, 'get-payments')[2]).toEqual({ objectType: 'company' });
});

test.each([
  [{ contactsCovered: 90, contactsTotal: 500 }],
  // A deal with one customer of very many payments.
  [null],
])('a record without payments so far is not called empty', async (coverage) => {
  const nothing = viewOf(
    'company',
    {},
    { customers: [], linkedCustomerIds: [], coverage, continuation: 'token-1' },
  );
  const card = open({ reads: [readReply(nothing)] });
  await effects();
  expect(card.text()).toContain(coverage === null ? 'Reading all payments' : '');
  expect(card.text()).not.toContain('No Stripe customer linked');
});

test('a sync stops the reading of further parts, and its view ends it', async () => {
  const next = deferredAnswer();
  const card = open({
    reads: [next.promise, readReply(secondPart)],
    syncs: [syncReply(lastPart)],
  });
  await effects();
  card.clickSync();
  next.answer(readReply(firstPart));
  await card.shows('Payments (2)');
  expect(parametersOf(card, 'get-payments')).toHaveLength(1);
});

test('the reading goes on after a sync that failed', async () => {
  const next = deferredAnswer();
  const card = open({
    reads: [next.promise, readReply(secondPart)],
    syncs: [failure('stripe-unreachable')],
  });
  await effects();
  card.clickSync();
  next.answer(readReply(firstPart));
  await effects();
  expect(parametersOf(card, 'get-payments').length).toBeGreaterThan(1);
});
