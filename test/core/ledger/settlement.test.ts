import type { SettlementTotals } from '@stripe-payments/core';
import { allFeesMinor, nonZeroFeeKinds, settlementLedger } from '@stripe-payments/core';
import { expect } from 'vitest';
import { noAmount, shuffledWithDuplicates, someRow, someRows } from '../../builders/arbitraries.ts';
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

test.prop([someRows])('net is what the parts come to, in every currency', (rows) => {
  for (const totals of settlementLedger(rows).totals) {
    expect(totals.netMinor).toBe(
      totals.grossMinor -
        totals.refundedMinor -
        totals.disputedMinor -
        totals.feeMinor -
        totals.disputeFeeMinor +
        totals.otherMinor,
    );
  }
});

test.prop([someRows])("net is the sum of the rows' own net, in every currency", (rows) => {
  for (const { currency, netMinor } of settlementLedger(rows).totals) {
    const own = rows.filter((row) => row.currency === currency);
    expect(netMinor).toBe(own.reduce((sum, row) => sum + row.netMinor, 0));
  }
});

test.prop([someRows])('the kinds of fee add up to all fees', (rows) => {
  for (const totals of settlementLedger(rows).totals) {
    const kinds = Object.values(totals.feesByKind).reduce((sum, fee) => sum + fee, 0);
    expect(kinds).toBe(allFeesMinor(totals));
  }
});

test.prop([someRows])('there is one entry for each currency, and no other', (rows) => {
  const currencies = settlementLedger(rows).totals.map(({ currency }) => currency);
  expect(currencies).toEqual([...new Set(rows.map(({ currency }) => currency))].sort());
});

test.prop([someRows, fc.nat()])('the ledger of a whole is the sum of any two parts', (rows, at) => {
  const cut = rows.length === 0 ? 0 : at % rows.length;
  const left = settlementLedger(rows.slice(0, cut));
  const right = settlementLedger(rows.slice(cut));
  const whole = settlementLedger(rows);
  expect(added(left.totals, right.totals)).toEqual(added(whole.totals, []));
  const flagged = [...left.flagged, ...right.flagged].map(({ id }) => id).sort();
  expect(whole.flagged.map(({ id }) => id)).toEqual(flagged);
});

test.prop([someRows.chain((rows) => fc.tuple(fc.constant(rows), shuffledWithDuplicates(rows)))])(
  'neither order nor duplicates change the ledger',
  ([rows, shuffled]) => {
    expect(settlementLedger(shuffled)).toEqual(settlementLedger(rows));
  },
);

test.prop([someRows])('one currency does not change the totals of another', (rows) => {
  for (const totals of settlementLedger(rows).totals) {
    const alone = rows.filter(({ currency }) => currency === totals.currency);
    expect(settlementLedger(alone).totals).toEqual([totals]);
  }
});

test.prop([someRows])('every number of a ledger is a safe integer and none is -0', (rows) => {
  expect(unsafeNumbersIn(settlementLedger(rows))).toEqual([]);
});

test.prop([someRow])('minus zero in a row does not reach the ledger', (row) => {
  const zeros = { ...row, amountMinor: -0, feeMinor: -0, netMinor: -0, feeDetails: [] };
  const detail = { ...row, id: 'txn_x', feeDetails: [{ type: 'tax', amountMinor: -0 }] };
  expect(unsafeNumbersIn(settlementLedger([zeros, detail]))).toEqual([]);
});

test.prop([someRows, someRow, noAmount, fc.constantFrom('amountMinor', 'feeMinor', 'netMinor')])(
  'a row with something that is no amount is refused',
  (rows, row, nothing, field) => {
    const nasty = { ...row, id: 'txn_nasty', [field]: nothing };
    expect(() => settlementLedger([...rows, nasty])).toThrow('is not a safe amount');
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
  const rows = [
    balanceTransaction({ ...huge, id: 'txn_1' }),
    balanceTransaction({ ...huge, id: 'txn_2', amountMinor: -(2 ** 52) }),
  ];
  expect(() => settlementLedger(rows)).toThrow('is not a safe amount');
});

test.each(['', 'USD', 'u$d'])('a row in the currency %j is refused', (currency) => {
  expect(() => settlementLedger([balanceTransaction({ currency })])).toThrow(
    'is not a safe amount',
  );
});

test('no rows come to no totals', () => {
  expect(settlementLedger([])).toEqual({ totals: [], flagged: [] });
});

test('a row of an unknown category counts in net and is flagged', () => {
  const row = balanceTransaction({ reportingCategory: 'climate', amountMinor: -30, feeMinor: 1 });
  const { totals, flagged } = settlementLedger([row]);
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

test("a row whose net is not amount less fee keeps Stripe's net and is flagged", () => {
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
