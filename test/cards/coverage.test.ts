import { openCard } from './card-page.tsx';
import { Alert, Button, LoadingButton } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { failure, readReply } from '../builders/replies.ts';
import { deferredAnswer } from './deferred-answer.ts';
import type { CardOptions, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { statisticsOf } from './statistics-of.ts';
import { viewOf } from './views.ts';
import { firstPart, lastPart, secondPart } from './company-parts.ts';
import { parametersOf } from './extension-life.tsx';

function open(options: CardOptions): CardPage {
  return openCard('company', options);
}

async function goOn(card: CardPage): Promise<void> {
  card.findByTestId(LoadingButton, 'continue').trigger('onClick');
  await effects();
}

test('shows the progress and that the figures are incomplete', async () => {
  const card = open({ reads: [readReply(firstPart)] });
  await card.shows('120 of 500 contacts included');
  expect(card.text()).toContain('They are saved once all contacts are included.');
  expect(statisticsOf(card)).toMatchObject({ Paid: '$30.00' });
});

test('continues with more rows, and figures of everything read so far', async () => {
  const card = open({ reads: [readReply(firstPart), readReply(secondPart), readReply(lastPart)] });
  await card.shows('120 of 500');
  await goOn(card);
  expect(card.text()).toContain('340 of 500 contacts included');
  expect(statisticsOf(card)).toMatchObject({ Paid: '$60.00' });
  expect(card.text()).toContain('Payments (3)');
  await goOn(card);
  expect(card.text()).toContain('500 of 500 contacts included');
  expect(card.text()).toContain('Payments (5)');
  expect(statisticsOf(card)).toMatchObject({ Paid: '$150.00' });
  expect(card.text()).toContain('the newest 5 of 8 payments');
  expect(card.maybeFindByTestId(LoadingButton, 'continue')).toBeNull();
  expect(parametersOf(card, 'get-payments')).toEqual([
    { objectType: 'company' },
    { objectType: 'company', continuation: 'token-1' },
    { objectType: 'company', continuation: 'token-2' },
  ]);
});

test('a double click reads one part once', async () => {
  const next = deferredAnswer();
  const card = open({ reads: [readReply(firstPart), next.promise] });
  await card.shows('120 of 500');
  const button = card.findByTestId(LoadingButton, 'continue');
  button.trigger('onClick');
  await effects();
  expect(card.findByTestId(LoadingButton, 'continue').props).toMatchObject({
    loading: true,
    disabled: true,
  });
  card.findByTestId(LoadingButton, 'continue').trigger('onClick');
  await effects();
  expect(card.callsOf('get-payments')).toHaveLength(2);
});

test('a failed part keeps what was read and is retried on its own', async () => {
  const card = open({
    reads: [readReply(firstPart), failure('stripe-unreachable'), readReply(secondPart)],
  });
  await card.shows('120 of 500');
  await goOn(card);
  expect(card.text()).toContain('The figures so far are kept.');
  expect(card.text()).toContain('Payments (2)');
  card.findByTestId(Alert, 'read-problem').find(Button).trigger('onClick');
  await card.shows('340 of 500');
  expect(parametersOf(card, 'get-payments')[2]).toEqual({
    objectType: 'company',
    continuation: 'token-1',
  });
  expect(card.text()).toContain('Payments (3)');
});

test('an expired continuation starts over', async () => {
  const card = open({
    reads: [readReply(firstPart), failure('continuation-expired'), readReply(firstPart)],
  });
  await card.shows('120 of 500');
  await goOn(card);
  card.findByTestId(Alert, 'read-problem').find(Button).trigger('onClick');
  await effects();
  expect(parametersOf(card, 'get-payments')[2]).toEqual({ objectType: 'company' });
  expect(card.text()).toContain('Payments (2)');
});

test('a company without payments so far is not called empty before all contacts are covered', async () => {
  const nothing = viewOf(
    'company',
    {},
    {
      customers: [],
      linkedCustomerIds: [],
      coverage: { contactsCovered: 90, contactsTotal: 500 },
      continuation: 'token-1',
    },
  );
  const card = open({ reads: [readReply(nothing)] });
  await card.shows('90 of 500 contacts included');
  expect(card.text()).not.toContain('No Stripe customer linked');
});
