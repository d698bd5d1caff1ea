import { expect, test } from 'vitest';
import {
  hostedOutcomeSchema,
  hostedPageSchema,
  type HostedAction,
} from '../../../sandbox/hosted.ts';
import { errorOf, startSandbox, type RunningSandbox } from './start-sandbox.ts';

async function startWithLink() {
  const sandbox = await startSandbox();
  const product_data = { name: 'Workshop' };
  const { url } = await sandbox.stripe.paymentLinks.create({
    line_items: [
      { price_data: { currency: 'usd', unit_amount: 90_000, product_data }, quantity: 1 },
    ],
    restrictions: { completed_sessions: { limit: 1 } },
  });
  return { ...sandbox, path: `/hosted/link/${url.slice(url.indexOf('test_') + 5)}` };
}

async function startWithInvoice() {
  const sandbox = await startSandbox();
  const { stripe, world } = sandbox;
  const customer = world.createCustomer({ name: 'Ada', email: 'ada@acme.com' }).id;
  const { id } = await stripe.invoices.create({
    customer,
    collection_method: 'send_invoice',
    days_until_due: 14,
  });
  await stripe.invoiceItems.create({ customer, invoice: id, amount: 45_000, currency: 'usd' });
  const { hosted_invoice_url: url } = await stripe.invoices.sendInvoice(id);
  return { ...sandbox, id, path: `/hosted/invoice/${/test_(\w+)/.exec(url ?? '')?.[1] ?? ''}` };
}

const pageOf = async ({ control }: RunningSandbox, path: string) =>
  hostedPageSchema.parse(await (await control('GET', path)).json());

async function act(
  { control }: RunningSandbox,
  path: string,
  action: HostedAction['action'],
  more: Partial<HostedAction> = {},
) {
  const answer = await control('POST', path, {
    action,
    email: 'ada@acme.com',
    name: 'Ada',
    ...more,
  });
  return hostedOutcomeSchema.parse(await answer.json());
}

test('a link is paid once, and its page says so afterwards', async () => {
  const sandbox = await startWithLink();
  const { path } = sandbox;
  expect(await pageOf(sandbox, path)).toMatchObject({
    state: 'open',
    lines: [{ description: 'Workshop', quantity: 1, amount: '900.00 USD' }],
    total: '900.00 USD',
    asksForPayer: true,
    takesDebit: true,
  });
  const { isDeclined, events } = await act(sandbox, path, 'card');
  expect(isDeclined).toBe(false);
  const types = events.map(({ type }) => type);
  expect(types).toContain('charge.succeeded');
  expect(types).toContain('checkout.session.completed');
  expect((await pageOf(sandbox, path)).state).toBe('paid');
  const again = await sandbox.control('POST', path, { action: 'card', email: 'a@b.co', name: 'B' });
  expect(again.status).toBe(409);
  expect((await sandbox.stripe.charges.list()).data).toHaveLength(1);
});

test('after a declined card the same session is paid with another one', async () => {
  const sandbox = await startWithLink();
  const { path } = sandbox;
  const declined = await act(sandbox, path, 'declined-card');
  expect(declined).toMatchObject({
    isDeclined: true,
    message: 'Your card has insufficient funds.',
  });
  expect((await pageOf(sandbox, path)).state).toBe('open');
  await act(sandbox, path, 'card', { session: declined.session });
  const { data } = await sandbox.stripe.charges.list();
  expect(data.map(({ status }) => status)).toEqual(['succeeded', 'failed']);
  expect(new Set(data.map(({ payment_intent }) => payment_intent)).size).toBe(1);
});

test.each([startWithLink, startWithInvoice])(
  'a bank debit is on its way until it arrives (%#)',
  async (start) => {
    const sandbox = await start();
    const { path } = sandbox;
    const { charge } = await act(sandbox, path, 'bank-debit');
    expect(await pageOf(sandbox, path)).toMatchObject({
      state: 'processing',
      pendingCharge: charge,
    });
    const settled = await act(sandbox, path, 'settle-debit', { charge });
    expect(settled.events.map(({ type }) => type)).toContain('charge.succeeded');
    expect(await pageOf(sandbox, path)).toMatchObject({ state: 'paid', pendingCharge: null });
  },
);

test('a link whose debit the bank returned says so and takes no other payment', async () => {
  const sandbox = await startWithLink();
  const { charge } = await act(sandbox, sandbox.path, 'bank-debit');
  await act(sandbox, sandbox.path, 'return-debit', { charge });
  expect(await pageOf(sandbox, sandbox.path)).toMatchObject({
    state: 'inactive',
    note: 'The bank returned the debit.',
  });
});

test('an invoice whose debit the bank returned can be paid again', async () => {
  const sandbox = await startWithInvoice();
  const { path, id, stripe } = sandbox;
  const { charge } = await act(sandbox, path, 'bank-debit');
  await act(sandbox, path, 'return-debit', { charge });
  expect((await pageOf(sandbox, path)).state).toBe('open');
  expect((await act(sandbox, path, 'declined-card')).isDeclined).toBe(true);
  await act(sandbox, path, 'card');
  expect((await stripe.invoices.retrieve(id)).status).toBe('paid');
});

test('a voided invoice and a deactivated link take no payment', async () => {
  const withInvoice = await startWithInvoice();
  await withInvoice.stripe.invoices.voidInvoice(withInvoice.id);
  expect((await pageOf(withInvoice, withInvoice.path)).state).toBe('void');
  const withLink = await startWithLink();
  const [link] = (await withLink.stripe.paymentLinks.list()).data;
  await withLink.stripe.paymentLinks.update(link?.id ?? '', {
    active: false,
    inactive_message: 'Ask Robin.',
  });
  expect(await pageOf(withLink, withLink.path)).toMatchObject({
    state: 'inactive',
    note: 'Ask Robin.',
  });
  for (const { control, path } of [withInvoice, withLink]) {
    const answer = await control('POST', path, { action: 'card', email: 'a@b.co', name: 'A' });
    expect(answer.status).toBe(409);
  }
});

test('a page that does not exist, a draft included, is refused', async () => {
  const { control, world, stripe } = await startWithInvoice();
  const customer = world.createCustomer({ name: 'Grace', email: 'grace@acme.com' }).id;
  const { id } = await stripe.invoices.create({ customer });
  const key = world.store.invoices.get(id)?.hostedKey ?? '';
  for (const path of ['/hosted/link/none', `/hosted/invoice/${key}`]) {
    expect((await control('GET', path)).status).toBe(409);
  }
  expect((await errorOf(stripe.invoices.retrieve('in_none'))).statusCode).toBe(404);
});
