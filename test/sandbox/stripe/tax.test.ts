import { expect, test } from 'vitest';
import { mapCheckout } from '../../../src/app/packages/sync/src/stripe/checkouts.ts';
import { mapInvoice } from '../../../src/app/packages/sync/src/stripe/invoices.ts';
import { aCustomer } from './billing-builders.ts';
import { startSandbox } from './start-sandbox.ts';

const INCLUDED = { percentage: 22, isInclusive: true };
const NOTHING_READ = { payments: [], productNames: new Map<string, string>() };
const ON_TOP = { percentage: 10, isInclusive: false };

test('exclusive tax comes on top of the lines and is charged, inclusive tax is in them', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const lines = [{ amount: 1_000 }, { amount: 333 }];
  const { id } = world.createInvoice({ customer, lines, taxRates: [INCLUDED, ON_TOP] });
  world.finalizeInvoice(id);
  const { payment } = world.payInvoice(id);
  // 180 + 60 included; 10 percent of the 820 and 273 that are left.
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    subtotal: 1_333,
    subtotal_excluding_tax: 1_093,
    total: 1_442,
    total_excluding_tax: 1_093,
    total_taxes: [
      { amount: 240, tax_behavior: 'inclusive', taxable_amount: 1_093 },
      { amount: 109, tax_behavior: 'exclusive', taxable_amount: 1_093 },
    ],
    lines: { data: [{ taxes: [{ amount: 180 }, { amount: 82 }] }, { taxes: [{}, {}] }] },
  });
  expect(payment.charge.amount).toBe(1_442);
});

test('tax is on what discounts leave', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const coupon = world.createCoupon({ percentOff: 50 }).id;
  const { id } = world.createInvoice({
    customer,
    lines: [{ amount: 1_000 }],
    discounts: [coupon],
    taxRates: [ON_TOP],
  });
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    total: 550,
    total_taxes: [{ amount: 50 }],
  });
});

test('a session tells the tax in its amount, and its items theirs', async () => {
  const { stripe, world } = await startSandbox();
  const guest = { email: 'grace@acme.com', name: 'Grace' };
  const { session, payment } = world.completeCheckout({ guest, amount: 1_000, taxRates: [ON_TOP] });
  const expand = ['line_items'];
  const got = await stripe.checkout.sessions.retrieve(session.id, { expand });
  expect(got).toMatchObject({
    amount_subtotal: 1_000,
    amount_total: 1_100,
    total_details: { amount_tax: 100 },
    line_items: { data: [{ amount_tax: 100, amount_total: 1_100 }] },
  });
  expect(payment?.charge.amount).toBe(1_100);
  expect(mapCheckout(got, [])).toMatchObject({ amountMinor: 1_100, taxMinor: 100 });
});

test('the adapter reads what is stated, and null where nothing is', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const taxOf = async (taxRates: readonly (typeof INCLUDED)[]) => {
    const { id } = world.createInvoice({ customer, lines: [{ amount: 1_000 }], taxRates });
    return mapInvoice(await stripe.invoices.retrieve(id), NOTHING_READ, []).taxMinor;
  };
  expect(await taxOf([])).toBeNull();
  expect(await taxOf([INCLUDED, ON_TOP])).toBe(262);
  // An exempt sale states a tax of nothing.
  expect(await taxOf([{ percentage: 0, isInclusive: false }])).toBe(0);
  const { session } = world.completeCheckout({ customer, amount: 1_000 });
  expect(mapCheckout(await stripe.checkout.sessions.retrieve(session.id), []).taxMinor).toBeNull();
});
