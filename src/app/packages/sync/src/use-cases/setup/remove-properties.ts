import type {
  ExistingProperties,
  FailedStep,
  ObjectType,
  SetupPropertyName,
} from '@stripe-payments/core';
import {
  CONFIRMATION_PROPERTY,
  OBJECT_TYPES,
  PROPERTY_GROUP,
  PROPERTY_NAMES,
} from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { Failures } from './failures.ts';
import { createFailures, passesWithTime } from './failures.ts';
import type { PropertySchema } from './setup-ports.ts';

/** What was archived, and what HubSpot kept. */
export interface RemovedProperties {
  readonly removed: readonly { readonly objectType: ObjectType; readonly name: string }[];
  readonly failed: readonly FailedStep[];
}

const namesInGroup = ({ live }: ExistingProperties): ReadonlySet<string> =>
  new Set(
    live.filter(({ groupName }) => groupName === PROPERTY_GROUP.name).map(({ name }) => name),
  );

/** What this app made: the contract's names, in its own group. The last first, for what they name. */
function ownNames(existing: ExistingProperties): readonly SetupPropertyName[] {
  const inGroup = namesInGroup(existing);
  const names = [...PROPERTY_NAMES, CONFIRMATION_PROPERTY] as const;
  return names.filter((name) => inGroup.has(name)).toReversed();
}

/** One property that a workflow or list uses keeps HubSpot from archiving any of a batch. */
async function archiveAll(
  schema: PropertySchema,
  objectType: ObjectType,
  names: readonly SetupPropertyName[],
  failures: Failures,
): Promise<ExistingProperties> {
  const goesOn = await failures.attemptAll(() => schema.archiveMany(objectType, names));
  const after = await schema.read(objectType);
  const kept = ownNames(after);
  if (!goesOn || kept.length === 0) return after;
  for (const name of kept) {
    if (!(await failures.attempt(name, () => schema.archive(objectType, name)))) break;
  }
  return schema.read(objectType);
}

async function removeFrom(
  schema: PropertySchema,
  objectType: ObjectType,
): Promise<RemovedProperties> {
  const failures = createFailures();
  const before = await schema.read(objectType);
  const names = ownNames(before);
  const after = names.length === 0 ? before : await archiveAll(schema, objectType, names, failures);
  // A group that holds something is not ours to take. HubSpot refuses it where that is news to us.
  if (after.hasGroup && namesInGroup(after).size === 0) {
    await failures.attemptAll(() => schema.removeGroup(objectType));
  }
  const left = new Set(ownNames(after));
  const reasons = [...left].map(
    (name) => [name, failures.of(name) ?? new SyncError('hubspot-refused')] as const,
  );
  const interruption = reasons.find(([, error]) => passesWithTime(error));
  if (interruption !== undefined) throw interruption[1];
  return {
    removed: names.filter((name) => !left.has(name)).map((name) => ({ objectType, name })),
    failed: reasons.map(([name, error]) => ({ objectType, name, error: error.failure })),
  };
}

async function outcomeFor(
  schema: PropertySchema,
  objectType: ObjectType,
): Promise<RemovedProperties> {
  try {
    return await removeFrom(schema, objectType);
  } catch (error) {
    if (!(error instanceof SyncError) || error.code === 'hubspot-unauthorized') throw error;
    // An interrupted removal has done a part, or may have.
    if (passesWithTime(error))
      throw error.code === 'timeout' ? error.as('setup-unfinished') : error;
    // Which of them are there could not be read either.
    const { name } = PROPERTY_GROUP;
    return { removed: [], failed: [{ objectType, name, error: error.failure }] };
  }
}

/**
 * Archives the app's own properties on every object type. HubSpot keeps their values for a while and
 * shows them again where a property is restored. Removing again goes on where a run was interrupted.
 * @throws {SyncError} `hubspot-unauthorized`; and what interrupted the run, `setup-unfinished` where
 * that was its time.
 */
export async function removeProperties({
  schema,
}: {
  readonly schema: PropertySchema;
}): Promise<RemovedProperties> {
  const outcomes: RemovedProperties[] = [];
  for (const objectType of OBJECT_TYPES) outcomes.push(await outcomeFor(schema, objectType));
  return {
    removed: outcomes.flatMap(({ removed }) => removed),
    failed: outcomes.flatMap(({ failed }) => failed),
  };
}
