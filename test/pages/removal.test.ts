import { openChecked } from './setup-page.tsx';
import { Input, LoadingButton } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { failure } from '../builders/replies.ts';
import { crmCheck } from '../builders/setup-report.ts';
import { applied, checked, refusedStep, removed } from '../builders/setup-replies.ts';
import {
  archived,
  changed,
  fresh,
  objectsOf,
  propertiesOf,
  stepsOf,
} from '../builders/setup-states.ts';
import { deferredAnswer } from '../cards/deferred-answer.ts';
import { fire } from '../cards/fire.ts';
import type { PageOptions, SetupPage } from './setup-page.tsx';
import { effects, NEVER } from './setup-page.tsx';
import { sentChanges, sentSteps } from './sent-steps.ts';
import { isShown, textAt } from './texts-at.ts';

const open = (options: PageOptions = {}): Promise<SetupPage> =>
  openChecked({ checks: [checked(), checked()], ...options });

async function type(page: SetupPage, text: string): Promise<void> {
  fire(page.findByTestId(Input, 'removal-confirmation'), 'onInput', text);
  await effects();
}

async function remove(page: SetupPage): Promise<void> {
  await type(page, 'stripe_payments');
  await page.click('remove');
}

test.each([
  ['', false],
  ['stripe_payment', false],
  ['Stripe_payments', false],
  ['stripe_payments.', false],
  ['stripe payments', false],
  ['stripe_payments', true],
  [' stripe_payments ', true],
])('with "%s" typed the button is enabled: %s', async (typed, isEnabled) => {
  const page = await open();
  await type(page, typed);
  expect(page.isEnabled('remove')).toBe(isEnabled);
  expect(page.findByTestId(LoadingButton, 'remove').props.variant).toBe('destructive');
});

test('the label of the field says what to type', async () => {
  const page = await open();
  expect(page.findByTestId(Input, 'removal-confirmation').props.label).toBe(
    'Type stripe_payments to confirm',
  );
});

const counted = (...synced: readonly number[]) =>
  crmCheck({
    records: {
      isReadable: true,
      counts: (['deal', 'contact', 'company'] as const).map((objectType, index) => ({
        objectType,
        synced: synced[index] ?? 0,
        ofOtherMode: 0,
      })),
    },
  });

test.each([
  [
    'on how many records',
    counted(1_204, 12, 1),
    "This archives the app's properties and hides the figures on 1,204 deals, 12 contacts, 1 company.",
  ],
  [
    'on one kind of record',
    counted(0, 2),
    "This archives the app's properties and hides the figures on 2 contacts.",
  ],
  [
    'that there are none',
    counted(),
    "This archives the app's properties. No record has figures yet.",
  ],
  [
    'that they could not be counted',
    crmCheck({ records: { isReadable: false, error: { code: 'hubspot-rate-limited' } } }),
    "This archives the app's properties and hides the figures on all records.",
  ],
  [
    'that HubSpot could not be read',
    { isReadable: false, error: { code: 'hubspot-unreachable' } } as const,
    "This archives the app's properties and hides the figures on all records.",
  ],
])('says beforehand what is hidden: %s', async (_, crm, text) => {
  const page = await open({ checks: [checked({ crm })] });
  expect(textAt(page, 'hidden-by-removal')).toBe(text);
  expect(textAt(page, 'removal')).toContain('linked customers and assigned payments');
  expect(textAt(page, 'removal')).toContain('"Restore" on this page brings them back');
});

test('sends the confirmation, shows how many were archived, and checks again', async () => {
  const names = ['stripe_mode', 'stripe_mrr'];
  const page = await open({
    checks: [checked(), checked({ properties: propertiesOf(objectsOf({ deal: archived() })) })],
    changes: [removed(names)],
  });
  await remove(page);
  expect(sentChanges(page)).toEqual([{ action: 'remove', confirmation: 'stripe_payments' }]);
  expect(textAt(page, 'removed')).toContain('2 properties archived');
  expect(page.calls).toEqual(['check-setup', 'apply-setup', 'check-setup']);
  expect(page.findByTestId(Input, 'removal-confirmation').props.value).toBe('');
  expect(page.isEnabled('remove')).toBe(false);
});

test("kept properties are listed with HubSpot's message", async () => {
  const words = 'It is used in the workflow "Dunning".';
  const page = await open({
    changes: [removed(['stripe_mode'], [refusedStep('stripe_net_amount', words)])],
  });
  await remove(page);
  expect(textAt(page, 'removed')).toContain('1 property archived');
  expect(textAt(page, 'kept-properties')).toMatch(
    /^HubSpot kept 1 property\nDeals, stripe_net_amount\n.*\nDetails\n.*"Dunning"\./,
  );
});

test('where all were kept, none is reported as archived', async () => {
  const page = await open({ changes: [removed([], [refusedStep('stripe_mode', 'Used.')])] });
  await remove(page);
  expect(isShown(page, 'removed')).toBe(false);
  expect(textAt(page, 'kept-properties')).toContain('HubSpot kept 1 property');
});

test.each([
  ['a refusal', failure('hubspot-permission'), 'The app is missing a HubSpot scope.'],
  [
    'no answer',
    undefined,
    "The app didn't respond in time, so some changes may not have been applied",
  ],
  ['a run out of time', failure('timeout'), 'some changes may not have been applied'],
  ['the answer to another action', applied([]), 'some changes may not have been applied'],
])('%s is shown, and a check follows', async (_, answer, text) => {
  const page = await open({ changes: [answer] });
  await remove(page);
  await page.shows("Some properties weren't archived");
  expect(textAt(page, 'removal-problem')).toContain(text);
  expect(textAt(page, 'removal-problem')).not.toContain('Nothing was changed');
  expect(page.calls.at(-1)).toBe('check-setup');
});

test('a double click removes once', async () => {
  const page = await open({ changes: [NEVER] });
  await type(page, 'stripe_payments');
  const button = page.findByTestId(LoadingButton, 'remove');
  button.trigger('onClick');
  button.trigger('onClick');
  await effects();
  expect(sentChanges(page)).toHaveLength(1);
});

const objects = objectsOf({ deal: changed({ stripe_mode: { label: 'Mode' } }) });
const different = checked({ properties: propertiesOf(objects) });

test('during a removal nothing is applied or checked', async () => {
  const page = await open({ checks: [different], changes: [NEVER] });
  await remove(page);
  expect(page.findByTestId(LoadingButton, 'remove').props).toMatchObject({
    loading: true,
    disabled: true,
  });
  expect(page.isEnabled('apply')).toBe(false);
  expect(page.isEnabled('check-again')).toBe(false);
});

test('during apply nothing can be removed', async () => {
  const page = await open({ checks: [different], changes: [NEVER] });
  await type(page, 'stripe_payments');
  expect(page.isEnabled('remove')).toBe(true);
  await page.click('apply');
  expect(page.isEnabled('remove')).toBe(false);
  page.findByTestId(LoadingButton, 'remove').trigger('onClick');
  await effects();
  expect(sentChanges(page).map(({ action }) => action)).toEqual(['apply']);
});

test('only the latest outcome of apply and removal is shown', async () => {
  const page = await open({
    checks: [different, different, different, different],
    changes: [applied(stepsOf(objects)), removed(['stripe_mode']), applied(stepsOf(objects))],
  });
  await page.click('apply');
  expect(isShown(page, 'applied')).toBe(true);
  await remove(page);
  expect(isShown(page, 'applied')).toBe(false);
  expect(isShown(page, 'removed')).toBe(true);
  await page.click('apply');
  expect(isShown(page, 'removed')).toBe(false);
  expect(isShown(page, 'applied')).toBe(true);
  expect(sentSteps(page)).toHaveLength(2);
});

test('removal waits for the check that follows', async () => {
  const check = deferredAnswer();
  const page = await open({
    checks: [checked(), check.promise],
    changes: [removed(['stripe_mode'])],
  });
  await remove(page);
  await type(page, 'stripe_payments');
  expect(page.isEnabled('remove')).toBe(false);
  check.answer(checked());
  await effects();
  expect(page.isEnabled('remove')).toBe(true);
});

test("an account without the app's properties offers no removal", async () => {
  const page = await open({ checks: [checked({ properties: propertiesOf(fresh) })] });
  expect(textAt(page, 'removal')).toContain(
    "Nothing to remove: this account doesn't have any of the app's properties.",
  );
  expect(isShown(page, 'remove')).toBe(false);
});

test('unreadable definitions still offer the removal', async () => {
  const error = { code: 'hubspot-unreachable' } as const;
  const page = await open({ checks: [checked({ properties: { isReadable: false, error } })] });
  expect(isShown(page, 'remove')).toBe(true);
});
