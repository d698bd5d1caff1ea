import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RecordPage } from '../../sandbox/dev/start.ts';
import { controlOf } from '../functions/control.ts';
import { enterText, saveText, openCard, part, shownText, test } from './acting-page.ts';

/** The dev server runs a terminal command to know the webhook's URL. */
const DELIVERY_MS = 120_000;

/** @param option how its label begins. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const select = page.getByRole('combobox', { name: label });
  const labels = await select.locator('option').allTextContents();
  const chosen = labels.find((each) => each.startsWith(option));
  await select.selectOption({ label: chosen ?? option });
}

async function pay(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Card that works (4242)').check();
  await page.getByRole('button', { name: /^Pay / }).click({ timeout: DELIVERY_MS });
  await page.getByRole('status').waitFor({ timeout: DELIVERY_MS });
}

const DEAL = '9042';

const statusOf = ({ world }: RecordPage, dealId: string): string | null =>
  world.hubspot.store.valueOf('deals', dealId, 'stripe_payment_status');

test("a deal's lines become an invoice, the customer pays it, and the deal is paid without a sync by hand", async ({
  page,
  recordPage,
}) => {
  const { store } = recordPage.world.hubspot;
  // Beside the three that are paid once and the one that recurs: together the deal's amount.
  const line = store.createObject('line_items', { name: 'Delivery', price: '200', quantity: '1' });
  store.associate('deals', DEAL, 'line_items', line.id);
  await openCard(page, recordPage, DEAL);
  await part(page, 'request-payment').click();
  await choose(page, 'Request by', 'Invoice');
  await choose(page, 'What to request', 'Line items');
  await page.getByRole('button', { name: 'Review' }).click();
  await part(page, 'request-lines').waitFor();
  expect(await part(page, 'request-lines').getByRole('row').count()).toBe(6);
  await part(page, 'request-confirm').click();
  await part(page, 'request-done').waitFor();
  expect(await part(page, 'request-done').innerText()).toContain('Invoice created');
  const href = await page
    .getByRole('link', { name: 'Open payment page' })
    .first()
    .getAttribute('href');
  await pay(page, new URL(href ?? '', recordPage.url).href);
  expect(statusOf(recordPage, DEAL)).toBe('paid');
  const again = await openCard(page, recordPage, DEAL);
  expect(await again.innerText()).toMatch(/Invoice[^]*Paid/);
});

test('a deposit link asks for a part of the amount, and is canceled again', async ({
  page,
  recordPage,
}) => {
  const card = await openCard(page, recordPage, '9041');
  await part(page, 'request-payment').click();
  await choose(page, 'What to request', 'A deposit, in percent');
  await page.getByLabel('Percent of the deal amount').fill('25');
  await page.getByRole('button', { name: 'Review' }).click();
  await part(page, 'request-confirm').click();
  await part(page, 'request-done').waitFor();
  expect(await part(page, 'request-done').innerText()).toContain('Payment link created');
  await page.keyboard.press('Escape');
  await card.getByText('Payment requests (1)').waitFor();
  await card.getByRole('button', { name: 'Cancel link' }).click();
  await part(page, 'change-confirm').click();
  await part(page, 'change-done').waitFor();
});

test('a subscription with a trial begins once the customer has completed its page, and is on the card', async ({
  page,
  recordPage,
}) => {
  await openCard(page, recordPage, DEAL);
  await part(page, 'request-payment').click();
  await choose(page, 'Request by', 'Subscription by payment link');
  await page.getByLabel('Free trial in days (optional)').fill('14');
  const oneTime = page.getByLabel(/^Also bill the one-time line items/);
  // The card says what is checked, a moment after the click.
  await oneTime.click();
  await expect.poll(() => oneTime.isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Review' }).click();
  await part(page, 'request-lines').waitFor();
  expect(await page.getByRole('dialog').innerText()).toContain(
    'The customer pays nothing on the page, and enters a card.',
  );
  await part(page, 'request-confirm').click();
  await part(page, 'request-done').waitFor();
  const open = page.getByRole('link', { name: 'Open payment page' }).first();
  await pay(page, new URL((await open.getAttribute('href')) ?? '', recordPage.url).href);
  const [begun] = recordPage.world.stripe.world.store.subscriptions.newestFirst();
  expect(begun).toMatchObject({ status: 'trialing', metadata: { hubspot_deal_id: DEAL } });
  // What the search finds is a minute old.
  await controlOf(recordPage.world.stripe.url).send('POST', '/clock/advance', {
    durationMs: 120_000,
  });
  const again = await openCard(page, recordPage, DEAL);
  await again.getByText('Trialing').waitFor();
  expect(await again.innerText()).toMatch(/Subscription link[^]*Paid/);
});

async function reviewRefund(page: Page, recordPage: RecordPage): Promise<void> {
  const card = await openCard(page, recordPage, '9002');
  await card.getByRole('button', { name: 'Refund payment' }).click();
  await page.getByLabel(/^Amount in/).fill('5.00');
  await page.getByRole('button', { name: 'Review' }).click();
  await part(page, 'confirmation-text').waitFor();
}

test('a user who may not edit the property confirms nothing', async ({ page, recordPage }) => {
  await recordPage.accountSide.act('confirmation-editors', 'none');
  const { refunds } = recordPage.world.stripe.world.store;
  const before = refunds.newestFirst().length;
  await reviewRefund(page, recordPage);
  await enterText(page, await shownText(page));
  await page.getByRole('dialog').getByText('does not have permission').waitFor();
  await part(page, 'refund-confirm').click();
  await part(page, 'refund-problem').waitFor();
  expect(refunds.newestFirst()).toHaveLength(before);
});

test('a refund is made once its text was entered in HubSpot', async ({ page, recordPage }) => {
  const { refunds } = recordPage.world.stripe.world.store;
  const before = refunds.newestFirst().length;
  await reviewRefund(page, recordPage);
  const text = await shownText(page);
  expect(text).toMatch(/^REFUND 5\.00 [A-Z]{3} [2-9A-Z]{6}$/);
  await saveText(page, text);
  await part(page, 'refund-confirm').click();
  await part(page, 'refund-done').waitFor();
  expect(refunds.newestFirst()).toHaveLength(before + 1);
  expect(refunds.newestFirst()[0]?.metadata).toMatchObject({
    hubspot_user_id: '1',
    hubspot_confirmation: text,
  });
});

test('without the key for writing there is no card, and the setup page says how to turn it on', async ({
  page,
  recordPage,
}) => {
  await recordPage.accountSide.act('actions', 'off');
  await page.goto(`${recordPage.url}/#/deals/${DEAL}`);
  await page.getByTestId('card-deal-payments').waitFor();
  expect(await page.getByTestId('card-stripe-actions').count()).toBe(0);
  await page.goto(`${recordPage.url}/#/app`);
  await part(page, 'actions-off').waitFor();
});

test('a key without a permission says so on the setup page and refunds nothing', async ({
  page,
  recordPage,
}) => {
  await recordPage.accountSide.act('actions', 'without-permission');
  await page.goto(`${recordPage.url}/#/app`);
  await part(page, 'action-refunds-missing').waitFor();
  expect(await part(page, 'action-refunds').innerText()).toBe('Permission missing');
  expect(await part(page, 'action-links').innerText()).toBe('Ready');
  expect(await part(page, 'action-refunds-missing').innerText()).toContain('Charges and Refunds');
});

test('an admin tests the confirmation, and sees which user HubSpot names', async ({
  page,
  recordPage,
}) => {
  const card = await openCard(page, recordPage, '9041');
  await card.getByRole('button', { name: 'Test confirmation' }).click();
  await part(page, 'confirmation-text').waitFor();
  await saveText(page, await shownText(page));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await part(page, 'rehearsal-works').waitFor();
  expect(await part(page, 'rehearsal-works').innerText()).toContain('User ID: 1');
});
