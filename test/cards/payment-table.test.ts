import { detailsOf, openTable, rowsOf } from './payment-rows.ts';
import { Link, StatusTag, Table, TableCell } from '@hubspot/ui-extensions';
import { isolated } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { authorization, charge, declined, pendingDebit } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import type { CardPage } from './card-page.tsx';
import { plain, textsIn } from './texts-in.ts';

const firstRow = (card: CardPage): readonly string[] => rowsOf(card)[0] ?? [];

test('shows date, purpose, method, amount, reason, fee and net', async () => {
  const view = recordView([charge({ description: 'Website relaunch', refunds: [refund()] })]);
  const card = await openTable(view);
  expect(rowsOf(card)).toEqual([
    [
      'Nov 22, 2026',
      'Visa •• 4242',
      '$20.00',
      '$5.00 refunded',
      'Partially refunded',
      '$0.88',
      '$14.12',
    ],
  ]);
  expect(detailsOf(card)).toEqual([
    ['Website relaunch', 'Customer cus_1 is linked to this record.'],
  ]);
});

const withoutIntent = charge({ id: 'py_1', paymentIntentId: null });

test.each([
  ['live', 'acct_1', charge(), 'https://dashboard.stripe.com/acct_1/payments/pi_of_ch_1'],
  ['test', 'acct_1', charge(), 'https://dashboard.stripe.com/acct_1/test/payments/pi_of_ch_1'],
  ['live', null, charge(), 'https://dashboard.stripe.com/payments/pi_of_ch_1'],
  ['test', null, charge(), 'https://dashboard.stripe.com/test/payments/pi_of_ch_1'],
  ['live', 'acct_1', withoutIntent, 'https://dashboard.stripe.com/acct_1/payments/py_1'],
] as const)(
  'links in %s mode, account %s, to the dashboard',
  async (mode, accountId, paid, url) => {
    const card = await openTable(recordView([paid], { mode, accountId }));
    expect(card.findByTestId(Table, 'payments').find(Link).props.href).toEqual({
      url,
      external: true,
    });
  },
);

test.each([
  [
    'a decline',
    declined(),
    'Insufficient funds. Ask the customer to use another payment method or contact the bank.',
  ],
  [
    'a debit on its way',
    pendingDebit(),
    'The bank is processing this payment. This usually takes a few days',
  ],
  [
    'an authorization',
    authorization(),
    'Authorized but not captured. Capture it in Stripe before the authorization expires',
  ],
  [
    'a released authorization',
    authorization({ refunds: [refund({ amountMinor: 2_000, balanceTransaction: null })] }),
    'The authorization expired or was canceled. No money moved',
  ],
  [
    'a state of next year',
    charge({ status: 'teleported' }),
    "Stripe reports a status this app doesn't know. Check the payment in Stripe",
  ],
  [
    'a failed refund',
    charge({ refunds: [refund({ amountMinor: 700, status: 'failed', balanceTransaction: null })] }),
    'A refund of $7.00 failed, and the money is back in your Stripe balance. Agree with the customer on another way to refund it',
  ],
])('explains %s below it', async (_, unfinished, explanation) => {
  const card = await openTable(recordView([unfinished]));
  expect(detailsOf(card)[0]).toEqual(['Customer cus_1 is linked to this record.', explanation]);
});

test('shows only the reason below a payment that needs no explanation', async () => {
  const card = await openTable(recordView([charge()]));
  expect(detailsOf(card)).toEqual([['Customer cus_1 is linked to this record.']]);
});

test('a full refund is not repeated below the amount', async () => {
  const refunded = charge({ refunds: [refund({ amountMinor: 2_000 })] });
  const row = firstRow(await openTable(recordView([refunded])));
  expect(row).toContain('Refunded');
  expect(row).not.toContain('$20.00 refunded');
});

test('shows how much of an authorization was captured', async () => {
  const part = charge({ amountMinor: 12_000, amountCapturedMinor: 9_000 });
  expect(firstRow(await openTable(recordView([part])))).toContain('$90.00 captured');
});

test('shows an amount of 0 and a negative net unchanged', async () => {
  const free = charge({
    amountMinor: 0,
    balanceTransaction: balanceTransaction({ amountMinor: 0, feeMinor: 30 }),
  });
  const row = firstRow(await openTable(recordView([free])));
  expect(row).toContain('$0.00');
  expect(row.slice(-2)).toEqual(['$0.30', '-\u2060$0.30']);
});

test.each([
  [{ type: 'card', brand: 'amex', last4: '0005' }, 'American Express •• 0005'],
  [{ type: 'card', brand: null, last4: null }, 'Card'],
  [{ type: 'us_bank_account', brand: null, last4: '6789' }, 'Bank account •• 6789'],
  [{ type: 'constructor', brand: null, last4: null }, 'constructor'],
  [{ type: 'a_method_of_next_year', brand: null, last4: null }, 'a method of next year'],
])('names the method %j', async (method, text) => {
  expect(firstRow(await openTable(recordView([charge({ method })])))).toContain(text);
});

test.each([
  'Renewal of the managed infrastructure, monitoring and support agreement of the Ninth Ward.',
  'עיצוב חנות – בן-דוד ושות׳',
])('shows the whole description "%s" in the full width of the table', async (description) => {
  const card = await openTable(recordView([charge({ description })]));
  expect(detailsOf(card)[0]?.[0]).toBe(isolated(description));
  const cell = card.findByTestId(Table, 'payments').find(TableCell, { colSpan: 5 });
  expect(textsIn(cell)).toContain(isolated(description));
});

test.each([
  ['en-us', 'Nov 22, 2026', '$20.00'],
  ['it-it', '22 nov 2026', '20,00 USD'],
  ['ja-jp', '2026/11/22', '$20.00'],
])('writes dates and amounts as %s does', async (locale, date, amount) => {
  const row = firstRow(await openTable(recordView([charge()]), locale));
  expect([row[0], row[2]]).toEqual([date, amount]);
});

test('never breaks a date over two lines', async () => {
  const card = await openTable(recordView([charge()]));
  expect(card.findByTestId(Table, 'payments').find(Link).text).toBe('Nov\u00a022,\u00a02026');
});

test.each([
  [{ evidence: 'assigned', via: 'ch_1', payer: null }, 'Assigned manually: ch_1.'],
  [
    { evidence: 'metadata', via: 'in_1', payer: null },
    'The Stripe metadata of in_1 references this record.',
  ],
  [
    {
      evidence: 'email',
      via: 'ada@northwind.example',
      payer: { objectType: 'contact', recordId: '8', name: 'Ada Lovelace' },
    },
    "The customer's email, ada@northwind.example, matches Ada Lovelace.",
  ],
] as const)('shows the reason: %j', async (reason, text) => {
  const payments = recordView([charge()]).payments.map((row) => ({ ...row, reason }));
  expect(detailsOf(await openTable(recordView([], { payments })))).toEqual([[text]]);
});

test.each([
  [charge(), 'success'],
  [pendingDebit(), 'info'],
  [charge({ refunds: [refund()] }), 'warning'],
  [declined(), 'danger'],
  [charge({ status: 'teleported' }), 'default'],
])('colors the status by who has to act', async (shown, variant) => {
  const table = (await openTable(recordView([shown]))).findByTestId(Table, 'payments');
  expect(plain(table.find(StatusTag).text ?? '')).not.toBe('');
  expect(table.find(StatusTag).props.variant).toBe(variant);
});
