import { expect } from 'vitest';
import { it, openExtension } from './open-extension.ts';

const app = openExtension({
  kind: 'page',
  name: 'Page',
  variables: { stripeMode: 'test', retries: 3 },
});

const partJson = async (testId: string): Promise<unknown> =>
  JSON.parse((await app().part(testId).textContent()) ?? '');

it('gives a page the context and the actions that HubSpot gives it, and no more', async () => {
  expect(await partJson('context')).toEqual({
    location: 'pages',
    user: {
      id: 1,
      emails: ['robin.demo@example.com'],
      email: 'robin.demo@example.com',
      firstName: 'Robin',
      lastName: 'Demo',
      roles: [],
      teams: [],
      locale: 'en-us',
      language: 'en',
      permissions: ['integrations-management-write'],
    },
    portal: { id: 0, timezone: 'UTC' },
    variables: { stripeMode: 'test', retries: 3 },
    extension: { appId: 1, appName: 'Payments' },
  });
  await app().expectText(
    'actions',
    /^addAlert closeOverlay copyTextToClipboard navigateToPage openIframeModal reloadPage$/,
  );
});

it('is reached from the menu, which marks it as the current page', async () => {
  await app().page.goto(`${app().world.url}/#/contacts`);
  const link = app().page.getByRole('link', { name: 'Payments app' });
  expect(await link.getAttribute('aria-current')).toBeNull();
  await link.click();
  await app().expectText('visits', '1');
  expect(await link.getAttribute('aria-current')).toBe('page');
});

it('routes by the address, by links and by the browser’s back button, in one worker', async () => {
  expect(await partJson('route')).toEqual({ routeId: 'setup', path: '/', params: {} });
  await app().page.getByTestId('app-page-actions').getByRole('link', { name: 'Customer' }).click();
  await app().frame.getByRole('heading', { name: 'Customer' }).waitFor();
  expect(new URL(app().page.url()).hash).toBe('#/app/customers/cus_1%2F2?tab=paid');
  expect(await partJson('route')).toEqual({
    routeId: 'customer',
    path: '/customers/cus_1%2F2',
    params: { id: 'cus_1/2', tab: 'paid' },
  });
  await app().frame.getByRole('link', { name: 'Back to setup' }).click();
  await app().expectText('route', /"params":\{"from":"customer"\}/);
  await app().page.goBack();
  await app().expectText('route', /"routeId":"customer"/);
  await app().page.goto(`${app().world.url}/#/app/nowhere`);
  await app().frame.getByText('This app page does not exist.').waitFor();
  expect(app().page.workers()).toHaveLength(1);
});

it('navigates to a page, unless a value is missing', async () => {
  await app().press('Navigate without a value');
  await expect.poll(() => app().consoleErrors.join()).toContain('needs a value for :id');
  expect(new URL(app().page.url()).hash).toBe('#/app');
  await app().press('Navigate');
  await app().expectText('route', /"params":\{"id":"cus_9"\}/);
});

it('names the browser’s tab after the page’s title until the person leaves', async () => {
  await expect.poll(() => app().page.title()).toBe('Setup');
  await app().press('Count');
  await expect.poll(() => app().page.title()).toBe('Setup, again');
  await app().page.getByRole('link', { name: 'Deals' }).click();
  await expect.poll(() => app().page.title()).toBe('CRM sandbox');
});

it('calls a function without a record, and refuses properties of one', async () => {
  await app().press('Call');
  await app().expectText('outcome', 'resolved {"ok":true,"parameters":{"deep":true}}');
  expect(app().world.functionCalls).toEqual([
    { serverlessFunction: 'check-setup', parameters: { deep: true } },
  ]);
  await app().press('Call failing');
  await app().expectText('outcome', 'rejected The function failed: Error: boom.');
  await app().press('Call with properties');
  await app().expectText('outcome', /rejected check-setup: propertiesToSend needs a record/);
  expect(app().world.functionCalls).toHaveLength(2);
  expect(app().consoleErrors.join()).toContain('propertiesToSend needs a record');
});

it('refuses what needs a record', async () => {
  await app().expectText('properties', /useCrmProperties needs a record/);
  await app().expectText('associations', /useAssociations needs a record/);
});

it('searches records page by page and refuses pages that HubSpot refuses', async () => {
  const deal = { dealname: 'Annual plan', amount: '120' };
  const { store } = app().world.hubspot;
  store.createObject('deals', deal, '9002');
  store.records.letSearchKnow();
  await app().page.reload();
  await app().expectText('total', '2, page 1');
  expect(await partJson('search')).toEqual([
    [9001, { dealname: 'Website relaunch', amount: '$4,800.00' }],
  ]);
  await app().press('Next page');
  await app().expectText('search', /Annual plan/);
  await app().expectText('total', '2, page 2');
  await app().press('Too many at once');
  await app().expectText('search', /^The CRM search is not understood: .*pageLength/s);
});

it('shows an alert, and closes an overlay from inside', async () => {
  await app().press('Alert');
  await expect.poll(() => app().page.getByTestId('alerts').textContent()).toBe('Created.');
  await app().press('Remove');
  await app().page.getByRole('dialog', { name: 'Remove?' }).waitFor();
  await app().page.getByRole('button', { name: 'Keep them' }).click();
  await app().page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('starts again with the chosen language and without the right to change integrations', async () => {
  await app().page.getByTestId('user-menu').click();
  await app().page.getByTestId('setting-language').selectOption('it');
  await app().expectText('context', /"language":"it"/);
  await app().page.getByTestId('setting-managesApps').selectOption('no');
  await app().expectText('context', /"permissions":\[\]/);
});

it.each([
  {
    misuse: 'Put a text into the header',
    reason: 'PageHeader may hold PageHeaderPrimaryAction and PageHeaderSecondaryActions only',
  },
  {
    misuse: 'Put a header link elsewhere',
    reason: 'PageHeader.Link is allowed in PageHeader.PrimaryAction',
  },
])('stops the page for a misuse of the header: $misuse', async ({ misuse, reason }) => {
  await app().press(misuse);
  await app().frame.getByText('This page could not be displayed').waitFor();
  await app().expectText(app().frame, new RegExp(reason));
});
