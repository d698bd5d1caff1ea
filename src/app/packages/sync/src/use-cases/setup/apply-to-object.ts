import type {
  ExistingProperties,
  ObjectType,
  PropertyInput,
  SetupStep,
  SetupStepId,
} from '@stripe-payments/core';
import {
  PROPERTIES,
  propertyInput,
  propertyPatch,
  propertyStates,
  setupStepId,
  setupSteps,
} from '@stripe-payments/core';
import type { PropertySchema } from '../../ports/setup.ts';
import { SyncError } from '../../sync-error.ts';

/** Why a property is not as it should be; by its name, which may be null. */
export type Failures = Map<string | null, SyncError>;

const inputsOf = (steps: readonly SetupStep[]): readonly PropertyInput[] => {
  const names = new Set<string>(steps.map(({ name }) => name));
  return PROPERTIES.filter(({ name }) => names.has(name)).map(propertyInput);
};

async function attempt(
  failures: Failures,
  name: string | null,
  work: Promise<unknown>,
): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    failures.set(name, error);
  }
}

/**
 * In one batch; one by one where HubSpot refuses the whole of it for the sake of one, such as a
 * property that somebody created meanwhile.
 */
async function createAll(
  schema: PropertySchema,
  objectType: ObjectType,
  inputs: readonly PropertyInput[],
  failures: Failures,
): Promise<void> {
  try {
    for (const { name, error } of await schema.createMany(objectType, inputs)) {
      failures.set(name, error);
    }
  } catch (error) {
    const isRefusal = error instanceof SyncError && error.code === 'hubspot-refused';
    if (!isRefusal) throw error;
    // In order: an amount names the property that holds its currency.
    for (const input of inputs) {
      await attempt(failures, input.name, schema.create(objectType, input));
    }
  }
}

/** Puts back what differs now; a restored property may have come back as it was archived. */
async function changeAll(
  schema: PropertySchema,
  objectType: ObjectType,
  existing: ExistingProperties,
  names: ReadonlySet<string>,
  failures: Failures,
): Promise<void> {
  const states = propertyStates(existing);
  const changed = PROPERTIES.flatMap((definition, index) => {
    const state = states[index];
    const found = existing.live.find(({ name }) => name === definition.name);
    if (state?.status !== 'different' || found === undefined || !names.has(definition.name)) {
      return [];
    }
    const { name } = definition;
    return [{ name, patch: propertyPatch(definition, found, state.differences) }];
  });
  await Promise.all(
    changed.map(({ name, patch }) =>
      attempt(failures, name, schema.change(objectType, name, patch)),
    ),
  );
}

const namesOf = (steps: readonly SetupStep[]): ReadonlySet<string> =>
  new Set(steps.map(({ name }) => name));

/**
 * Does what is still needed of the approved steps of one object type.
 * @returns why HubSpot did not take something, by the property's name; null where it does not say which.
 */
export async function applyTo(
  schema: PropertySchema,
  objectType: ObjectType,
  approved: ReadonlySet<SetupStepId>,
): Promise<Failures> {
  const failures = new Map<string | null, SyncError>();
  const before = await schema.read(objectType);
  const steps = setupSteps(objectType, propertyStates(before)).filter((step) =>
    approved.has(setupStepId(step)),
  );
  const created = steps.filter(({ action }) => action !== 'change');
  if (created.length > 0 && !before.hasGroup) {
    await attempt(failures, null, schema.createGroup(objectType));
  }
  if (created.length > 0) await createAll(schema, objectType, inputsOf(created), failures);
  const restored = created.filter(({ action }) => action === 'restore');
  const changed = steps.filter(({ action }) => action === 'change');
  const existing = restored.length === 0 ? before : await schema.read(objectType);
  await changeAll(schema, objectType, existing, namesOf([...restored, ...changed]), failures);
  return failures;
}
