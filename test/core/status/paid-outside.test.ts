import type { Charge, Invoice } from '@stripe-payments/core';
import { money, outsideReceipts } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { relationsOf } from '../../../src/app/packages/core/src/matching/relations.ts';
import { NO_STRIPE_OBJECTS } from '../../../src/app/packages/core/src/payment/stripe-objects.ts';
import { charge } from '../../builders/charge.ts';
import { invoice, invoicePayment } from '../../builders/invoice.ts';
import { refund } from '../../builders/refund.ts';

/** A paid invoice; its id says its place in time. */
const paid = (id: number, totalMinor: number, overrides: Partial<Invoice> = {}): Invoice =>
  invoice({
    id: `in_${String(id)}`,
    created: id,
    status: 'paid',
    totalMinor,
    amountRemainingMinor: 0,
    ...overrides,
  });

const byCard = (id: number, totalMinor: number, overrides: Partial<Invoice> = {}): Invoice =>
  paid(id, totalMinor, {
    payments: [invoicePayment(`ch_${String(id)}`, totalMinor)],
    ...overrides,
  });

const fromCredit = { startingBalanceMinor: -3_000, endingBalanceMinor: 0 };
const downgrade = paid(2, -3_000, { endingBalanceMinor: -3_000 });
const upgrade = paid(3, 7_000, { ...fromCredit, payments: [invoicePayment('ch_3', 4_000)] });
const refunded = charge({
  id: 'ch_1',
  paymentIntentId: 'pi_of_ch_1',
  amountRefundedMinor: 2_000,
  refunds: [refund({ amountMinor: 2_000 })],
});

test.each<[string, readonly Invoice[], readonly Charge[], number]>([
  ['counts credit that came from elsewhere', [upgrade], [], 3_000],
  [
    'counts credit from a downgrade with its payment',
    [byCard(1, 10_000), downgrade, upgrade],
    [],
    0,
  ],
  [
    'counts credit of another customer',
    [{ ...downgrade, customerId: 'cus_2' }, upgrade],
    [],
    3_000,
  ],
  ['keeps a payment beside credit that is not used yet', [paid(1, 10_000), downgrade], [], 10_000],
  [
    'counts the part of the credit that is more',
    [{ ...downgrade, endingBalanceMinor: -1_000 }, upgrade],
    [],
    2_000,
  ],
  [
    'counts credit from a credit note with its payment',
    [byCard(1, 3_000, { creditedMinor: 3_000 }), paid(2, 3_000, fromCredit)],
    [],
    0,
  ],
  [
    'takes a credit note that was refunded for no credit',
    [byCard(1, 2_000, { creditedMinor: 2_000 }), paid(2, 3_000, fromCredit)],
    [refunded],
    3_000,
  ],
  ['counts nothing that was given back outside', [paid(1, 5_000, { creditedMinor: 5_000 })], [], 0],
  [
    'counts the rest of a part given back outside',
    [paid(1, 5_000, { creditedMinor: 2_000 })],
    [],
    3_000,
  ],
  [
    'counts nothing of a debt that the next invoice asks for',
    [
      paid(1, 20, { endingBalanceMinor: 20 }),
      byCard(2, 5_000, { startingBalanceMinor: 20, payments: [invoicePayment('ch_2', 5_020)] }),
    ],
    [],
    0,
  ],
  [
    'takes all for out of band where the balance is unknown',
    [{ ...upgrade, endingBalanceMinor: null }],
    [],
    3_000,
  ],
])('%s', (_what, invoices, charges, expected) => {
  const relations = relationsOf({ ...NO_STRIPE_OBJECTS, invoices, charges });
  for (const order of [invoices, invoices.toReversed()]) {
    const receipts = outsideReceipts(order, relations);
    expect(receipts.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(expected);
    expect(receipts.every(({ amount }) => amount.currency === money(0, 'usd').currency)).toBe(true);
  }
});

test('credit that an earlier invoice used is the first that counts with its payment', () => {
  const first = paid(3, 1_000, { startingBalanceMinor: -2_000, endingBalanceMinor: -1_000 });
  const second = paid(4, 1_000, { startingBalanceMinor: -1_000, endingBalanceMinor: 0 });
  const granted = paid(1, -1_000, { endingBalanceMinor: -1_000 });
  const receipts = outsideReceipts([second, granted, first], relationsOf(NO_STRIPE_OBJECTS));
  expect(receipts).toEqual([{ on: 4, amount: money(1_000, 'usd'), tax: null }]);
});

test.each([
  ['all of it', 0, 73_200, 13_200],
  ['the half that credit paid', 36_600, 36_600, 6_600],
])('tax of an invoice is in %s', (_what, byStripe, minor, tax) => {
  const payments = byStripe === 0 ? [] : [invoicePayment('ch_1', byStripe)];
  const document = paid(1, 73_200, { taxMinor: 13_200, payments });
  expect(outsideReceipts([document], relationsOf(NO_STRIPE_OBJECTS))).toEqual([
    { on: 1, amount: money(minor, 'usd'), tax: money(tax, 'usd') },
  ]);
});
