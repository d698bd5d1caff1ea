import { expect, test } from 'vitest';
import { errorOf, startSandbox } from './start-sandbox.ts';

const SENT = { collection_method: 'send_invoice', days_until_due: 30 } as const;

async function startWithDraft() {
  const { stripe, world } = await startSandbox();
  const customer = world.createCustomer({ name: 'Ada', email: 'ada@acme.com' }).id;
  const { id } = await stripe.invoices.create({ ...SENT, customer, currency: 'usd' });
  return { stripe, id };
}

const seat = (currency = 'usd') => ({
  quantity: 3,
  price_data: { currency, unit_amount: 1_000, product_data: { name: 'Seat' } },
});

test('lines are added to a draft at once, with prices of their own', async () => {
  const { stripe, id } = await startWithDraft();
  const lines = [seat(), { amount: 500, description: 'Setup' }];
  const changed = await stripe.invoices.addLines(id, { lines });
  expect(changed).toMatchObject({ id, status: 'draft', total: 3_500 });
  expect(changed.lines.data).toHaveLength(2);
});

test('all lines are added, or none', async () => {
  const { stripe, id } = await startWithDraft();
  const error = await errorOf(stripe.invoices.addLines(id, { lines: [seat(), seat('eur')] }));
  expect(error.message).toContain('currency');
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ total: 0 });
});

test('a final invoice takes no lines', async () => {
  const { stripe, id } = await startWithDraft();
  await stripe.invoices.addLines(id, { lines: [seat()] });
  await stripe.invoices.finalizeInvoice(id);
  const error = await errorOf(stripe.invoices.addLines(id, { lines: [seat()] }));
  expect(error.message).toContain('draft');
});
