import type { ObjectType, StoredProperties } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { PropertyState } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';

const namesShape = z.object({ results: z.array(z.object({ name: z.string() })) });

/** The definitions of the names, archived ones too; those that the account never had are absent. */
export async function propertyStates(
  client: HubSpotClient,
  objectType: ObjectType,
  names: readonly string[],
): Promise<ReadonlyMap<string, PropertyState>> {
  const list = async (archived: boolean): Promise<readonly string[]> => {
    const query = new URLSearchParams({ archived: String(archived), properties: names.join(',') });
    const path = `${PATHS.properties(objectType)}?${query.toString()}`;
    const { results } = await client.ask(namesShape, { path });
    return results.map(({ name }) => name).filter((name) => names.includes(name));
  };
  const [live, archived] = await Promise.all([list(false), list(true)]);
  return new Map<string, PropertyState>([
    ...archived.map((name) => [name, 'archived'] as const),
    ...live.map((name) => [name, 'live'] as const),
  ]);
}

const OWN = 'stripe_';

/** The app's properties of those that were asked for. */
export const ownNames = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name) => name.startsWith(OWN))),
];

/**
 * Those of the names that exist. One that never existed links nothing.
 * @throws {SyncError} `property-archived` where one is archived: what it links or assigns is only hidden.
 */
export async function refuseArchived(
  client: HubSpotClient,
  objectType: ObjectType,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const states = await propertyStates(client, objectType, names);
  const archived = names.filter((name) => states.get(name) === 'archived');
  if (archived.length > 0) throw new SyncError('property-archived', { properties: archived });
  return new Set(states.keys());
}

/** The app's properties that HubSpot left out of at least one of the records. */
export const leftOut = (
  records: Iterable<StoredProperties>,
  names: readonly string[],
): readonly string[] => {
  const all = [...records];
  return ownNames(names).filter((name) => all.some((stored) => !Object.hasOwn(stored, name)));
};
