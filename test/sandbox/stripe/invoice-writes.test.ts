import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, startSandbox, type RunningSandbox } from './start-sandbox.ts';

async function startWithCustomer() {
  const sandbox = await startSandbox();
  const customer = sandbox.world.createCustomer({ name: 'Ada', email: 'ada@acme.com' }).id;
  return { ...sandbox, customer };
}

const SENT = { collection_method: 'send_invoice', days_until_due: 30 } as const;

async function openInvoice({ stripe }: RunningSandbox, customer: string, amount = 12_000) {
  const { id } = await stripe.invoices.create({ ...SENT, customer, currency: 'usd' });
  await stripe.invoiceItems.create({ customer, invoice: id, amount, currency: 'usd' });
  return stripe.invoices.finalizeInvoice(id);
}

test('an invoice is a draft with items until it is sent', async () => {
  const { stripe, customer } = await startWithCustomer();
  const draft = await stripe.invoices.create({
    ...SENT,
    customer,
    currency: 'usd',
    description: 'Thank you for your order',
    footer: 'Northwind',
    custom_fields: [{ name: 'PO number', value: '4711' }],
    metadata: { hubspot_deal_id: '9042' },
  });
  expect(draft).toMatchObject({
    status: 'draft',
    total: 0,
    hosted_invoice_url: null,
    custom_fields: [{ name: 'PO number', value: '4711' }],
    due_date: draft.created + 30 * 86_400,
  });
  const item = await stripe.invoiceItems.create({
    customer,
    invoice: draft.id,
    quantity: 4,
    unit_amount_decimal: Stripe.Decimal.from('11250'),
    currency: 'usd',
    description: 'Handheld scanner',
  });
  expect(item).toMatchObject({ amount: 45_000, quantity: 4, invoice: draft.id });
  await stripe.invoiceItems.create({
    customer,
    invoice: draft.id,
    amount: -5_000,
    currency: 'usd',
  });
  const sent = await stripe.invoices.sendInvoice(draft.id);
  expect(sent).toMatchObject({ status: 'open', total: 40_000, amount_due: 40_000 });
  expect(sent.hosted_invoice_url).toMatch(/^https:\/\/invoice\.stripe\.com\/i\//);
  const { data } = await stripe.events.list({ types: ['invoice.finalized', 'invoice.sent'] });
  expect(data.map(({ type }) => type)).toEqual(['invoice.sent', 'invoice.finalized']);
  expect((await stripe.invoices.sendInvoice(draft.id)).status).toBe('open');
});

test('items can wait for the next invoice that takes them', async () => {
  const { stripe, customer } = await startWithCustomer();
  await stripe.invoiceItems.create({ customer, amount: 900, currency: 'usd' });
  expect((await stripe.invoiceItems.list({ pending: true })).data).toHaveLength(1);
  const without = await stripe.invoices.create({ customer });
  expect(without.total).toBe(0);
  const invoice = await stripe.invoices.create({
    customer,
    pending_invoice_items_behavior: 'include',
  });
  expect(invoice.total).toBe(900);
  expect((await stripe.invoiceItems.list({ pending: true })).data).toEqual([]);
});

test('an item can be priced by the data of a price of a product', async () => {
  const { stripe, world, customer } = await startWithCustomer();
  const product = world.createProduct({ name: 'Seat' }).id;
  const { id } = await stripe.invoices.create({ customer });
  const price_data = { currency: 'usd', product, unit_amount: 900 };
  const item = await stripe.invoiceItems.create({ customer, invoice: id, price_data, quantity: 3 });
  expect(item).toMatchObject({ amount: 2_700, description: 'Seat' });
  const described = { ...price_data, product_data: { name: 'Seat' } };
  const refused = stripe.invoiceItems.create({ customer, invoice: id, price_data: described });
  expect(await errorOf(refused)).toMatchObject({
    code: 'parameter_unknown',
    param: 'price_data[product_data]',
  });
});

test('an open invoice can be voided, marked uncollectible, or marked as paid outside', async () => {
  const sandbox = await startWithCustomer();
  const { stripe, customer } = sandbox;
  const [first, second, third] = [
    await openInvoice(sandbox, customer),
    await openInvoice(sandbox, customer),
    await openInvoice(sandbox, customer),
  ];
  expect((await stripe.invoices.voidInvoice(first.id)).status).toBe('void');
  expect((await stripe.invoices.markUncollectible(second.id)).status).toBe('uncollectible');
  const paid = await stripe.invoices.pay(third.id, { paid_out_of_band: true });
  expect(paid).toMatchObject({ status: 'paid', amount_remaining: 0 });
  for (const call of [
    stripe.invoices.voidInvoice(third.id),
    stripe.invoices.voidInvoice(first.id),
    stripe.invoices.markUncollectible(first.id),
    stripe.invoices.pay(first.id, { paid_out_of_band: true }),
    stripe.invoices.pay(third.id, { paid_out_of_band: true }),
    stripe.invoices.finalizeInvoice(third.id),
    stripe.invoices.sendInvoice(third.id),
    stripe.invoices.del(third.id),
    stripe.invoiceItems.create({ customer, invoice: first.id, amount: 1_000, currency: 'usd' }),
  ]) {
    expect((await errorOf(call)).statusCode).toBe(400);
  }
});

test('a draft can be deleted, with its items', async () => {
  const { stripe, customer } = await startWithCustomer();
  const { id } = await stripe.invoices.create({ customer });
  await stripe.invoiceItems.create({ customer, invoice: id, amount: 900, currency: 'usd' });
  expect(await stripe.invoices.del(id)).toMatchObject({ id, deleted: true });
  expect((await errorOf(stripe.invoices.retrieve(id))).statusCode).toBe(404);
  expect((await stripe.invoiceItems.list()).data).toEqual([]);
});

test('an amount too small to collect is owed with the next invoice', async () => {
  const sandbox = await startWithCustomer();
  const small = await openInvoice(sandbox, sandbox.customer, 49);
  expect(small).toMatchObject({ status: 'paid', total: 49, amount_due: 0 });
  expect(
    (await sandbox.stripe.customers.retrieve(sandbox.customer)) as Stripe.Customer,
  ).toMatchObject({ balance: 49 });
});

test.each<[string, Partial<Stripe.InvoiceCreateParams>, object]>([
  ['no customer', { customer: '' }, { code: 'parameter_missing', param: 'customer' }],
  ['an unknown customer', { customer: 'cus_none' }, { code: 'resource_missing' }],
  ['a sent invoice without a due date', { collection_method: 'send_invoice' }, {}],
  ['a due date of one that is charged', { days_until_due: 3 }, { param: 'days_until_due' }],
  [
    'a due date in the past',
    { collection_method: 'send_invoice', due_date: 1_700_000_000 },
    { param: 'due_date' },
  ],
  [
    'five custom fields',
    { custom_fields: Array.from({ length: 5 }, () => ({ name: 'a', value: 'b' })) },
    { param: 'custom_fields' },
  ],
  ['a custom field without a value', { custom_fields: [{ name: 'PO', value: '' }] }, {}],
])('an invoice is refused with %s', async (_, change, error) => {
  const { stripe, customer } = await startWithCustomer();
  const refused = await errorOf(stripe.invoices.create({ customer, ...change }));
  expect(refused).toMatchObject({ statusCode: 400, ...error });
});

test('a customer without an address gets no invoice by mail', async () => {
  const { stripe, world } = await startSandbox();
  const customer = world.createCustomer({ name: 'Grace' }).id;
  const refused = await errorOf(stripe.invoices.create({ ...SENT, customer }));
  expect(refused.message).toContain('Missing email.');
});

test('a customer has one currency while an invoice is open or a subscription runs', async () => {
  const sandbox = await startWithCustomer();
  const { stripe, customer } = sandbox;
  const { id } = await openInvoice(sandbox, customer);
  const inEuros = (): Promise<Stripe.Invoice> =>
    stripe.invoices.create({ ...SENT, customer, currency: 'eur' });
  expect((await errorOf(inEuros())).message).toContain('You cannot combine currencies');
  const item = stripe.invoiceItems.create({ customer, amount: 900, currency: 'eur' });
  expect((await errorOf(item)).message).toContain('with currency usd');
  await stripe.invoices.voidInvoice(id);
  expect((await inEuros()).currency).toBe('eur');
});

test('an item in another currency than its invoice is refused', async () => {
  const { stripe, customer } = await startWithCustomer();
  const { id } = await stripe.invoices.create({ customer, currency: 'usd' });
  const wrong = stripe.invoiceItems.create({ customer, invoice: id, amount: 9, currency: 'eur' });
  expect((await errorOf(wrong)).message).toContain('must match that of the invoice');
});

test('paying without a payment method is refused unless it was paid outside', async () => {
  const sandbox = await startWithCustomer();
  const { id } = await openInvoice(sandbox, sandbox.customer);
  const refused = await errorOf(sandbox.stripe.invoices.pay(id));
  expect(refused.message).toContain('no `default_payment_method`');
});

test('the same key creates, finalizes and voids once', async () => {
  const { stripe, customer } = await startWithCustomer();
  const params = { ...SENT, customer, currency: 'usd' };
  const first = await stripe.invoices.create(params, { idempotencyKey: 'in' });
  expect((await stripe.invoices.create(params, { idempotencyKey: 'in' })).id).toBe(first.id);
  const item = { customer, invoice: first.id, amount: 900, currency: 'usd' };
  await stripe.invoiceItems.create(item, { idempotencyKey: 'ii' });
  await stripe.invoiceItems.create(item, { idempotencyKey: 'ii' });
  for (let times = 0; times < 2; times += 1) {
    const sent = await stripe.invoices.sendInvoice(first.id, {}, { idempotencyKey: 'send' });
    expect(sent.total).toBe(900);
    const voided = await stripe.invoices.voidInvoice(first.id, {}, { idempotencyKey: 'void' });
    expect(voided.status).toBe('void');
  }
});

test('a key that may only read invoices changes none', async () => {
  const sandbox = await startWithCustomer();
  const { id } = await openInvoice(sandbox, sandbox.customer);
  sandbox.keys.add('rk_test_reader', ['invoice_read']);
  const { invoices, invoiceItems } = sandbox.clientFor('rk_test_reader');
  for (const call of [
    invoices.create({ customer: sandbox.customer }),
    invoices.voidInvoice(id),
    invoices.sendInvoice(id),
    invoices.pay(id, { paid_out_of_band: true }),
    invoices.del(id),
    invoiceItems.create({ customer: sandbox.customer, amount: 1, currency: 'usd' }),
  ]) {
    expect((await errorOf(call)).message).toContain("'rak_invoice_write'");
  }
  expect((await sandbox.stripe.invoices.retrieve(id)).status).toBe('open');
});
