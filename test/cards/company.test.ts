import { openCard } from './card-page.tsx';
import { Alert, BarChart, Button, LoadingButton, ProgressBar, Table } from '@hubspot/ui-extensions';
import type { Charge, RecordView } from '@stripe-payments/core';
import { replyError } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge } from '../builders/charge.ts';
import { failure, readReply, syncReply } from '../builders/replies.ts';
import { answerLater } from './answer-later.ts';
import type { CardOptions, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { statisticsOf } from './statistics-of.ts';
import { viewOf } from './views.ts';

const numbered = (n: number): Charge => charge({ id: `ch_${String(n)}`, amountMinor: n * 1_000 });

/** The summary is of payments 1 to `upTo`, the list of those from `first` on, as the function sends it. */
function part(
  first: number,
  upTo: number,
  covered: number,
  continuation: string | null,
): RecordView {
  const range = (from: number): readonly Charge[] =>
    Array.from({ length: upTo - from + 1 }, (_, index) => numbered(from + index));
  const { summary } = viewOf('company', { charges: range(1) });
  return viewOf(
    'company',
    { charges: range(first) },
    {
      summary,
      coverage: { contactsCovered: covered, contactsTotal: 500 },
      continuation,
      customers: [],
      notes: [{ kind: 'rows-omitted', shown: upTo - first + 1, total: upTo - first + 2 }],
    },
  );
}

const first = part(1, 2, 120, 'token-1');
const second = part(3, 3, 340, 'token-2');
const last = part(4, 5, 500, null);

function open(options: CardOptions): CardPage {
  return openCard('company', options);
}

const parametersOf = (card: CardPage, uid: string): readonly unknown[] =>
  card.callsOf(uid).map(({ options }) => (options as { readonly parameters: unknown }).parameters);

async function goOn(card: CardPage): Promise<void> {
  card.findByTestId(LoadingButton, 'continue').trigger('onClick');
  await effects();
}

test('says how far it has come, and what that means for the figures', async () => {
  const card = open({ reads: [readReply(first)] });
  await card.shows('120 of 500 contacts covered');
  expect(card.text()).toContain('Nothing is saved until all are covered.');
  expect(statisticsOf(card)).toMatchObject({ Paid: '30.00 USD' });
});

test('goes on where it stopped: rows are added, the figures are of everything so far', async () => {
  const card = open({ reads: [readReply(first), readReply(second), readReply(last)] });
  await card.shows('120 of 500');
  await goOn(card);
  expect(card.text()).toContain('340 of 500 contacts covered');
  expect(statisticsOf(card)).toMatchObject({ Paid: '60.00 USD' });
  expect(card.text()).toContain('Payments (3)');
  await goOn(card);
  expect(card.text()).toContain('500 of 500 contacts covered');
  expect(card.text()).toContain('Payments (5)');
  expect(statisticsOf(card)).toMatchObject({ Paid: '150.00 USD' });
  expect(card.text()).toContain('the newest 5 of 8 payments');
  expect(card.maybeFindByTestId(LoadingButton, 'continue')).toBeNull();
  expect(parametersOf(card, 'get-payments')).toEqual([
    { objectType: 'company' },
    { objectType: 'company', continuation: 'token-1' },
    { objectType: 'company', continuation: 'token-2' },
  ]);
});

test('a double click reads one part', async () => {
  const next = answerLater();
  const card = open({ reads: [readReply(first), next.promise] });
  await card.shows('120 of 500');
  const button = card.findByTestId(LoadingButton, 'continue');
  button.trigger('onClick');
  await effects();
  expect(card.findByTestId(LoadingButton, 'continue').props).toMatchObject({
    loading: true,
    disabled: true,
  });
  card.findByTestId(LoadingButton, 'continue').trigger('onClick');
  await effects();
  expect(card.callsOf('get-payments')).toHaveLength(2);
});

test('a part that fails leaves what was read, and is tried again by itself', async () => {
  const card = open({
    reads: [readReply(first), failure('stripe-unreachable'), readReply(second)],
  });
  await card.shows('120 of 500');
  await goOn(card);
  expect(card.text()).toContain('What was read so far stays.');
  expect(card.text()).toContain('Payments (2)');
  card.findByTestId(Alert, 'read-problem').find(Button).trigger('onClick');
  await card.shows('340 of 500');
  expect(parametersOf(card, 'get-payments')[2]).toEqual({
    objectType: 'company',
    continuation: 'token-1',
  });
  expect(card.text()).toContain('Payments (3)');
});

test('a part that is too old to go on with begins again', async () => {
  const card = open({
    reads: [readReply(first), failure('continuation-expired'), readReply(first)],
  });
  await card.shows('120 of 500');
  await goOn(card);
  card.findByTestId(Alert, 'read-problem').find(Button).trigger('onClick');
  await effects();
  expect(parametersOf(card, 'get-payments')[2]).toEqual({ objectType: 'company' });
  expect(card.text()).toContain('Payments (2)');
});

test('a company of which nothing was found yet is not called empty before all is covered', async () => {
  const nothing = viewOf(
    'company',
    {},
    {
      customers: [],
      linkedCustomerIds: [],
      coverage: { contactsCovered: 90, contactsTotal: 500 },
      continuation: 'token-1',
    },
  );
  const card = open({ reads: [readReply(nothing)] });
  await card.shows('90 of 500 contacts covered');
  expect(card.text()).not.toContain('No Stripe customer is linked');
});

test('a sync goes on by itself until everything is covered, and says how far it is', async () => {
  const next = answerLater();
  const change = { name: 'stripe_payment_count', from: '', to: '5' } as const;
  const card = open({
    reads: [readReply(first)],
    syncs: [syncReply(first), next.promise, syncReply(last, [change])],
  });
  await card.shows('120 of 500');
  card.clickSync();
  await effects();
  expect(card.findByTestId(ProgressBar, 'sync-progress').props).toMatchObject({
    value: 120,
    maxValue: 500,
    valueDescription: '120 of 500 contacts covered',
  });
  expect(card.findByTestId(LoadingButton, 'continue').props.disabled).toBe(true);
  next.answer(syncReply(second));
  await card.shows('1 property updated');
  expect(parametersOf(card, 'sync-payments')).toEqual([
    { objectType: 'company' },
    { objectType: 'company', continuation: 'token-1' },
    { objectType: 'company', continuation: 'token-2' },
  ]);
  expect(card.text()).toContain('Payments (5)');
  expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
  expect(card.callsOf('get-payments')).toHaveLength(1);
});

test('a sync that stops in the middle has saved nothing, and goes on from there', async () => {
  const card = open({
    reads: [readReply(first)],
    syncs: [syncReply(first), failure('stripe-rate-limited'), syncReply(second), syncReply(last)],
  });
  await card.shows('120 of 500');
  card.clickSync();
  await card.shows('Nothing was saved yet. Press "Sync now" to go on where it stopped.');
  card.clickSync();
  await card.shows('Everything was up to date');
  expect(parametersOf(card, 'sync-payments').slice(2)).toEqual([
    { objectType: 'company', continuation: 'token-1' },
    { objectType: 'company', continuation: 'token-2' },
  ]);
  expect(card.text()).toContain('Payments (5)');
});

test('a sync that stopped begins again where other payments are read now', async () => {
  const card = open({
    saved: { stripe_customer_id: 'cus_1' },
    reads: [readReply(first), readReply(first)],
    syncs: [syncReply(first), failure('timeout')],
  });
  await card.shows('120 of 500');
  card.clickSync();
  await card.shows('go on where it stopped');
  card.setSaved({ stripe_customer_id: 'cus_2' });
  await effects();
  card.clickSync();
  await effects();
  expect(parametersOf(card, 'sync-payments')[2]).toEqual({ objectType: 'company' });
});

test('a sync whose part is too old begins again by itself', async () => {
  const card = open({
    reads: [readReply(first)],
    syncs: [
      syncReply(first),
      { ok: false, error: replyError('continuation-expired') },
      syncReply(first),
      syncReply(last),
    ],
  });
  await card.shows('120 of 500');
  card.clickSync();
  await card.shows('Everything was up to date');
  expect(parametersOf(card, 'sync-payments')[2]).toEqual({ objectType: 'company' });
});

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
  expect(card.text()).toContain('1 payment with a pending fee is not in the chart yet.');
});

test('shows the latest twelve months of a longer story, and says so', async () => {
  const old = charge({ id: 'ch_old', created: charge().created - 400 * 86_400 });
  const card = open({ reads: [readReply(viewOf('company', { charges: [charge(), old] }))] });
  await card.shows('The charts show the latest 12 months.');
  expect(card.find(BarChart).props.data).toHaveLength(36);
});

test.each(['deal', 'contact'] as const)('a %s has no chart', async (name) => {
  const card = openCard(name, { reads: [readReply(viewOf(name, { charges: [charge()] }))] });
  await card.shows('Read from Stripe at');
  expect(card.findAll(BarChart)).toEqual([]);
  expect(card.findByTestId(Table, 'payments')).toBeDefined();
});
