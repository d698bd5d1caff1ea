import { Alert, Flex } from '@hubspot/ui-extensions';
import type { Charge, Presentation } from '@stripe-payments/core';
import { textsIn as textsOf } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { nextStepsOf } from '../../src/app/cards/figures/next-step.ts';
import { figuresOfSaved } from '../../src/app/cards/figures/saved-figures.ts';
import { billedLife } from '../builders/billed-life.ts';
import { authorization, charge, declined, pendingDebit } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { invoice } from '../builders/invoice.ts';
import { AS_OF_MS, recordView } from '../builders/record-view.ts';
import { readReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { subscription, subscriptionItem } from '../builders/subscription.ts';
import type { CardPage } from './card-page.tsx';
import { openCard, openDealCard } from './card-page.tsx';
import { textsIn } from './texts-in.ts';
import { viewOf } from './views.ts';

async function openLive(charges: readonly Charge[]): Promise<CardPage> {
  const card = openDealCard({ reads: [readReply(recordView(charges))] });
  await card.shows('Live from Stripe');
  return card;
}

// 2026-12-01, in the middle of a day in Rome.
const DECEMBER_1 = 1_796_126_400;

/** The titles of what is next, what stands below the first, and what comes without a user's doing. */
const saidIn = (card: CardPage): readonly string[] => {
  const coming = card.maybeFindByTestId(Flex, 'next-coming');
  return [
    ...card.findAll(Alert).map(({ props }) => props.title),
    ...textsIn(card.find(Alert)),
    ...(coming === null ? [] : textsIn(coming)),
  ].map((text) => text.replaceAll('\u00a0', ' '));
};

test.each<[string, readonly Charge[], readonly (string | RegExp)[]]>([
  [
    'an authorization',
    [authorization({ captureBefore: DECEMBER_1 })],
    [
      'Capture $20.00 in Stripe by Dec 1, 2026',
      "It is authorized: reserved on the customer's card, and not taken yet.",
      'Open in Stripe',
    ],
  ],
  [
    'a debit on its way',
    [pendingDebit()],
    [
      'Wait for the payment',
      "$20.00 is on its way from the customer's bank. Less its fee, it reaches your Stripe balance by Nov 24, 2026.",
    ],
  ],
  [
    'a payment',
    [charge()],
    [
      'Nothing to do',
      '$19.12 reaches your Stripe balance by Nov 24, 2026, and your bank after that.',
    ],
  ],
  [
    'a payment of a part',
    [charge({ amountMinor: 500, balanceTransaction: null })],
    [
      'Ask the customer to pay $15.00',
      'If a payment link asks for it already, wait for the payment.',
      "Stripe hasn't finalized all fees yet (usually within an hour). The bank date is known after that.",
    ],
  ],
  [
    'a payment of more',
    [charge({ amountMinor: 2_150 })],
    [
      'Check whether to refund $1.50',
      '$20.62 reaches your Stripe balance by Nov 24, 2026, and your bank after that.',
    ],
  ],
  ['a failure', [declined()], ['Latest payment failed: Insufficient funds', /Ask the customer/]],
])('%s says in one place what to do and what happens when', async (_what, charges, said) => {
  const card = await openLive(charges);
  expect(saidIn(card)).toEqual(
    said.map((text): unknown => (typeof text === 'string' ? text : expect.stringMatching(text))),
  );
});

test('a subscription says when it renews, and a trial when billing starts', async () => {
  const renewing = viewOf('contact', { charges: [charge()], subscriptions: [subscription()] });
  const card = openCard('contact', { reads: [readReply(renewing)] });
  await card.shows('Live from Stripe');
  expect(saidIn(card)[1]).toMatch(/^The subscription renews on /);
  const onTrial = viewOf('contact', { subscriptions: [subscription({ status: 'trialing' })] });
  const trial = openCard('contact', { reads: [readReply(onTrial)] });
  await trial.shows('Live from Stripe');
  expect(saidIn(trial)[1]).toMatch(/^The trial ends on .*, and billing starts\.$/);
});

test('a trial says what the first bill is, where that is known', async () => {
  const { currentPeriodEnd } = subscriptionItem();
  const onTrial = subscription({ status: 'trialing', trialEnd: currentPeriodEnd });
  const view = viewOf('contact', { subscriptions: [onTrial] });
  const card = openCard('contact', { reads: [readReply(view)] });
  await card.shows('Live from Stripe');
  expect(saidIn(card)).toEqual([
    'Nothing to do',
    'The trial ends on Dec 15, 2026. The first bill is $10.00, plus any tax.',
  ]);
});

test('lost recurring revenue is said beside what is to be done, live and from what is saved', async () => {
  const plans = [{ on: Date.parse('2026-06-05') / 1_000, amount: 2_000 }] as const;
  const endsOn = Date.parse('2026-10-17T15:00:00Z') / 1_000;
  const life = billedLife({ plans, endsOn }, AS_OF_MS / 1_000);
  const view = viewOf('contact', { subscriptions: [life.subscription], invoices: life.invoices });
  const lost = 'Recurring revenue of $20.00 a month was lost on Oct 17, 2026.';
  const live = openCard('contact', { reads: [readReply(view)] });
  await live.shows('Live from Stripe');
  expect(saidIn(live)).toContain(lost);
  const presentation: Presentation = {
    ...{ language: 'en', texts: textsOf('en'), locale: 'en-US', timeZone: 'US/Eastern' },
  };
  const saved = figuresOfSaved(savedProperties(view));
  const steps = saved === undefined ? [] : nextStepsOf(saved, presentation, AS_OF_MS);
  const lines = steps.flatMap((step) => step.lines).map((line) => line.replaceAll('\u00a0', ' '));
  expect(lines).toContain(lost);
});

test('who is billed by a subscription is not asked to pay', async () => {
  const renewing = viewOf('deal', {
    charges: [charge({ amountMinor: 500 })],
    subscriptions: [subscription()],
  });
  const card = openDealCard({ reads: [readReply(renewing)] });
  await card.shows('Live from Stripe');
  expect(card.text()).not.toContain('Ask the customer');
  expect(saidIn(card).slice(0, 2)).toEqual([
    'Wait for the next bill of the subscription',
    'The subscription renews on Dec 15, 2026.',
  ]);
});

test.each([
  [
    'an open invoice',
    viewOf('deal', { invoices: [invoice({ dueDate: DECEMBER_1 })] }),
    ['Wait for the payment', '$20.00 is due. The next due date is Dec 1, 2026.'],
  ],
  [
    'a dispute that was answered',
    viewOf('deal', { charges: [charge({ disputes: [dispute({ status: 'under_review' })] })] }),
    ['The bank is reviewing a dispute', "The net is negative by Stripe's fees, $15.88."],
  ],
])(
  'of %s says what is waited for, and not that nothing is to be done',
  async (_what, view, said) => {
    const card = openDealCard({ reads: [readReply(view)] });
    await card.shows('Live from Stripe');
    expect(saidIn(card)).toEqual(said);
  },
);
