import type {
  ExistingProperties,
  ObjectType,
  PropertyInput,
  PropertyState,
  SetupProperty,
  SetupStep,
  SetupStepId,
} from '@stripe-payments/core';
import {
  propertyInput,
  propertyPatch,
  propertyStates,
  setupPropertiesIn,
  setupStepId,
  setupSteps,
} from '@stripe-payments/core';
import type { SyncError } from '../../sync-error.ts';
import type { Failures } from './failures.ts';
import { createFailures } from './failures.ts';
import type { PropertySchema } from './setup-ports.ts';

/** One object type after its steps. */
export interface AppliedTo {
  /** As last read from HubSpot, with no change since. */
  readonly existing: ExistingProperties;
  readonly failureOf: (name: string) => SyncError | undefined;
}

interface Target {
  readonly schema: PropertySchema;
  readonly objectType: ObjectType;
  readonly failures: Failures;
}

const namesOf = (steps: readonly SetupStep[]): ReadonlySet<string> =>
  new Set(steps.map(({ name }) => name));

const definitionsOf = (
  { language, hasActions }: PropertySchema,
  objectType: ObjectType,
): readonly SetupProperty[] => setupPropertiesIn(language, objectType, hasActions);

/** How the properties that this schema makes stand on one object type. */
export const statesOf = (
  { language, hasActions }: PropertySchema,
  objectType: ObjectType,
  existing: ExistingProperties,
): readonly PropertyState[] => propertyStates(existing, language, objectType, hasActions);

function inputsOf(
  steps: readonly SetupStep[],
  schema: PropertySchema,
  objectType: ObjectType,
): readonly PropertyInput[] {
  const names = namesOf(steps);
  return definitionsOf(schema, objectType)
    .filter(({ name }) => names.has(name))
    .map(propertyInput);
}

/** What the batch left out, each alone: only then does HubSpot say why, and about which. */
async function createEach(
  { schema, objectType, failures }: Target,
  inputs: readonly PropertyInput[],
): Promise<void> {
  // In order: an amount names the property that holds its currency.
  for (const input of inputs) {
    const goesOn = await failures.attempt(input.name, () => schema.create(objectType, input));
    if (!goesOn) return;
  }
}

async function createAll(
  target: Target,
  before: ExistingProperties,
  inputs: readonly PropertyInput[],
): Promise<ExistingProperties> {
  const { schema, objectType, failures } = target;
  if (inputs.length === 0) return before;
  if (!before.hasGroup) {
    const hasGroup = await failures.attempt(null, () => schema.createGroup(objectType));
    if (!hasGroup) return before;
  }
  const goesOn = await failures.attemptAll(() => schema.createMany(objectType, inputs));
  const after = await schema.read(objectType);
  const live = new Set(after.live.map(({ name }) => name));
  const missing = inputs.filter(({ name }) => !live.has(name));
  if (missing.length === 0 || !goesOn) return after;
  await createEach(target, missing);
  return schema.read(objectType);
}

/** Resets what differs; a restored property returns as it was archived. */
async function changeAll(
  { schema, objectType, failures }: Target,
  existing: ExistingProperties,
  names: ReadonlySet<string>,
): Promise<ExistingProperties> {
  const states = statesOf(schema, objectType, existing);
  const changed = definitionsOf(schema, objectType).flatMap((definition, index) => {
    const { name } = definition;
    const state = states[index];
    const found = existing.live.find((property) => property.name === name);
    if (state?.status !== 'different' || found === undefined || !names.has(name)) return [];
    return [{ name, patch: propertyPatch(definition, found, state.differences) }];
  });
  if (changed.length === 0) return existing;
  await Promise.all(
    changed.map(({ name, patch }) =>
      failures.attempt(name, () => schema.change(objectType, name, patch)),
    ),
  );
  return schema.read(objectType);
}

/** Who restores a property puts it back too: a run that ended in between has left that half. */
const isApproved = (step: SetupStep, approved: ReadonlySet<SetupStepId>): boolean =>
  approved.has(setupStepId(step)) ||
  (step.action === 'change' && approved.has(setupStepId({ ...step, action: 'restore' })));

/**
 * Does what is still needed of the approved steps of one object type.
 * @throws {SyncError} where HubSpot could not be asked how they stand.
 */
export async function applyTo(
  schema: PropertySchema,
  objectType: ObjectType,
  approved: ReadonlySet<SetupStepId>,
): Promise<AppliedTo> {
  const failures = createFailures();
  const target = { schema, objectType, failures };
  const before = await schema.read(objectType);
  const steps = setupSteps(objectType, statesOf(schema, objectType, before)).filter((step) =>
    isApproved(step, approved),
  );
  const created = steps.filter(({ action }) => action !== 'change');
  const after = await createAll(target, before, inputsOf(created, schema, objectType));
  const put = steps.filter(({ action }) => action !== 'create');
  const existing = await changeAll(target, after, namesOf(put));
  return { existing, failureOf: (name) => failures.of(name) };
}
