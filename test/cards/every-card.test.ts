import { openCard } from './card-page.tsx';
import { Button, LoadingButton, LoadingSpinner, SearchInput } from '@hubspot/ui-extensions';
import { failureMessage, textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge, declined } from '../builders/charge.ts';
import { freeCheckout } from '../builders/checkout.ts';
import { customer } from '../builders/customer.ts';
import { dispute } from '../builders/dispute.ts';
import { invoice, invoicePayment } from '../builders/invoice.ts';
import { failure, readReply, syncReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { percentOff, price, subscription, subscriptionItem } from '../builders/subscription.ts';
import type { CardName, CardOptions, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { fire } from './fire.ts';
import { panelTexts } from './link-panel.ts';
import { catalogueTextsIn } from './catalogue-texts.ts';
import { ambiguousCharge, chargeOf, foundCustomer, searchReply, viewOf } from './views.ts';

const CARDS = ['deal', 'contact', 'company'] as const;

const everything = {
  charges: [
    charge({ disputes: [dispute()], description: null }),
    declined({ id: 'ch_2', created: charge().created + 60 }),
    ambiguousCharge({ id: 'ch_3' }),
    chargeOf(null, { id: 'ch_4' }),
  ],
  customers: [customer()],
  subscriptions: [
    subscription({ discounts: [percentOff(10)], cancelAtPeriodEnd: true }),
    subscription({ id: 'sub_2', status: 'trialing', trialEnd: 1_796_083_200 }),
    subscription({
      id: 'sub_3',
      isCollectionPaused: true,
      items: [
        subscriptionItem({ quantity: 3 }),
        subscriptionItem({ id: 'si_2', quantity: null, price: price({ usageType: 'metered' }) }),
      ],
    }),
  ],
  invoices: [
    invoice({
      amountPaidMinor: 500,
      creditedMinor: 100,
      attemptCount: 2,
      nextPaymentAttempt: 1_796_083_200,
      hasMoreLines: true,
      pdfUrl: 'https://pay.stripe.com/1/pdf',
    }),
    invoice({ id: 'in_2', status: 'paid', payments: [invoicePayment('ch_1')] }),
  ],
  checkouts: [freeCheckout({ recordClaims: [{ objectType: 'deal', recordId: '1' }] })],
};

function fullView(name: (typeof CARDS)[number]) {
  return viewOf(name, everything, {
    mode: 'test',
    assignedIds: ['ch_1', 'pi_gone'],
    coverage: { contactsCovered: 120, contactsTotal: 500 },
    notes: [
      { kind: 'search-unavailable' },
      {
        kind: 'claimed-elsewhere',
        count: 2,
        others: [{ objectType: name, recordId: '7' }],
      },
    ],
  });
}

const blank = (name: (typeof CARDS)[number]) =>
  viewOf(name, {}, { linkedCustomerIds: [], customers: [] });

/** Each state of promise 6, and what it says that no other says, the next step among it. */
const STATES: readonly (readonly [
  string,
  (name: (typeof CARDS)[number]) => CardOptions,
  RegExp,
])[] = [
  ['loading', () => ({}), /Loading payments from Stripe\nThis usually takes a few seconds/],
  [
    'empty',
    (name) => ({ reads: [readReply(viewOf(name, {}))] }),
    /No payments yet\nNo payment from cus_1 counts for this (deal|contact|company)\. New payments appear/,
  ],
  [
    'not connected',
    () => ({ reads: [failure('not-configured')] }),
    /Stripe isn't connected right now\nAsk your HubSpot admin to reconnect Stripe/,
  ],
  [
    'no permission',
    () => ({ reads: [failure('stripe-permission')] }),
    /A permission is missing\nAsk your HubSpot admin to give the app access/,
  ],
  [
    'not matched',
    (name) => ({ reads: [readReply(blank(name))] }),
    /No Stripe customer linked\nNo Stripe payment matches this (deal|contact|company)\. Link a customer or assign/,
  ],
  [
    'unreachable',
    () => ({ reads: [failure('stripe-unreachable')] }),
    /Couldn't read Stripe\nStripe couldn't be reached\. Try again in a minute/,
  ],
];

test.each(CARDS)(
  'the six states of a %s card are six texts, each with its next step',
  async (name) => {
    const texts: string[] = [];
    for (const [, optionsOf, expected] of STATES) {
      const card = openCard(name, { saved: { stripe_customer_id: null }, ...optionsOf(name) });
      await card.shows(expected);
      texts.push(card.text());
    }
    expect(new Set(texts).size).toBe(STATES.length);
    for (const [state, , expected] of STATES) {
      const said = texts.filter((text) => expected.test(text));
      expect(said, state).toHaveLength(1);
    }
  },
);

const buttonsOf = (card: CardPage) => [...card.findAll(Button), ...card.findAll(LoadingButton)];

test.each(CARDS)(
  'a full %s card has one primary button, and labels on its spinners',
  async (name) => {
    const card = openCard(name, { reads: [readReply(fullView(name))] });
    expect(card.find(LoadingSpinner).props).toMatchObject({ showLabel: true });
    await card.shows('Live from Stripe');
    const variants = buttonsOf(card).map(({ props }) => props.variant);
    expect(variants.filter((variant) => variant === 'primary')).toHaveLength(1);
    expect(variants).not.toContain('destructive');
    expect(new Set(variants)).toEqual(new Set(['primary', 'secondary', 'transparent']));
  },
);

test.each(CARDS)('a full %s card gives the reason for every row', async (name) => {
  const view = fullView(name);
  const card = openCard(name, { reads: [readReply(view)] });
  await card.shows('Live from Stripe');
  const rows = [
    ...view.payments,
    ...view.needsReview.map(({ payment }) => payment),
    ...view.subscriptions,
    ...view.invoices,
    ...view.freeCheckouts,
  ];
  const reasons = card
    .texts()
    .filter((text) => /^Linked customer|^Matched by|^Assigned/.test(text));
  expect(reasons.length).toBeGreaterThanOrEqual(rows.length);
});

const FACTS = [
  'Ada Lovelace',
  'Ada Lovelace, ada@example.com',
  'Grace Hopper',
  'guest@example.com',
  'Consulting',
];

async function everyText(name: CardName, options: CardOptions): Promise<readonly string[]> {
  const card = openCard(name, { ...options, language: 'it', locale: 'it-it' });
  await effects();
  return card.texts();
}

test.each(CARDS)('an Italian reads no English on a full %s card', async (name) => {
  const shown = await everyText(name, { reads: [readReply(fullView(name))] });
  const isItalian = catalogueTextsIn(textsIn('it'), [
    ...FACTS,
    'INV-1',
    'Basic',
    '',
    '7',
    '2',
    'cs_free',
  ]);
  expect(shown.map((text) => text.trim()).filter((text) => !isItalian(text))).toEqual([]);
});

test.each(CARDS)('an Italian reads no English while a %s card syncs in parts', async (name) => {
  const card = openCard(name, {
    language: 'it',
    locale: 'it-it',
    syncs: [syncReply({ ...fullView(name), continuation: 'token' }), failure('timeout')],
  });
  card.clickSync();
  const { message } = failureMessage(failure('timeout').error, textsIn('it'));
  await card.shows(message);
  expect(card.text()).toContain('Non è ancora stato salvato nulla.');
});

test.each([
  ['saved', savedProperties(fullView('deal'))],
  ['never synced', { stripe_payment_status: null }],
  ['not set up', {}],
  ['no payments', savedProperties(viewOf('deal', {}))],
])('an Italian reads no English in a sidebar that is %s', async (_, saved) => {
  const shown = await everyText('sidebar', { saved });
  const isItalian = catalogueTextsIn(textsIn('it'), ['questo minuto']);
  expect(shown.filter((text) => !isItalian(text))).toEqual([]);
});

test('an Italian reads no English in the link panel', async () => {
  const card = openCard('deal', {
    language: 'it',
    locale: 'it-it',
    reads: [readReply(fullView('deal'))],
    links: [
      searchReply([foundCustomer(), foundCustomer({ id: 'cus_8', name: null, email: null })]),
    ],
  });
  await effects();
  fire(card.findByTestId(SearchInput, 'customer-search'), 'onChange', 'grace');
  card.findByTestId(Button, 'unlink-cus_1').trigger('onClick');
  card.findByTestId(Button, 'unassign-pi_gone').trigger('onClick');
  await effects();
  const isItalian = catalogueTextsIn(textsIn('it'), [...FACTS, 'grace@northwind.example']);
  expect(panelTexts(card).filter((text) => !isItalian(text))).toEqual([]);
});
