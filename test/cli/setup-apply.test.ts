import { PROPERTY_NAMES, propertyNamesOf } from '@stripe-payments/core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { inVirtualTime } from '../functions/in-virtual-time.ts';
import type { SetupWorld } from './setup-harness.ts';
import { startSetupWorld } from './setup-harness.ts';
import { PROPERTY_COUNT } from '../builders/existing-property.ts';

beforeAll(inVirtualTime);

const OBJECTS = ['deals', 'contacts', 'companies'] as const;
const ALL = PROPERTY_COUNT;

let world: SetupWorld;

beforeEach(async () => {
  world = await startSetupWorld();
});

afterEach(() => world.close());

function namesOf(objectType: (typeof OBJECTS)[number]): readonly string[] {
  const properties = world.world.hubspot.store.properties(objectType);
  return PROPERTY_NAMES.filter((name) => properties.find(name) !== undefined);
}

const countNow = (): number => OBJECTS.flatMap(namesOf).length;

test('apply creates what the plan lists, and a second apply nothing', async () => {
  const plan = await world.run(['plan']);
  expect(plan.code).toBe(0);
  expect(plan.out.match(/^ {2}\+ stripe_\w+ +Create "/gm)).toHaveLength(ALL);
  expect(plan.said).toContain(
    `Deals: ${String(propertyNamesOf('deal').length)} to create + stripe_customer_id`,
  );
  expect(countNow()).toBe(0);

  const applied = await world.run(['apply', '--yes']);
  expect(applied.code).toBe(0);
  expect(applied.said).toMatch(new RegExp(`${String(ALL)} properties are set up\\.$`));
  expect(namesOf('deals')).toEqual(propertyNamesOf('deal'));
  expect(namesOf('contacts')).toEqual(propertyNamesOf('contact'));
  expect(namesOf('companies')).toEqual(propertyNamesOf('company'));

  await world.hubspot.forgetRequests();
  const again = await world.run(['apply', '--yes']);
  expect(again.code).toBe(0);
  expect(again.said).toContain('No changes needed.');
  const requests = await world.hubspot.requests();
  expect(requests.filter(({ path }) => path.includes('batch'))).toEqual([]);
});

test('apply runs in parts, and each moves the progress bar', async () => {
  const { progress } = await world.run(['apply', '--yes'], { isTerminal: true });
  const all = String(ALL);
  expect(progress.slice(0, 3)).toEqual([
    `0/${all} 0 of ${all} applied`,
    `14/${all} 14 of ${all} applied`,
    `28/${all} 28 of ${all} applied`,
  ]);
  expect(progress.slice(-2)).toEqual([`${all}/${all} ${all} of ${all} applied`, 'stopped']);
});

test.each(['y', 'Y', 'yes', ' Yes '])('the answer %j applies the plan', async (answer) => {
  const { code, questions } = await world.run(['apply'], { isTerminal: true, answers: [answer] });
  expect(questions).toEqual(['Apply these changes? (y/N)']);
  expect(code).toBe(0);
  expect(countNow()).toBe(ALL);
});

test.each([['n'], ['no'], [''], ['s'], []])(
  'the answer %j applies nothing and exits with code 1',
  async (...answers) => {
    const { code, aside } = await world.run(['apply'], { isTerminal: true, answers });
    expect(code).toBe(1);
    expect(aside).toMatch(/Nothing was changed\./);
    expect(countNow()).toBe(0);
  },
);

test('an Italian answers sì', async () => {
  const options = { isTerminal: true, answers: ['sì'], environment: { LANG: 'it_IT.UTF-8' } };
  const { code, questions } = await world.run(['apply'], options);
  expect(questions).toEqual(['Applicare queste modifiche? (s/N)']);
  expect(code).toBe(0);
});

test('without a terminal nothing is applied unless --yes is given', async () => {
  const { code, aside, questions } = await world.run(['apply']);
  expect(code).toBe(2);
  expect(questions).toEqual([]);
  expect(aside).toBe(
    "This isn't an interactive terminal, so nothing was changed. Run it again with --yes.",
  );
  expect(countNow()).toBe(0);
});

test('a refused property is named with its reason, and the others are created', async () => {
  world.world.hubspot.behavior.change({ refusedNames: ['stripe_mrr'] });
  const { code, said } = await world.run(['apply', '--yes']);
  expect(code).toBe(1);
  expect(countNow()).toBe(ALL - 3);
  expect(said).toContain('HubSpot rejected 3 properties Deals: stripe_mrr HubSpot refused');
  expect(said).toContain('Companies: stripe_mrr');
});

test('when HubSpot fails midway, apply reports what is done, and the next run completes it', async () => {
  await world.hubspot.fault({
    method: 'POST',
    pathPattern: 'contacts/batch/create',
    status: 503,
    body: { status: 'error', message: 'Out of order.', correlationId: 'c-1' },
  });
  const { code, said } = await world.run(['apply', '--yes']);
  expect(code).toBe(3);
  expect(namesOf('deals')).toEqual(propertyNamesOf('deal'));
  const left = String(ALL - propertyNamesOf('deal').length);
  expect(said).toContain(`${String(propertyNamesOf('deal').length)} properties are set up.`);
  expect(said).toContain(`Some changes weren't applied (${left}). HubSpot couldn't be reached.`);
  await world.hubspot.clearFaults();
  expect(await world.run(['apply', '--yes'])).toMatchObject({ code: 0 });
  expect(countNow()).toBe(ALL);
});

test('plan and apply need no Stripe key, and ask Stripe nothing', async () => {
  await world.stripe.forgetRequests();
  const environment = { STRIPE_SECRET_KEY: '' };
  const plan = await world.run(['plan'], { environment });
  expect(plan).toMatchObject({ code: 0 });
  expect(plan.said).toMatch(/^Plan for the HubSpot account 4242/);
  expect(await world.run(['apply', '--yes'], { environment })).toMatchObject({ code: 0 });
  await world.run(['plan']);
  expect(await world.stripe.requests()).toEqual([]);
});
