import type { BillingDocument, Charge, Currency } from '@stripe-payments/core';
import { fromDecimal, ledgerOf, paymentRecordValues, taxOfPayment } from '@stripe-payments/core';
import { valueTextsIn } from '@stripe-payments/core';
import { expect } from 'vitest';
import { someCharges } from '../../builders/arbitraries.ts';
import { fc, test } from '../../builders/laws.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';
import { billingDocument, paymentFacts, READ } from './facts.ts';

const TEXTS = valueTextsIn('en');
const valuesOf = (charge: Charge, document: BillingDocument | null = null) =>
  paymentRecordValues(paymentFacts({ charge, document }), READ, TEXTS);

const minorOf = (text: string, currency: Currency): number => {
  const amount = fromDecimal(text, currency);
  if (amount === undefined) expect.fail(`${text} is no amount in ${currency}`);
  return amount.minor;
};

/** Payments whose record has settled figures: final, in one settlement currency. */
const isSettled = (charge: Charge): boolean => (valuesOf(charge)?.stripe_net_amount ?? '') !== '';

const SETTLED = [
  ['stripe_gross_amount', 'grossMinor'],
  ['stripe_settled_refunds', 'refundedMinor'],
  ['stripe_settled_disputes', 'disputedMinor'],
  ['stripe_net_amount', 'netMinor'],
] as const;

test.prop([someCharges])(
  'the records of payments add up to what a deal with them has, per currency, to the cent',
  (charges) => {
    const settled = charges.filter(isSettled);
    const sums = new Map<string, number>();
    for (const charge of settled) {
      const values = valuesOf(charge);
      if (values === undefined) continue;
      const currency = values.stripe_settlement_currency.toLowerCase();
      for (const [name] of SETTLED) {
        const key = `${name}/${currency}`;
        sums.set(key, (sums.get(key) ?? 0) + minorOf(values[name], currency));
      }
    }
    for (const totals of ledgerOf(settled, NOW_SECONDS).settlement) {
      for (const [name, field] of SETTLED) {
        // A currency that one record leaves out has nothing in it.
        expect(sums.get(`${name}/${totals.currency}`) ?? 0).toBe(totals[field]);
      }
    }
  },
);

test.prop([someCharges])(
  'the kinds of fee are all fees, and gross less refunds, disputes and fees is net',
  (charges) => {
    for (const charge of charges.filter(isSettled)) {
      const values = valuesOf(charge);
      if (values === undefined) continue;
      const currency = values.stripe_settlement_currency.toLowerCase();
      const minor = (name: keyof typeof values): number => minorOf(values[name] ?? '', currency);
      const fees = [
        minor('stripe_processing_fee'),
        minor('stripe_fee_tax'),
        minor('stripe_application_fee'),
        minor('stripe_passthrough_fee'),
        minor('stripe_dispute_fee'),
        minor('stripe_other_fee'),
      ].reduce((sum, each) => sum + each, 0);
      expect(fees).toBe(minor('stripe_fee_amount'));
      const [totals] = ledgerOf([charge], NOW_SECONDS).settlement.filter(
        (each) => each.currency === currency,
      );
      const rest =
        minor('stripe_gross_amount') -
        minor('stripe_settled_refunds') -
        minor('stripe_settled_disputes') -
        fees;
      expect(rest + (totals?.otherMinor ?? 0)).toBe(minor('stripe_net_amount'));
    }
  },
);

test.prop([
  fc.integer({ min: 1, max: 9_999_999 }),
  fc.integer({ min: 0, max: 9_999_999 }),
  fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 1, maxLength: 12 }),
])('the payments of one document share its tax to the cent', (extraMinor, wantedTax, parts) => {
  const totalMinor = parts.reduce((sum, part) => sum + part, 0);
  const taxMinor = Math.min(wantedTax + extraMinor, totalMinor);
  let paidBeforeMinor = 0;
  let shared = 0;
  for (const part of parts) {
    const document = billingDocument({ totalMinor, taxMinor, paidBeforeMinor });
    shared += taxOfPayment(document, part)?.minor ?? 0;
    paidBeforeMinor += part;
  }
  expect(shared).toBe(taxMinor);
});

test.prop([someCharges, fc.integer({ min: 0, max: 5_000_000 })])(
  'tax and the rest of it are all of what was kept, in both currencies',
  (charges, taxMinor) => {
    for (const charge of charges) {
      const { currency, amountCapturedMinor: totalMinor } = charge;
      const values = valuesOf(
        charge,
        billingDocument({ currency, totalMinor, taxMinor: Math.min(taxMinor, totalMinor) }),
      );
      if (values === undefined || values.stripe_tax_amount === '') continue;
      const minor = (name: keyof typeof values): number => minorOf(values[name] ?? '', currency);
      expect(minor('stripe_tax_amount') + minor('stripe_paid_after_tax')).toBe(
        minor('stripe_amount_paid') -
          minor('stripe_amount_refunded') -
          minor('stripe_amount_disputed'),
      );
      if (values.stripe_net_after_tax === '') continue;
      const settlement = values.stripe_settlement_currency.toLowerCase();
      expect(
        minorOf(values.stripe_net_after_tax, settlement) +
          minorOf(values.stripe_settled_tax, settlement),
      ).toBe(minorOf(values.stripe_net_amount, settlement));
    }
  },
);
