import type { SettlementTotals } from '@stripe-payments/core';
import { allFeesMinor, nonZeroFeeKinds, settlementLedger } from '@stripe-payments/core';
import { expect } from 'vitest';
import {
  noAmount,
  shuffledWithDuplicates,
  someBalanceTransaction,
  someBalanceTransactions,
} from '../../builders/arbitraries.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { fc, test } from '../../builders/laws.ts';
import { unsafeNumbersIn } from '../../builders/numbers-in.ts';

/** Totals of two ledgers, added up field by field and currency by currency. */
function added(
  left: readonly SettlementTotals[],
  right: readonly SettlementTotals[],
): Record<string, Record<string, number>> {
  const sums: Record<string, Record<string, number>> = {};
  for (const { currency, feesByKind, ...amounts } of [...left, ...right]) {
    const into = (sums[currency] ??= {});
    for (const [name, value] of [...Object.entries(amounts), ...Object.entries(feesByKind)]) {
      into[name] = (into[name] ?? 0) + value;
    }
  }
  return sums;
}

test.prop([someBalanceTransactions])(
  'net is what the parts come to, in every currency',
  (balanceTransactions) => {
    for (const totals of settlementLedger(balanceTransactions).totals) {
      expect(totals.netMinor).toBe(
        totals.grossMinor -
          totals.refundedMinor -
          totals.disputedMinor -
          totals.feeMinor -
          totals.disputeFeeMinor +
          totals.otherMinor,
      );
    }
  },
);

test.prop([someBalanceTransactions])(
  "net is the sum of the balance transactions' own net, in every currency",
  (balanceTransactions) => {
    for (const { currency, netMinor } of settlementLedger(balanceTransactions).totals) {
      const own = balanceTransactions.filter(
        (balanceTransaction) => balanceTransaction.currency === currency,
      );
      expect(netMinor).toBe(
        own.reduce((sum, balanceTransaction) => sum + balanceTransaction.netMinor, 0),
      );
    }
  },
);

test.prop([someBalanceTransactions])(
  'the kinds of fee add up to all fees',
  (balanceTransactions) => {
    for (const totals of settlementLedger(balanceTransactions).totals) {
      const kinds = Object.values(totals.feesByKind).reduce((sum, fee) => sum + fee, 0);
      expect(kinds).toBe(allFeesMinor(totals));
    }
  },
);

test.prop([someBalanceTransactions])(
  'there is one entry for each currency, and no other',
  (balanceTransactions) => {
    const currencies = settlementLedger(balanceTransactions).totals.map(({ currency }) => currency);
    expect(currencies).toEqual(
      [...new Set(balanceTransactions.map(({ currency }) => currency))].sort(),
    );
  },
);

test.prop([someBalanceTransactions, fc.nat()])(
  'the ledger of a whole is the sum of any two parts',
  (balanceTransactions, at) => {
    const cut = balanceTransactions.length === 0 ? 0 : at % balanceTransactions.length;
    const left = settlementLedger(balanceTransactions.slice(0, cut));
    const right = settlementLedger(balanceTransactions.slice(cut));
    const whole = settlementLedger(balanceTransactions);
    expect(added(left.totals, right.totals)).toEqual(added(whole.totals, []));
    const flagged = [...left.flagged, ...right.flagged].map(({ id }) => id).sort();
    expect(whole.flagged.map(({ id }) => id)).toEqual(flagged);
  },
);

test.prop([
  someBalanceTransactions.chain((balanceTransactions) =>
    fc.tuple(fc.constant(balanceTransactions), shuffledWithDuplicates(balanceTransactions)),
  ),
])('neither order nor duplicates change the ledger', ([balanceTransactions, shuffled]) => {
  expect(settlementLedger(shuffled)).toEqual(settlementLedger(balanceTransactions));
});

test.prop([someBalanceTransactions])(
  'one currency does not change the totals of another',
  (balanceTransactions) => {
    for (const totals of settlementLedger(balanceTransactions).totals) {
      const alone = balanceTransactions.filter(({ currency }) => currency === totals.currency);
      expect(settlementLedger(alone).totals).toEqual([totals]);
    }
  },
);

test.prop([someBalanceTransactions])(
  'every number of a ledger is a safe integer and none is -0',
  (balanceTransactions) => {
    expect(unsafeNumbersIn(settlementLedger(balanceTransactions))).toEqual([]);
  },
);

test.prop([someBalanceTransaction])(
  'minus zero in a balance transaction does not reach the ledger',
  (balanceTransaction) => {
    const zeros = {
      ...balanceTransaction,
      amountMinor: -0,
      feeMinor: -0,
      netMinor: -0,
      feeDetails: [],
    };
    const detail = {
      ...balanceTransaction,
      id: 'txn_x',
      feeDetails: [{ type: 'tax', amountMinor: -0 }],
    };
    expect(unsafeNumbersIn(settlementLedger([zeros, detail]))).toEqual([]);
  },
);

test.prop([
  someBalanceTransactions,
  someBalanceTransaction,
  noAmount,
  fc.constantFrom('amountMinor', 'feeMinor', 'netMinor'),
])(
  'a balance transaction with something that is no amount is refused',
  (balanceTransactions, balanceTransaction, nothing, field) => {
    const nasty = { ...balanceTransaction, id: 'txn_nasty', [field]: nothing };
    expect(() => settlementLedger([...balanceTransactions, nasty])).toThrow('is not a safe amount');
  },
);

test('fractions are refused even where they add up to whole numbers', () => {
  const halves = balanceTransaction({ amountMinor: 0.5, feeMinor: 0.25, netMinor: 0.25 });
  expect(() => settlementLedger([halves])).toThrow('0.5 "usd" is not a safe amount');
  const feeDetails = [
    { type: 'stripe_fee', amountMinor: 43.5 },
    { type: 'tax', amountMinor: 44.5 },
  ];
  expect(() => settlementLedger([balanceTransaction({ feeDetails })])).toThrow('43.5 "usd"');
});

test('a sum that passes the safe integers is refused, also where it would come back', () => {
  const huge = { amountMinor: 2 ** 52, feeMinor: 0 };
  const balanceTransactions = [
    balanceTransaction({ ...huge, id: 'txn_1' }),
    balanceTransaction({ ...huge, id: 'txn_2', amountMinor: -(2 ** 52) }),
  ];
  expect(() => settlementLedger(balanceTransactions)).toThrow('is not a safe amount');
});

test.each(['', 'USD', 'u$d'])('a balance transaction in the currency %j is refused', (currency) => {
  expect(() => settlementLedger([balanceTransaction({ currency })])).toThrow(
    'is not a safe amount',
  );
});

test('no balance transactions come to no totals', () => {
  expect(settlementLedger([])).toEqual({ totals: [], flagged: [] });
});

test('a balance transaction of an unknown category counts in net and is flagged', () => {
  const offBalance = balanceTransaction({
    reportingCategory: 'climate',
    amountMinor: -30,
    feeMinor: 1,
  });
  const { totals, flagged } = settlementLedger([offBalance]);
  expect(totals).toMatchObject([{ grossMinor: 0, feeMinor: 0, otherMinor: -31, netMinor: -31 }]);
  expect(flagged).toEqual([
    {
      id: 'txn_1',
      reportingCategory: 'climate',
      currency: 'usd',
      netMinor: -31,
      why: 'unknown-category',
    },
  ]);
});

test("a balance transaction whose net is not amount less fee keeps Stripe's net and is flagged", () => {
  const { totals, flagged } = settlementLedger([balanceTransaction({ netMinor: 1_900 })]);
  expect(totals).toMatchObject([
    { grossMinor: 2_000, feeMinor: 88, otherMinor: -12, netMinor: 1_900 },
  ]);
  expect(flagged).toMatchObject([{ id: 'txn_1', why: 'net-is-not-amount-less-fee' }]);
});

test('the part of a fee that its details do not explain is unclassified', () => {
  const feeDetails = [
    { type: 'stripe_fee', amountMinor: 50 },
    { type: 'tax', amountMinor: 10 },
  ];
  const [totals] = settlementLedger([balanceTransaction({ feeDetails })]).totals;
  expect(totals?.feesByKind).toMatchObject({ processing: 50, tax: 10, unclassified: 28 });
  expect(totals && nonZeroFeeKinds(totals)).toEqual(['processing', 'tax', 'unclassified']);
});
