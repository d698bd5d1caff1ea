import type { Charge, Invoice, StripeObjects, Subscription } from '@stripe-payments/core';
import {
  matchObjects,
  LANGUAGES,
  mergeSummaries,
  propertyValues,
  recordRows,
  settlementByMonth,
  summarize,
  valueTextsIn,
} from '@stripe-payments/core';
import { expect } from 'vitest';
import { renamed, together } from '../builders/arbitrary-objects.ts';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge } from '../builders/charge.ts';
import { dispute, withdrawal } from '../builders/dispute.ts';
import { invoice } from '../builders/invoice.ts';
import { fc, test } from '../builders/laws.ts';
import { numbersIn } from '../builders/numbers-in.ts';
import { dealKnowledge } from '../builders/record-knowledge.ts';
import { refund } from '../builders/refund.ts';
import { stripeObjects } from '../builders/stripe-objects.ts';
import { price, subscription, subscriptionItem } from '../builders/subscription.ts';
import { NOW_SECONDS } from '../builders/summary.ts';

/**
 * Each currency's amounts are whole multiples of its scale and stay below the next one, so that a sum
 * across currencies shows: it has digits in two places.
 */
const SCALES = { gbp: 1, eur: 10_000, usd: 100_000_000 } as const;

type Code = keyof typeof SCALES;

const CODES = ['gbp', 'eur', 'usd'] as const;

/** The currencies whose digits an amount has. */
function currenciesIn(minor: number): readonly Code[] {
  return CODES.filter((code) => Math.floor(Math.abs(minor) / SCALES[code]) % 10_000 !== 0);
}

const someCode = fc.constantFrom(...CODES);
const someUnits = fc.integer({ min: 20, max: 90 });

const someCharge: fc.Arbitrary<Charge> = fc
  .record({
    paidIn: someCode,
    settledIn: someCode,
    units: someUnits,
    refundUnits: fc.nat(10),
    isDisputed: fc.boolean(),
    created: fc.integer({ min: 1_790_000_000, max: 1_795_000_000 }),
  })
  .map(({ paidIn, settledIn, units, refundUnits, isDisputed, created }) => {
    const paid = SCALES[paidIn];
    const settled = SCALES[settledIn];
    const id = [paidIn, settledIn, units, refundUnits, isDisputed, created].join('');
    const taken = { currency: settledIn, amountMinor: -5 * settled, feeMinor: 2 * settled };
    return charge({
      id: `ch_${id}`,
      created,
      currency: paidIn,
      amountMinor: units * paid,
      balanceTransaction: balanceTransaction({
        id: `txn_${id}`,
        currency: settledIn,
        amountMinor: units * settled,
        feeMinor: settled,
        exchangeRate: settled / paid,
      }),
      refunds:
        refundUnits === 0
          ? []
          : [
              refund({
                id: `re_${id}`,
                amountMinor: refundUnits * paid,
                currency: paidIn,
                balanceTransaction: balanceTransaction({
                  id: `txn_re_${id}`,
                  reportingCategory: 'refund',
                  currency: settledIn,
                  amountMinor: -refundUnits * settled,
                  feeMinor: 0,
                }),
              }),
            ],
      disputes: isDisputed
        ? [
            dispute({
              amountMinor: 5 * paid,
              currency: paidIn,
              balanceTransactions: [
                withdrawal({ id: `txn_dp_${id}`, ...taken, netMinor: -7 * settled }),
              ],
            }),
          ]
        : [],
    });
  });

const someInvoice: fc.Arbitrary<Invoice> = fc
  .record({ code: someCode, units: someUnits, isLate: fc.boolean() })
  .map(({ code, units, isLate }) =>
    invoice({
      id: `in_${code}${String(units)}`,
      currency: code,
      totalMinor: units * SCALES[code],
      dueDate: isLate ? 1 : null,
    }),
  );

const someSubscription: fc.Arbitrary<Subscription> = fc
  .record({ code: someCode, units: someUnits })
  .map(({ code, units }) =>
    subscription({
      id: `sub_${code}${String(units)}`,
      currency: code,
      items: [
        subscriptionItem({
          price: price({ currency: code, unitAmountDecimal: String(units * SCALES[code]) }),
        }),
      ],
    }),
  );

const mixedObjects: fc.Arbitrary<StripeObjects> = fc
  .record({
    charges: fc.array(someCharge, { minLength: 1, maxLength: 5 }),
    invoices: fc.array(someInvoice, { maxLength: 4 }),
    subscriptions: fc.array(someSubscription, { maxLength: 4 }),
  })
  .map(stripeObjects);

const isAmount = (path: string): boolean => /(?:[mM]inor|\.(?:dispute|tax|processing))$/.test(path);

/** Amounts of any value of plain objects that have digits of two currencies. */
function crossSums(value: unknown): readonly string[] {
  return numbersIn(value)
    .filter(([path, number]) => isAmount(path) && currenciesIn(number).length > 1)
    .map(([path, number]) => `${path} is ${String(number)}`);
}

/** Amounts that the text of a property has, in minor units. */
function amountsIn(text: string): readonly number[] {
  return [...text.matchAll(/-?\d+\.\d\d\b/g)].map(([amount]) => Math.round(Number(amount) * 100));
}

test('a sum of two currencies is recognised', () => {
  expect(crossSums({ minor: 20 * SCALES.eur + 30 * SCALES.usd })).toHaveLength(1);
  expect(crossSums({ minor: -400 * SCALES.eur })).toEqual([]);
});

test.prop([mixedObjects, mixedObjects])(
  'no figure of a summary, a merged summary, a row or a month is a sum across currencies',
  (left, right) => {
    const knowledge = dealKnowledge();
    const [first, second] = [renamed(left, 'a'), renamed(right, 'b')];
    const attribution = matchObjects(together(first, second), knowledge);
    const rows = recordRows(attribution, knowledge, NOW_SECONDS);
    const parts = [first, second].map((part) =>
      summarize(matchObjects(part, knowledge), NOW_SECONDS),
    );
    expect(crossSums(summarize(attribution, NOW_SECONDS))).toEqual([]);
    expect(crossSums(parts.reduce(mergeSummaries))).toEqual([]);
    expect(crossSums(rows)).toEqual([]);
    expect(crossSums(settlementByMonth(rows.payments, 'UTC'))).toEqual([]);
  },
);

test.prop([mixedObjects, fc.constantFrom(...LANGUAGES)])(
  'no property is a sum across currencies, and each line has its own currency alone',
  (objects, language) => {
    const summary = summarize(matchObjects(objects, dealKnowledge()), NOW_SECONDS);
    const facts = { mode: 'test', asOfMs: 1_795_367_109_000, timeZone: 'UTC' } as const;
    const { stripe_amounts_by_currency: lines = '', ...values } = propertyValues(
      summary,
      facts,
      valueTextsIn(language),
    );
    for (const [name, value] of Object.entries(values)) {
      if (name === 'stripe_fee_rate') continue;
      for (const minor of amountsIn(value)) {
        const code = /gross|fee|net/.test(name)
          ? values.stripe_settlement_currency
          : values.stripe_currency;
        if (minor !== 0) expect([name, currenciesIn(minor)]).toEqual([name, [code?.toLowerCase()]]);
      }
    }
    for (const line of lines.split('\n')) {
      for (const minor of amountsIn(line)) {
        if (minor !== 0) expect(currenciesIn(minor)).toEqual([line.slice(0, 3).toLowerCase()]);
      }
    }
  },
);
