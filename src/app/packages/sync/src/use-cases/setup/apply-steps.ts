import type { FailedStep, ObjectType, PropertyState, SetupStepId } from '@stripe-payments/core';
import { OBJECT_TYPES, propertyStates } from '@stripe-payments/core';
import type { PropertySchema } from '../../ports/setup.ts';
import { SyncError } from '../../sync-error.ts';
import type { Failures } from './apply-to-object.ts';
import { applyTo } from './apply-to-object.ts';

/** What became of the steps, as HubSpot tells it afterwards. */
export interface AppliedSteps {
  readonly done: readonly SetupStepId[];
  readonly failed: readonly FailedStep[];
  readonly left: readonly SetupStepId[];
}

const isAsItShould = (state: PropertyState): boolean =>
  state.status === 'present' || (state.status === 'foreign' && state.isUsable);

const nameIn = (id: SetupStepId): string => id.split('/')[1] ?? '';

function outcomeOf(
  objectType: ObjectType,
  ids: readonly SetupStepId[],
  states: readonly PropertyState[],
  failures: Failures,
): AppliedSteps {
  const right = new Set<string>(states.filter(isAsItShould).map(({ name }) => name));
  const failed = ids
    .map(nameIn)
    .filter((name) => !right.has(name))
    .map((name) => {
      // HubSpot took it and it is not so: without words of its own, there are only ours.
      const failure = failures.get(name) ?? failures.get(null) ?? new SyncError('hubspot-refused');
      return { objectType, name, error: failure.toReplyError() };
    });
  return { done: ids.filter((id) => right.has(nameIn(id))), failed, left: [] };
}

async function applyToObject(
  schema: PropertySchema,
  objectType: ObjectType,
  ids: readonly SetupStepId[],
): Promise<AppliedSteps> {
  try {
    const failures = await applyTo(schema, objectType, new Set(ids));
    const states = propertyStates(await schema.read(objectType));
    return outcomeOf(objectType, ids, states, failures);
  } catch (error) {
    if (error instanceof SyncError && error.code === 'timeout') {
      return { done: [], failed: [], left: ids };
    }
    throw error;
  }
}

/**
 * Does the steps that a person has seen, and nothing else. What is done already stays as it is, so the
 * same steps again do no harm.
 * @throws {SyncError} where HubSpot cannot be reached or refuses the app altogether.
 */
export async function applySteps(
  { schema }: { readonly schema: PropertySchema },
  steps: readonly SetupStepId[],
): Promise<AppliedSteps> {
  const outcomes: AppliedSteps[] = [];
  for (const objectType of OBJECT_TYPES) {
    const ids = steps.filter((id) => id.startsWith(`${objectType}/`));
    if (ids.length > 0) outcomes.push(await applyToObject(schema, objectType, ids));
  }
  return {
    done: outcomes.flatMap(({ done }) => done),
    failed: outcomes.flatMap(({ failed }) => failed),
    left: outcomes.flatMap(({ left }) => left),
  };
}
