import { RUN_LOG_SCOPES, runLogDefinition } from '@stripe-payments/core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import { setupPageOf } from './setup-page.ts';

const MINUTE_MS = 60_000;

test('a deal that a catch-up has checked opens as up to date and asks nothing of Stripe', async ({
  page,
  deal,
  recordPage,
  stripe,
}) => {
  const { store, tokens } = recordPage.world.hubspot;
  const { scopes } = tokens.list().find(({ isApp }) => isApp) ?? { scopes: [] };
  tokens.grant(undefined, [...new Set([...scopes, ...RUN_LOG_SCOPES])]);
  store.customObjects.create(runLogDefinition('en') as never);
  await deal.open('9001');
  await deal.sync();
  const setup = setupPageOf(page, recordPage.url);
  // The first one syncs the deal once more, since the searches of its sync may have been behind.
  for (let run = 1; run <= 2; run += 1) {
    await stripe.send('POST', '/clock/advance', { durationMs: 10 * MINUTE_MS });
    await setup.open();
    await setup.app.getByRole('tab', { name: 'Health' }).click();
    await setup.part('catch-up-now').click();
    await setup.part('catch-up-done').waitFor({ timeout: 90_000 });
  }
  await stripe.send('POST', '/clock/advance', { durationMs: 6 * MINUTE_MS });
  await stripe.forgetRequests();
  await deal.visit('9001');
  await page.reload();
  await deal.sees('Up to date, checked 8 minutes ago');
  expect(await stripe.requests()).toEqual([]);
});
