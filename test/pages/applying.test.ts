import { openChecked } from './setup-page.tsx';
import { Button } from '@hubspot/ui-extensions';

import { expect, test } from 'vitest';
import { failure } from '../builders/replies.ts';
import { applied, checked, refusedStep } from '../builders/setup-replies.ts';
import { fresh, objectsOf, partsOf, propertiesOf, stepsOf } from '../builders/setup-states.ts';
import { deferredAnswer } from '../cards/deferred-answer.ts';
import type { PageOptions, SetupPage } from './setup-page.tsx';
import { effects, NEVER } from './setup-page.tsx';
import { sentSteps } from './sent-steps.ts';
import { elementAt, isShown, textAt } from './texts-at.ts';

const ALL = stepsOf(fresh);
const FRESH = checked({ properties: propertiesOf(fresh) });
const READY = checked();

/** Fourteen at a time, as the page sends them. */
const PARTS: readonly (readonly string[])[] = Array.from(
  { length: Math.ceil(ALL.length / 14) },
  (_, index) => ALL.slice(index * 14, (index + 1) * 14),
);

const [first = [], second = [], third = []] = PARTS;

const open = (options: PageOptions): Promise<SetupPage> =>
  openChecked({ checks: [FRESH, READY], ...options });

const bar = (page: SetupPage) => {
  const { value, maxValue, valueDescription } = elementAt(page, 'apply-progress')?.props ?? {};
  return [value, maxValue, valueDescription];
};

test('sends exactly the steps that were shown, fourteen at a time, in their order, and checks again', async () => {
  const page = await open({ changes: PARTS.map((part) => applied(part)) });
  await page.click('apply');
  await page.shows(`${String(ALL.length)} properties are set up`);
  expect(sentSteps(page)).toEqual(PARTS);
  expect(page.calls.at(-1)).toBe('check-setup');
  expect(page.calls.filter((uid) => uid === 'check-setup')).toHaveLength(2);
  expect(elementAt(page, 'applied')?.props['variant']).toBe('success');
  expect(isShown(page, 'nothing-to-do')).toBe(true);
  expect(textAt(page, 'verdict-properties')).toBe('Done');
});

test('the progress bar moves with each part, and the plan is hidden', async () => {
  const [one, two] = [deferredAnswer(), deferredAnswer()];
  const page = await open({ changes: [one.promise, two.promise] });
  await page.click('apply');
  const all = String(ALL.length);
  expect(bar(page)).toEqual([0, ALL.length, `0 of ${all} applied`]);
  expect(isShown(page, 'plan')).toBe(false);
  expect(isShown(page, 'apply')).toBe(false);
  one.answer(applied(first));
  await effects();
  expect(bar(page)).toEqual([14, ALL.length, `14 of ${all} applied`]);
  two.answer(applied(second.slice(0, 4), { left: second.slice(4) }));
  await effects();
  expect(bar(page)).toEqual([18, ALL.length, `18 of ${all} applied`]);
});

test('steps that a run did not reach are sent again first', async () => {
  const left = first.slice(5);
  const page = await open({ changes: [applied(first.slice(0, 5), { left })] });
  await page.click('apply');
  expect(sentSteps(page)).toEqual([first, [...left, ...second.slice(0, 5)]]);
});

test('a second run without progress is the last', async () => {
  const nothing = applied([], { left: second });
  const page = await open({ changes: [applied(first), nothing, nothing, nothing] });
  await page.click('apply');
  await page.shows("Some changes weren't applied");
  expect(sentSteps(page)).toEqual([first, second, second]);
  expect(textAt(page, 'apply-problem')).toBe(
    "Some changes weren't applied\nHubSpot was too slow to apply any changes. Try again in a few minutes. Applied changes are kept.\nApplied changes are kept. Apply again to finish the rest.",
  );
  expect(textAt(page, 'applied')).toBe('14 properties are set up');
  expect(page.calls.at(-1)).toBe('check-setup');
});

test('a run that reports the same steps as done and as left is the last', async () => {
  const both = applied(first, { left: first });
  const page = await open({ changes: [both, both, both, both] });
  await page.click('apply');
  expect(sentSteps(page)).toEqual([first, first]);
  expect(isShown(page, 'apply-problem')).toBe(true);
  expect(isShown(page, 'applied')).toBe(false);
});

test('steps reported as left that were not sent are ignored', async () => {
  const page = await open({ changes: [applied(first, { left: third }), applied(second)] });
  await page.click('apply');
  expect(sentSteps(page)).toEqual([first, second, third]);
});

test("a refused step shows HubSpot's message, and the rest continues", async () => {
  const [taken, refused] = [first.slice(1), first.slice(0, 1)];
  const words = 'Property name is reserved.';
  const failed = [refusedStep('stripe_customer_id', words)];
  const page = await open({
    changes: [applied(taken, { failed }), ...PARTS.slice(1).map((part) => applied(part))],
  });
  expect(refused).toEqual(['deal/stripe_customer_id/create']);
  await page.click('apply');
  await page.shows('HubSpot rejected 1 property');
  expect(textAt(page, 'failed-steps')).toBe(
    `HubSpot rejected 1 property\nDeals, stripe_customer_id\nHubSpot refused the request. Fix what HubSpot reports, then try again.\nDetails\n${words}`,
  );
  expect(textAt(page, 'applied')).toContain(`${String(ALL.length - 1)} properties`);
  expect(isShown(page, 'apply-problem')).toBe(false);
  expect(sentSteps(page)).toHaveLength(PARTS.length);
});

test('of many failures ten are listed, with the number of others', async () => {
  const refuse = (part: readonly string[]) =>
    applied([], {
      failed: part.map((step, index) => refusedStep(step.split('/')[1] ?? '', String(index))),
    });
  const objects = objectsOf({ deal: { live: [], archived: [], hasGroup: false } });
  const steps = stepsOf(objects);
  const page = await openChecked({
    checks: [checked({ properties: propertiesOf(objects) }), FRESH],
    changes: partsOf(steps).map(refuse),
  });
  await page.click('apply');
  await page.shows(`HubSpot rejected ${String(steps.length)} properties`);
  const lines = textAt(page, 'failed-steps').split('\n');
  expect(lines.filter((line) => line.startsWith('Deals, '))).toHaveLength(10);
  expect(lines.at(-1)).toBe(`and ${String(steps.length - 10)} more`);
  expect(isShown(page, 'applied')).toBe(false);
});

test.each([
  ['was killed', 'rejects'],
  ['answered something else', { statusCode: 500 }],
  ['answered for another action', { ok: true, action: 'remove', removed: [], failed: [] }],
  ['ended at its time limit', failure('timeout')],
] as const)('a run that %s says that it may have done a part', async (_, answer) => {
  const dead = deferredAnswer();
  const page = await open({ changes: [applied(first), dead.promise] });
  await page.click('apply');
  if (answer === 'rejects') dead.fail(new Error('killed'));
  else dead.answer(answer);
  await page.shows("Some changes weren't applied");
  expect(textAt(page, 'apply-problem')).toContain(
    "The app didn't respond in time, so some changes may not have been applied. Check again to see what's left. It's safe to repeat.",
  );
  expect(textAt(page, 'apply-problem')).not.toContain('Nothing was changed');
  expect(page.calls.at(-1)).toBe('check-setup');
});

test('a refusal of the whole run ends it, with its reason', async () => {
  const page = await open({ changes: [failure('hubspot-permission')] });
  await page.click('apply');
  await page.shows("Some changes weren't applied\nThe app is missing a HubSpot scope");
  expect(isShown(page, 'applied')).toBe(false);
  expect(sentSteps(page)).toHaveLength(1);
});

test('a double click applies once', async () => {
  const page = await open({ changes: [NEVER] });
  const button = page.findByTestId(Button, 'apply');
  button.trigger('onClick');
  button.trigger('onClick');
  await effects();
  expect(sentSteps(page)).toHaveLength(1);
});
