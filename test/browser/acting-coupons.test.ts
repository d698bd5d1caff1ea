import { expect } from 'vitest';
import { saveText, openCard, part, shownText, test } from './acting-page.ts';

/** A yearly subscription of $240.00. */
const DEAL = '9220';

test("a subscription's coupon is applied once its next invoice was shown and confirmed, then removed", async ({
  page,
  recordPage,
  clock,
}) => {
  const { store } = recordPage.world.stripe.world;
  const customer = recordPage.world.hubspot.store.valueOf('deals', DEAL, 'stripe_customer_id');
  const discounts = () => {
    const found = store.subscriptions.newestFirst().find((each) => each.customer === customer);
    return (found?.discounts ?? []).map((id) => store.discounts.get(id)?.coupon);
  };
  const card = await openCard(page, recordPage, DEAL);
  const dialog = page.getByRole('dialog');
  const open = async (choice: string) => {
    await card.getByRole('button', { name: 'Apply or remove coupon' }).click();
    await dialog.getByRole('combobox', { name: 'Coupon' }).selectOption({ label: choice });
  };

  await open('Enter a code');
  await dialog.getByRole('textbox', { name: 'Promotion code or coupon ID' }).fill('ENDED');
  await dialog.getByRole('button', { name: 'Review' }).click();
  await dialog.getByText('This coupon has expired.').waitFor();
  await dialog.getByRole('textbox', { name: 'Promotion code or coupon ID' }).fill('spring25');
  await dialog.getByRole('button', { name: 'Review' }).click();
  await dialog.getByText('Applied: SPRING25: 25% off for 3 months').waitFor();
  // A year ends later.
  await part(page, 'coupon-takes-nothing').waitFor();
  await dialog.getByRole('button', { name: 'Back' }).click();

  const loyal = 'Loyal customers: 20% off every invoice';
  await dialog.getByRole('combobox', { name: 'Coupon' }).selectOption({ label: loyal });
  await dialog.getByRole('button', { name: 'Review' }).click();
  const text = await shownText(page);
  const review = await dialog.innerText();
  expect(review).toContain(`Applied: ${loyal}`);
  expect(review).toMatch(/Discount[^]*-.?\$48\.00[^]*Total[^]*\$192\.00/);
  expect(review).toContain('To be paid without this change: $240.00');
  expect(text).toMatch(/^CHANGE 192\.00 USD [2-9A-Z]{6}$/);
  expect(discounts()).toEqual([]);
  await saveText(page, text);
  await part(page, 'coupon-confirm').click();
  await part(page, 'coupon-done').waitFor();
  expect(discounts()).toEqual(['LOYAL20']);
  await page.keyboard.press('Escape');
  await card.getByText('$192.00').first().waitFor();

  // HubSpot tells the next text from the property that was emptied.
  clock.advanceBy(1_000);
  await open('Remove the coupon');
  await dialog.getByText(/Applied now: Loyal customers: 20% off every invoice/).waitFor();
  await dialog.getByRole('button', { name: 'Review' }).click();
  const removal = await shownText(page);
  expect(await dialog.innerText()).toContain('The subscription has no coupon afterwards.');
  expect(removal).toMatch(/^CHANGE 240\.00 USD [2-9A-Z]{6}$/);
  await saveText(page, removal);
  await part(page, 'coupon-confirm').click();
  await dialog.getByText('Coupon removed').waitFor();
  expect(discounts()).toEqual([]);
});
