import { expect, test } from 'vitest';
import { aCustomer } from './billing-builders.ts';
import { errorOf, SECRET_KEY, startSandbox, type RunningSandbox } from './start-sandbox.ts';

function anInvoice({ world }: RunningSandbox): string {
  const { id } = world.createInvoice({
    customer: aCustomer(world),
    lines: [{ description: 'Consulting', amount: 10_000 }],
  });
  return world.finalizeInvoice(id).id;
}

test("an open invoice has one open payment of Stripe's own, for all that is due", async () => {
  const sandbox = await startSandbox();
  const invoice = anInvoice(sandbox);
  const { data } = await sandbox.stripe.invoicePayments.list({ invoice });
  expect(data).toMatchObject([
    {
      object: 'invoice_payment',
      invoice,
      amount_requested: 10_000,
      amount_paid: null,
      is_default: true,
      status: 'open',
      payment: { type: 'payment_intent' },
      status_transitions: { canceled_at: null, paid_at: null },
    },
  ]);
});

test('an invoice is paid in parts, each with its own PaymentIntent', async () => {
  const sandbox = await startSandbox();
  const { stripe, world } = sandbox;
  const id = anInvoice(sandbox);
  world.payInvoice(id, { amount: 2500 });
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    status: 'open',
    amount_due: 10_000,
    amount_paid: 2500,
    amount_remaining: 7500,
  });
  const open = await stripe.invoicePayments.list({ invoice: id, status: 'open' });
  expect(open.data).toMatchObject([{ is_default: true, amount_requested: 7500 }]);
  world.payInvoice(id);
  const { payments, status } = await stripe.invoices.retrieve(id, {
    expand: ['payments.data.payment.payment_intent'],
  });
  expect(status).toBe('paid');
  const paid = payments?.data ?? [];
  expect(paid.map((payment) => [payment.amount_paid, payment.is_default])).toEqual([
    [2500, false],
    [7500, true],
  ]);
  expect(paid.map((payment) => payment.payment.payment_intent)).toMatchObject([
    { object: 'payment_intent', amount_received: 2500 },
    { object: 'payment_intent', amount_received: 7500 },
  ]);
});

test('the payment of a PaymentIntent leads to its invoice', async () => {
  const sandbox = await startSandbox();
  const { stripe, world } = sandbox;
  const id = anInvoice(sandbox);
  const { payment } = world.payInvoice(id);
  anInvoice(sandbox);
  const { data } = await stripe.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: payment.paymentIntent.id },
    expand: ['data.invoice'],
  });
  expect(data).toMatchObject([{ status: 'paid', invoice: { id, status: 'paid' } }]);
  const got = await stripe.invoicePayments.retrieve(data[0]?.id ?? '');
  expect(got.id).toBe(data[0]?.id);
});

test.each([
  ['payment[payment_intent]=pi_1', 'Missing required param: payment[type].'],
  ['payment[type]=charge', 'Invalid payment[type]: must be one of payment_intent'],
  ['payment[type]=payment_intent&payment[charge]=ch_1', 'unknown parameter: payment[charge]'],
  ['payment[type]=payment_intent&payment[payment_intent]=pi_x', "No such payment_intent: 'pi_x'"],
  ['payment=pi_1', 'Invalid hash'],
  ['invoice=in_x', "No such invoice: 'in_x'"],
  ['status=late', 'Invalid status: must be one of canceled, open, or paid'],
])('the list of invoice payments refuses %s', async (query, message) => {
  const { url } = await startSandbox();
  const response = await fetch(`${url}/v1/invoice_payments?${query}`, {
    headers: { authorization: `Bearer ${SECRET_KEY}` },
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(message);
});

test('an unknown invoice payment is a 404', async () => {
  const { stripe } = await startSandbox();
  const error = await errorOf(stripe.invoicePayments.retrieve('inpay_x'));
  expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' });
});
