import { expect } from 'vitest';
import { it, openExtension } from './open-extension.ts';

const card = openExtension({ kind: 'card', name: 'Card' });

it('runs the production bundle with the record, its properties and its associations', async () => {
  await card().expectText(
    'declared',
    '{"amount":"$4,800.00","dealname":"Website relaunch","stripe_net_amount":null}',
  );
  await card().expectText('contacts', 'Ada');
  await card().expectText('record', '9001');
});

it('does not deliver properties that the bundler could not read from the source', async () => {
  await card().expectText('contacts', 'Ada');
  await card().expectText('imported', '{}');
});

it('resolves a function call to exactly what the function returned', async () => {
  await card().press('Call');
  await card().expectText('outcome', 'resolved {"ok":true,"parameters":{"page":1}}');
  expect(card().world.functionCalls).toEqual([
    {
      serverlessFunction: 'get-payments',
      parameters: { page: 1 },
      objectQuery: {
        objectId: 9001,
        objectTypeId: '0-3',
        objectPropertyNames: ['hs_object_id'],
      },
    },
  ]);
});

it('rejects a function call with the message of a function that throws', async () => {
  await card().press('Call failing');
  await card().expectText('outcome', 'rejected The function failed: Error: boom.');
});

it('refuses fetch to a card', async () => {
  await card().press('Fetch');
  await card().expectText('outcome', /rejected fetch is not/);
});

it('shows written properties in the panel and in the card only after a refresh', async () => {
  await card().press('Call');
  await card().expectText('outcome', /resolved/);
  expect(await card().page.getByTestId('property-stripe_net_amount').textContent()).toBe('--');
  await card().press('Refresh');
  await card().expectText(card().page.getByTestId('property-stripe_net_amount'), '1,213.45');
  await card().expectText('declared', /"1213\.45"/);
});

it('saves an edited property and notifies the panel', async () => {
  const value = card().page.getByTestId('property-stripe_payment_ids');
  await value.getByRole('button').click();
  await value.getByRole('textbox').fill('pi_1');
  await value.getByRole('button', { name: 'Save' }).click();
  await card().expectText(value, 'pi_1');
  expect(card().world.hubspot.store.valueOf('deals', '9001', 'stripe_payment_ids')).toBe('pi_1');
  expect(await card().page.locator('.property-changed').count()).toBe(1);
});

it('edits a property in the card with the rights of the user', async () => {
  const { store, users } = card().world.hubspot;
  const value = card().frame.getByTestId('card-property-stripe_customer_id');
  const enter = async (text: string): Promise<void> => {
    await value.getByRole('button', { name: /^Edit / }).click();
    await value.getByRole('textbox').fill(text);
    await value.getByRole('button', { name: 'Save' }).click();
  };
  await enter('cus_2');
  await card().expectText(value, /cus_2/);
  const [latest] = store.findObject('deals', '9001')?.history.get('stripe_customer_id') ?? [];
  expect(latest).toMatchObject({ value: 'cus_2', source: { type: 'CRM_UI', userId: 1 } });
  users.restrict('deals', 'stripe_customer_id', [2]);
  await enter('cus_3');
  await card().expectText(value, /User 1 does not have permission to edit/);
  expect(store.valueOf('deals', '9001', 'stripe_customer_id')).toBe('cus_2');
  expect(await card().frame.locator('[data-testid^="card-property-"]').count()).toBe(1);
});

it('opens a modal from the overlay of a button and closes it from inside', async () => {
  await card().press('Unlink');
  await card().page.getByRole('dialog', { name: 'Unlink?' }).waitFor();
  await card().page.getByRole('button', { name: 'Never mind' }).click();
  await card().page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('reports the value of an input on blur', async () => {
  await card().frame.getByLabel('Customer', { exact: true }).fill('cus_2');
  expect(await card().part('committed').textContent()).toBe('');
  await card().frame.getByLabel('Customer', { exact: true }).blur();
  await card().expectText('committed', 'cus_2');
});

it('shows an alert of the card', async () => {
  await card().press('Alert');
  await expect
    .poll(() => card().page.getByTestId('alerts').textContent())
    .toBe('DoneIt is synced.');
});

it('starts the card again with each chosen locale, language and time zone', async () => {
  await card().expectText('locale', 'en-us');
  await card().expectText('language', 'en');
  await card().page.getByTestId('user-menu').click();
  for (const [name, value] of [
    ...['en-us', 'en-gb', 'it-it', 'de-de', 'ja-jp', 'ar-eg'].map(
      (tag) => ['locale', tag] as const,
    ),
    ['language', 'it'],
    ['language', 'en'],
    ['timeZone', 'Asia/Tokyo'],
  ] as const) {
    await card().page.getByTestId(`setting-${name}`).selectOption(value);
    await card().expectText(card().part(name), value);
  }
});

it('names in red a component that it does not have', async () => {
  await card().expectText(
    card().page.getByTestId('not-drawn-TimeInput'),
    'Component TimeInput is not drawn yet',
  );
});

it('isolates right-to-left text', async () => {
  expect(await card().part('name').locator('bdi').getAttribute('dir')).toBe('auto');
});

it('stops the card, and not the page, when it renders a raw HTML element', async () => {
  await card().press('Draw raw HTML');
  await card().frame.getByText('This card could not be displayed').waitFor();
  expect(await card().frame.textContent()).toContain('Unsupported component: div');
  expect(await card().page.getByTestId('property-stripe_customer_id').textContent()).toBe('cus_1');
});

it('shows a failed build as a banner', async () => {
  card().world.emit({ type: 'build-error', message: 'Unexpected token' });
  await card().page.getByTestId('build-error').getByText('Unexpected token').waitFor();
});

it('opens one of two drawers at a time, and Escape closes it', async () => {
  const { page } = card();
  const drawer = page.getByTestId('account-side');
  await page.getByRole('button', { name: 'Account side' }).click();
  const state = drawer.getByTestId('account-side-switch-state');
  await card().expectText(state, 'It is on');
  await drawer.getByRole('button', { name: 'Turn off', pressed: false }).click();
  await drawer.getByRole('button', { name: 'Turn off', pressed: true }).waitFor();
  expect(await state.textContent()).toBe('It is off');
  const log = drawer.getByTestId('account-side-log').locator('li');
  expect(await log.allTextContents()).toEqual(['Turned off']);
  await page.getByRole('button', { name: 'Stripe side' }).click();
  await page.getByTestId('stripe-side').waitFor();
  expect(await drawer.count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByTestId('stripe-side').waitFor({ state: 'detached' });
});

it('says that a project has no app page', async () => {
  await card().page.goto(`${card().world.url}/#/app`);
  await card().page.getByText('This project has no app page.').waitFor();
});
