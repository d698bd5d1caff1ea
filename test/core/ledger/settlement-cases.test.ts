import type { SettlementTotals } from '@stripe-payments/core';
import { settlementLedger } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';

type Row = readonly [category: string, amountMinor: number, feeMinor: number, currency: string];

/** gross, fee, refunded, disputed, dispute fee, net. */
type Amounts = readonly [number, number, number, number, number, number];

interface Case {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly expected: Readonly<Record<string, Amounts>>;
}

const cases: readonly Case[] = [
  {
    name: 'one charge',
    rows: [['charge', 2_000, 88, 'usd']],
    expected: { usd: [2_000, 88, 0, 0, 0, 1_912] },
  },
  {
    name: 'a partial refund keeps the fee',
    rows: [
      ['charge', 2_000, 88, 'usd'],
      ['refund', -500, 0, 'usd'],
    ],
    expected: { usd: [2_000, 88, 500, 0, 0, 1_412] },
  },
  {
    name: 'a full refund leaves minus the fee',
    rows: [
      ['charge', 2_000, 88, 'usd'],
      ['refund', -2_000, 0, 'usd'],
    ],
    expected: { usd: [2_000, 88, 2_000, 0, 0, -88] },
  },
  {
    name: 'a refund with a fee of its own',
    rows: [
      ['charge', 10_000, 320, 'eur'],
      ['refund', -10_000, 35, 'eur'],
    ],
    expected: { eur: [10_000, 355, 10_000, 0, 0, -355] },
  },
  {
    name: 'a refund that failed comes back',
    rows: [
      ['charge', 2_000, 88, 'usd'],
      ['refund', -500, 0, 'usd'],
      ['refund_failure', 500, 0, 'usd'],
    ],
    expected: { usd: [2_000, 88, 0, 0, 0, 1_912] },
  },
  {
    name: 'an open dispute with its fee',
    rows: [
      ['charge', 1_000, 59, 'usd'],
      ['dispute', -1_000, 1_500, 'usd'],
    ],
    expected: { usd: [1_000, 59, 0, 1_000, 1_500, -1_559] },
  },
  {
    name: 'a dispute won, its fee kept',
    rows: [
      ['charge', 1_000, 59, 'usd'],
      ['dispute', -1_000, 1_500, 'usd'],
      ['dispute_reversal', 1_000, 0, 'usd'],
    ],
    expected: { usd: [1_000, 59, 0, 0, 1_500, -559] },
  },
  {
    name: 'a dispute won, its fee returned',
    rows: [
      ['charge', 1_000, 59, 'usd'],
      ['dispute', -1_000, 1_500, 'usd'],
      ['dispute_reversal', 1_000, -1_500, 'usd'],
    ],
    expected: { usd: [1_000, 59, 0, 0, 0, 941] },
  },
  {
    name: 'a dispute for more than the charge',
    rows: [
      ['charge', 1_000, 59, 'usd'],
      ['dispute', -1_100, 1_500, 'usd'],
    ],
    expected: { usd: [1_000, 59, 0, 1_100, 1_500, -1_659] },
  },
  {
    name: 'a dispute settled in another currency than the charge',
    rows: [['dispute', -7_481, 2_000, 'eur']],
    expected: { eur: [0, 0, 0, 7_481, 2_000, -9_481] },
  },
  {
    name: 'a refund settled alone',
    rows: [['refund', -7_785, 0, 'eur']],
    expected: { eur: [0, 0, 7_785, 0, 0, -7_785] },
  },
  {
    name: 'a partial capture whose rest is reversed with its part of the fee',
    rows: [
      ['charge', 10_000, 320, 'usd'],
      ['partial_capture_reversal', -6_000, -174, 'usd'],
    ],
    expected: { usd: [4_000, 146, 0, 0, 0, 3_854] },
  },
  {
    name: 'a bank debit that failed costs its failure fee',
    rows: [
      ['charge', 5_000, 40, 'usd'],
      ['charge_failure', -5_000, 360, 'usd'],
    ],
    expected: { usd: [0, 400, 0, 0, 0, -400] },
  },
  {
    name: 'yen, dinars and krónur are three totals',
    rows: [
      ['charge', 5_000, 180, 'jpy'],
      ['charge', 5_120, 150, 'kwd'],
      ['charge', 50_000, 1_450, 'isk'],
    ],
    expected: {
      isk: [50_000, 1_450, 0, 0, 0, 48_550],
      jpy: [5_000, 180, 0, 0, 0, 4_820],
      kwd: [5_120, 150, 0, 0, 0, 4_970],
    },
  },
  {
    name: 'an amount of nothing with a fee of its own',
    rows: [['charge', 0, 25, 'usd']],
    expected: { usd: [0, 25, 0, 0, 0, -25] },
  },
];

const amountsOf = (totals: SettlementTotals): Amounts => [
  totals.grossMinor,
  totals.feeMinor,
  totals.refundedMinor,
  totals.disputedMinor,
  totals.disputeFeeMinor,
  totals.netMinor,
];

test.each(cases)('$name', ({ rows, expected }) => {
  const { totals, flagged } = settlementLedger(
    rows.map(([reportingCategory, amountMinor, feeMinor, currency], index) =>
      balanceTransaction({
        id: `txn_${String(index)}`,
        reportingCategory,
        amountMinor,
        feeMinor,
        currency,
      }),
    ),
  );
  const amounts = Object.fromEntries(totals.map((each) => [each.currency, amountsOf(each)]));
  expect(amounts).toEqual(expected);
  expect(totals.map(({ otherMinor }) => otherMinor)).toEqual(totals.map(() => 0));
  expect(flagged).toEqual([]);
});

test('an application fee and the processing fee are told apart', () => {
  const feeDetails = [
    { type: 'stripe_fee', amountMinor: 59 },
    { type: 'application_fee', amountMinor: 123 },
  ];
  const row = balanceTransaction({ amountMinor: 1_000, feeMinor: 182, feeDetails });
  const [totals] = settlementLedger([row]).totals;
  expect(totals).toMatchObject({ grossMinor: 1_000, feeMinor: 182, netMinor: 818 });
  expect(totals?.feesByKind).toMatchObject({ processing: 59, application: 123, unclassified: 0 });
});

test('a fee of the whole account is no fee of a payment', () => {
  const fee = balanceTransaction({ reportingCategory: 'fee', amountMinor: -1_500, feeMinor: 0 });
  const { totals, flagged } = settlementLedger([fee]);
  expect(totals).toMatchObject([{ grossMinor: 0, feeMinor: 0, otherMinor: -1_500 }]);
  expect(flagged).toMatchObject([{ why: 'unknown-category', netMinor: -1_500 }]);
});

test('the fees of a dispute are one kind, whatever their details say', () => {
  const row = balanceTransaction({
    reportingCategory: 'dispute',
    amountMinor: -1_000,
    feeMinor: 1_500,
    feeDetails: [{ type: 'stripe_fee', amountMinor: 1_500 }],
  });
  const [totals] = settlementLedger([row]).totals;
  expect(totals?.feesByKind).toMatchObject({ dispute: 1_500, processing: 0, unclassified: 0 });
});
