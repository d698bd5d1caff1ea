import { expect } from 'vitest';
import { test } from './harness.ts';

test('a workflow syncs a record without its cards, and hands its figures to later steps', async ({
  page,
  recordPage,
}) => {
  const { store } = recordPage.world.hubspot;
  await page.goto(`${recordPage.url}/#/deals/9001`);
  await page.getByTestId('run-workflow').click();
  const outputs = page.getByTestId('workflow-outputs');
  await outputs.waitFor({ timeout: 60_000 });
  const text = await outputs.innerText();
  expect(text).toContain('hs_execution_state: SUCCESS');
  const net = store.valueOf('deals', '9001', 'stripe_net_amount');
  expect(text).toContain(`stripe_net_amount: ${String(Number(net))}`);
});
