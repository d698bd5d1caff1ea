import { validationError } from '../api-error.ts';
import type { ObjectTypeName } from '../entities.ts';
import { OBJECT_TYPE_NAMES } from '../object-types.ts';
import { isPrimaryTypeId } from '../store/association-types.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import type { NewAssociation } from './write-schemas.ts';

interface Target {
  readonly objectType: ObjectTypeName;
  readonly id: string;
  readonly isPrimary: boolean;
}

const invalid = (): Error => validationError('One or more associations are invalid');

/** The type id alone tells which object the association goes to. */
function targetOf(
  store: HubSpotStore,
  fromType: ObjectTypeName,
  { to, types }: NewAssociation,
): Target {
  const typeIds = types.map((type) => type.associationTypeId);
  const objectType = OBJECT_TYPE_NAMES.find((name) =>
    typeIds.every((typeId) => isPrimaryTypeId(fromType, name, typeId) !== undefined),
  );
  if (objectType === undefined) throw invalid();
  if (types.some((type) => type.associationCategory !== 'HUBSPOT_DEFINED')) throw invalid();
  if (store.findObject(objectType, to.id) === undefined) throw invalid();
  const isPrimary = typeIds.some((typeId) => isPrimaryTypeId(fromType, objectType, typeId));
  return { objectType, id: to.id, isPrimary };
}

/** Checks the associations of a new record, and gives the way to make them once it exists. */
export function planAssociations(
  store: HubSpotStore,
  fromType: ObjectTypeName,
  associations: readonly NewAssociation[],
): (fromId: string) => void {
  const targets = associations.map((association) => targetOf(store, fromType, association));
  return (fromId) => {
    for (const { objectType, id, isPrimary } of targets) {
      store.associations.associate(
        { objectType: fromType, id: fromId },
        { objectType, id },
        isPrimary,
      );
    }
  };
}
