import type { Charge, Invoice, PropertyValues, RecordSummary } from '@stripe-payments/core';
import {
  billingDocumentOf,
  fromDecimal,
  isCapturedPayment,
  mergeSummaries,
  paymentRecordValues,
  propertyValues,
  valueTextsIn,
} from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { someCharges } from '../../builders/arbitraries.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge } from '../../builders/charge.ts';
import { invoice, invoicePayment } from '../../builders/invoice.ts';
import { fc, test } from '../../builders/laws.ts';
import { refund } from '../../builders/refund.ts';
import { summaryOfObjects } from '../../builders/summary.ts';
import { relationsOf } from '../../../src/app/packages/core/src/matching/relations.ts';
import { stripeObjects } from '../../builders/stripe-objects.ts';
import { paymentFacts, READ } from '../payment-records/facts.ts';

const NAMES = [
  'stripe_products',
  'stripe_tax_amount',
  'stripe_net_after_tax',
  'stripe_tax_basis',
] as const;

const valuesOf = (summary: RecordSummary): PropertyValues =>
  propertyValues(summary, { mode: 'test', asOfMs: 0, timeZone: 'UTC' });

const summaryWith = (charges: readonly Charge[], invoices: readonly Invoice[]): RecordSummary =>
  summaryOfObjects({ charges, invoices });

const billedOf = (
  charges: readonly Charge[],
  invoices: readonly Invoice[],
): readonly (string | undefined)[] => {
  const values = valuesOf(summaryWith(charges, invoices));
  return NAMES.map((name) => values[name]);
};

/** What the charge paid, whole. */
function paidInvoice(paying: Charge, overrides: Partial<Invoice> = {}): Invoice {
  const { currency, amountCapturedMinor } = paying;
  return invoice({
    id: `in_${paying.id}`,
    status: 'paid',
    currency,
    totalMinor: amountCapturedMinor,
    amountPaidMinor: amountCapturedMinor,
    payments: [
      {
        ...invoicePayment(paying.id, amountCapturedMinor),
        chargeId: paying.id,
        paymentIntentId: null,
      },
    ],
    ...overrides,
  });
}

const line = (productName: string) => ({
  description: null,
  productName,
  amountMinor: 1,
  quantity: 1,
});

/** 20.00 USD, less 0.88 of fees. */
const paid = (id: string, overrides: Partial<Charge> = {}): Charge =>
  charge({ id, balanceTransaction: balanceTransaction({ id: `txn_${id}` }), ...overrides });

describe('what a record has been billed for', () => {
  const first = paid('ch_1');
  const second = paid('ch_2');

  test('is every product once, in the same order for any order of payments', () => {
    const invoices = [
      paidInvoice(first, { lines: [line('Seat'), line('Add-on')] }),
      paidInvoice(second, { lines: [line('Seat'), line('Setup')] }),
    ];
    expect(billedOf([first, second], invoices)[0]).toBe('Add-on\nSeat\nSetup');
    expect(billedOf([second, first], invoices.toReversed())[0]).toBe('Add-on\nSeat\nSetup');
  });

  test('is empty where one document has more lines than were read', () => {
    const invoices = [
      paidInvoice(first, { lines: [line('Seat')] }),
      paidInvoice(second, { lines: [line('Setup')], hasMoreLines: true }),
    ];
    expect(billedOf([first, second], invoices)[0]).toBe('');
  });

  test('are fifty names at most, and a mark where there are more', () => {
    const lines = Array.from({ length: 51 }, (_, index) => line(`P${String(index + 10)}`));
    const names = billedOf([first], [paidInvoice(first, { lines })])[0]?.split('\n');
    expect(names).toHaveLength(51);
    expect(names?.slice(-2)).toEqual(['P59', '…']);
  });

  test('is nothing where a payment did not succeed', () => {
    const failed = paid('ch_1', { status: 'failed', captured: false, amountCapturedMinor: 0 });
    expect(billedOf([failed], [paidInvoice(failed, { taxMinor: 100 })])).toEqual(['', '', '', '']);
  });
});

describe('the tax of a record', () => {
  const first = paid('ch_1');
  const second = paid('ch_2');
  const taxed = (each: Charge): Invoice =>
    paidInvoice(each, { taxMinor: 361, lines: [line('Seat')] });

  test('is what the documents state, and net after tax what is left', () => {
    const net = valuesOf(summaryWith([first, second], [])).stripe_net_amount;
    const left = (fromDecimal(net ?? '', 'usd')?.minor ?? 0) - 722;
    expect(billedOf([first, second], [taxed(first), taxed(second)])).toEqual([
      'Seat',
      '7.22',
      (left / 100).toFixed(2),
      'stated',
    ]);
  });

  test('is empty where one payment has no document', () => {
    expect(billedOf([first, second], [taxed(first)])).toEqual(['Seat', '', '', '']);
  });

  test('is in proportion where a part was refunded', () => {
    const half = paid('ch_1', { refunds: [refund({ amountMinor: 1_000 })] });
    const [, tax, , basis] = billedOf([half], [taxed(half)]);
    expect([tax, basis]).toEqual(['1.81', 'proportional']);
  });

  test('is in proportion where the payment was converted', () => {
    const settled = balanceTransaction({
      currency: 'eur',
      exchangeRate: 0.9,
      amountMinor: 1_800,
      feeMinor: 80,
      netMinor: 1_720,
    });
    const converted = paid('ch_1', { balanceTransaction: settled });
    expect(billedOf([converted], [taxed(converted)])).toEqual([
      'Seat',
      '3.61',
      '13.95',
      'proportional',
    ]);
  });

  test('has no net while a fee is pending', () => {
    const pending = paid('ch_1', { balanceTransaction: null });
    expect(billedOf([pending], [taxed(pending)])).toEqual(['Seat', '3.61', '', 'stated']);
  });
});

/** Payments, each with an invoice or none, which states a tax or none. */
const someBilled = fc
  .tuple(
    someCharges,
    fc.array(fc.option(fc.nat(3_000)), { minLength: 8, maxLength: 8 }),
    fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  )
  .map(([charges, taxes, have]) => ({
    charges,
    invoices: charges.flatMap((each, index) =>
      have[index] === true
        ? []
        : [
            paidInvoice(each, {
              taxMinor: taxes[index] ?? null,
              lines: [line(`P${String(index % 3)}`)],
            }),
          ],
    ),
  }));

test.prop([someBilled])(
  'what the records of payments have adds up to what their deal has',
  ({ charges, invoices }) => {
    const values = valuesOf(summaryWith(charges, invoices));
    const relations = relationsOf(stripeObjects({ charges, invoices }));
    const records = charges
      .filter(isCapturedPayment)
      .map((each) =>
        paymentRecordValues(
          paymentFacts({ charge: each, document: billingDocumentOf(each, relations) }),
          READ,
          valueTextsIn('en'),
        ),
      );
    const isKnown = records.every(
      (record) => record !== undefined && record.stripe_tax_amount !== '',
    );
    if (!isKnown) {
      expect([
        values.stripe_tax_amount,
        values.stripe_net_after_tax,
        values.stripe_tax_basis,
      ]).toEqual(['', '', '']);
      return;
    }
    const sum = (name: 'stripe_tax_amount' | 'stripe_settled_tax', currency: string): number =>
      records.reduce(
        (total, record) => total + (fromDecimal(record?.[name] ?? '', currency)?.minor ?? 0),
        0,
      );
    const currency = values.stripe_currency?.toLowerCase() ?? '';
    if (values.stripe_tax_amount !== '') {
      expect(fromDecimal(values.stripe_tax_amount ?? '', currency)?.minor).toBe(
        sum('stripe_tax_amount', currency),
      );
    }
    const settlement = values.stripe_settlement_currency?.toLowerCase() ?? '';
    if (values.stripe_net_after_tax !== '') {
      const net = fromDecimal(values.stripe_net_amount ?? '', settlement)?.minor ?? Number.NaN;
      expect(fromDecimal(values.stripe_net_after_tax ?? '', settlement)?.minor).toBe(
        net - sum('stripe_settled_tax', settlement),
      );
    }
  },
);

test.prop([someBilled, fc.nat(8)])(
  'parts in any order make the same as all at once',
  ({ charges, invoices }, cut) => {
    const whole = summaryWith(charges, invoices);
    expect(summaryWith(charges.toReversed(), invoices.toReversed()).billed).toEqual(whole.billed);
    const left = summaryWith(charges.slice(0, cut), invoices);
    const right = summaryWith(charges.slice(cut), invoices);
    expect(mergeSummaries(left, right).billed).toEqual(whole.billed);
    expect(mergeSummaries(right, left).billed).toEqual(whole.billed);
  },
);
