import { expect } from 'vitest';
import { test } from './harness.ts';

const PAID = ['9001', '9002', '9003'];

test('records selected in a list are synced by the bulk action, in its panel', async ({
  page,
  recordPage,
}) => {
  const { store } = recordPage.world.hubspot;
  const syncedAt = (id: string) => store.valueOf('deals', id, 'stripe_last_synced_at');
  await page.goto(`${recordPage.url}/#/deals`);
  for (const id of PAID) {
    const row = page.locator('li', { has: page.locator(`a[href$="deals/${id}"]`) });
    await row.getByRole('checkbox').check();
  }
  const bar = page.getByTestId('bulk-bar');
  await bar.getByText('3 selected').waitFor();
  await bar.getByRole('button', { name: 'Sync Stripe payments' }).click();
  const panel = page.getByRole('dialog', { name: 'Sync Stripe payments' });
  await panel.getByText('3 records selected').waitFor();
  expect(PAID.map(syncedAt)).toEqual([null, null, null]);
  await panel.getByRole('button', { name: 'Sync 3 records' }).click();
  await panel.getByText(/^3 records synced/).waitFor();
  for (const id of PAID) expect(syncedAt(id)).not.toBeNull();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  await bar.getByRole('button', { name: 'Clear selection' }).click();
  await bar.waitFor({ state: 'hidden' });
});
