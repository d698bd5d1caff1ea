import { openTable, rowsOf } from './payment-rows.ts';
import { Select, Table, TableFooter, TableHeader } from '@hubspot/ui-extensions';
import type { Charge } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge, declined } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { dispute } from '../builders/dispute.ts';
import { readReply } from '../builders/replies.ts';
import type { CardPage } from './card-page.tsx';
import { openDealCard } from './card-page.tsx';
import { fire } from './fire.ts';
import { textsIn } from './texts-in.ts';

const DAY = 86_400;

/** The amounts of the rows, which tell them apart. */
const amounts = (card: CardPage): readonly (string | undefined)[] =>
  rowsOf(card).map((texts) => texts.find((text) => /^[$¥]/.test(text)));

const headerOf = (card: CardPage, title: string) =>
  card.findByTestId(Table, 'payments').find(TableHeader, ({ text }) => text === title);

function sortBy(card: CardPage, title: string, direction: 'ascending' | 'descending'): void {
  fire(headerOf(card, title), 'onSortChange', direction);
}

function turnTo(card: CardPage, page: number): void {
  fire(card.findByTestId(Table, 'payments'), 'onPageChange', page);
}

/** Payment `n` is of `n` dollars; the larger, the older; its fee leaves the smallest the most net. */
function numbered(n: number): Charge {
  const id = `ch_${String(n).padStart(3, '0')}`;
  const amountMinor = n * 100;
  const { created } = charge();
  return charge({
    id,
    amountMinor,
    created: created - n * DAY,
    balanceTransaction: balanceTransaction({ id: `txn_${id}`, amountMinor, feeMinor: n * 200 }),
  });
}

const threeHundred = recordView(Array.from({ length: 300 }, (_, index) => numbered(index + 1)));

test('has pages of ten, newest first', async () => {
  const card = await openTable(threeHundred);
  const table = card.findByTestId(Table, 'payments');
  expect(table.props).toMatchObject({ paginated: true, pageCount: 30, page: 1 });
  expect(card.text()).toContain('Payments (300)');
  expect(amounts(card)).toEqual(Array.from({ length: 10 }, (_, n) => `$${String(n + 1)}.00`));
  turnTo(card, 30);
  expect(amounts(card).at(0)).toBe('$291.00');
  expect(amounts(card).at(-1)).toBe('$300.00');
});

test('has no paging for one page', async () => {
  const card = await openTable(recordView([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(numbered)));
  expect(card.findByTestId(Table, 'payments').props.paginated).toBe(false);
  expect(rowsOf(card)).toHaveLength(10);
});

test.each([
  ['Date', 'ascending', '$300.00'],
  ['Date', 'descending', '$1.00'],
  ['Amount', 'ascending', '$1.00'],
  ['Amount', 'descending', '$300.00'],
  ['Net', 'ascending', '$300.00'],
  ['Net', 'descending', '$1.00'],
] as const)('sorted by %s, %s, begins with %s on page 1 again', async (title, direction, first) => {
  const card = await openTable(threeHundred);
  turnTo(card, 7);
  expect(card.findByTestId(Table, 'payments').props).toMatchObject({ page: 7 });
  sortBy(card, title, direction);
  expect(card.findByTestId(Table, 'payments').props).toMatchObject({ page: 1 });
  expect(amounts(card)[0]).toBe(first);
  expect(headerOf(card, title).props.sortDirection).toBe(direction);
  expect(card.findAll(TableHeader, { sortDirection: 'none' })).toHaveLength(2);
});

test('sorts amounts within their currency, rows without net separately', async () => {
  const yen = charge({ id: 'ch_jpy', amountMinor: 900, currency: 'jpy', balanceTransaction: null });
  const halfKnown = { ...numbered(2), disputes: [dispute({ balanceTransactions: [] })] };
  const card = await openTable(recordView([numbered(1), yen, numbered(3), halfKnown]));
  sortBy(card, 'Amount', 'ascending');
  expect(amounts(card)).toEqual(['¥900', '$1.00', '$2.00', '$3.00']);
  sortBy(card, 'Net', 'ascending');
  expect(rowsOf(card).map((row) => row.at(-2))).toEqual(['Pending', 'Pending', '-$3.00', '-$1.00']);
});

const choose = (card: CardPage, name: 'status' | 'year', value: string): void => {
  fire(card.findByTestId(Select, `payments-${name}`), 'onChange', value);
};

const totalsOf = (card: CardPage): readonly string[] =>
  textsIn(card.findByTestId(Table, 'payments').find(TableFooter));

test('from 20 payments on a table has filters and totals, over all pages', async () => {
  const few = await openTable(recordView(Array.from({ length: 19 }, (_, n) => numbered(n + 1))));
  expect(few.findAll(Select)).toEqual([]);
  expect(few.findAll(TableFooter)).toEqual([]);
  const card = await openTable(threeHundred);
  expect(totalsOf(card)).toEqual([
    'Total of 300 payments',
    '$45,150.00',
    '-$45,150.00',
    'Fee: $90,300.00',
  ]);
  turnTo(card, 5);
  choose(card, 'year', '2026');
  expect(card.findByTestId(Table, 'payments').props).toMatchObject({ page: 1 });
  expect(card.findByTestId(Select, 'payments-year').props.options).toEqual(
    ['All years', '2026'].map((label, n) => ({ value: n === 0 ? '' : label, label })),
  );
});

test('totals are of what the filter shows, a currency beside the other', async () => {
  const yen = charge({
    id: 'ch_jpy',
    amountMinor: 900,
    currency: 'jpy',
    balanceTransaction: balanceTransaction({ id: 'txn_jpy', amountMinor: 600, feeMinor: 50 }),
  });
  const pending = charge({ id: 'ch_p', balanceTransaction: null });
  const refused = declined({ id: 'ch_f' });
  const twenty = Array.from({ length: 20 }, (_, n) => numbered(n + 1));
  const card = await openTable(recordView([...twenty, yen, pending, refused]));
  expect(totalsOf(card)).toEqual([
    'Total of 23 payments',
    '¥900, $230.00',
    '-$204.50 + 1 pending',
    'Fee: $420.50 + 1 pending',
  ]);
  choose(card, 'status', 'failed');
  expect(totalsOf(card)).toEqual(['Total of 1 payment', '–', '–', 'Fee: –']);
  expect(rowsOf(card)).toHaveLength(1);
});

test('a payment that was not read as a whole leaves no totals of fee and net', async () => {
  const twenty = Array.from({ length: 20 }, (_, n) => numbered(n + 1));
  const unread = charge({ id: 'ch_d', isDisputed: true });
  const card = await openTable(recordView([...twenty, unread]));
  expect(totalsOf(card)).toEqual(['Total of 21 payments', '$230.00', '–', 'Fee: –']);
});

test('stays on the last page where a later read finds fewer payments', async () => {
  const fewer = recordView([numbered(1), numbered(2)]);
  const card = openDealCard({ reads: [readReply(threeHundred), readReply(fewer)] });
  await card.shows('Payments (300)');
  turnTo(card, 30);
  card.setSaved({ stripe_payment_ids: 'ch_1' });
  await card.shows('Payments (2)');
  expect(rowsOf(card)).toHaveLength(2);
});
