import { openChecked } from './setup-page.tsx';
import { expect, test } from 'vitest';
import { failure } from '../builders/replies.ts';
import { applied, checked } from '../builders/setup-replies.ts';
import {
  changed,
  fresh,
  objectsOf,
  partsOf,
  propertiesOf,
  stepsOf,
} from '../builders/setup-states.ts';
import { deferredAnswer } from '../cards/deferred-answer.ts';
import type { PageOptions, SetupPage } from './setup-page.tsx';
import { effects, NEVER } from './setup-page.tsx';
import { sentSteps } from './sent-steps.ts';
import { elementAt, isShown, rowsAt, textAt, turnTo } from './texts-at.ts';

const FRESH = checked({ properties: propertiesOf(fresh) });
const READY = checked();

const open = (options: PageOptions): Promise<SetupPage> =>
  openChecked({ checks: [FRESH, READY], ...options });

test('an applied plan is not offered again during the next check', async () => {
  const check = deferredAnswer();
  const objects = objectsOf({ deal: changed({ stripe_mode: { label: 'Mode' } }) });
  const page = await openChecked({
    checks: [checked({ properties: propertiesOf(objects) }), check.promise],
    changes: [applied(stepsOf(objects))],
  });
  await page.click('apply');
  await page.shows('1 property is set up');
  expect(isShown(page, 'plan')).toBe(false);
  expect(isShown(page, 'apply')).toBe(false);
  check.answer(READY);
  await page.shows('No changes needed.');
});

test('a second run does what is left, and the plan stays on its page', async () => {
  const objects = objectsOf({ deal: { live: [], archived: [], hasGroup: true } });
  const steps = stepsOf(objects);
  const parts = partsOf(steps);
  const half = checked({ properties: propertiesOf(objects) });
  const page = await openChecked({
    checks: [FRESH, half, READY],
    changes: [failure('hubspot-unreachable'), ...parts.map((part) => applied(part))],
  });
  turnTo(page, 6);
  await page.click('apply');
  await page.shows("HubSpot couldn't be reached.");
  // Fewer pages are left, and the last is the nearest to the one that was shown.
  expect(elementAt(page, 'plan')?.props).toMatchObject({
    page: parts.length,
    pageCount: parts.length,
  });
  expect(rowsAt(page, 'plan')).toHaveLength(parts.at(-1)?.length ?? 0);
  await page.click('apply');
  await page.shows('No changes needed.');
  expect(sentSteps(page).slice(1)).toEqual(parts);
  expect(isShown(page, 'apply-problem')).toBe(false);
});

test('checking again removes the old outcome', async () => {
  const page = await open({
    checks: [FRESH, FRESH, NEVER],
    changes: [failure('hubspot-unreachable')],
  });
  await page.click('apply');
  expect(isShown(page, 'apply-problem')).toBe(true);
  await page.click('check-again');
  expect(isShown(page, 'apply-problem')).toBe(false);
});

test('the outcome stays where the check after it finds no definitions', async () => {
  const error = { code: 'hubspot-unreachable' } as const;
  const blind = checked({ properties: { isReadable: false, error } });
  const page = await open({ checks: [FRESH, blind], changes: [failure('hubspot-rate-limited')] });
  await page.click('apply');
  expect(isShown(page, 'schema-problem')).toBe(true);
  expect(textAt(page, 'apply-problem')).toContain('HubSpot is limiting requests');
});

test('during a run nothing else can be started', async () => {
  const run = deferredAnswer();
  const check = deferredAnswer();
  const page = await open({ checks: [FRESH, check.promise], changes: [run.promise] });
  await page.click('apply');
  expect(page.isEnabled('check-again')).toBe(false);
  run.answer(failure('hubspot-unreachable'));
  await effects();
  expect(page.isEnabled('check-again')).toBe(false);
  check.answer(FRESH);
  await effects();
  expect(page.isEnabled('check-again')).toBe(true);
  expect(page.isEnabled('apply')).toBe(true);
});

test('a plan cannot be applied during a check', async () => {
  const check = deferredAnswer();
  const page = await openChecked({ checks: [FRESH, check.promise] });
  await page.click('check-again');
  expect(isShown(page, 'plan')).toBe(true);
  expect(page.isEnabled('apply')).toBe(false);
  check.answer(FRESH);
  await effects();
  expect(page.isEnabled('apply')).toBe(true);
});
