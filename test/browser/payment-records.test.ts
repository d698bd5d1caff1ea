import { expect } from 'vitest';
import { test } from './harness.ts';

/** Two payments of one customer, paid in full. */
const DEAL = '9001';

test('payment records have a list with filters, a page and a place on the records they count on', async ({
  recordPage,
  deal,
  page,
}) => {
  await page.goto(recordPage.url);
  expect(await page.getByRole('link', { name: 'Payments', exact: true }).count()).toBe(0);
  await recordPage.accountSide.act('payment-records', 'on');
  await page.reload();
  await deal.open(DEAL);
  const tile = page.getByTestId('associated-p_stripe_payment');
  await tile.getByText('No associated payments.').waitFor();
  await deal.sync();
  await tile.getByRole('heading', { name: 'Payments (2)' }).waitFor();

  await page.getByRole('link', { name: 'Payments', exact: true }).click();
  const rows = page.getByTestId('payment-list').locator('tbody tr');
  const count = page.locator('.payment-count');
  await count.getByText(/^2 records/).waitFor();
  expect((await rows.first().innerText()).replaceAll('\u00a0', ' ')).toMatch(
    /Paid\s.*\$2,400\.00\s.*\$2,330\.10\s.*Linked customer/s,
  );
  await page.getByLabel('Status').selectOption('Failed');
  await page.getByText('No payment records match these filters.').waitFor();
  await page.getByLabel('Status').selectOption('Paid');
  await page.getByLabel('Matched by').selectOption('Linked customer');
  await page.getByLabel('Fees at least').fill('69.90');
  await count.getByText(/^2 records/).waitFor();
  await page.getByLabel('Fees at least').fill('69.91');
  await page.getByText('No payment records match these filters.').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Created from').fill('2026-11-23');
  await page.getByText('No payment records match these filters.').waitFor();
  await page.getByLabel('Created from').fill('');
  await rows.first().getByRole('link').click();

  await page.getByText('About this payment').waitFor();
  expect(await page.getByTestId('property-stripe_net_amount').first().innerText()).toBe(
    '$2,330.10',
  );
  await page.getByTestId('associated-deals').getByRole('link').click();
  await tile.getByRole('link').first().waitFor();
});

test("payment records in HubSpot's own Payments are shown in the same places", async ({
  recordPage,
  deal,
  page,
}) => {
  await recordPage.accountSide.act('payment-records', 'on-payments');
  await page.goto(recordPage.url);
  await deal.open(DEAL);
  await deal.sync();
  await page.reload();
  const tile = page.getByTestId('associated-0-101');
  await tile.getByRole('heading', { name: 'Payments (2)' }).waitFor();
  await page.getByRole('link', { name: 'Payments', exact: true }).click();
  await page
    .locator('.payment-count')
    .getByText(/^2 records/)
    .waitFor();
  const rows = page.getByTestId('payment-list').locator('tbody tr');
  await rows.first().getByRole('link').click();
  await page.getByText('About this payment').waitFor();
  expect(await page.getByTestId('property-stripe_net_amount').first().innerText()).toBe(
    '$2,330.10',
  );
});
