import { validationError } from '../api-error.ts';
import type { CrmRecord, ObjectTypeName } from '../entities.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { isUnique } from '../store/unique-values.ts';

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
