import { expect, test } from 'vitest';
import { WorldRefusal } from '../../../sandbox/stripe/world/context.ts';
import { aCustomer, anOpenInvoice, aPrice } from './billing-builders.ts';
import { NOW, startSandbox } from './start-sandbox.ts';

const nowMs = Date.parse(NOW);

test('a draft has no number and URLs; the open invoice has them', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const { id } = world.createInvoice({ customer, lines: [{ amount: 10_000 }] });
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    status: 'draft',
    number: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    effective_at: null,
  });
  world.finalizeInvoice(id);
  const open = await stripe.invoices.retrieve(id);
  expect(open).toMatchObject({
    status: 'open',
    amount_due: 10_000,
    amount_remaining: 10_000,
    amount_paid: 0,
    collection_method: 'charge_automatically',
    status_transitions: { finalized_at: nowMs / 1000, paid_at: null },
  });
  expect(open.number).toMatch(/^[0-9A-Z]{8}-0001$/);
  expect(open.hosted_invoice_url).toMatch(/^https:\/\/invoice\.stripe\.com\/i\/test_/);
  expect(open.invoice_pdf).toMatch(/\/pdf\?s=ap$/);
  for (const gone of ['charge', 'payment_intent', 'paid', 'subscription', 'discount', 'tax']) {
    expect(open).not.toHaveProperty(gone);
  }
});

test('numbers count up per customer', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const ids = [anOpenInvoice(world, customer), anOpenInvoice(world, customer)];
  const numbers = await Promise.all(
    ids.map(async (id) => (await stripe.invoices.retrieve(id)).number?.slice(-5)),
  );
  expect(numbers).toEqual(['-0001', '-0002']);
});

test('paying creates a charge with a fee, and copies no metadata', async () => {
  const { stripe, world } = await startSandbox();
  const id = anOpenInvoice(world);
  const { payment } = world.payInvoice(id);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    status: 'paid',
    amount_paid: 10_000,
    amount_remaining: 0,
    metadata: { hubspot_deal_id: '9001' },
    status_transitions: { paid_at: nowMs / 1000 },
  });
  world.settleFee(payment.charge.id);
  const charge = await stripe.charges.retrieve(payment.charge.id, {
    expand: ['balance_transaction'],
  });
  expect(charge).toMatchObject({
    description: 'Payment for Invoice',
    balance_transaction: { fee: 320, net: 9680 },
  });
  expect(charge.metadata).toEqual({});
  const intent = await stripe.paymentIntents.retrieve(payment.paymentIntent.id);
  expect(intent.metadata).toEqual({});
});

test('a failed attempt counts, and the next one pays the same PaymentIntent', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const { id } = world.createInvoice({ customer, lines: [{ amount: 10_000 }] });
  world.finalizeInvoice(id);
  const failed = world.failInvoicePayment(id);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'open', attempt_count: 1 });
  expect((await stripe.customers.list()).data[0]?.delinquent).toBe(true);
  const paid = world.payInvoice(id);
  expect(paid.payment.paymentIntent.id).toBe(failed.payment.paymentIntent.id);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid', attempt_count: 2 });
  const charges = await stripe.charges.list({ payment_intent: paid.payment.paymentIntent.id });
  expect(charges.data.map((charge) => charge.status)).toEqual(['succeeded', 'failed']);
});

test('voided and uncollectible invoices keep what was due', async () => {
  const { stripe, world } = await startSandbox();
  const [voided, given] = [anOpenInvoice(world), anOpenInvoice(world)];
  world.voidInvoice(voided);
  world.markUncollectible(given);
  expect(await stripe.invoices.retrieve(voided, { expand: ['payments'] })).toMatchObject({
    status: 'void',
    amount_due: 10_000,
    status_transitions: { voided_at: nowMs / 1000 },
    payments: { data: [{ status: 'canceled' }] },
  });
  expect((await stripe.invoices.retrieve(given)).status).toBe('uncollectible');
  const [canceled] = (await stripe.paymentIntents.list()).data.filter(
    (intent) => intent.status === 'canceled',
  );
  expect(canceled?.cancellation_reason).toBe('void_invoice');
  expect(() => world.payInvoice(voided)).toThrow(WorldRefusal);
  expect(world.payInvoice(given).invoice.status).toBe('paid');
});

test('each step of its life is an event', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const { id } = world.createInvoice({ customer, lines: [{ amount: 10_000 }] });
  world.finalizeInvoice(id);
  world.failInvoicePayment(id);
  world.markUncollectible(id);
  world.payInvoice(id);
  world.voidInvoice(anOpenInvoice(world, customer));
  const { data } = await stripe.events.list({ type: 'invoice*', limit: 100 });
  expect(data.map((event) => event.type).toReversed()).toEqual([
    'invoice.created',
    'invoice.finalized',
    'invoice.payment_failed',
    'invoice.marked_uncollectible',
    'invoice_payment.paid',
    'invoice.paid',
    'invoice.payment_succeeded',
    'invoice.created',
    'invoice.finalized',
    'invoice.voided',
  ]);
});

test('a zero invoice is paid at once, without a payment', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = world.createInvoice({ customer: aCustomer(world), lines: [{ amount: 0 }] });
  world.finalizeInvoice(id);
  expect(await stripe.invoices.retrieve(id, { expand: ['payments'] })).toMatchObject({
    status: 'paid',
    amount_paid: 0,
    payments: { data: [] },
  });
});

test('invalid requests are refused', async () => {
  const { world } = await startSandbox();
  const customer = aCustomer(world);
  const open = anOpenInvoice(world, customer);
  const part = anOpenInvoice(world, customer);
  world.payInvoice(part, { amount: 1 });
  const draft = world.createInvoice({ customer, lines: [{ amount: 5 }] }).id;
  const refused: readonly (() => unknown)[] = [
    () => world.createInvoice({ customer, lines: [] }),
    () => world.createInvoice({ customer, lines: [{ amount: -1 }] }),
    () => world.createInvoice({ customer, lines: [{ amount: 1.5 }] }),
    () => world.createInvoice({ customer, lines: [{ price: aPrice(world) }] }),
    () => world.finalizeInvoice(open),
    () => world.payInvoice(draft),
    () => world.payInvoice(open, { amount: 10_001 }),
    () => world.voidInvoice(draft),
    () => world.voidInvoice(part),
    () => world.markUncollectible(draft),
  ];
  for (const act of refused) expect(act).toThrow(WorldRefusal);
});
