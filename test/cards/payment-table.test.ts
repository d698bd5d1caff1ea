import { openTable, rowsOf } from './payment-rows.ts';
import { Button, StatusTag, Table } from '@hubspot/ui-extensions';
import { isolated } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge, declined, pendingDebit } from '../builders/charge.ts';
import { customer } from '../builders/customer.ts';
import { recordView, recordViewOf } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import type { CardPage } from './card-page.tsx';
import { plain } from './texts-in.ts';

const firstRow = (card: CardPage): readonly string[] => rowsOf(card)[0] ?? [];

test('shows date, method, payer, purpose, reason, amount, fee and net in one row', async () => {
  const view = recordViewOf({
    charges: [charge({ description: 'Website relaunch', refunds: [refund()] })],
    customers: [customer({ name: 'Ada Whitfield' })],
  });
  const card = await openTable(view);
  expect(rowsOf(card)).toEqual([
    [
      'Nov 22, 2026',
      'Ada Whitfield',
      'Website relaunch',
      'Linked customer: Ada Whitfield',
      '$20.00',
      '$5.00 refunded',
      'Visa •• 4242',
      'Partially refunded',
      '$14.12',
      'Fee: $0.88',
    ],
  ]);
});

test.each([
  ['the email of a nameless customer', customer({ name: ' ' }), {}, 'ada@example.com'],
  ['the id where nothing is known', null, {}, 'No name (cus_1)'],
  [
    'what a guest typed',
    null,
    { customerId: null, billing: { name: 'Zoë Øst', email: 'zoe@example.com' } },
    'Zoë Øst',
  ],
  ['a guest as such who typed nothing', null, { customerId: null }, 'Guest'],
])('names the payer: %s', async (_, known, paid, name) => {
  const record = { recordClaims: [{ objectType: 'deal', recordId: '1' }] as const };
  const view = recordViewOf({
    charges: [charge({ ...record, ...paid })],
    customers: known === null ? [] : [known],
  });
  expect(firstRow(await openTable(view))[1]).toBe(name);
});

test('a failed payment says why below its status', async () => {
  const row = firstRow(await openTable(recordView([declined()])));
  expect(row.slice(row.indexOf('Failed')).slice(0, 2)).toEqual(['Failed', 'Insufficient funds']);
});

test('a full refund is not repeated below the amount', async () => {
  const refunded = charge({ refunds: [refund({ amountMinor: 2_000 })] });
  const row = firstRow(await openTable(recordView([refunded])));
  expect(row).toContain('Refunded');
  expect(row).not.toContain('$20.00 refunded');
});

test('shows how much of an authorization was captured', async () => {
  const part = charge({ amountMinor: 12_000, amountCapturedMinor: 9_000 });
  const row = firstRow(await openTable(recordView([part])));
  expect(row).toContain('$90.00');
  expect(row).toContain('Captured: $90.00 of the $120.00 authorized');
});

test('shows an amount of 0 and a negative net unchanged', async () => {
  const free = charge({
    amountMinor: 0,
    balanceTransaction: balanceTransaction({ amountMinor: 0, feeMinor: 30 }),
  });
  const row = firstRow(await openTable(recordView([free])));
  expect(row).toContain('$0.00');
  expect(row.slice(-2)).toEqual(['-$0.30', 'Fee: $0.30']);
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

test('isolates a description from right to left', async () => {
  const description = 'עיצוב חנות – בן-דוד ושות׳';
  const card = await openTable(recordView([charge({ description })]));
  expect(firstRow(card)).toContain(isolated(description));
});

test.each([
  ['en-us', 'Nov 22, 2026', '$20.00'],
  ['it-it', '22 nov 2026', '20,00 USD'],
  ['ja-jp', '2026/11/22', '$20.00'],
])('writes dates and amounts as %s does', async (locale, date, amount) => {
  const row = firstRow(await openTable(recordView([charge()]), locale));
  expect([row[0], row[3]]).toEqual([date, amount]);
});

test('never breaks a date over two lines', async () => {
  const card = await openTable(recordView([charge()]));
  expect(card.findByTestId(Table, 'payments').find(Button).text).toBe('Nov\u00a022,\u00a02026');
});

test('names the contact by whose email it was matched, by its id where the user may not see it', async () => {
  const reason = {
    evidence: 'email',
    via: 'ada@northwind.example',
    payer: { objectType: 'contact', recordId: '8' },
  } as const;
  const payments = recordView([charge()]).payments.map((row) => ({ ...row, reason }));
  expect(firstRow(await openTable(recordView([], { payments })))).toContain(
    'Matched by email: contact 8',
  );
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
