import type { ExistingProperties, ExistingProperty, SetupStep } from '@stripe-payments/core';
import {
  PROPERTIES,
  PROPERTY_GROUP,
  PROPERTY_NAMES,
  propertyNamesOf,
  propertyInput,
  propertyPatch,
  propertyStates,
  setupStepId,
  setupSteps,
} from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { setUp, someAccount, withoutCurrencies } from '../../builders/existing-property.ts';
import type { Restores } from '../../builders/hubspot-schema.ts';
import { withCreated, withPatched } from '../../builders/hubspot-schema.ts';
import { fc, test } from '../../builders/laws.ts';

const planFor = (account: ExistingProperties): readonly SetupStep[] =>
  setupSteps('deal', propertyStates(account));

/** How an account's properties are read. */
type View = (account: ExistingProperties) => ExistingProperties;

/** Resets what is still different. */
function changed(account: ExistingProperties, name: string, view: View): ExistingProperties {
  const definition = PROPERTIES.find((each) => each.name === name);
  const existing = view(account).live.find((each) => each.name === name);
  const state = propertyStates(view(account)).find((each) => each.name === name);
  if (definition === undefined || existing === undefined) return account;
  if (state?.status !== 'different') return account;
  return withPatched(account, name, propertyPatch(definition, existing, state.differences));
}

const asItIs: View = (account) => account;

const applied = (
  account: ExistingProperties,
  restores: Restores,
  view: View = asItIs,
): ExistingProperties =>
  planFor(view(account)).reduce((before, { name, action }) => {
    const definition = PROPERTIES.find((each) => each.name === name);
    if (action === 'change' || definition === undefined) return changed(before, name, view);
    return changed(withCreated(before, propertyInput(definition), restores), name, view);
  }, account);

const restores = fc.constantFrom<Restores>('posted', 'kept');

test('an account that is set up has no plan', () => {
  expect(planFor(setUp)).toEqual([]);
});

test('the plan of a fresh account creates everything', () => {
  expect(planFor({ live: [], archived: [], hasGroup: false })).toEqual(
    propertyNamesOf('deal').map((name) => ({
      objectType: 'deal',
      name,
      action: 'create',
      differences: [],
    })),
  );
});

test.prop([someAccount, restores])('after applying a plan there is no plan', (account, how) => {
  expect(planFor(applied(account, how))).toEqual([]);
});

test.prop([someAccount, restores])(
  'after applying a plan there is no plan, also where HubSpot lists no currencies',
  (account, how) => {
    const after = applied(account, how, withoutCurrencies);
    expect(planFor(withoutCurrencies(after))).toEqual([]);
  },
);

test.prop([someAccount])('a plan has the order of the contract', (account) => {
  const names = new Set<string>(planFor(account).map(({ name }) => name));
  expect(planFor(account).map(({ name }) => name)).toEqual(
    PROPERTY_NAMES.filter((name) => names.has(name)),
  );
});

test('an amount is planned after the property that holds its currency', () => {
  const order = new Map<string, number>(PROPERTY_NAMES.map((name, index) => [name, index]));
  for (const { name, currencyPropertyName } of PROPERTIES) {
    // HubSpot's own is there before any of ours.
    const isOurs = currencyPropertyName?.startsWith('stripe_') === true;
    if (!isOurs) continue;
    expect(order.get(name)).toBeGreaterThan(order.get(currencyPropertyName) ?? Infinity);
  }
});

const isForeign = ({ groupName }: ExistingProperty): boolean => groupName !== PROPERTY_GROUP.name;

test.prop([someAccount, restores])(
  'a property in another group has no step and stays unchanged',
  (account, how) => {
    const foreign = account.live.filter(isForeign);
    const names = new Set(foreign.map(({ name }) => name));
    expect(planFor(account).filter(({ name }) => names.has(name))).toEqual([]);
    const after = applied(account, how).live.filter(({ name }) => names.has(name));
    expect(after).toEqual(foreign);
  },
);

test.prop([someAccount])('a property that is as it should be has no step', (account) => {
  const present = propertyStates(account).filter(({ status }) => status === 'present');
  const planned = new Set(planFor(account).map(({ name }) => name));
  expect(present.filter(({ name }) => planned.has(name))).toEqual([]);
});

describe("a step's id", () => {
  test('is the same for the same step, planned again', () => {
    const account = { live: [], archived: [], hasGroup: false };
    expect(planFor(account).map(setupStepId)).toEqual(planFor(account).map(setupStepId));
    expect(planFor(account).map(setupStepId)[0]).toBe('deal/stripe_customer_id/create');
  });

  test.prop([someAccount])('differs for another step', (account) => {
    const steps = (['deal', 'contact', 'company'] as const).flatMap((objectType) =>
      setupSteps(objectType, propertyStates(account)),
    );
    expect(new Set(steps.map(setupStepId)).size).toBe(steps.length);
  });
});
