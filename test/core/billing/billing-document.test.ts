import type { StripeObjects } from '@stripe-payments/core';
import { billingDocumentOf, lineName, taxOfPayment } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { relationsOf } from '../../../src/app/packages/core/src/matching/relations.ts';
import { charge } from '../../builders/charge.ts';
import { checkout } from '../../builders/checkout.ts';
import { invoice, invoicePayment } from '../../builders/invoice.ts';
import { stripeObjects } from '../../builders/stripe-objects.ts';

const documentOf = (objects: Partial<StripeObjects>, paid = charge()) =>
  billingDocumentOf(paid, relationsOf(stripeObjects({ charges: [paid], ...objects })));

const TAXED = { taxMinor: 361, payments: [invoicePayment('ch_1')] };

test('the invoice that it paid states its number, products and tax', () => {
  const lines = ['Seat', 'Seat', ' ', null].map((description) => ({
    description,
    productName: null,
    amountMinor: 500,
    quantity: 1,
  }));
  expect(documentOf({ invoices: [invoice({ ...TAXED, lines })] })).toEqual({
    currency: 'usd',
    totalMinor: 2_000,
    taxMinor: 361,
    paidBeforeMinor: 0,
    invoiceNumber: 'INV-1',
    products: ['Seat'],
  });
});

test('a subscription’s line names its product, not how many and how much', () => {
  const line = {
    description: '2 × Gold (at 29.99 USD / month)',
    productName: 'Gold',
    amountMinor: 5_998,
    quantity: 2,
  };
  expect(documentOf({ invoices: [invoice({ ...TAXED, lines: [line] })] })?.products).toEqual([
    'Gold',
  ]);
});

test.each([
  ['2 × Gold (at $29.99 / month)', '2 × Gold'],
  ['1 × Winter storage (at 29.00 USD / 3 months)', '1 × Winter storage'],
  ['Gold (at the pier)', 'Gold (at the pier)'],
  ['Hours (at $90.00 / hour) in May', 'Hours (at $90.00 / hour) in May'],
])('the line %o bills for %o', (description, name) => {
  expect(lineName(description)).toBe(name);
  const line = { description, productName: null, amountMinor: 2_000, quantity: 1 };
  expect(documentOf({ invoices: [invoice({ ...TAXED, lines: [line] })] })?.products).toEqual([
    name,
  ]);
});

test('products are not named in part', () => {
  const cut = invoice({ ...TAXED, hasMoreLines: true });
  expect(documentOf({ invoices: [cut] })?.products).toEqual([]);
});

test('a checkout session states the tax and products of a payment without an invoice', () => {
  const products = ['Mug', 'Poster', 'Mug'];
  expect(documentOf({ checkouts: [checkout({ taxMinor: 361, products })] })).toMatchObject({
    totalMinor: 2_000,
    taxMinor: 361,
    invoiceNumber: null,
    products: ['Mug', 'Poster'],
  });
});

test.each<[string, Partial<StripeObjects>]>([
  ['none', {}],
  [
    'an invoice that it only tried to pay',
    {
      invoices: [invoice({ payments: [{ ...invoicePayment('ch_1'), status: 'open' }] })],
    },
  ],
  [
    'an invoice of which it paid a part beside something else',
    {
      invoices: [invoice({ payments: [invoicePayment('ch_1', 1_500)] })],
    },
  ],
  ['two invoices', { invoices: [invoice(TAXED), invoice({ ...TAXED, id: 'in_2' })] }],
  ['two sessions', { checkouts: [checkout(), checkout({ id: 'cs_2' })] }],
])('%s is no document to be a part of', (_case, objects) => {
  expect(documentOf(objects)).toBeNull();
});

test('the payments of one invoice share its tax, whichever is asked first', () => {
  const charges = [700, 301, 999].map((amountMinor, index) =>
    charge({ id: `ch_${String(index)}`, amountMinor }),
  );
  const payments = charges
    .map(({ id, amountMinor }) => invoicePayment(id, amountMinor))
    .toReversed();
  const invoices = [invoice({ totalMinor: 2_000, taxMinor: 361, payments })];
  const shares = charges.map((each) => {
    const document = documentOf({ charges, invoices }, each);
    return document === null ? undefined : taxOfPayment(document, each.amountMinor)?.minor;
  });
  expect(shares).toEqual([126, 55, 180]);
});
