import type {
  ExistingProperties,
  ExistingProperty,
  ObjectProperties,
  ObjectType,
  PropertyName,
  SetupReport,
  StripeAccountFacts,
  StripeKeyCheck,
  StripePermission,
} from '@stripe-payments/core';
import {
  OBJECT_TYPES,
  propertyStates,
  setupStepId,
  setupSteps,
  STRIPE_PERMISSIONS,
} from '@stripe-payments/core';
import { contractProperty, existingAs, setUp } from './existing-property.ts';
import { accountFacts, usableKey } from './setup-report.ts';

type PermissionState = Omit<
  Extract<StripeKeyCheck, { status: 'usable' }>['permissions'][number],
  'permission'
>;

/** A key of live mode to which Stripe answers so about these permissions, and yes to the others. */
export const keyWith = (
  states: Readonly<Partial<Record<StripePermission, PermissionState>>>,
): StripeKeyCheck =>
  usableKey({
    mode: 'live',
    permissions: STRIPE_PERMISSIONS.map((permission) => ({
      permission,
      ...(states[permission] ?? { status: 'present' }),
    })),
  });

/** A key whose account is like this. */
export const keyOf = (
  changes: Partial<StripeAccountFacts>,
  requirements: Partial<NonNullable<StripeAccountFacts['requirements']>> = {},
): StripeKeyCheck => {
  const facts = accountFacts();
  return usableKey({
    account: {
      isReadable: true,
      ...facts,
      ...(facts.requirements !== null && {
        requirements: { ...facts.requirements, ...requirements },
      }),
      ...changes,
    },
  });
};

type Objects = readonly ObjectProperties[];

/** Properties as the accounts have them; those of other object types are as they should be. */
export const objectsOf = (
  accounts: Readonly<Partial<Record<ObjectType, ExistingProperties>>>,
): Objects =>
  OBJECT_TYPES.map((objectType) => ({
    objectType,
    states: propertyStates(accounts[objectType] ?? setUp, 'en', objectType),
  }));

const NOTHING: ExistingProperties = { live: [], archived: [], hasGroup: false };

/** An account in which the setup has never run. */
export const fresh: Objects = objectsOf({ deal: NOTHING, contact: NOTHING, company: NOTHING });

/** An account that was set up, with properties that are not any more as the setup made them. */
export function changed(
  changes: Readonly<Partial<Record<PropertyName, Partial<ExistingProperty>>>>,
): ExistingProperties {
  const live = setUp.live.map((property) => ({
    ...property,
    ...new Map<string, Partial<ExistingProperty>>(Object.entries(changes)).get(property.name),
  }));
  return { ...setUp, live };
}

/** An account that was set up, in which these were archived. */
export const archived = (...names: readonly PropertyName[]): ExistingProperties => ({
  ...setUp,
  live: setUp.live.filter(({ name }) => !names.some((each) => each === name)),
  archived: names.map((name) => existingAs(contractProperty(name))),
});

export const propertiesOf = (objects: Objects): SetupReport['properties'] => ({
  isReadable: true,
  objects,
});

/** What the page would send, in its order. */
export const stepsOf = (objects: Objects): readonly string[] =>
  objects.flatMap(({ objectType, states }) => setupSteps(objectType, states).map(setupStepId));

/** So many steps are sent in one call. */
const PART = 14;

/** Steps as the page sends them. */
export const partsOf = (steps: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(steps.length / PART) }, (_, index) =>
    steps.slice(index * PART, (index + 1) * PART),
  );
