import { HubSpotApiError } from '../model/api-error.ts';
import type { BehaviorSwitches } from '../model/behavior.ts';
import type { CrmRecord, ObjectTypeName, WriteSource } from '../model/entities.ts';
import { API_SOURCE, userSource } from '../model/write-sources.ts';
import type { PropertyValues } from '../values/check-values.ts';
import type { HubSpotStore } from './hubspot-store.ts';

/** Where a user edits: in HubSpot's own panel, or in the property list of an app's card. */
type EditPlace = 'record-page' | 'card';

interface UserEdit {
  readonly userId: number;
  readonly place: EditPlace;
  readonly objectType: ObjectTypeName;
  readonly id: string;
  readonly properties: PropertyValues;
}

/** What users write in HubSpot's interface, with the rights that an admin gave them on a property. */
export interface UserEdits {
  /** Only these users may edit the property, which need not exist yet; null: all of them. */
  restrict(objectType: ObjectTypeName, name: string, userIds: readonly number[] | null): void;
  /** @throws a 403 where the user may not edit one of the properties; nothing is written then. */
  edit(edit: UserEdit): CrmRecord;
}

export function createUserEdits(store: HubSpotStore, behavior: BehaviorSwitches): UserEdits {
  const editors = new Map<string, readonly number[]>();
  const keyOf = (objectType: ObjectTypeName, name: string): string => `${objectType}/${name}`;
  const sourceOf = ({ userId, place }: UserEdit): WriteSource => {
    const byUser = userSource(userId);
    const { cardEdits } = behavior.current;
    if (place === 'record-page' || cardEdits === 'as-user') return byUser;
    if (cardEdits === 'as-app') return { ...API_SOURCE, userId };
    return { type: byUser.type, id: 'unknown', label: byUser.label };
  };
  return {
    restrict(objectType, name, userIds) {
      if (userIds === null) editors.delete(keyOf(objectType, name));
      else editors.set(keyOf(objectType, name), userIds);
    },
    edit(edit) {
      const { userId, objectType, id, properties } = edit;
      const refused = Object.keys(properties).filter(
        (name) => !(editors.get(keyOf(objectType, name)) ?? [userId]).includes(userId),
      );
      if (refused.length > 0) {
        throw new HubSpotApiError(403, {
          message: `User ${String(userId)} does not have permission to edit ${refused.join(', ')}.`,
          category: 'FORBIDDEN',
        });
      }
      return store.updateObject(objectType, id, properties, sourceOf(edit));
    },
  };
}
