import type {
  ApplySetupParameters,
  FailedStep,
  ObjectType,
  PropertyState,
  SetupStepId,
} from '@stripe-payments/core';
import { OBJECT_TYPES, setupStepId, setupSteps } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { AppliedTo } from './apply-to-object.ts';
import { applyTo, statesOf } from './apply-to-object.ts';
import { passesWithTime } from './failures.ts';
import type { PropertySchema, SetupPorts } from './setup-ports.ts';

/** What became of the steps, as HubSpot tells it afterwards. */
export interface AppliedSteps {
  readonly done: readonly SetupStepId[];
  readonly failed: readonly FailedStep[];
  readonly left: readonly SetupStepId[];
}

/** Of one object type. */
interface Outcome extends AppliedSteps {
  /** What keeps the run from going on. */
  readonly obstacle: SyncError | undefined;
}

const isAsItShould = (state: PropertyState): boolean =>
  state.status === 'present' || (state.status === 'foreign' && state.isUsable);

const nameIn = (id: SetupStepId): string => id.split('/')[1] ?? '';

/** Steps that were not reached are left; refused ones have failed. */
function withFailures(
  objectType: ObjectType,
  done: readonly SetupStepId[],
  failures: readonly (readonly [SetupStepId, SyncError])[],
): Outcome {
  const refused = failures.filter(([, error]) => !passesWithTime(error));
  const open = failures.filter(([, error]) => passesWithTime(error));
  return {
    done,
    failed: refused.map(([id, error]) => ({
      objectType,
      name: nameIn(id),
      error: error.failure,
    })),
    left: open.map(([id]) => id),
    obstacle: open[0]?.[1],
  };
}

function outcomeOf(
  objectType: ObjectType,
  ids: readonly SetupStepId[],
  { existing, failureOf }: AppliedTo,
  schema: PropertySchema,
): Outcome {
  const states = statesOf(schema, objectType, existing);
  const right = new Set<string>(states.filter(isAsItShould).map(({ name }) => name));
  const planned = new Set(setupSteps(objectType, states).map(setupStepId));
  const reasonFor = (id: SetupStepId): SyncError =>
    failureOf(nameIn(id)) ??
    // HubSpot took the step and it is still to do; or it is another one that would be to do now.
    new SyncError(planned.has(id) ? 'hubspot-refused' : 'setup-changed');
  return withFailures(
    objectType,
    ids.filter((id) => right.has(nameIn(id))),
    ids.filter((id) => !right.has(nameIn(id))).map((id) => [id, reasonFor(id)]),
  );
}

async function applyToObject(
  schema: PropertySchema,
  objectType: ObjectType,
  ids: readonly SetupStepId[],
): Promise<Outcome> {
  try {
    const applied = await applyTo(schema, objectType, new Set(ids));
    return outcomeOf(objectType, ids, applied, schema);
  } catch (error) {
    if (!(error instanceof SyncError) || error.code === 'hubspot-unauthorized') throw error;
    return withFailures(
      objectType,
      [],
      ids.map((id) => [id, error]),
    );
  }
}

/**
 * Nothing at all was reached. What ran out of time is left all the same: a batch that HubSpot answers
 * late may well be done.
 */
function refuseNothing({ done, failed }: AppliedSteps, obstacle: SyncError | undefined): void {
  const isOutOfTime = obstacle?.code === 'timeout';
  if (obstacle !== undefined && !isOutOfTime && done.length + failed.length === 0) throw obstacle;
}

/**
 * Does the steps that a person has seen, and nothing else. What is done already stays as it is, so the
 * same steps again do no harm. What one object type is refused does not keep the others back.
 * A caller that repeats with what is left must check that it gets less.
 * @throws {SyncError} `hubspot-unauthorized`; and what was in the way before anything was done.
 */
export async function applySteps(
  { schema }: { readonly schema: PropertySchema },
  steps: readonly SetupStepId[],
): Promise<AppliedSteps> {
  const distinct = [...new Set(steps)];
  const outcomes: Outcome[] = [];
  let obstacle: SyncError | undefined;
  for (const objectType of OBJECT_TYPES) {
    const ids = distinct.filter((id) => id.startsWith(`${objectType}/`));
    if (ids.length === 0) continue;
    const outcome: Outcome =
      obstacle === undefined
        ? await applyToObject(schema, objectType, ids)
        : { done: [], failed: [], left: ids, obstacle };
    outcomes.push(outcome);
    obstacle ??= outcome.obstacle;
  }
  const applied = {
    done: outcomes.flatMap(({ done }) => done),
    failed: outcomes.flatMap(({ failed }) => failed),
    left: outcomes.flatMap(({ left }) => left),
  };
  refuseNothing(applied, obstacle);
  return applied;
}

/** @throws {SyncError} as `applySteps` does. */
export async function applySetup(
  ports: Pick<SetupPorts, 'schema'>,
  { steps }: ApplySetupParameters,
): Promise<{ readonly action: 'apply' } & AppliedSteps> {
  return { action: 'apply', ...(await applySteps(ports, steps)) };
}
