import type { Charge, DealAmount, DealCoverage, Invoice } from '@stripe-payments/core';
import { dealCoverage, money, outsideReceipts, outstandingOf } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { someAmount, someCharges, someCurrency } from '../../builders/arbitraries.ts';
import { authorization, charge, declined, pendingDebit } from '../../builders/charge.ts';
import { dispute, withdrawal } from '../../builders/dispute.ts';
import { invoice } from '../../builders/invoice.ts';
import { fc, test } from '../../builders/laws.ts';
import { refund } from '../../builders/refund.ts';

const DAY = 24 * 60 * 60;
const FIRST = 1_790_000_000;

/** A payment on a day of its own. */
const paid = (day: number, overrides: Partial<Charge> = {}): Charge =>
  charge({ id: `ch_${String(day)}`, created: FIRST + day * DAY, ...overrides });

const outOfBand = (overrides: Partial<Invoice> = {}): Invoice =>
  invoice({
    status: 'paid',
    amountPaidMinor: 2_000,
    amountRemainingMinor: 0,
    paidOn: FIRST + 9 * DAY,
    ...overrides,
  });

const usd = (minor: number): DealAmount => money(minor, 'usd');
const seen = { currency: 'hkd', customerPaid: money(1_634, 'jpy') };
const lost = dispute({
  status: 'lost',
  amountMinor: 700,
  balanceTransactions: [withdrawal({ amountMinor: -700 })],
});

test.each<
  [
    what: string,
    deal: DealAmount,
    charges: readonly Charge[],
    invoices: readonly Invoice[],
    value: DealCoverage['value'],
    outstanding: number | null,
    completedOnDay: number | null,
  ]
>([
  ['nothing came', usd(5_000), [], [], 'unpaid', 5_000, null],
  ['less came', usd(6_200), [paid(1)], [], 'partly_paid', 4_200, null],
  ['two payments complete it', usd(4_000), [paid(3), paid(1)], [], 'paid', 0, 3],
  ['more came than it is worth', usd(3_000), [paid(1), paid(2), paid(5)], [], 'overpaid', 0, 2],
  [
    'a part went back',
    usd(2_000),
    [paid(1, { refunds: [refund()] })],
    [],
    'partly_paid',
    500,
    null,
  ],
  ['a part was lost', usd(2_000), [paid(1, { disputes: [lost] })], [], 'partly_paid', 700, null],
  ['all is disputed', usd(2_000), [paid(1, { disputes: [dispute()] })], [], 'unpaid', 2_000, null],
  [
    'it is reserved, on its way or declined',
    usd(2_000),
    [authorization(), pendingDebit(), declined()],
    [],
    'unpaid',
    2_000,
    null,
  ],
  ['an invoice was paid outside Stripe', usd(2_000), [], [outOfBand()], 'paid', 0, 9],
  [
    'an invoice paid outside Stripe is the rest',
    usd(4_000),
    [paid(20)],
    [outOfBand()],
    'paid',
    0,
    20,
  ],
  [
    'another currency came beside',
    usd(4_000),
    [paid(1), paid(2, { currency: 'eur' })],
    [],
    'partly_paid',
    2_000,
    null,
  ],
  ['only another currency came', usd(4_000), [paid(1, { currency: 'eur' })], [], null, null, null],
  [
    'another currency came and went back',
    usd(4_000),
    [paid(1, { currency: 'eur', refunds: [refund({ currency: 'eur', amountMinor: 2_000 })] })],
    [],
    'unpaid',
    4_000,
    null,
  ],
  [
    'the customer saw and paid its currency',
    money(1_634, 'jpy'),
    [paid(1, seen)],
    [],
    'paid',
    0,
    1,
  ],
  [
    'a part of what the customer saw went back',
    money(1_634, 'jpy'),
    [paid(1, { ...seen, refunds: [refund({ currency: 'hkd' })] })],
    [],
    null,
    null,
    null,
  ],
  ['it has no amount', null, [paid(1)], [], null, null, null],
  [
    'its amount has more decimals than its currency',
    'not-comparable',
    [paid(1)],
    [],
    null,
    null,
    null,
  ],
  ['it is worth nothing and nothing came', usd(0), [], [], null, null, null],
  ['it is worth nothing and something came', usd(0), [paid(1)], [], 'overpaid', 0, 1],
  ['it is worth less than nothing', usd(-500), [paid(1)], [], null, null, null],
])('where %s', (_what, deal, charges, invoices, value, outstanding, day) => {
  const outside = outsideReceipts(invoices, { chargesOfInvoice: () => [] });
  const coverage = dealCoverage(deal, charges, outside);
  expect({
    value: coverage.value,
    outstanding: outstandingOf(coverage)?.minor ?? null,
    paidInFullOn: coverage.paidInFullOn,
  }).toEqual({
    value,
    outstanding,
    paidInFullOn: day === null ? null : FIRST + day * DAY,
  });
});

test('what came in other currencies is named, one amount each', () => {
  const charges = [
    paid(1),
    paid(2, { currency: 'eur' }),
    paid(3, { currency: 'eur' }),
    paid(4, { currency: 'gbp' }),
  ];
  expect(dealCoverage(usd(6_000), charges, []).others).toEqual([
    money(4_000, 'eur'),
    money(2_000, 'gbp'),
  ]);
});

describe('of any deal', () => {
  const someDeal = fc
    .tuple(fc.integer({ min: 1, max: 10_000_000 }), someCurrency)
    .map(([minor, currency]) => money(minor, currency));
  const ORDER = ['unpaid', 'partly_paid', 'paid', 'overpaid'];
  const rank = ({ value }: DealCoverage): number => ORDER.indexOf(value ?? '');

  test.prop([someDeal, someCharges])(
    'paid and outstanding are the amount, or nothing is outstanding',
    (deal, charges) => {
      const coverage = dealCoverage(deal, charges, []);
      const outstanding = outstandingOf(coverage);
      if (outstanding === null || coverage.paid === null) return;
      expect(outstanding.currency).toBe(deal.currency);
      expect(coverage.paid.minor + outstanding.minor).toBe(
        Math.max(deal.minor, coverage.paid.minor),
      );
      expect(outstanding.minor === 0).toBe(
        coverage.value === 'paid' || coverage.value === 'overpaid',
      );
      expect(coverage.paidInFullOn !== null).toBe(outstanding.minor === 0);
    },
  );

  test.prop([someDeal, someCharges, fc.integer({ min: 1, max: 5_000_000 })])(
    'one more payment in its currency never takes from what is paid',
    (deal, charges, more) => {
      const before = dealCoverage(deal, charges, []);
      const extra = charge({ id: 'ch_more', currency: deal.currency, amountMinor: more });
      const after = dealCoverage(deal, [...charges, extra], []);
      if (before.value === null || after.value === null) return;
      expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
      expect(after.paid?.minor).toBe((before.paid?.minor ?? 0) + more);
    },
  );

  test.prop([someDeal, someCharges, someAmount])(
    'payments in other currencies change nothing that is compared',
    (deal, charges, more) => {
      const own = charges.filter(
        ({ currency, disputes }) => currency === deal.currency && disputes.length === 0,
      );
      const before = dealCoverage(deal, own, []);
      const other = deal.currency === 'usd' ? 'eur' : 'usd';
      const extra = charge({ id: 'ch_more', currency: other, amountMinor: Math.abs(more) });
      const after = dealCoverage(deal, [...own, extra], []);
      if (before.value === null || before.value === 'unpaid') return;
      expect({ ...after, others: [] }).toEqual({ ...before, others: [] });
    },
  );

  test.prop([someDeal, someCharges])(
    'it is empty only where the two cannot be compared',
    (deal, charges) => {
      const plain = charges.map((each) => ({ ...each, customerPaid: null }));
      const { value, paid: inIts } = dealCoverage(deal, plain, []);
      const elsewhere = plain.filter(({ currency }) => currency !== deal.currency);
      if (value === null) expect(dealCoverage(deal, elsewhere, []).value).toBeNull();
      else expect(inIts?.currency).toBe(deal.currency);
    },
  );
});

describe('with tax in what was paid', () => {
  test.each([
    ['the amount is without tax', 2_000, 1_640, 'paid'],
    ['the amount is with tax', 2_000, 2_000, 'paid'],
    ['the amount is between the two', 2_000, 1_700, 'paid'],
    ['more than the amount and the tax was paid', 2_000, 1_639, 'overpaid'],
    ['less than the amount was paid', 2_000, 2_001, 'partly_paid'],
    ['the deal is worth nothing', 2_000, 0, 'overpaid'],
  ] as const)('%s', (_what, minor, amount, value) => {
    const charges = [paid(1, { amountMinor: minor, amountCapturedMinor: minor })];
    const coverage = dealCoverage(usd(amount), charges, [], [money(360, 'usd')]);
    expect(coverage.value).toBe(value);
    expect(outstandingOf(coverage)?.minor).toBe(Math.max(0, amount - minor));
  });

  test('an invoice that was paid outside Stripe brings its tax', () => {
    const receipt = { on: 2, amount: money(73_200, 'usd'), tax: money(13_200, 'usd') };
    const charges = [paid(1, { amountMinor: 40_000, amountCapturedMinor: 40_000 })];
    expect(dealCoverage(usd(100_000), charges, [receipt]).value).toBe('paid');
    expect(dealCoverage(usd(99_999), charges, [receipt]).value).toBe('overpaid');
    const untaxed = { ...receipt, tax: null };
    expect(dealCoverage(usd(100_000), charges, [untaxed]).value).toBe('overpaid');
  });

  test('the tax of another currency says nothing', () => {
    const coverage = dealCoverage(usd(1_640), [paid(1)], [], [money(360, 'eur')]);
    expect(coverage.value).toBe('overpaid');
  });
});
