import { openCard } from './card-page.tsx';
import { Alert, Button, Link, Panel, Table } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge, declined } from '../builders/charge.ts';
import { customer } from '../builders/customer.ts';
import { recordViewOf } from '../builders/record-view.ts';
import { failure, readReply } from '../builders/replies.ts';
import type { CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { parametersOf } from './extension-life.tsx';
import { fire } from './fire.ts';
import { textsIn } from './texts-in.ts';

const shown = recordViewOf({
  charges: [charge({ description: 'Website relaunch' }), declined({ id: 'ch_2' })],
  customers: [customer({ name: 'Ada Whitfield', email: 'ada@example.com' })],
});

const line = (text: string) => ({ when: 'Nov 22, 2026, 6:05 PM', text, amount: '$20.00' });

const historyReply = (overrides: object = {}) => ({
  ok: true,
  lines: [line('Paid'), { when: null, text: 'Stripe fee pending', amount: null }],
  notes: ['Times are in the time zone Europe/Rome.'],
  arrival: 'The money reached the bank on Nov 27, 2026.',
  receiptUrl: 'https://pay.stripe.com/receipts/payment/ch_1',
  problems: [],
  ...overrides,
});

interface Opened {
  readonly card: CardPage;
  readonly texts: () => readonly string[];
}

async function opened(
  payments: readonly unknown[],
  { id = 'ch_1', view = shown }: { readonly id?: string; readonly view?: RecordView } = {},
): Promise<Opened> {
  const card = openCard('deal', {
    reads: [readReply(view)],
    payments,
    language: 'en',
    names: { 8: 'Ada Lovelace' },
  });
  await effects();
  const panel = () => card.findByTestId(Panel, `panel-${id}`);
  fire(panel(), 'onOpen', undefined);
  await effects();
  return { card, texts: () => textsIn(panel()) };
}

test('asks for the payment with its proof and in the words of the reader', async () => {
  const { card } = await opened([]);
  expect(parametersOf(card, 'get-payment')).toEqual([
    {
      objectType: 'deal',
      paymentId: 'ch_1',
      ticket: 'ticket.ch_1',
      language: 'en',
      locale: 'en-us',
      timeZone: 'Europe/Rome',
    },
  ]);
});

test('says who paid, how, for what and why here, then what happened', async () => {
  const { card, texts } = await opened([historyReply()]);
  expect(card.findByTestId(Panel, 'panel-ch_1').props.title?.replaceAll('\u00a0', ' ')).toBe(
    'Payment of $20.00, Nov 22, 2026',
  );
  expect(texts()).toEqual([
    '$20.00',
    'Paid',
    'Customer',
    'Ada Whitfield, ada@example.com',
    'Method',
    'Visa •• 4242',
    'Description',
    'Website relaunch',
    'Match',
    'Linked customer: Ada Whitfield (cus_1)',
    'Open in Stripe',
    'Timeline',
    'The money reached the bank on Nov 27, 2026.',
    'When',
    'What happened',
    'Amount',
    'Nov 22, 2026, 6:05 PM',
    'Paid',
    '$20.00',
    '–',
    'Stripe fee pending',
    'Times are in the time zone Europe/Rome.',
    'Receipt',
    'Remove from this deal',
  ]);
  expect(card.findByTestId(Link, 'receipt').props.href).toEqual({
    url: 'https://pay.stripe.com/receipts/payment/ch_1',
    external: true,
  });
});

test.each([
  ['live', 'acct_1', charge(), 'https://dashboard.stripe.com/acct_1/payments/pi_of_ch_1'],
  ['test', null, charge(), 'https://dashboard.stripe.com/test/payments/pi_of_ch_1'],
  [
    'live',
    'acct_1',
    charge({ id: 'py_1', paymentIntentId: null }),
    'https://dashboard.stripe.com/acct_1/payments/py_1',
  ],
] as const)(
  'links in %s mode, account %s, to the dashboard',
  async (mode, accountId, paid, url) => {
    const view = recordViewOf({ charges: [paid] }, { mode, accountId });
    const { card } = await opened([], { id: paid.id, view });
    expect(card.findByTestId(Link, 'open-in-stripe').props.href).toEqual({ url, external: true });
  },
);

test('a failed payment says what to do', async () => {
  const { texts } = await opened([], { id: 'ch_2' });
  expect(texts()).toContain(
    'Insufficient funds. Ask the customer to use another payment method or contact the bank.',
  );
});

test('names the contact by whose email it was matched, with a link', async () => {
  const payer = { objectType: 'contact', recordId: '8' } as const;
  const reason = { evidence: 'email', via: 'ada@northwind.example', payer } as const;
  const payments = shown.payments.map((row) => ({ ...row, reason }));
  const { card, texts } = await opened([], { view: { ...shown, payments } });
  expect(texts()).toContain('Matched by email: Ada Lovelace (ada@northwind.example)');
  expect(card.findByTestId(Link, 'payer-ch_1-8').props.href).toEqual({
    url: 'https://app.hubspot.com/contacts/42/record/0-1/8',
    external: true,
  });
});

test('what could not be read is named beside what could', async () => {
  const problems = [{ code: 'stripe-permission', permission: 'dispute_read' }];
  const { card, texts } = await opened([historyReply({ problems })]);
  const alert = card.findByTestId(Alert, 'payment-incomplete');
  expect(alert.props.title).toBe('A part of the timeline is missing');
  expect(textsIn(alert).join(' ')).toContain('Disputes');
  expect(texts()).toContain('Paid');
});

test('a failure has a next step, and the next try shows the timeline', async () => {
  const { card, texts } = await opened([failure('payment-list-expired'), historyReply()]);
  const alert = card.findByTestId(Alert, 'payment-problem');
  expect(textsIn(alert).join(' ')).toContain('Reload the page, then open the payment again.');
  alert.find(Button).trigger('onClick');
  await effects();
  expect(texts()).toContain('Stripe fee pending');
});

test('a receipt that leads elsewhere is no link', async () => {
  const { card } = await opened([historyReply({ receiptUrl: 'https://evil.example/' })]);
  expect(card.maybeFindByTestId(Link, 'receipt')).toBeNull();
});

test('250 refunds are on pages, and closing forgets them', async () => {
  const lines = Array.from({ length: 252 }, (_, index) => line(`Refund ${String(index)}`));
  const { card, texts } = await opened([historyReply({ lines }), historyReply()]);
  const table = () => card.findByTestId(Table, 'history');
  expect(table().props).toMatchObject({ paginated: true, pageCount: 26 });
  fire(table(), 'onPageChange', 26);
  expect(texts()).toContain('Refund 251');
  const panel = card.findByTestId(Panel, 'panel-ch_1');
  fire(panel, 'onClose', undefined);
  expect(texts()).toEqual([]);
  fire(card.findByTestId(Panel, 'panel-ch_1'), 'onOpen', undefined);
  await effects();
  expect(texts()).toContain('Paid');
  expect(texts()).not.toContain('Refund 251');
});

test('without a proof there is nothing to open', async () => {
  const payments = shown.payments.map((row) => {
    const { ticket, ...others } = row;
    expect(ticket).toBeDefined();
    return others;
  });
  const card = openCard('deal', { reads: [readReply({ ...shown, payments })] });
  await card.shows('Live from Stripe');
  expect(card.maybeFindByTestId(Button, 'open-ch_1')).toBeNull();
});
