import type { BalanceTransaction } from '@stripe-payments/core';
import { fc } from './laws.ts';

/** Zero, two and three decimals, one without a subunit, and one that no list knows. */
export const someCurrency = fc.constantFrom('usd', 'eur', 'jpy', 'kwd', 'isk', 'zzz');

/** What every peer gets wrong: amounts that are no amounts. */
export const noAmount = fc.constantFrom(
  NaN,
  Infinity,
  -Infinity,
  0.5,
  -0.25,
  19.99,
  2 ** 53,
  -(2 ** 53),
  1e300,
  Number.MIN_VALUE,
);

/** Everyday amounts and huge ones, small enough that a few hundred of them add up safely. */
export const someAmount = fc.oneof(
  fc.integer({ min: -100_000, max: 1_000_000 }),
  fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
  fc.constantFrom(0, 1, -1, 50, 99_999_999),
);

const someFee = fc.oneof(fc.integer({ min: -500, max: 50_000 }), fc.constant(0));

const someCategory = fc.constantFrom(
  'charge',
  'charge_failure',
  'partial_capture_reversal',
  'refund',
  'refund_failure',
  'dispute',
  'dispute_reversal',
  'fee',
  'a_category_of_next_year',
);

const someFeeDetails = fc.array(
  fc.record({
    type: fc.constantFrom(
      'stripe_fee',
      'application_fee',
      'tax',
      'payment_method_passthrough_fee',
      'withheld_tax',
      'a_fee_of_next_year',
    ),
    amountMinor: someFee,
  }),
  { maxLength: 3 },
);

export const someTime = fc.integer({ min: 1_600_000_000, max: 1_900_000_000 });

/** Balance transactions as Stripe writes them, and now and then one that breaks a rule of Stripe's. */
export const someBalanceTransaction: fc.Arbitrary<BalanceTransaction> = fc
  .record({
    id: fc.integer({ min: 0, max: 9_999 }).map((number) => `txn_${String(number)}`),
    reportingCategory: someCategory,
    amountMinor: someAmount,
    feeMinor: someFee,
    // Zero keeps Stripe's rule that net is amount less fee.
    netOff: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: someFee }),
    currency: someCurrency,
    details: fc.option(someFeeDetails, { nil: undefined }),
    exchangeRate: fc.constantFrom(null, 1.0942, 0.0067),
    created: someTime,
    availableOn: someTime,
  })
  .map(({ netOff, details, ...transaction }) => ({
    ...transaction,
    netMinor: transaction.amountMinor - transaction.feeMinor + netOff,
    feeDetails: details ?? [{ type: 'stripe_fee', amountMinor: transaction.feeMinor }],
  }));

/** Balance transactions of which no two share an id. */
export const someBalanceTransactions = fc.uniqueArray(someBalanceTransaction, {
  selector: ({ id }) => id,
  maxLength: 40,
});
