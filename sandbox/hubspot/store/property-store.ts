import { propertyNotFound, validationError } from '../model/api-error.ts';
import type { BehaviorSwitches } from '../model/behavior.ts';
import type {
  ObjectTypeName,
  PropertyDefinition,
  PropertyInput,
  PropertyPatch,
  PropertyUse,
} from '../model/entities.ts';
import type { GroupStore } from './group-store.ts';
import {
  checkCurrencyProperty,
  checkDraft,
  checkGroup,
  checkHeldValues,
  checkNewProperty,
} from './property-rules.ts';
import {
  definedByHubSpot,
  definitionOf,
  patched,
  propertyExists,
  propertyInUse,
  restored,
  tooManyProperties,
} from './property-definition.ts';

/** The property definitions of one object type. */
export interface PropertyStore {
  /** Archived ones too: ask the definition. */
  find(name: string): PropertyDefinition | undefined;
  /** The one with this name that is not archived. */
  require(name: string): PropertyDefinition;
  list(archived: boolean): readonly PropertyDefinition[];
  /** An archived name comes back, with its values and the day it was first created. */
  create(input: PropertyInput): PropertyDefinition;
  /** `heldValues` are those that records have. */
  update(name: string, patch: PropertyPatch, heldValues: readonly string[]): PropertyDefinition;
  archive(name: string): void;
  /** What a person does among the archived properties; into another group, if one is given. */
  restore(name: string, groupName?: string): PropertyDefinition;
  /** Gone for good, and never archived; what records hold under the name is not looked at. */
  forget(name: string): void;
  usesOf(name: string): readonly PropertyUse[];
  /** What keeps the property from being archived. */
  setUses(name: string, uses: readonly PropertyUse[]): void;
  /** Undoes everything that the work changed when it throws. */
  atomically<Result>(work: () => Result): Result;
}

export interface PropertyStoreParts {
  readonly objectType: ObjectTypeName;
  /** Those that HubSpot itself defines. */
  readonly given: readonly PropertyDefinition[];
  readonly groups: GroupStore;
  readonly behavior: BehaviorSwitches;
  readonly nowMs: () => number;
}

export function createPropertyStore(parts: PropertyStoreParts): PropertyStore {
  const { objectType, groups, behavior, nowMs } = parts;
  let byName: ReadonlyMap<string, PropertyDefinition> = new Map(
    parts.given.map((property) => [property.name, property]),
  );
  const usesByName = new Map<string, readonly PropertyUse[]>();
  const live = (): readonly PropertyDefinition[] =>
    [...byName.values()].filter((property) => !property.archived);
  const context = () => ({
    findProperty: (name: string) => byName.get(name),
    hasGroup: (name: string) => groups.find(name) !== undefined,
    uniqueCount: live().filter((property) => property.hasUniqueValue).length,
  });
  const require = (name: string): PropertyDefinition => {
    const found = byName.get(name);
    if (found === undefined || found.archived) throw propertyNotFound(name);
    return found;
  };
  const keep = (definition: PropertyDefinition): PropertyDefinition => {
    byName = new Map(byName).set(definition.name, definition);
    return definition;
  };
  const checkRoom = (): void => {
    const { customPropertyLimit } = behavior.current;
    const count = live().filter((property) => !property.hubspotDefined).length;
    if (count >= customPropertyLimit) throw tooManyProperties(customPropertyLimit);
  };
  return {
    find: (name) => byName.get(name),
    require,
    list: (archived) => [...byName.values()].filter((property) => property.archived === archived),
    create(input) {
      const before = byName.get(input.name);
      if (before?.archived === false) throw propertyExists(input.name);
      if (behavior.current.refusedNames.includes(input.name)) {
        throw validationError(`Property "${input.name}" cannot be created`);
      }
      const isRefused = behavior.current.uniqueOnPayments === 'refused';
      if (isRefused && objectType === 'commerce_payments' && input.hasUniqueValue === true) {
        throw validationError('Properties with unique values are not allowed on payments');
      }
      checkNewProperty(input, context());
      checkRoom();
      if (before === undefined) return keep(definitionOf(input, nowMs()));
      if (behavior.current.restoredDefinition === 'kept') return keep(restored(before, nowMs()));
      return keep({ ...definitionOf(input, nowMs()), createdAtMs: before.createdAtMs });
    },
    update(name, patch, heldValues) {
      const found = require(name);
      if (found.hubspotDefined) throw definedByHubSpot(name, 'changed');
      const changed = patched(found, patch, nowMs());
      checkDraft(changed, context());
      checkCurrencyProperty(patch.currencyPropertyName, context());
      checkHeldValues(found, changed, heldValues, behavior.current);
      return keep(changed);
    },
    archive(name) {
      const found = require(name);
      if (found.hubspotDefined) throw definedByHubSpot(name, 'archived');
      const uses = usesByName.get(name) ?? [];
      if (uses.length > 0) throw propertyInUse(objectType, name, uses);
      keep({ ...found, archived: true, archivedAtMs: nowMs() });
    },
    restore(name, groupName) {
      const found = byName.get(name);
      if (found?.archived !== true) throw propertyNotFound(name);
      const back = restored({ ...found, groupName: groupName ?? found.groupName }, nowMs());
      checkGroup(back.groupName, context());
      checkRoom();
      return keep(back);
    },
    forget(name) {
      if (byName.get(name)?.hubspotDefined === true) throw definedByHubSpot(name, 'archived');
      byName = new Map([...byName].filter(([other]) => other !== name));
      usesByName.delete(name);
    },
    usesOf: (name) => usesByName.get(name) ?? [],
    setUses(name, uses) {
      usesByName.set(require(name).name, uses);
    },
    atomically(work) {
      const before = byName;
      try {
        return work();
      } catch (error) {
        byName = before;
        throw error;
      }
    },
  };
}
