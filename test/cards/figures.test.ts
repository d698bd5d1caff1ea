import { Accordion, StatusTag, Tag, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { Charge, RecordView } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { authorization, charge, declined, failedDebit, pendingDebit } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import { readReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import type { CardPage } from './card-page.tsx';
import { openDealCard } from './card-page.tsx';
import { statisticsOf } from './statistics-of.ts';

async function openLive(view: RecordView, locale?: string): Promise<CardPage> {
  const card = openDealCard({ reads: [readReply(view)], ...(locale && { locale }) });
  await card.shows(/./);
  return card;
}

const openSaved = (view: RecordView): Promise<CardPage> =>
  Promise.resolve(openDealCard({ saved: savedProperties(view) }));

const disputed = charge({ disputes: [dispute()] });
const both = charge({
  disputes: [dispute({ amountMinor: 500, balanceTransactions: [] })],
  refunds: [refund()],
});

/** Where refunds, disputes and fees took more than came. */
const BELOW_ZERO = 'Net';

/** Status, statistics after the deal amount, and the difference in words. */
const cases: readonly (readonly [string, readonly Charge[], string, object, string])[] = [
  [
    'paid',
    [charge()],
    'Paid',
    { Paid: '$20.00', 'Net received': '$19.12' },
    'The deal amount is paid in full.',
  ],
  [
    'partly paid',
    [charge({ amountMinor: 500 })],
    'Partly paid',
    { Paid: '$5.00', 'Net received': '$4.12' },
    '$15.00 of the deal amount is outstanding.',
  ],
  [
    'overpaid',
    [charge({ amountMinor: 2_150 })],
    'Paid',
    { Paid: '$21.50', 'Net received': '$20.62' },
    'The customer paid $1.50 more than the deal amount.',
  ],
  [
    'partly refunded',
    [charge({ refunds: [refund()] })],
    'Partially refunded',
    { Paid: '$20.00', Refunded: '$5.00', 'Net received': '$14.12' },
    '$5.00 of the deal amount was refunded.',
  ],
  [
    'refunded, so that net is negative',
    [charge({ refunds: [refund({ amountMinor: 2_000 })] })],
    'Refunded',
    { Paid: '$20.00', Refunded: '$20.00', [BELOW_ZERO]: '-$0.88' },
    '$20.00 of the deal amount was refunded.',
  ],
  [
    'disputed',
    [disputed],
    'Disputed',
    { Paid: '$20.00', Disputed: '$20.00', [BELOW_ZERO]: '-$15.88' },
    '$20.00 of the deal amount is in dispute until the bank decides.',
  ],
  [
    'lost in a dispute',
    [charge({ disputes: [dispute({ status: 'lost' })] })],
    'Dispute lost',
    { Paid: '$20.00', 'Lost in disputes': '$20.00', [BELOW_ZERO]: '-$15.88' },
    '$20.00 of the deal amount was lost in a dispute.',
  ],
  [
    'a refund that waits, so that net has it still',
    [charge({ refunds: [refund({ status: 'requires_action', balanceTransaction: null })] })],
    'Partially refunded',
    { Paid: '$20.00', Refunded: '$5.00', 'Net received': '$19.12' },
    '$5.00 of the deal amount was refunded.',
  ],
  [
    'not paid, only declined',
    [declined()],
    'Failed',
    { Paid: 'None yet' },
    '$20.00 of the deal amount is outstanding.',
  ],
  [
    'not paid, and the returned debit cost a fee',
    [failedDebit()],
    'Failed',
    { Paid: 'None yet', [BELOW_ZERO]: '-$4.88' },
    '$20.00 of the deal amount is outstanding.',
  ],
  [
    'a debit on its way',
    [pendingDebit()],
    'Processing',
    { Paid: 'None yet', Processing: '$20.00' },
    '',
  ],
  [
    'a debit of a part on its way',
    [pendingDebit({ amountMinor: 500 })],
    'Processing',
    { Paid: 'None yet', Processing: '$5.00' },
    '$20.00 of the deal amount is outstanding.',
  ],
  [
    'authorized only',
    [authorization()],
    'Authorized',
    { Paid: 'None yet', Authorized: '$20.00' },
    '',
  ],
];

describe.each([
  ['live', openLive],
  ['saved', openSaved],
])('%s', (_, open) => {
  test.each(cases)('%s', async (_name, charges, status, statistics, difference) => {
    const card = await open(recordView(charges));
    expect(card.findByTestId(StatusTag, 'payment-status').text).toBe(status);
    expect(statisticsOf(card)).toEqual({ 'Deal amount': '$20.00', ...statistics });
    // What is saved does not tell an open dispute from one lost beside it.
    const said = card
      .maybeFindByTestId(Text, 'difference')
      ?.text?.replace('is disputed', 'is in dispute until the bank decides');
    expect((said ?? '').replaceAll('\u00a0', ' ')).toBe(difference);
  });

  test('shows a refund and a dispute of the same deal side by side', async () => {
    const card = await open(recordView([both]));
    expect(statisticsOf(card)).toMatchObject({ Refunded: '$5.00', Disputed: '$5.00' });
    expect(card.text()).toMatch(
      /was refunded\. \$5\.00 of the deal amount (?:is in dispute|is disputed)/,
    );
  });

  test('calls net pending, and never 0, while a fee is unknown', async () => {
    const card = await open(recordView([charge({ balanceTransaction: null })]));
    expect(card.findAll(Tag).map(({ text }) => text)).toEqual(['Fees pending']);
    expect(statisticsOf(card)).toMatchObject({ Paid: '$20.00', 'Net received': 'Pending' });
    expect(card.text()).toContain('Sync again in about an hour');
    expect(card.maybeFindByTestId(Accordion, 'fee-details')).toBeNull();
    expect(card.texts().filter((text) => /^-?\$0\.00$/.test(text))).toEqual([]);
  });

  test('shows no comparison where the deal and the payment have different currencies', async () => {
    const card = await open(recordView([charge()], { dealAmount: money(2_000, 'eur') }));
    expect(card.text()).toContain(
      "The deal is in EUR and was paid in USD, so the amounts aren't compared.",
    );
  });

  test('shows no comparison where the deal has no amount', async () => {
    const card = await open(recordView([charge()], { dealAmount: null }));
    expect(statisticsOf(card)).toMatchObject({ 'Deal amount': 'Not set' });
    expect(card.maybeFindByTestId(Text, 'difference')).toBeNull();
  });

  test('says that a deal amount with a tenth of a cent is there and cannot be compared', async () => {
    const card = await open(recordView([charge()], { dealAmount: 'not-comparable' }));
    expect(statisticsOf(card)).toMatchObject({ 'Deal amount': "Can't be compared" });
    expect(card.maybeFindByTestId(Text, 'difference')).toBeNull();
  });

  test('does not call a zero deal without payments paid in full', async () => {
    const card = await open(recordView([declined()], { dealAmount: money(0, 'usd') }));
    expect(statisticsOf(card)).toMatchObject({ 'Deal amount': '$0.00', Paid: 'None yet' });
    expect(card.maybeFindByTestId(Text, 'difference')).toBeNull();
  });

  test.each([
    ['jpy', 385_000, '¥385,000'],
    ['kwd', 512_250, 'KWD 512.250'],
    ['isk', 50_000, 'ISK 500'],
  ])('shows an amount in %s with its own decimals', async (currency, amountMinor, text) => {
    const dealAmount = money(amountMinor, currency);
    const card = await open(recordView([charge({ amountMinor, currency })], { dealAmount }));
    expect(statisticsOf(card)).toMatchObject({ 'Deal amount': text, Paid: text });
    expect(card.text()).toContain('The deal amount is paid in full.');
  });

  describe('of when the money arrives', () => {
    const availableOn = Date.UTC(2026, 10, 20) / 1_000;
    const settled = (id: string): Partial<Charge> => ({
      id,
      balanceTransaction: balanceTransaction({ id: `txn_${id}`, availableOn }),
    });
    const IN_FULL = '$19.12 reached your Stripe balance by Nov 20, 2026.';
    const LESS = '$3.24 reached your Stripe balance by Nov 20, 2026.';
    const past = charge(settled('ch_1'));
    const lost = dispute({ status: 'lost' });

    test.each<[string, readonly Charge[], number, string | null]>([
      [
        'it comes',
        [charge()],
        2_000,
        '$19.12 reaches your Stripe balance by Nov 24, 2026, and your bank after that.',
      ],
      ['all of it came', [past], 2_000, IN_FULL],
      ['a part of the deal came', [past], 8_000, IN_FULL],
      ['a fee is pending', [past, charge({ id: 'ch_2', balanceTransaction: null })], 4_000, null],
      ['a debit is on its way', [past, pendingDebit({ id: 'ch_2' })], 4_000, null],
      ['one is lost', [past, charge({ ...settled('ch_2'), disputes: [lost] })], 4_000, LESS],
      ['all is lost', [charge({ ...settled('ch_2'), disputes: [lost] })], 4_000, null],
      [
        'one is in dispute',
        [past, charge({ ...settled('ch_2'), disputes: [dispute()] })],
        4_000,
        LESS,
      ],
    ])('says it where %s', async (_, charges, dealMinor, text) => {
      const card = await open(recordView(charges, { dealAmount: money(dealMinor, 'usd') }));
      // What a sync knows of payouts: bank.test.ts.
      const said = card
        .texts()
        .filter((each) => /(?:reached|\d reaches) your Stripe balance by/.test(each))
        .map((each) => each.replace(/ (?:Sync|Open) .*$/, ''));
      expect(said).toEqual(text === null ? [] : [text]);
    });
  });
});

test('what was paid beyond the deal amount is not too much where it is tax', async () => {
  const view = recordView([charge({ amountMinor: 2_440 })]);
  const { dealCoverage } = view.summary;
  if (dealCoverage === null) throw new Error('The deal has an amount.');
  const summary = { ...view.summary, dealCoverage: { ...dealCoverage, value: 'paid' as const } };
  const card = await openLive({ ...view, summary });
  expect(card.findByTestId(Text, 'difference').text).toBe(
    'The deal amount is paid in full, with tax.',
  );
  const { title } = card.find(ProgressBar).props;
  expect(title).toBe('$24.40 paid for $20.00 plus tax');
});
