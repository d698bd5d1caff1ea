import type { ObjectType } from '@stripe-payments/core';
import { PROPERTY_NAMES, propertyNamesOf } from '@stripe-payments/core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { inVirtualTime } from '../functions/in-virtual-time.ts';
import type { SetupWorld } from './setup-harness.ts';
import { startSetupWorld } from './setup-harness.ts';
import { PROPERTY_COUNT } from '../builders/existing-property.ts';

beforeAll(inVirtualTime);

const OBJECTS = ['deals', 'contacts', 'companies'] as const;
const ALL = PROPERTY_COUNT;
const CONFIRMED = ['remove', '--confirm', 'stripe_payments'];

let world: SetupWorld;

beforeEach(async () => {
  world = await startSetupWorld({ isSetUp: true });
});

afterEach(() => world.close());

const countNow = (): number =>
  OBJECTS.flatMap((objectType) =>
    world.world.hubspot.store.properties(objectType).list(false),
  ).filter(({ name }) => PROPERTY_NAMES.some((own) => own === name)).length;

test('removal lists what it hides, asks for the confirmation, and only then archives', async () => {
  world.edit('9001', { stripe_mode: 'test' });
  world.world.hubspot.store.records.letSearchKnow();
  const { code, said, questions } = await world.run(['remove'], {
    isTerminal: true,
    answers: [' stripe_payments '],
  });
  const count = (type: ObjectType): string => String(propertyNamesOf(type).length);
  expect(said).toContain('Remove properties from the HubSpot account 4242, Standard account');
  expect(said).toContain(
    `Deals ${count('deal')} Contacts ${count('contact')} Companies ${count('company')}`,
  );
  expect(said).toContain('hides the figures on 1 deal.');
  expect(said).toContain('It also hides linked customers and assigned payments');
  expect(said).toContain('`npm run setup -- apply` restores them with their values.');
  expect(questions).toEqual(['Type stripe_payments to confirm:']);
  expect(said).toMatch(new RegExp(`${String(ALL)} properties archived\\.$`));
  expect(code).toBe(0);
  expect(countNow()).toBe(0);
});

test('apply restores removed properties, with the values saved on records', async () => {
  world.edit('9001', { stripe_failure_reason: 'No money' });
  expect(await world.run(CONFIRMED)).toMatchObject({ code: 0 });
  const plan = await world.run(['plan']);
  expect(plan.said).toContain(`Deals: ${String(propertyNamesOf('deal').length)} to restore`);
  expect(await world.run(['apply', '--yes'])).toMatchObject({ code: 0 });
  expect(world.storedOf('9001')).toMatchObject({ stripe_failure_reason: 'No money' });
});

test.each([
  ['typed wrong', ['remove'], { isTerminal: true, answers: ['stripe_payment'] }, 1],
  ['not typed', ['remove'], { isTerminal: true, answers: [''] }, 1],
  ['refused by going away', ['remove'], { isTerminal: true }, 1],
  ['given wrong', ['remove', '--confirm', 'yes'], {}, 2],
  ['given empty', ['remove', '--confirm', ''], {}, 2],
] as const)('a confirmation that is %s removes nothing', async (_name, argv, options, expected) => {
  const { code, aside } = await world.run(argv, options);
  expect(code).toBe(expected);
  expect(aside).toContain("The confirmation doesn't match, so no properties were removed.");
  expect(countNow()).toBe(ALL);
});

test('without a terminal and a confirmation removal is refused', async () => {
  const { code, aside } = await world.run(['remove']);
  expect(code).toBe(2);
  expect(aside).toContain('nothing was archived. Run it again with --confirm stripe_payments.');
  expect(countNow()).toBe(ALL);
});

test('a property that is in use is kept, with the reason, and the others are archived', async () => {
  world.world.hubspot.store
    .properties('deals')
    .setUses('stripe_net_amount', [{ type: 'WORKFLOW', name: 'Bill it' }]);
  const { code, said } = await world.run(CONFIRMED);
  expect(code).toBe(1);
  expect(said).toContain(`${String(ALL - 1)} properties archived.`);
  expect(said).toContain('HubSpot kept 1 property Deals: stripe_net_amount');
  expect(countNow()).toBe(1);
});

test('removing twice changes nothing more', async () => {
  await world.run(CONFIRMED);
  const { code, said } = await world.run(CONFIRMED);
  expect(code).toBe(0);
  expect(said).toBe("Nothing to remove: this account doesn't have any of the app's properties.");
});

test('a property of the same name in another group is kept', async () => {
  const { store } = world.world.hubspot;
  store.updateProperty('companies', 'stripe_sync_error', { groupName: 'companyinformation' });
  const { code } = await world.run(CONFIRMED);
  expect(code).toBe(0);
  expect(store.properties('companies').find('stripe_sync_error')).toBeDefined();
  expect(countNow()).toBe(1);
});

test('when HubSpot fails midway, removal says that it is incomplete', async () => {
  await world.hubspot.fault({
    method: 'POST',
    pathPattern: 'contacts/batch/archive',
    status: 503,
    body: { status: 'error', message: 'Out of order.', correlationId: 'c-1' },
  });
  const { code, aside } = await world.run(CONFIRMED);
  expect(code).toBe(3);
  expect(aside).toContain("HubSpot couldn't be reached.");
  expect(aside).toContain('Archived properties stay archived. Run it again to archive the rest.');
  await world.hubspot.clearFaults();
  expect(await world.run(CONFIRMED)).toMatchObject({ code: 0 });
  expect(countNow()).toBe(0);
});

test('the property of the actions is made where they are declared, and removed wherever it is', async () => {
  const files = { 'src/app/functions/request-payment-hsmeta.json': '{}' };
  expect((await world.run(['plan'])).said).toContain('No changes needed.');
  const plan = await world.run(['plan'], { files });
  expect(plan.out.match(/\+ stripe_confirmation +Create "Stripe confirmation"/g)).toHaveLength(2);
  expect(await world.run(['apply', '--yes'], { files })).toMatchObject({ code: 0 });
  const { code, said } = await world.run(CONFIRMED);
  expect(said).toMatch(new RegExp(`${String(ALL + 2)} properties archived\\.$`));
  expect(code).toBe(0);
  const { store } = world.world.hubspot;
  expect(store.properties('contacts').find('stripe_confirmation')).toMatchObject({
    archived: true,
  });
});
