import type { Response } from 'playwright-core';
import { expect } from 'vitest';
import { SANDBOX_HUBSPOT_TOKEN, SANDBOX_STRIPE_KEY } from '../../sandbox/world/world.ts';
import { test } from './harness.ts';

/** The event stream never ends, so it has no body to read. */
const isStream = (response: Response): boolean => response.url().endsWith('/api/events');

test('the browser receives no secret and asks no other server', async ({ deal, stripe }) => {
  const responses: Response[] = [];
  deal.page.context().on('response', (response) => responses.push(response));
  await deal.open('9001');
  await deal.sync();
  await deal.stripeSide.open();
  await deal.stripeSide.act('Refund', 10_000);
  await stripe.fault({ pathPattern: '^/v1/', status: 401 });
  await deal.sync();

  const origin = new URL(deal.page.url()).origin;
  const finished = responses.filter((response) => !isStream(response));
  const texts = await Promise.all(
    finished.map(
      async (response) => `${JSON.stringify(response.headers())}\n${await response.text()}`,
    ),
  );
  const paths = responses.map((response) => new URL(response.url()).pathname);
  expect(paths).toEqual(
    expect.arrayContaining([
      '/card-worker.js',
      '/cards/deal-payments.js',
      '/api/serverless/sync-payments',
      '/api/stripe-side/scene',
    ]),
  );
  expect(responses.filter((response) => new URL(response.url()).origin !== origin)).toEqual([]);
  for (const secret of [SANDBOX_STRIPE_KEY, SANDBOX_HUBSPOT_TOKEN]) {
    expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  }
});
