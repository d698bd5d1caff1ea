import { LINKED, openRead, rowsIn } from './read-card.ts';
import { Accordion, Button, Link, StatusTag, Table } from '@hubspot/ui-extensions';
import type { Invoice } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { invoice, invoicePayment } from '../builders/invoice.ts';
import type { CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { statisticsOf } from './statistics-of.ts';
import { viewOf } from './views.ts';

const openInvoice = (overrides: Partial<Invoice> = {}): Promise<CardPage> =>
  openRead(viewOf('contact', { invoices: [invoice(overrides)] }));

test('an open invoice shows its purpose, due date, paid and remaining amount', async () => {
  const card = await openInvoice({
    totalMinor: 30_000,
    amountPaidMinor: 12_000,
    creditedMinor: 2_000,
    creditedBeforeMinor: 2_000,
    payments: [invoicePayment('ch_1', 10_000)],
    amountRemainingMinor: 16_000,
    attemptCount: 2,
    // 2026-11-25
    nextPaymentAttempt: 1_795_600_000,
    hasMoreLines: true,
    pdfUrl: 'https://pay.stripe.com/invoice/1/pdf',
  });
  expect(card.text()).toContain('Open invoices (1)');
  expect(rowsIn(card, 'open-invoices')).toEqual([
    [
      'INV-1',
      'Consulting, and more',
      'Open',
      'Due on Dec 1, 2026',
      '2 attempts so far',
      'Next attempt on Nov 25, 2026',
      '$300.00',
      '$160.00',
      '$120.00 of $300.00 paid',
      '$20.00 paid outside Stripe or from credit',
      '$20.00 credited',
    ],
    [LINKED, 'Copy invoice link', 'Open PDF'],
  ]);
  expect(statisticsOf(card)).toMatchObject({ Due: '$160.00' });
});

test('the payment page is copied on a click, and the PDF opens', async () => {
  const pdfUrl = 'https://pay.stripe.com/invoice/1/pdf';
  const card = await openInvoice({ pdfUrl });
  card.findByTestId(Button, 'copy-in_1').trigger('onClick');
  await effects();
  const { copyTextToClipboard, addAlert } = card.mocks.actions;
  expect(copyTextToClipboard.calls).toEqual([['https://invoice.stripe.com/i/acct_1/test_1']]);
  expect(addAlert.calls).toEqual([[{ type: 'success', message: 'Link copied.' }]]);
  expect(card.find(Link, { testId: 'pdf-in_1' }).props.href).toEqual({
    url: pdfUrl,
    external: true,
  });
});

test('where copying is refused, the next step is shown', async () => {
  const card = await openInvoice();
  card.mocks.actions.copyTextToClipboard.willCall(() => Promise.reject(new Error('No gesture.')));
  card.findByTestId(Button, 'copy-in_1').trigger('onClick');
  await effects();
  expect(card.mocks.actions.addAlert.calls).toEqual([
    [{ type: 'danger', message: expect.stringContaining('Open the invoice in Stripe') as string }],
  ]);
});

test('paid invoices are in a collapsed section, without a payment link', async () => {
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
  [{ status: 'open', dueDate: 1_795_000_000 }, 'Overdue', 'danger'],
  [{ status: 'void' }, 'Void', 'default'],
  [{ status: 'uncollectible' }, 'Uncollectible', 'danger'],
  [{ status: 'draft', number: null }, 'Draft', 'default'],
  [{ status: 'of_next_year' }, 'Unknown', 'default'],
])('an invoice %j is %s', async (overrides, label, variant) => {
  const card = await openInvoice(overrides);
  const [, tag] = card.findAll(StatusTag);
  expect([tag?.text, tag?.props.variant]).toEqual([label, variant]);
});

test('an invoice payment shows the invoice number and lines instead of its description', async () => {
  const card = await openRead(
    viewOf('deal', {
      charges: [charge({ description: 'Payment for Invoice' })],
      invoices: [invoice({ status: 'paid', payments: [invoicePayment('ch_1')] })],
    }),
    'deal',
  );
  expect(rowsIn(card, 'payments')[0]).toContain('For invoice INV-1: Consulting');
});

test.each([
  ['all', 2_000, [], 'The deal amount is paid in full.'],
  ['a part', 500, [], '$15.00 of the deal amount is outstanding.'],
  ['more', 500, [charge()], 'The customer paid $5.00 more than the deal amount.'],
])(
  '%s paid outside covers the deal, and the card says so',
  async (_name, outside, charges, text) => {
    const invoices = [invoice({ status: 'paid', totalMinor: outside, amountRemainingMinor: 0 })];
    const card = await openRead(viewOf('deal', { charges, invoices }), 'deal');
    expect(card.text()).toContain(text);
    expect(card.text()).toContain("was paid outside Stripe or from the customer's credit");
  },
);
