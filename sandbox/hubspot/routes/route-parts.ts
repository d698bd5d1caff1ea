import type { SandboxClock } from '../../http/clock.ts';
import { formatRecord, type WireRecord } from '../formatters/record.ts';
import { validationError } from '../model/api-error.ts';
import type { BehaviorSwitches } from '../model/behavior.ts';
import type { CrmRecord, ObjectTypeName } from '../model/entities.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { isUnique } from '../store/record-values.ts';

/** What every group of routes is built from. */
export interface RouteParts {
  readonly store: HubSpotStore;
  readonly clock: SandboxClock;
  readonly behavior: BehaviorSwitches;
}

/** The record id behind an id that may be the value of a unique property. */
export function resolveId(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  id: string,
  idProperty: string | undefined,
): string | undefined {
  if (idProperty === undefined || idProperty === 'hs_object_id') return id;
  const definition = store.properties(objectType).find(idProperty);
  if (definition === undefined || definition.archived || !isUnique(objectType, definition)) {
    throw validationError(`Property "${idProperty}" is not a unique property of ${objectType}`, {
      context: { idProperty: [idProperty] },
    });
  }
  return store.findByUnique(objectType, idProperty, id);
}

export function lookUp(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  id: string,
  idProperty: string | undefined,
  archived: boolean,
): CrmRecord | undefined {
  const resolved = resolveId(store, objectType, id, idProperty);
  const found = resolved === undefined ? undefined : store.records.find(objectType, resolved);
  const isWanted = (found?.archivedAtMs !== undefined) === archived;
  return isWanted ? found : undefined;
}

/** A write answers with what was written and what is always returned, not with the defaults. */
export const writtenAs = (
  store: HubSpotStore,
  record: CrmRecord,
  names: readonly string[],
): WireRecord =>
  formatRecord(
    record,
    { properties: names, propertiesWithHistory: [] },
    store.properties(record.objectType),
    store.account.portalId,
  );
