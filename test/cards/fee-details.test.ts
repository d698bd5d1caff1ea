import { openDealCard } from './card-page.tsx';
import { Accordion, Table, TableRow } from '@hubspot/ui-extensions';
import type { Charge } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import { readReply } from '../builders/replies.ts';
import { textsIn } from './texts-in.ts';

/** The rows of each table of the fee details. */
async function feeTables(
  charges: readonly Charge[],
  locale = 'en-us',
): Promise<readonly (readonly (readonly string[])[])[]> {
  const card = openDealCard({ reads: [readReply(recordView(charges))], locale });
  await card.shows(/./);
  const tables = card.findByTestId(Accordion, 'fee-details').findAll(Table);
  return tables.map((table) => table.findAll(TableRow).map((row) => textsIn(row)));
}

const feeRows = balanceTransaction({
  amountMinor: 5_472,
  feeMinor: 200,
  exchangeRate: 1.0942,
  feeDetails: [
    { type: 'stripe_fee', amountMinor: 150 },
    { type: 'application_fee', amountMinor: 30 },
    { type: 'tax', amountMinor: 20 },
  ],
});

test('list every kind of fee between gross and net, with the rate', async () => {
  const paid = charge({
    amountMinor: 5_001,
    currency: 'eur',
    balanceTransaction: feeRows,
    refunds: [refund()],
    disputes: [dispute()],
  });
  expect(await feeTables([paid])).toEqual([
    [
      ['Settled in USD', 'Amount'],
      ['Gross', '$54.72'],
      ['Refunded', '-$5.00'],
      ['Disputed', '-$20.00'],
      ['Processing fees', '-$1.50'],
      ['Tax on fees', '-$0.20'],
      ['Application fees', '-$0.30'],
      ['Dispute fees', '-$15.00'],
      ['Net', '$12.72'],
      ['Total fees', '$17.00'],
      ['Effective fee rate', '31.07% of gross'],
      ['Exchange rate', '1 EUR = 1.0942 USD'],
    ],
  ]);
});

test("write rates in the reader's locale", async () => {
  const paid = charge({ amountMinor: 5_001, currency: 'eur', balanceTransaction: feeRows });
  const [table] = await feeTables([paid], 'it-it');
  expect(table?.slice(-2)).toEqual([
    ['Effective fee rate', '3,65% of gross'],
    ['Exchange rate', '1 EUR = 1,0942 USD'],
  ]);
});

test('show the range of rates where payments were converted on several days', async () => {
  const later = charge({
    id: 'ch_2',
    currency: 'eur',
    balanceTransaction: { ...feeRows, id: 'txn_2', exchangeRate: 1.1 },
  });
  const first = charge({ currency: 'eur', balanceTransaction: feeRows });
  const [table] = await feeTables([first, later]);
  expect(table?.at(-1)).toEqual(['Exchange rate', '1 EUR = 1.0942 to 1.1 USD']);
});

test('have a table for each settlement currency', async () => {
  const kept = balanceTransaction({ id: 'txn_eur', currency: 'eur' });
  const euros = charge({ id: 'ch_2', currency: 'eur', balanceTransaction: kept });
  const tables = await feeTables([charge(), euros]);
  expect(tables.map(([header]) => header?.[0])).toEqual(['Settled in EUR', 'Settled in USD']);
});

test('say that they are incomplete while a fee is unknown', async () => {
  const [table] = await feeTables([charge(), charge({ id: 'ch_2', balanceTransaction: null })]);
  expect(table?.[0]).toEqual(['Settled in USD so far', 'Amount']);
  expect(table).toContainEqual(['Net so far', '$19.12']);
});

test.each([
  ['in its details', []],
  ['beside the figures, where they were seen', [{ kind: 'account-fees' } as const]],
])('says once that account-level fees are not included: %s', async (_, notes) => {
  const card = openDealCard({ reads: [readReply(recordView([charge()], { notes }))] });
  await card.shows('Net is before account-level fees, such as Billing');
  expect(card.texts().filter((text) => text.includes('account-level fees'))).toHaveLength(1);
});
