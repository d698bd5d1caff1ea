import { openCard } from './card-page.tsx';
import { Accordion, Button, Link, StatusTag, Table, TableRow } from '@hubspot/ui-extensions';
import type { Invoice, RecordView, Subscription } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge, declined } from '../builders/charge.ts';
import { freeCheckout } from '../builders/checkout.ts';
import { customer } from '../builders/customer.ts';
import { invoice, invoicePayment } from '../builders/invoice.ts';
import { readReply } from '../builders/replies.ts';
import { percentOff, price, subscription, subscriptionItem } from '../builders/subscription.ts';
import type { CardName, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { statisticsOf } from './statistics-of.ts';
import { textsIn } from './texts-in.ts';
import { chargeOf, viewOf } from './views.ts';

async function open(view: RecordView, name: CardName = 'contact'): Promise<CardPage> {
  const card = openCard(name, { reads: [readReply(view)] });
  await card.shows('Read from Stripe at');
  return card;
}

const rows = (card: CardPage, testId: string): readonly (readonly string[])[] =>
  card
    .findByTestId(Table, testId)
    .findAll(TableRow)
    .slice(1)
    .map((row) => textsIn(row));

const openInvoice = (overrides: Partial<Invoice> = {}): Promise<CardPage> =>
  open(viewOf('contact', { invoices: [invoice(overrides)] }));

const openSubscription = (overrides: Partial<Subscription>): Promise<CardPage> =>
  open(viewOf('contact', { subscriptions: [subscription(overrides)] }));

const LINKED = 'The customer cus_1 is linked.';

test('an open invoice tells what for, when it is due, what is paid and what is left', async () => {
  const card = await openInvoice({
    totalMinor: 30_000,
    amountPaidMinor: 12_000,
    creditedMinor: 2_000,
    amountRemainingMinor: 16_000,
    attemptCount: 2,
    // 2026-11-25
    nextPaymentAttempt: 1_795_600_000,
    hasMoreLines: true,
    pdfUrl: 'https://pay.stripe.com/invoice/1/pdf',
  });
  expect(card.text()).toContain('Open invoices (1)');
  expect(rows(card, 'open-invoices')).toEqual([
    [
      'INV-1',
      'Consulting, and more',
      'Open',
      'Due on Dec 1, 2026',
      '2 attempts so far',
      'Next attempt on Nov 25, 2026',
      '300.00 USD',
      '160.00 USD',
      '120.00 USD of 300.00 USD paid',
      '20.00 USD credited',
    ],
    [LINKED, 'Copy link', 'Open PDF'],
  ]);
  expect(statisticsOf(card)).toMatchObject({ Due: '160.00 USD' });
});

test('the payment page is copied on a click, and the PDF opens', async () => {
  const pdfUrl = 'https://pay.stripe.com/invoice/1/pdf';
  const card = await openInvoice({ pdfUrl });
  card.findByTestId(Button, 'copy-in_1').trigger('onClick');
  await effects();
  const { copyTextToClipboard, addAlert } = card.mocks.actions;
  expect(copyTextToClipboard.calls).toEqual([['https://invoice.stripe.com/i/acct_1/test_1']]);
  expect(addAlert.calls).toEqual([
    [{ type: 'success', message: 'The link to the payment page was copied.' }],
  ]);
  expect(card.find(Link, { testId: 'pdf-in_1' }).props.href).toEqual({
    url: pdfUrl,
    external: true,
  });
});

test('where copying is refused, the next step is told', async () => {
  const card = await openInvoice();
  card.mocks.actions.copyTextToClipboard.willCall(() => Promise.reject(new Error('No gesture.')));
  card.findByTestId(Button, 'copy-in_1').trigger('onClick');
  await effects();
  expect(card.mocks.actions.addAlert.calls).toEqual([
    [{ type: 'danger', message: expect.stringContaining('Open the invoice in Stripe') as string }],
  ]);
});

test('paid ones stand behind a title, without the link to pay them', async () => {
  const paid = { status: 'paid', amountPaidMinor: 2_000 };
  const card = await openInvoice(paid);
  expect(card.findByTestId(Accordion, 'other-invoices').props).toMatchObject({
    title: 'Other invoices (1)',
  });
  expect(card.findByTestId(Accordion, 'other-invoices').props.defaultOpen).toBeUndefined();
  expect(card.maybeFindByTestId(Button, 'copy-in_1')).toBeNull();
  expect(card.maybeFindByTestId(Table, 'open-invoices')).toBeNull();
});

test.each([
  [{ status: 'open', dueDate: 1_795_000_000 }, 'Past due', 'danger'],
  [{ status: 'void' }, 'Void', 'default'],
  [{ status: 'uncollectible' }, 'Written off', 'danger'],
  [{ status: 'draft', number: null }, 'Draft', 'default'],
  [{ status: 'of_next_year' }, 'Unknown', 'default'],
])('an invoice %j is %s', async (overrides, label, variant) => {
  const card = await openInvoice(overrides);
  const [, tag] = card.findAll(StatusTag);
  expect([tag?.text, tag?.props.variant]).toEqual([label, variant]);
});

test('a payment of an invoice tells its number and lines instead of its description', async () => {
  const card = await open(
    viewOf('deal', {
      charges: [charge({ description: 'Payment for Invoice' })],
      invoices: [invoice({ status: 'paid', payments: [invoicePayment('ch_1')] })],
    }),
    'deal',
  );
  expect(rows(card, 'payments')[1]).toEqual(['For invoice INV-1: Consulting', LINKED]);
});

test.each([
  [{}, ['Basic, every month', 'Active', '10.00 USD', 'Renews on Dec 15, 2026']],
  [
    {
      items: [
        subscriptionItem({
          quantity: 3,
          price: price({
            name: null,
            interval: 'year',
            intervalCount: 2,
            unitAmountDecimal: '2400',
          }),
        }),
      ],
      discounts: [percentOff(50)],
    },
    [
      '3 times Item without a name, every 2 years',
      'Active',
      'Discounted',
      '1.50 USD',
      'Renews on Dec 15, 2026',
    ],
  ],
  [
    { items: [subscriptionItem({ quantity: null, price: price({ usageType: 'metered' }) })] },
    ['Basic, every month, Metered', 'Active', 'Metered', 'Renews on Dec 15, 2026'],
  ],
  [
    {
      items: [
        subscriptionItem(),
        subscriptionItem({
          id: 'si_2',
          quantity: null,
          price: price({
            id: 'price_2',
            name: 'Calls',
            usageType: 'metered',
            interval: 'fortnight',
          }),
        }),
      ],
    },
    [
      'Basic, every month + Calls, fortnight, Metered',
      'Active',
      '10.00 USD',
      'plus metered usage',
      'Renews on Dec 15, 2026',
    ],
  ],
  [
    { status: 'trialing', trialEnd: 1_796_083_200 },
    [
      'Basic, every month',
      'Trialing',
      '0.00 USD',
      'Trial until Dec 1, 2026',
      'Renews on Dec 15, 2026',
    ],
  ],
  [
    { isCollectionPaused: true },
    ['Basic, every month', 'Paused', 'Collection is paused', '0.00 USD'],
  ],
  [
    { cancelAtPeriodEnd: true },
    ['Basic, every month', 'Active', '10.00 USD', 'Ends on Dec 15, 2026'],
  ],
  [
    { status: 'canceled', endedAt: 1_795_000_000 },
    ['Basic, every month', 'Canceled', '0.00 USD', 'Ended on Nov 18, 2026'],
  ],
  [{ status: 'of_next_year' }, ['Basic, every month', 'Unknown state', '0.00 USD']],
])('a subscription %j is told', async (overrides, texts) => {
  const card = await openSubscription(overrides);
  expect(rows(card, 'subscriptions')).toEqual([texts, [LINKED]]);
});

test('a checkout that cost nothing is visible, with who completed it', async () => {
  const card = await open(
    viewOf('deal', {
      checkouts: [freeCheckout({ recordClaims: [{ objectType: 'deal', recordId: '1' }] })],
    }),
    'deal',
  );
  expect(card.text()).toContain('Checkouts that cost nothing (1)');
  expect(card.text()).toContain('Completed on Nov 22, 2026 for 0.00 USD: nothing was to be paid');
  expect(card.text()).toContain('Customer: Grace Hopper, guest@example.com');
});

test.each(['deal', 'contact', 'company'] as const)(
  'subscriptions and open invoices alone make no %s empty',
  async (name) => {
    const things = { subscriptions: [subscription()], invoices: [invoice()] };
    const card = await open(viewOf(name, things), name);
    expect(statisticsOf(card)).toMatchObject({
      Due: '20.00 USD',
      'Monthly recurring': '10.00 USD',
    });
    expect(card.text()).not.toContain('No payments yet');
  },
);

test('a contact has no deal amount to compare with', async () => {
  const card = await open(viewOf('contact', { charges: [charge()] }));
  expect(statisticsOf(card)).toEqual({
    Paid: '20.00 USD',
    Refunded: '0.00 USD',
    'Net received': '19.12 USD',
  });
  expect(card.text()).not.toMatch(/deal amount/i);
});

test.each(['contact', 'company'] as const)(
  'on a %s failed payments stand for themselves, with what to do',
  async (name) => {
    const objects = { charges: [charge(), declined({ id: 'ch_2' })] };
    const card = await open(viewOf(name, objects), name);
    expect(card.text()).toContain('Failed payments (1)');
    expect(rows(card, 'failed-payments')[1]?.join(' ')).toContain('Ask the customer');
    expect(rows(card, 'payments')).toHaveLength(2);
  },
);

test('says of each payment who paid only where several did', async () => {
  const one = viewOf('company', { charges: [charge()], customers: [customer()] });
  expect((await open(one, 'company')).text()).not.toContain('Customer: ');
  const charges = [charge(), chargeOf('cus_2', { id: 'ch_2' }), chargeOf(null, { id: 'ch_3' })];
  const customers = [customer(), customer({ id: 'cus_2', name: 'Grace', email: null })];
  const several = await open(viewOf('company', { charges, customers }), 'company');
  const payers = several.texts().filter((text) => text.startsWith('Customer: '));
  expect(payers.sort()).toEqual([
    'Customer: Ada Lovelace, ada@example.com',
    'Customer: Grace',
    'Customer: Guest',
  ]);
});

test('customers are listed with their reason, linked ones tagged, each a way into Stripe', async () => {
  const charges = [charge(), chargeOf('cus_2', { id: 'ch_2' })];
  const card = await open(
    viewOf('contact', { charges, customers: [customer()] }, { mode: 'test' }),
  );
  expect(rows(card, 'customers')).toEqual([
    ['Ada Lovelace, ada@example.com', 'Linked', LINKED],
    ['No name (cus_2)', 'The Stripe metadata of ch_2 names this record.'],
  ]);
  expect(card.findByTestId(Table, 'customers').find(Link).props.href).toEqual({
    url: 'https://dashboard.stripe.com/acct_1/test/customers/cus_1',
    external: true,
  });
});
