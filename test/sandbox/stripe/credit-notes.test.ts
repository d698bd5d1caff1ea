import { expect, test } from 'vitest';
import { WorldRefusal } from '../../../sandbox/stripe/world/context.ts';
import { aCustomer } from './billing-builders.ts';
import { startSandbox, type RunningSandbox } from './start-sandbox.ts';

function anInvoice({ world }: RunningSandbox): string {
  const { id } = world.createInvoice({
    customer: aCustomer(world),
    lines: [{ description: 'Consulting', amount: 10_000 }],
  });
  return world.finalizeInvoice(id).id;
}

test('on an open invoice it lowers what is due', async () => {
  const sandbox = await startSandbox();
  const { stripe, world } = sandbox;
  const invoice = anInvoice(sandbox);
  const { creditNote } = world.issueCreditNote({ invoice, amount: 4000, reason: 'order_change' });
  expect(await stripe.creditNotes.retrieve(creditNote.id)).toMatchObject({
    object: 'credit_note',
    amount: 4000,
    invoice,
    type: 'pre_payment',
    pre_payment_amount: 4000,
    post_payment_amount: 0,
    refunds: [],
    status: 'issued',
    reason: 'order_change',
    lines: { data: [{ object: 'credit_note_line_item', amount: 4000 }] },
  });
  expect(await stripe.invoices.retrieve(invoice)).toMatchObject({
    status: 'open',
    total: 10_000,
    amount_due: 6000,
    amount_remaining: 6000,
    pre_payment_credit_notes_amount: 4000,
  });
  expect(world.payInvoice(invoice).payment.charge.amount).toBe(6000);
});

test('one for the whole amount due marks the invoice paid, without a payment', async () => {
  const sandbox = await startSandbox();
  const { stripe, world } = sandbox;
  const invoice = anInvoice(sandbox);
  world.issueCreditNote({ invoice, amount: 10_000 });
  const got = await stripe.invoices.retrieve(invoice, { expand: ['payments'] });
  expect(got).toMatchObject({ status: 'paid', amount_due: 0, amount_paid: 0 });
  expect(got.payments?.data).toMatchObject([{ status: 'canceled' }]);
});

test('on a paid invoice it refunds, the last payment first', async () => {
  const sandbox = await startSandbox();
  const { stripe, world } = sandbox;
  const invoice = anInvoice(sandbox);
  world.payInvoice(invoice, { amount: 4000 });
  world.payInvoice(invoice);
  const { creditNote } = world.issueCreditNote({ invoice, amount: 7000 });
  const got = await stripe.creditNotes.retrieve(creditNote.id, { expand: ['refunds.refund'] });
  expect(got).toMatchObject({ type: 'post_payment', post_payment_amount: 7000 });
  expect(got.refunds.map((each) => each.amount_refunded).toSorted()).toEqual([3000, 4000]);
  expect(got.refunds[0]?.refund).toMatchObject({ object: 'refund', status: 'succeeded' });
  const refunds = await stripe.refunds.list();
  expect(refunds.data.reduce((sum, refund) => sum + refund.amount, 0)).toBe(7000);
  expect(await stripe.invoices.retrieve(invoice)).toMatchObject({
    status: 'paid',
    amount_paid: 10_000,
    post_payment_credit_notes_amount: 7000,
  });
});

test('as credit on the balance it pays for the next invoice', async () => {
  const sandbox = await startSandbox();
  const { stripe, world } = sandbox;
  const invoice = anInvoice(sandbox);
  const customer = world.payInvoice(invoice).invoice.customer.id;
  world.issueCreditNote({ invoice, amount: 3000, credit: 'customer-balance' });
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -3000 });
  expect((await stripe.refunds.list()).data).toHaveLength(0);
  const next = world.createInvoice({ customer, lines: [{ amount: 5000 }] }).id;
  world.finalizeInvoice(next);
  expect(await stripe.invoices.retrieve(next)).toMatchObject({
    total: 5000,
    starting_balance: -3000,
    ending_balance: 0,
    amount_due: 2000,
  });
});

test('the list filters by invoice and customer', async () => {
  const sandbox = await startSandbox();
  const { stripe, world } = sandbox;
  const [one, other] = [anInvoice(sandbox), anInvoice(sandbox)];
  world.issueCreditNote({ invoice: one, amount: 1 });
  const { creditNote } = world.issueCreditNote({ invoice: other, amount: 2 });
  const byInvoice = await stripe.creditNotes.list({ invoice: other });
  expect(byInvoice.data.map((note) => note.id)).toEqual([creditNote.id]);
  const byCustomer = await stripe.creditNotes.list({ customer: creditNote.customer });
  expect(byCustomer.data.map((note) => note.id)).toEqual([creditNote.id]);
  expect((await stripe.events.list({ type: 'credit_note.created' })).data).toHaveLength(2);
});

test('no more than the invoice total can be credited', async () => {
  const sandbox = await startSandbox();
  const { world } = sandbox;
  const invoice = anInvoice(sandbox);
  world.payInvoice(invoice);
  world.issueCreditNote({ invoice, amount: 6000 });
  for (const amount of [4001, 0, -1]) {
    expect(() => world.issueCreditNote({ invoice, amount })).toThrow(WorldRefusal);
  }
  const draft = world.createInvoice({ customer: aCustomer(world), lines: [{ amount: 1 }] }).id;
  expect(() => world.issueCreditNote({ invoice: draft, amount: 1 })).toThrow(WorldRefusal);
});
