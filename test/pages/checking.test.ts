import { effects, openChecked, openPage } from './setup-page.tsx';
import { Button, LoadingSpinner } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { failure } from '../builders/replies.ts';
import { accountFacts, setupReport } from '../builders/setup-report.ts';
import { checked } from '../builders/setup-replies.ts';
import { keyOf } from '../builders/setup-states.ts';
import { deferredAnswer } from '../cards/deferred-answer.ts';
import { isShown, textAt } from './texts-at.ts';

/** A report that differs from others by the account's name. */
const named = (name: string, asOfMs = setupReport().asOfMs) =>
  checked({ asOfMs, stripeKey: keyOf({ name }) });

test('runs a check when opened, shows progress, and calls nothing else', async () => {
  const first = deferredAnswer();
  const page = openPage({ checks: [first.promise] });
  await effects();
  expect(page.find(LoadingSpinner).props).toMatchObject({
    label: 'Checking Stripe and HubSpot',
    showLabel: true,
  });
  expect(page.isEnabled('check-again')).toBe(false);
  first.answer(checked());
  await page.shows('Setup is complete. Cards show your payments.');
  expect(page.maybeFind(LoadingSpinner)).toBeNull();
  expect(page.calls).toEqual(['check-setup']);
  expect(page.callsOf('check-setup')[0]?.options).toEqual({ parameters: {} });
});

test.each(['/', '/setup', '/anything/else'])('the page is the same at %s', async (path) => {
  const page = await openChecked({ path });
  expect(page.text()).toContain('Stripe key');
});

test('a button checks again, and the old report stays until the new one is there', async () => {
  const second = deferredAnswer();
  const page = await openChecked({ checks: [named('Northwind'), second.promise] });
  await page.click('check-again');
  expect(page.text()).toContain('Northwind');
  expect(page.isEnabled('check-again')).toBe(false);
  second.answer(named('Southwind', Date.parse('2026-11-22T13:00:00Z')));
  await page.shows('Southwind');
  expect(page.text()).not.toContain('Northwind');
  expect(textAt(page, 'checked-at')).toBe('Checked Nov 22, 2026, 2:00 PM');
  expect(page.isEnabled('check-again')).toBe(true);
});

test('a late answer of an older check is dropped', async () => {
  const [second, third] = [deferredAnswer(), deferredAnswer()];
  const page = await openChecked({ checks: [checked(), second.promise, third.promise] });
  const button = page.findByTestId(Button, 'check-again');
  button.trigger('onClick');
  button.trigger('onClick');
  third.answer(named('Newer'));
  await page.shows('Newer');
  second.answer(named('Older'));
  await effects();
  expect(page.text()).toContain('Newer');
  expect(page.text()).not.toContain('Older');
  expect(page.calls).toHaveLength(3);
});

test('an older check that answers first is not shown', async () => {
  const [second, third] = [deferredAnswer(), deferredAnswer()];
  const page = await openChecked({ checks: [checked(), second.promise, third.promise] });
  const button = page.findByTestId(Button, 'check-again');
  button.trigger('onClick');
  button.trigger('onClick');
  second.answer(failure('timeout'));
  await effects();
  expect(isShown(page, 'check-problem')).toBe(false);
  expect(page.find(LoadingSpinner).props.label).toBe('Checking Stripe and HubSpot');
});

test('a failed check keeps the old report, with the reason and its age', async () => {
  const failed = failure('hubspot-unreachable', { requestId: 'run_7' });
  const page = await openChecked({ checks: [named('Northwind'), failed] });
  await page.click('check-again');
  expect(textAt(page, 'check-problem')).toBe(
    "The setup couldn't be checked\nHubSpot couldn't be reached. Try again in a minute.\nDetails\nRequest ID: run_7\nShowing the results of the last check.",
  );
  expect(page.text()).toContain('Northwind');
  expect(textAt(page, 'checked-at')).toBe('Checked Nov 22, 2026, 1:00 PM');
});

test('the next check removes the reason at once', async () => {
  const third = deferredAnswer();
  const page = await openChecked({ checks: [checked(), failure('timeout'), third.promise] });
  await page.click('check-again');
  expect(isShown(page, 'check-problem')).toBe(true);
  await page.click('check-again');
  expect(isShown(page, 'check-problem')).toBe(false);
});

test('a failed first check shows only the failure and can be repeated', async () => {
  const page = openPage({ checks: [failure('hubspot-unauthorized'), checked()] });
  await page.shows("The setup couldn't be checked");
  expect(textAt(page, 'check-problem')).not.toContain('the last check');
  expect(isShown(page, 'part-stripeKey')).toBe(false);
  await page.click('check-again');
  expect(isShown(page, 'check-problem')).toBe(false);
  expect(isShown(page, 'part-stripeKey')).toBe(true);
});

const whole = setupReport();

test.each([
  ['none', undefined],
  ['no reply', { status: 'SUCCESS' }],
  ['no report', { ok: true }],
  ['a report without properties', { ok: true, report: { ...whole, properties: undefined } }],
  ['a report without a key', { ok: true, report: { ...whole, stripeKey: null } }],
  [
    'permissions that are none',
    { ok: true, report: { ...whole, stripeKey: { ...whole.stripeKey, permissions: {} } } },
  ],
  [
    'an account without its switches',
    {
      ok: true,
      report: {
        ...whole,
        stripeKey: {
          ...whole.stripeKey,
          account: { ...accountFacts(), isReadable: true, chargesEnabled: 'yes' },
        },
      },
    },
  ],
  ['a problem without words', { ok: true, report: { ...whole, crm: { isReadable: false } } }],
  [
    'a difference without its fields',
    {
      ok: true,
      report: {
        ...whole,
        properties: {
          isReadable: true,
          objects: [
            {
              objectType: 'deal',
              states: [
                { name: 'stripe_mode', status: 'different', differences: [{ field: 'options' }] },
              ],
            },
          ],
        },
      },
    },
  ],
])('an answer that is %s is invalid', async (_, answer) => {
  const page = openPage({ checks: [answer] });
  await page.shows("The setup couldn't be checked\nThe app didn't respond.");
  expect(isShown(page, 'part-stripeKey')).toBe(false);
});

test("a killed function shows that the app didn't respond", async () => {
  const dead = deferredAnswer();
  const page = openPage({ checks: [dead.promise] });
  await effects();
  dead.fail(new Error('Task timed out after 15.00 seconds'));
  await page.shows("The app didn't respond.");
  expect(page.text()).not.toContain('15.00');
});
