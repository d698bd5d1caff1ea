import { expect } from 'vitest';
import type { RecordPage } from '../../sandbox/dev/start.ts';
import { test } from './harness.ts';

const EVERY_CALL = '^/v1/';

/** The last sync of a deal is so old that Stripe is read when its card opens. */
function age({ world }: RecordPage, dealId: string): void {
  world.hubspot.store.updateObject('deals', dealId, {
    stripe_last_synced_at: new Date(Date.now() - 600_000).toISOString(),
  });
}

test('a deal that was synced a moment ago opens without a call to Stripe', async ({
  deal,
  stripe,
}) => {
  await deal.open('9001');
  await deal.sync();
  await deal.sees('reached your bank by');
  await stripe.forgetRequests();
  await deal.page.reload();
  await deal.sees('Up to date, synced this minute');
  await deal.expectFigures({
    'Deal amount': '$4,800.00',
    Paid: '$4,800.00',
    'Net received': '$4,660.20',
  });
  expect(await stripe.requests()).toEqual([]);
  await deal.part('show-payments').click();
  await deal.sees('Live from Stripe');
  await deal.part('payments').waitFor();
});

test('saved figures show before a slow Stripe answers', async ({ deal, recordPage, stripe }) => {
  await deal.open('9001');
  await deal.sync();
  age(recordPage, '9001');
  await stripe.setLatency(5_000);
  await deal.page.reload();
  await deal.sees('Saved in HubSpot, synced 10 minutes ago');
  await deal.sees('Loading from Stripe');
  await deal.expectFigures({
    'Deal amount': '$4,800.00',
    Paid: '$4,800.00',
    'Net received': '$4,660.20',
  });
  expect(await deal.card.getByText('Live from Stripe').count()).toBe(0);
  await stripe.setLatency(0);
  // A read that is under way may run out of time on a busy machine.
  await deal.page.reload();
  await deal.sees('Live from Stripe');
});

test('saved figures stay, with the reason, while Stripe is down, and are replaced when it is back', async ({
  deal,
  recordPage,
  stripe,
}) => {
  const figures = {
    'Deal amount': '$3,200.00',
    Paid: '$3,200.00',
    Refunded: '$800.00',
    'Net received': '$2,306.90',
  };
  await deal.open('9011');
  await deal.sync();
  age(recordPage, '9011');
  await stripe.fault({ pathPattern: EVERY_CALL, status: 500 });
  await deal.reload();
  await deal.sees('The figures below are those of the last sync.');
  await deal.sees("Stripe couldn't be reached.");
  await deal.expectFigures(figures);

  expect(await deal.sync()).toContain("The sync didn't finish");
  await deal.expectProperties({
    amount_refunded: '$800.00',
    net_amount: '$2,306.90',
    sync_error: "Stripe couldn't be reached.",
  });
  await deal.expectFigures(figures);

  await stripe.clearFaults();
  await deal.reload();
  await deal.sees('Live from Stripe');
  await deal.sync();
  await deal.expectProperties({ net_amount: '$2,306.90', sync_error: '--' });
});

test('a deal that was never synced is read at the next try when Stripe is back', async ({
  deal,
  stripe,
}) => {
  await stripe.fault({ pathPattern: EVERY_CALL, status: 500 });
  await deal.open('9002');
  await deal.sees("Stripe couldn't be reached.");
  await stripe.clearFaults();
  await deal.card.getByRole('button', { name: 'Try again' }).click();
  await deal.sees('Live from Stripe');
  await deal.expectFigures({
    'Deal amount': '€1,250.50',
    Paid: '€1,250.50',
    'Net, converted to USD': '$1,281.68',
  });
});

test('two tabs that sync at once end with the same values, and each shows its outcome', async ({
  deal,
  openDeal,
  stripe,
}) => {
  const other = await openDeal('9021');
  await deal.open('9021');
  await stripe.setLatency(300);
  const outcomes = await Promise.all([deal.sync(), other.sync()]);
  const written = {
    payment_status: 'Disputed',
    amount_disputed: '$2,750.00',
    fee_amount: '$95.05',
    net_amount: '-$95.05',
    sync_error: '--',
  };
  for (const [index, tab] of [deal, other].entries()) {
    expect(outcomes[index]).toMatch(/propert(y|ies) updated|up to date/);
    expect(await tab.page.getByTestId('alerts').locator('.toast').count()).toBe(0);
    await tab.expectProperties(written);
  }
});

test('a double click syncs once', async ({ deal, stripe }) => {
  const syncs: string[] = [];
  deal.page.on('request', (request) => {
    // The card asks for the payouts by itself, once the sync is done.
    const isForPayouts = request.postData()?.includes('"payouts":') === true;
    const isSync = request.url().endsWith('/api/serverless/sync-payments');
    if (isSync && !isForPayouts) syncs.push(request.method());
  });
  await deal.open('9003');
  await stripe.setLatency(300);
  await deal.part('sync-now').dblclick();
  await deal.part('sync-result').waitFor();
  expect(syncs).toEqual(['POST']);
});
