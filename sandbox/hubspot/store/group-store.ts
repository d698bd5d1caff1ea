import { groupNotFound, HubSpotApiError, validationError } from '../model/api-error.ts';
import type { GroupInput, GroupPatch, PropertyGroup } from '../model/entities.ts';

/** The property groups of one object type. */
export interface GroupStore {
  find(name: string): PropertyGroup | undefined;
  require(name: string): PropertyGroup;
  list(): readonly PropertyGroup[];
  create(input: GroupInput): PropertyGroup;
  update(name: string, patch: GroupPatch): PropertyGroup;
  remove(name: string): void;
}

const NAME = /^[a-z][a-z0-9_]*$/;

const alreadyExists = (name: string): HubSpotApiError =>
  new HubSpotApiError(409, {
    message: `A property group named '${name}' already exists.`,
    context: { name: [name] },
    category: 'OBJECT_ALREADY_EXISTS',
  });

export const groupHasProperties = (): HubSpotApiError =>
  new HubSpotApiError(
    400,
    {
      message: "Can't delete or purge a group with active properties",
      category: 'VALIDATION_ERROR',
      subCategory: 'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES',
    },
    true,
  );

/** @param given the groups that the object has from the start. */
export function createGroupStore(given: readonly PropertyGroup[]): GroupStore {
  const byName = new Map(given.map((group) => [group.name, group]));
  const require = (name: string): PropertyGroup => {
    const found = byName.get(name);
    if (found === undefined) throw groupNotFound(name);
    return found;
  };
  const keep = (group: PropertyGroup): PropertyGroup => {
    byName.set(group.name, group);
    return group;
  };
  return {
    find: (name) => byName.get(name),
    require,
    list: () => [...byName.values()],
    create(input) {
      if (byName.has(input.name)) throw alreadyExists(input.name);
      if (!NAME.test(input.name)) {
        throw validationError(`Property group name "${input.name}" is invalid`);
      }
      if (input.label.trim() === '') throw validationError('Group label must not be blank');
      const displayOrder = input.displayOrder ?? -1;
      return keep({ name: input.name, label: input.label, displayOrder, hubspotDefined: false });
    },
    update(name, patch) {
      const found = require(name);
      return keep({
        ...found,
        label: patch.label ?? found.label,
        displayOrder: patch.displayOrder ?? found.displayOrder,
      });
    },
    remove(name) {
      if (require(name).hubspotDefined) {
        throw validationError(`Property group "${name}" is defined by HubSpot`);
      }
      byName.delete(name);
    },
  };
}
