import { expect } from 'vitest';
import { notDrawnOn, test } from './harness.ts';

test('another customer in the property changes what the card shows', async ({
  deal,
  recordPage,
}) => {
  const customerOf = (dealId: string): string =>
    recordPage.world.deals.find((each) => each.dealId === dealId)?.stripeCustomerId ?? '';
  await deal.open('9041');
  await deal.sees('No Stripe customer is linked');
  await deal.edit('customer_id', customerOf('9006'));
  await deal.expectFigures({
    'Deal amount': '7,400.00 USD',
    Paid: '1,500.00 USD',
    Refunded: '0.00 USD',
    'Net received': '1,456.20 USD',
  });
  await deal.edit('customer_id', customerOf('9011'));
  await deal.expectFigures({
    'Deal amount': '7,400.00 USD',
    Paid: '3,200.00 USD',
    Refunded: '800.00 USD',
    'Net received': '2,306.90 USD',
  });
  await deal.edit('customer_id', 'Owen Price');
  await deal.sees('holds something that is not a Stripe id');
});

test('three hundred payments can be paged through to the last', async ({ deal }) => {
  await deal.open('9051');
  const table = deal.part('payments');
  const links = new Set<string>();
  for (let page = 1; page <= 30; page += 1) {
    await table.locator(`[aria-current="page"][aria-label="Page ${String(page)}"]`).waitFor();
    const hrefs = await table.getByRole('link').evaluateAll((all) => all.map(String));
    expect(hrefs).toHaveLength(10);
    for (const href of hrefs) links.add(href);
    if (page < 30) await table.getByRole('button', { name: 'Next' }).click();
  }
  expect(links.size).toBe(300);
  expect(await table.getByRole('button', { name: 'Next' }).isEnabled()).toBe(false);
});

test('three hundred payments are sorted by amount over all pages', async ({ deal }) => {
  await deal.open('9051');
  const table = deal.part('payments');
  const amounts = table.locator('tbody tr td:nth-child(2) > *:first-child');
  const amountSort = table.getByRole('button', { name: 'Amount' });
  await amountSort.click();
  await table.locator('th[aria-sort="ascending"]', { hasText: 'Amount' }).waitFor();
  await expect.poll(() => amounts.first().textContent()).toBe('49.00\u00a0USD');
  await amountSort.click();
  await expect.poll(() => amounts.first().textContent()).toBe('145.06\u00a0USD');
  await table.getByRole('button', { name: 'Page 2' }).click();
  await table.locator('[aria-current="page"]', { hasText: '2' }).waitFor();
  await deal.part('payments').getByRole('button', { name: 'Prev' }).click();
  await expect.poll(() => amounts.first().textContent()).toBe('145.06\u00a0USD');
});

test('every story is drawn without a red box or an error', async ({ deal, recordPage, page }) => {
  for (const { dealId } of recordPage.world.deals) {
    await deal.open(dealId);
    expect(await notDrawnOn(page), `deal ${dealId}`).toEqual([]);
  }
});

const NARROW = { width: 900, height: 800 };
const OVERFLOW = 'document.scrollingElement.scrollWidth - window.innerWidth';

test('the list of deals fits a window of 900 pixels', async ({ page, recordPage }) => {
  await page.setViewportSize(NARROW);
  await page.goto(recordPage.url);
  await page.getByTestId('deal-list').waitFor();
  expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
});

test.for(['9005', '9051', '9052'])(
  'the record of deal %s fits a window of 900 pixels, with the drawer too',
  async (dealId, { deal, page }) => {
    await page.setViewportSize(NARROW);
    await deal.open(dealId);
    await deal.sync();
    await deal.changes();
    await deal.card.getByRole('button', { name: 'Fees and exchange rate' }).click();
    expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
    await deal.stripeSide.open();
    expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
  },
);
