import { openChecked } from './setup-page.tsx';
import { Link } from '@hubspot/ui-extensions';
import type { PropertyChange, PropertyName, RecordView } from '@stripe-payments/core';
import { propertyChanges } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { valuesOfView } from '../builders/saved-properties.ts';
import { refund } from '../builders/refund.ts';
import { failure } from '../builders/replies.ts';
import { checked, previewed } from '../builders/setup-replies.ts';
import { archived, fresh, objectsOf, propertiesOf } from '../builders/setup-states.ts';
import { deferredAnswer } from '../cards/deferred-answer.ts';
import { parametersOf } from '../cards/extension-life.tsx';
import { CREATED_AT, foundRecord, MODIFIED_AT } from './found-record.ts';
import type { PageOptions, SetupPage } from './setup-page.tsx';
import { effects, NEVER } from './setup-page.tsx';
import { elementAt, isShown, rowsAt, textAt } from './texts-at.ts';

const search = () => [
  foundRecord(1, { dealname: 'Annual plan' }),
  foundRecord(2, { dealname: 'Consulting' }),
];

/** The first record, picked. */
async function pick(options: PageOptions): Promise<SetupPage> {
  const page = await openChecked({ search, ...options });
  await page.click('preview-1');
  return page;
}

const part = (continuation: string | null, contactsCovered: number): RecordView =>
  recordView([], { continuation, coverage: { contactsCovered, contactsTotal: 500 } });

const change = (name: PropertyName, from: string, to: string): PropertyChange => ({
  ...{ name, from, to },
});

test('lists every value that a sync would write, before and after', async () => {
  const view = recordView([charge({ refunds: [refund()] })]);
  const changes = propertyChanges({}, valuesOfView(view));
  const page = await pick({ previews: [previewed(changes, view)] });
  expect(changes.length).toBeGreaterThan(15);
  expect(textAt(page, 'preview')).toContain(
    `A sync of Annual plan would write ${String(changes.length)} values`,
  );
  const rows = rowsAt(page, 'changes');
  expect(rows).toHaveLength(changes.length);
  expect(rows).toContainEqual(['Payment status', 'empty', 'Partially refunded']);
  expect(rows).toContainEqual(['Amount refunded', 'empty', '$5.00']);
  expect(rows).toContainEqual(['First payment', 'empty', 'Nov 22, 2026, 6:05 PM']);
  expect(page.calls).toEqual(['check-setup', 'preview-sync']);
});

test('21 changes are 21 rows under three headings', async () => {
  const view = recordView([charge()]);
  const values = Object.keys(valuesOfView(view)) as readonly PropertyName[];
  const changes = values.slice(0, 21).map((name) => change(name, '', 'x'));
  const page = await pick({ previews: [previewed(changes)] });
  expect(rowsAt(page, 'changes')).toHaveLength(21);
  expect(textAt(page, 'changes')).toMatch(/^Property\nNow\nAfter sync\n/);
});

test('uses the singular for one value', async () => {
  const page = await pick({ previews: [previewed([change('stripe_mode', 'live', 'test')])] });
  expect(textAt(page, 'preview')).toContain('would write 1 value\n');
  expect(rowsAt(page, 'changes')).toEqual([['Stripe mode', 'Live', 'Test']]);
});

test('a record without changes says so', async () => {
  const page = await pick({ previews: [previewed([])] });
  expect(textAt(page, 'preview')).toBe('A sync of Annual plan would change nothing\nOpen record');
  expect(isShown(page, 'changes')).toBe(false);
});

test.each([
  ['with changes', previewed([change('stripe_mode', '', 'test')])],
  ['without', previewed([])],
])('the record can be opened, %s', async (_, answer) => {
  const page = await pick({ previews: [answer] });
  const link = page.find(Link, (node) => node.text === 'Open record');
  expect(link.props.href).toEqual({
    url: 'https://app.hubspot.com/contacts/42/record/0-3/1',
    external: true,
  });
});

test.each([
  ['are all there', objectsOf({}), false],
  ['do not exist', fresh, true],
  ['are archived on one kind of record', objectsOf({ company: archived('stripe_mode') }), true],
])('properties that %s: says that values need them: %s', async (_, objects, isSaid) => {
  const page = await pick({
    checks: [checked({ properties: propertiesOf(objects) })],
    previews: [previewed([change('stripe_mode', '', 'test')])],
  });
  expect(isShown(page, 'not-created')).toBe(isSaid);
});

test('a company is read in parts, with progress', async () => {
  const [one, two, three] = [deferredAnswer(), deferredAnswer(), deferredAnswer()];
  const page = await pick({ previews: [one.promise, two.promise, three.promise] });
  expect(isShown(page, 'preview-progress')).toBe(false);
  one.answer(previewed([], part('token-1', 120)));
  await effects();
  expect(elementAt(page, 'preview-progress')?.props).toMatchObject({
    value: 120,
    maxValue: 500,
    valueDescription: '120 of 500 contacts included',
  });
  two.answer(previewed([], part('token-2', 340)));
  await effects();
  expect(elementAt(page, 'preview-progress')?.props['value']).toBe(340);
  three.answer(previewed([change('stripe_mode', '', 'live')], part(null, 500)));
  await page.shows('would write 1 value');
  expect(isShown(page, 'preview-progress')).toBe(false);
  const record = {
    objectType: 'deal',
    recordId: '1',
    createdAt: CREATED_AT,
    modifiedAt: MODIFIED_AT,
  };
  expect(parametersOf(page, 'preview-sync')).toEqual([
    record,
    { ...record, continuation: 'token-1' },
    { ...record, continuation: 'token-2' },
  ]);
});

test('picking another record drops the answer of the first', async () => {
  const [one, two] = [deferredAnswer(), deferredAnswer()];
  const page = await pick({ previews: [one.promise, two.promise] });
  await page.click('preview-2');
  two.answer(previewed([]));
  await page.shows('A sync of Consulting would change nothing');
  one.answer(previewed([change('stripe_mode', '', 'live')]));
  await effects();
  expect(textAt(page, 'preview')).toContain('Consulting');
  expect(isShown(page, 'changes')).toBe(false);
});

test('picking another record stops reading the first', async () => {
  const one = deferredAnswer();
  const page = await pick({ previews: [one.promise, NEVER, previewed([])] });
  await page.click('preview-2');
  one.answer(previewed([], part('token-1', 120)));
  await effects();
  expect(parametersOf(page, 'preview-sync')).toHaveLength(2);
  expect(isShown(page, 'preview-progress')).toBe(false);
  expect(textAt(page, 'try-it')).toContain('Reading payments');
});

const expired = failure('continuation-expired');

test('an expired continuation starts over', async () => {
  const page = await pick({
    previews: [previewed([], part('token-1', 120)), expired, previewed([], part(null, 500))],
  });
  await page.shows('A sync of Annual plan would change nothing');
  expect(
    parametersOf(page, 'preview-sync').map((parameters) =>
      String((parameters as { continuation?: string }).continuation),
    ),
  ).toEqual(['undefined', 'token-1', 'undefined']);
});

test('a second expired continuation is shown as a failure', async () => {
  const begun = previewed([], part('token', 120));
  const page = await pick({ previews: [begun, expired, begun, expired, begun, expired] });
  await page.shows('The payments loaded so far are out of date.');
  expect(parametersOf(page, 'preview-sync')).toHaveLength(4);
});

test('a deselected record is not started over', async () => {
  const late = deferredAnswer();
  const page = await pick({ previews: [previewed([], part('token', 9)), late.promise] });
  await page.click('preview-2');
  late.answer(expired);
  await effects();
  expect(parametersOf(page, 'preview-sync')).toHaveLength(3);
});

test.each([
  [
    'a live id under a test key',
    failure('wrong-mode', { detail: 'cus_live' }),
    "This ID is from Stripe's other mode (live or test). Use an ID from the same mode as the app's key.\nDetails\ncus_live.",
  ],
  [
    'an unknown customer',
    failure('unknown-customer', { detail: '"cus_9"', requestId: 'req_1' }),
    'This customer doesn\'t exist in Stripe. Check the ID in the Stripe Dashboard. If it is in "Stripe customer" on this record, correct it there.\nDetails\n"cus_9". Request ID: req_1',
  ],
  ['a record that is gone', failure('record-not-found'), 'This record no longer exists in HubSpot'],
  ['no answer', undefined, "The app didn't respond."],
  ['an answer without a view', { ok: true, changes: [] }, "The app didn't respond."],
  ['an answer without changes', { ok: true, view: part(null, 1) }, "The app didn't respond."],
])('%s: says why the sync would not work, and the next step', async (_, answer, text) => {
  const page = await pick({ previews: [answer] });
  expect(textAt(page, 'preview-problem')).toContain(`A sync would fail: Annual plan\n${text}`);
  expect(elementAt(page, 'preview-problem')?.props['variant']).toBe('danger');
  expect(isShown(page, 'preview')).toBe(false);
});

test('a setup check keeps the preview', async () => {
  const page = await pick({ checks: [checked(), checked()], previews: [previewed([])] });
  await page.click('check-again');
  expect(isShown(page, 'preview')).toBe(true);
  expect(page.calls).toEqual(['check-setup', 'preview-sync', 'check-setup']);
});
