import { openCard } from './card-page.tsx';
import { BarChart, Table } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge } from '../builders/charge.ts';
import { readReply } from '../builders/replies.ts';
import type { CardOptions, CardPage } from './card-page.tsx';
import { viewOf } from './views.ts';

function open(options: CardOptions): CardPage {
  return openCard('company', options);
}

/** 2026-09-30T22:30:00Z: October already in Rome. */
const OCTOBER_IN_ROME = 1_790_807_400;

const euros = charge({
  id: 'ch_eur',
  amountMinor: 7_000,
  currency: 'eur',
  created: OCTOBER_IN_ROME,
  balanceTransaction: balanceTransaction({
    id: 'txn_eur',
    amountMinor: 7_000,
    feeMinor: 300,
    currency: 'eur',
  }),
});

test('has a chart for each settlement currency, by the months of the time zone', async () => {
  const pending = charge({ id: 'ch_late', balanceTransaction: null });
  const card = open({
    reads: [readReply(viewOf('company', { charges: [charge(), euros, pending] }))],
  });
  await card.shows('By month');
  const charts = card.findAll(BarChart).map(({ props }) => props);
  expect(charts.map(({ testId }) => testId)).toEqual(['month-chart-eur', 'month-chart-usd']);
  expect(charts[0]?.data).toEqual([
    { month: 'Oct 2026', kind: 'Gross', amount: 70 },
    { month: 'Oct 2026', kind: 'Fees', amount: 3 },
    { month: 'Oct 2026', kind: 'Net', amount: 67 },
    { month: 'Nov 2026', kind: 'Gross', amount: 0 },
    { month: 'Nov 2026', kind: 'Fees', amount: 0 },
    { month: 'Nov 2026', kind: 'Net', amount: 0 },
  ]);
  expect(charts[1]?.options?.title).toBe('Gross, fees and net by month, in USD');
  expect(card.text()).toContain("1 payment with pending fees isn't in the chart yet.");
});

test('shows the latest twelve months, and says so', async () => {
  const old = charge({ id: 'ch_old', created: charge().created - 400 * 86_400 });
  const card = open({ reads: [readReply(viewOf('company', { charges: [charge(), old] }))] });
  await card.shows('The charts show the last 12 months.');
  expect(card.find(BarChart).props.data).toHaveLength(36);
});

test('a contact with payments in two months has a chart too', async () => {
  const old = charge({ id: 'ch_old', created: charge().created - 40 * 86_400 });
  const view = viewOf('contact', { charges: [charge(), old] });
  const card = openCard('contact', { reads: [readReply(view)] });
  await card.shows('By month');
  expect(card.findAll(BarChart)).toHaveLength(1);
});

test.each([
  ['deal', [charge(), charge({ id: 'ch_old', created: charge().created - 40 * 86_400 })]],
  ['contact', [charge()]],
] as const)('a deal has no chart, nor has a month of a contact: %s', async (name, charges) => {
  const card = openCard(name, { reads: [readReply(viewOf(name, { charges: [...charges] }))] });
  await card.shows('Live from Stripe');
  expect(card.findAll(BarChart)).toEqual([]);
  expect(card.findByTestId(Table, 'payments')).toBeDefined();
});
