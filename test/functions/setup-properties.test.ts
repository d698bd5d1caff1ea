import type { ObjectType, PropertyState, SetupStepId } from '@stripe-payments/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PropertyDefinition } from '../../sandbox/hubspot/model/entities.ts';
import { succeeded } from './replies.ts';
import type { SetupWorld } from './setup-world.ts';
import {
  applyPlan,
  planIn,
  propertyWrites,
  reportOf,
  startSetupWorld,
  STORES,
} from './setup-world.ts';

let world: SetupWorld;

beforeEach(async () => {
  world = await startSetupWorld();
});

afterEach(() => world.close());

const definitionOf = (name: string, objectType: ObjectType = 'deal'): PropertyDefinition =>
  world.world.hubspot.store.properties(STORES[objectType]).require(name);

const behave = (behavior: object): Promise<void> =>
  world.hubspot.send('PUT', '/behavior', behavior);

async function stateOf(name: string): Promise<PropertyState | undefined> {
  const { properties } = await reportOf(world);
  if (!properties.isReadable) throw new Error(properties.error.code);
  const deals = properties.objects.find(({ objectType }) => objectType === 'deal');
  return deals?.states.find((state) => state.name === name);
}

const property = (name: string): string => `/schema/deals/properties/${name}`;

describe('what people modified', () => {
  test('a label is restored, and nothing else of the property is sent', async () => {
    await world.settings('PATCH', property('stripe_mode'), { label: 'Modus' });
    const label = definitionOf('stripe_mode', 'contact').label;
    expect(await stateOf('stripe_mode')).toMatchObject({
      status: 'different',
      differences: [{ field: 'label', from: 'Modus', to: label }],
    });
    await applyPlan(world);
    expect(definitionOf('stripe_mode').label).toBe(label);
    const [patch, ...more] = await propertyWrites(world);
    expect(more).toEqual([]);
    expect(JSON.parse(patch?.body ?? '')).toEqual({ label });
  });

  test('added, hidden, sorted and described options are kept, and missing ones restored', async () => {
    const options = `${property('stripe_payment_status')}/options`;
    await world.settings('POST', options, { value: 'own', label: 'Own', description: 'Ours' });
    await world.settings('PATCH', `${options}/failed`, { hidden: true, displayOrder: 40 });
    expect(await stateOf('stripe_payment_status')).toMatchObject({ status: 'present' });
    await world.settings('PATCH', `${options}/paid`, { label: 'Bezahlt' });
    await world.settings('DELETE', `${options}/disputed`);
    await applyPlan(world);
    const after = definitionOf('stripe_payment_status').options;
    const byValue = new Map(after.map((option) => [option.value, option]));
    expect(byValue.get('own')).toMatchObject({ label: 'Own', description: 'Ours' });
    expect(byValue.get('failed')).toMatchObject({ hidden: true, displayOrder: 40 });
    expect(byValue.get('paid')?.label).toBe('Paid');
    expect(byValue.get('disputed')).toMatchObject({ hidden: false, displayOrder: 41 });
    expect(await stateOf('stripe_payment_status')).toMatchObject({ status: 'present' });
  });

  test("a conflicting option is reported as HubSpot's refusal, with the property name", async () => {
    const options = `${property('stripe_mode')}/options`;
    await world.settings('PATCH', `${options}/live`, { label: 'Real' });
    await world.settings('POST', options, { value: 'own', label: 'Live' });
    const outcome = await applyPlan(world);
    expect(outcome.failed).toMatchObject([
      { name: 'stripe_mode', error: { detail: 'Property options must have unique labels' } },
    ]);
  });

  const COUNT = 'stripe_payment_count';
  const asText = () =>
    world.settings('PATCH', property(COUNT), { type: 'string', fieldType: 'text' });

  test('a number changed to text is changed back', async () => {
    await asText();
    world.edit('9001', { [COUNT]: '3' });
    expect(await stateOf(COUNT)).toMatchObject({
      status: 'different',
      differences: [{ field: 'type', from: 'string/text', to: 'number/number' }],
    });
    expect((await applyPlan(world)).failed).toEqual([]);
    expect(await stateOf(COUNT)).toMatchObject({ status: 'present' });
    expect(world.storedOf('9001')[COUNT]).toBe('3');
  });

  test("a number changed to text that holds words stays, with HubSpot's message", async () => {
    await asText();
    world.edit('9001', { [COUNT]: 'many' });
    expect((await applyPlan(world)).failed).toMatchObject([
      { name: COUNT, error: { detail: `The type of property "${COUNT}" cannot be changed` } },
    ]);
    expect(await stateOf(COUNT)).toMatchObject({ status: 'different' });
  });

  test('text changed to a list is changed back', async () => {
    const options = [{ value: 'a', label: 'A', displayOrder: 0, hidden: false }];
    const store = world.world.hubspot.store;
    store.updateProperty('deals', 'stripe_failure_reason', {
      type: 'enumeration',
      fieldType: 'select',
      options,
    });
    expect((await applyPlan(world)).failed).toEqual([]);
    expect(definitionOf('stripe_failure_reason')).toMatchObject({ type: 'string', options: [] });
  });

  test.each(['posted', 'kept'])(
    'an archived property is restored with its values (HubSpot returns it as %s)',
    async (restoredDefinition) => {
      await behave({ restoredDefinition });
      world.edit('9001', { stripe_mode: 'live' });
      await world.settings('PATCH', property('stripe_mode'), { label: 'Modus' });
      await world.settings('DELETE', property('stripe_mode'));
      expect(await stateOf('stripe_mode')).toMatchObject({ status: 'archived' });
      const outcome = await applyPlan(world);
      expect(outcome).toMatchObject({ done: ['deal/stripe_mode/restore'], failed: [], left: [] });
      expect(definitionOf('stripe_mode').label).toBe(definitionOf('stripe_mode', 'contact').label);
      expect(world.storedOf('9001')['stripe_mode']).toBe('live');
    },
  );

  test('a property in another group is used as it is and never touched', async () => {
    await world.settings('POST', '/schema/deals/groups', { name: 'theirs', label: 'Theirs' });
    const edit = { groupName: 'theirs', label: 'Our fees' };
    await world.settings('PATCH', property('stripe_fee_amount'), edit);
    expect(await stateOf('stripe_fee_amount')).toMatchObject({ status: 'foreign', isUsable: true });
    expect(planIn(await reportOf(world))).toEqual([]);
    const steps: readonly SetupStepId[] = [
      'deal/stripe_fee_amount/create',
      'deal/stripe_fee_amount/change',
      'deal/stripe_fee_amount/restore',
    ];
    succeeded(await world.apply({ action: 'apply', steps }));
    expect(await propertyWrites(world)).toEqual([]);
    expect(definitionOf('stripe_fee_amount')).toMatchObject(edit);
  });

  test('amounts are no difference where HubSpot does not return their currency', async () => {
    await behave({ currencyFieldsInReads: false });
    expect(planIn(await reportOf(world))).toEqual([]);
  });
});

describe('only what was approved is done', () => {
  test('only the approved one of two missing properties is created', async () => {
    for (const name of ['stripe_mode', 'stripe_match']) {
      await world.settings('DELETE', property(name));
    }
    const steps: readonly SetupStepId[] = ['deal/stripe_mode/restore'];
    expect(succeeded(await world.apply({ action: 'apply', steps }))).toMatchObject({ done: steps });
    expect(await stateOf('stripe_match')).toMatchObject({ status: 'archived' });
  });

  test('a step that no longer applies is not done and is reported', async () => {
    await world.settings('DELETE', property('stripe_mode'));
    const steps: readonly SetupStepId[] = ['deal/stripe_mode/create'];
    expect(succeeded(await world.apply({ action: 'apply', steps }))).toMatchObject({
      done: [],
      failed: [{ objectType: 'deal', name: 'stripe_mode', error: { code: 'setup-changed' } }],
    });
    expect(await propertyWrites(world)).toEqual([]);
  });
});

describe('the property in which users confirm actions', () => {
  const NAME = 'stripe_confirmation';
  const idsOf = async (actions: string): Promise<readonly SetupStepId[]> =>
    planIn(await reportOf(world, { DEMO_ACTIONS: actions }));

  test('is planned on deals and contacts where actions are on, and nowhere else', async () => {
    expect(await idsOf('')).toEqual([]);
    const plan = await idsOf('refunds');
    expect(plan).toEqual([`deal/${NAME}/create`, `contact/${NAME}/create`]);
    const applied = succeeded(
      await world.apply({ action: 'apply', steps: plan }, { DEMO_ACTIONS: 'refunds' }),
    );
    expect(applied).toMatchObject({ done: plan, failed: [], left: [] });
    expect(definitionOf(NAME, 'contact')).toMatchObject({
      label: 'Stripe confirmation',
      type: 'string',
      groupName: 'stripe_payments',
      archived: false,
    });
    expect(await idsOf('refunds')).toEqual([]);
    expect(await idsOf('')).toEqual([]);
  });

  test('is not created while actions are off', async () => {
    const steps: readonly SetupStepId[] = [`deal/${NAME}/create`];
    const { done, failed } = succeeded(await world.apply({ action: 'apply', steps }));
    expect(done).toEqual([]);
    expect(failed).toMatchObject([{ name: NAME, error: { code: 'setup-changed' } }]);
  });
});
