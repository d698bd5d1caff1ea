import { expect } from 'vitest';
import { test } from './harness.ts';
import { setupPageOf } from './setup-page.ts';

test('an admin catches up from the page to the end, sees which record failed and why, and the rest is synced', async ({
  page,
  recordPage,
  stripe,
}) => {
  const { world } = recordPage;
  const { store } = world.hubspot;
  // Older than a day is what was seeded: the catch-up has less to do.
  await stripe.send('POST', '/clock/advance', { durationMs: 7 * 86_400_000 });
  const setup = setupPageOf(page, recordPage.url);
  await recordPage.accountSide.act('hubspot-properties', 'all');
  const customer = world.stripe.world.createCustomer({ name: 'Nora Caught' });
  world.stripe.world.payByCard({ amount: 5_000, currency: 'usd', customer: customer.id });
  const paid = store.createObject('deals', {
    dealname: 'Caught up deal',
    stripe_customer_id: customer.id,
  });
  const broken = store.createObject('deals', {
    dealname: 'Broken deal',
    stripe_payment_ids: 'no id',
  });
  await stripe.send('POST', '/clock/advance', { durationMs: 120_000 });

  await setup.open();
  await setup.app.getByRole('tab', { name: 'Health' }).click();
  await setup.sees('webhook-state', /isn't part of this upload/);
  await setup.part('look-back').getByText('24 hours').click();
  await setup.part('catch-up-now').click();
  await setup.part('catch-up-done').waitFor({ timeout: 60_000 });
  await setup.sees('catch-up-done', /Caught up, except for 1 record/);
  await setup.sees('catch-up-done', /contains something that isn't a Stripe ID/);
  const link = setup.part('catch-up-done').getByRole('link', { name: `Deal ${broken.id}` });
  expect(await link.getAttribute('href')).toContain(broken.id);
  expect(store.valueOf('deals', paid.id, 'stripe_amount_paid')).toBe('50.00');

  await stripe.send('POST', '/clock/advance', { durationMs: 60_000 });
  await setup.part('check-health').click();
  await setup.sees('failed-deal', /Deals: 1.*isn't a Stripe ID.*Broken deal/);

  // A list of HubSpot's, from the same tab.
  const listed = store.createObject('deals', {
    dealname: 'Listed deal',
    stripe_customer_id: customer.id,
  });
  store.lists.create({
    name: 'Won this week',
    objectType: 'deals',
    recordIds: [paid.id, listed.id],
  });
  await setup.part('check-health').click();
  await setup
    .part('sync-list-which')
    .locator('select')
    .selectOption({ label: 'In a HubSpot list' });
  await setup.part('sync-list-list').locator('select').selectOption({ label: 'Won this week' });
  await setup.part('sync-list-start').click();
  await setup.part('sync-list-done').waitFor({ timeout: 60_000 });
  await setup.sees('sync-list-done', /List synced.*2 records synced/);
});
