import { PROPERTIES, propertyNamesOf } from '@stripe-payments/core';
import { expect } from 'vitest';
import { choose } from './reader.ts';
import { test } from './harness.ts';
import { setupPageOf } from './setup-page.ts';
import { PROPERTY_COUNT } from '../builders/existing-property.ts';

/** On deals, contacts and companies. */
const ALL = String(PROPERTY_COUNT);

const NET = 'stripe_net_amount';

const labelOf = (name: string): string =>
  PROPERTIES.find((property) => property.name === name)?.label ?? '';

test('in a fresh account an admin sees what is missing, creates it, and syncs a deal', async ({
  deal,
  page,
  recordPage,
}) => {
  const { accountSide, world } = recordPage;
  const setup = setupPageOf(page, recordPage.url);
  await accountSide.act('stripe-key', 'restricted');
  await accountSide.act('hubspot-properties', 'none');
  await setup.open();
  await setup.expectVerdicts({
    stripeKey: 'Done',
    stripeAccount: 'Done',
    crm: 'Done',
    properties: 'To do',
  });
  await setup.sees('summary', /1 step left/);
  await setup.sees(
    'properties-deal',
    new RegExp(`${String(propertyNamesOf('deal').length)} to create`),
  );
  await setup.sees('dry-run', new RegExp(`${ALL} changes to review\\. Nothing is written until`));
  expect(world.hubspot.store.properties('deals').find(NET)).toBeUndefined();

  const [seeded] = world.deals;
  const { dealId = '', stripeCustomerId = '', name = '' } = seeded ?? {};
  await setup.preview(name);
  await setup.sees('preview', /would (?:write|change)/);

  await setup.apply();
  await setup.sees('applied', new RegExp(`${ALL} properties are set up`));
  await setup.expectVerdicts({ properties: 'Done' });
  await setup.sees('nothing-to-do', /No changes needed/);
  for (const [type, objectType] of [
    ['deals', 'deal'],
    ['contacts', 'contact'],
    ['companies', 'company'],
  ] as const) {
    const live = world.hubspot.store.properties(type).list(false);
    const missing = propertyNamesOf(objectType).filter(
      (own) => !live.some(({ name: there }) => there === own),
    );
    expect(missing).toEqual([]);
  }

  world.hubspot.store.updateObject('deals', dealId, { stripe_customer_id: stripeCustomerId });
  await deal.open(dealId);
  expect(await deal.sync()).toMatch(/properties|values/);
});

test("a key without three permissions shows which are missing and what doesn't work without them", async ({
  page,
  recordPage,
}) => {
  const setup = setupPageOf(page, recordPage.url);
  await recordPage.accountSide.act('hubspot-properties', 'all');
  await recordPage.accountSide.act('stripe-key', 'restricted-partly');
  await setup.open();
  await setup.expectVerdicts({ stripeKey: 'To do' });
  const rows = setup.part('missing-permissions').locator('tbody tr');
  const names = await rows.locator('td:first-child').allTextContents();
  expect(names).toEqual([
    'Disputesrak_dispute_read',
    'Couponsrak_coupon_read',
    'Invoicesrak_invoice_read',
  ]);
  const link = setup.app.getByRole('link', { name: 'Create a test key in Stripe' });
  expect(await link.getAttribute('href')).toMatch(
    /^https:\/\/dashboard\.stripe\.com\/test\/apikeys\/create\?.*rak_invoice_read/,
  );
  await recordPage.accountSide.act('stripe-key', 'restricted');
  await setup.checkAgain();
  await setup.expectVerdicts({ stripeKey: 'Done' });
  expect(await setup.part('missing-permissions').count()).toBe(0);
});

test('apply restores a changed label and keeps an added option', async ({ page, recordPage }) => {
  const { accountSide, world } = recordPage;
  const setup = setupPageOf(page, recordPage.url);
  await accountSide.act('hubspot-properties', 'all');
  await accountSide.act('hubspot-properties', 'rename');
  await accountSide.act('hubspot-properties', 'add-option');
  await setup.open();
  await setup.sees('summary', /1 item to review/);
  await setup.sees('plan', new RegExp(`Label "Net \\(ask Kim\\)" becomes "${labelOf(NET)}"`));
  expect(await setup.part('plan').locator('tbody tr').count()).toBe(1);
  await setup.apply();
  const { store } = world.hubspot;
  expect(store.properties('deals').require(NET).label).toBe(labelOf(NET));
  const values = store
    .properties('companies')
    .require('stripe_match')
    .options.map((option) => option.value);
  expect(values).toContain('by_hand');
});

test('a test key warns about figures and links from live mode, and says why a sync would fail', async ({
  page,
  recordPage,
  stripe,
}) => {
  const { accountSide, world } = recordPage;
  const setup = setupPageOf(page, recordPage.url);
  await accountSide.act('hubspot-properties', 'all');
  const { store } = world.hubspot;
  await stripe.send('POST', '/other-mode', { ids: ['cus_LiveOnly1'] });
  store.createObject('deals', {
    dealname: 'Quayside refit (live)',
    stripe_customer_id: 'cus_LiveOnly1',
    stripe_mode: 'live',
  });
  await stripe.send('POST', '/clock/advance', { durationMs: 60_000 });
  await setup.open();
  await setup.sees('other-mode', /Some records hold figures from Live mode.*1 deal\./);
  await setup.preview('Quayside');
  await setup.sees('preview-problem', /Stripe's other mode \(live or test\)/);
});

test('scopes that were added later need the app to be installed again', async ({
  page,
  recordPage,
}) => {
  const setup = setupPageOf(page, recordPage.url);
  await recordPage.accountSide.act('hubspot-scopes', 'earlier');
  await setup.open();
  await setup.sees(
    'missing-scopes',
    /crm\.schemas\.contacts\.write.*install-app --account \d+ --force/,
  );
  await recordPage.accountSide.act('hubspot-scopes', 'reinstall');
  await setup.checkAgain();
  await setup.sees('scopes', '13 of 13');
  expect(await setup.part('missing-scopes').count()).toBe(0);
});

test('the setup is Italian for an Italian user and fits 900 pixels', async ({
  page,
  recordPage,
}) => {
  const { accountSide } = recordPage;
  const setup = setupPageOf(page, recordPage.url);
  await accountSide.act('stripe-account', 'past-due');
  await accountSide.act('hubspot-properties', 'none');
  await accountSide.act('stripe-key', 'restricted-partly');
  await page.setViewportSize({ width: 900, height: 900 });
  await setup.open();
  await choose(page, { language: 'it', locale: 'it-it' });
  await setup.sees('summary', /prima di poter sincronizzare/);
  await setup.sees('readiness', 'Azione richiesta');
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
});

test('without a key the page says how to create one', async ({ page, recordPage }) => {
  const setup = setupPageOf(page, recordPage.url);
  await recordPage.accountSide.act('stripe-key', 'none');
  await setup.open();
  await setup.expectVerdicts({ stripeKey: 'To do' });
  await setup.sees('key-problem', /No Stripe key is set for this app\..*hs secret add/);
});
