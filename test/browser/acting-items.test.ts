import { expect } from 'vitest';
import { saveText, openCard, part, shownText, test } from './acting-page.ts';

/** A yearly subscription of $240.00, begun three days ago. */
const DEAL = '9220';

test("a subscription's quantity is changed once its proration was shown and confirmed", async ({
  page,
  recordPage,
}) => {
  const { store } = recordPage.world.stripe.world;
  const customer = recordPage.world.hubspot.store.valueOf('deals', DEAL, 'stripe_customer_id');
  const subscribed = () => {
    const found = store.subscriptions.newestFirst().find((each) => each.customer === customer);
    if (found === undefined) throw new Error('The customer subscribes to nothing.');
    return found;
  };
  const card = await openCard(page, recordPage, DEAL);
  await card.getByRole('button', { name: 'Change quantity or price' }).click();
  await page.getByRole('textbox', { name: 'Quantity' }).fill('3');
  await page.getByRole('button', { name: 'Review' }).click();
  const dialog = page.getByRole('dialog');
  await part(page, 'confirmation-text').waitFor();
  const review = await dialog.innerText();
  // What is not used of one, and what remains of three.
  expect(review).toMatch(/Unused time on .*Kindergarten licence[^]*-.?\$2\d\d\.\d\d/);
  expect(review).toMatch(/Remaining time on 3 .*Kindergarten licence[^]*\$7\d\d\.\d\d/);
  const text = await shownText(page);
  expect(text).toMatch(/^CHANGE .*USD [2-9A-Z]{6}$/);
  expect(subscribed().items.map(({ quantity }) => quantity)).toEqual([1]);
  await saveText(page, text);
  await part(page, 'item-confirm').click();
  await part(page, 'item-done').waitFor();
  const after = subscribed();
  expect(after.items.map(({ quantity }) => quantity)).toEqual([3]);
  expect(after.metadata).toMatchObject({ hubspot_user_id: '1', hubspot_confirmation: text });
  await page.keyboard.press('Escape');
  await card.getByText('$720.00').first().waitFor();
});
