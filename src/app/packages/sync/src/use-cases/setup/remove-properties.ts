import type { FailedStep, ObjectType } from '@stripe-payments/core';
import { OBJECT_TYPES, PROPERTY_GROUP, PROPERTY_NAMES } from '@stripe-payments/core';
import type { PropertySchema } from '../../ports/setup.ts';
import { SyncError } from '../../sync-error.ts';

/** What was archived, and what HubSpot kept. */
export interface RemovedProperties {
  readonly removed: readonly { readonly objectType: ObjectType; readonly name: string }[];
  readonly failed: readonly FailedStep[];
}

/** What this app made: the contract's names, in its own group. The last first, for what they name. */
async function ownNames(schema: PropertySchema, objectType: ObjectType): Promise<string[]> {
  const { live } = await schema.read(objectType);
  const own = new Set(
    live.filter(({ groupName }) => groupName === PROPERTY_GROUP.name).map(({ name }) => name),
  );
  return PROPERTY_NAMES.filter((name) => own.has(name)).toReversed();
}

const isRefusal = (error: unknown): error is SyncError =>
  error instanceof SyncError && error.code === 'hubspot-refused';

/** One property that a workflow or list uses keeps HubSpot from archiving any of a batch. */
async function archiveAll(
  schema: PropertySchema,
  objectType: ObjectType,
  names: readonly string[],
): Promise<ReadonlyMap<string, SyncError>> {
  const failures = new Map<string, SyncError>();
  try {
    await schema.archiveMany(objectType, names);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    for (const name of names) {
      try {
        await schema.archive(objectType, name);
      } catch (refusal) {
        if (!isRefusal(refusal)) throw refusal;
        failures.set(name, refusal);
      }
    }
  }
  return failures;
}

/** An empty group is of no use; one that holds something is not ours to take. */
async function removeGroup(schema: PropertySchema, objectType: ObjectType): Promise<void> {
  try {
    await schema.removeGroup(objectType);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

async function removeFrom(
  schema: PropertySchema,
  objectType: ObjectType,
): Promise<RemovedProperties> {
  const names = await ownNames(schema, objectType);
  if (names.length === 0) return { removed: [], failed: [] };
  const failures = await archiveAll(schema, objectType, names);
  const left = new Set(await ownNames(schema, objectType));
  if (left.size === 0) await removeGroup(schema, objectType);
  return {
    removed: names.filter((name) => !left.has(name)).map((name) => ({ objectType, name })),
    failed: [...left].map((name) => {
      const failure = failures.get(name) ?? new SyncError('hubspot-refused');
      return { objectType, name, error: failure.toReplyError() };
    }),
  };
}

/**
 * Archives the app's own properties on every object type. HubSpot keeps their values for a while and
 * shows them again where a property is restored.
 * @throws {SyncError} where HubSpot cannot be reached or refuses the app altogether.
 */
export async function removeProperties({
  schema,
}: {
  readonly schema: PropertySchema;
}): Promise<RemovedProperties> {
  const outcomes: RemovedProperties[] = [];
  for (const objectType of OBJECT_TYPES) outcomes.push(await removeFrom(schema, objectType));
  return {
    removed: outcomes.flatMap(({ removed }) => removed),
    failed: outcomes.flatMap(({ failed }) => failed),
  };
}
