import { HubSpotApiError, propertyNotFound, validationError } from '../api-error.ts';
import { standardDefinitions } from '../definitions/standard-definitions.ts';
import type {
  HubSpotAccount,
  ObjectTypeName,
  PropertyDefinition,
  PropertyInput,
  PropertyPatch,
} from '../entities.ts';
import type { GroupStore } from './group-store.ts';
import { checkDraft, checkNewProperty } from './property-rules.ts';

/** The property definitions of one object type. */
export interface PropertyStore {
  /** Archived ones too: ask the definition. */
  find(name: string): PropertyDefinition | undefined;
  /** The one with this name that is not archived. */
  require(name: string): PropertyDefinition;
  list(archived: boolean): readonly PropertyDefinition[];
  create(input: PropertyInput): PropertyDefinition;
  update(
    name: string,
    patch: PropertyPatch,
    valueFits: (changed: PropertyDefinition) => boolean,
  ): PropertyDefinition;
  archive(name: string): void;
}

const alreadyExists = (name: string): HubSpotApiError =>
  new HubSpotApiError(409, {
    message: `A property named '${name}' already exists.`,
    context: { name: [name] },
    category: 'OBJECT_ALREADY_EXISTS',
    subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
  });

const definitionOf = (input: PropertyInput, nowMs: number): PropertyDefinition => ({
  name: input.name,
  label: input.label,
  type: input.type,
  fieldType: input.fieldType,
  groupName: input.groupName,
  description: input.description ?? '',
  options: input.options ?? [],
  displayOrder: input.displayOrder ?? -1,
  hidden: input.hidden ?? false,
  formField: input.formField ?? false,
  hasUniqueValue: input.hasUniqueValue ?? false,
  currencyPropertyName: input.currencyPropertyName,
  showCurrencySymbol: input.showCurrencySymbol,
  numberDisplayHint: input.numberDisplayHint,
  hubspotDefined: false,
  calculated: false,
  externalOptions: false,
  externalValues: undefined,
  readOnlyValue: false,
  archived: false,
  archivedAtMs: undefined,
  createdAtMs: nowMs,
  updatedAtMs: nowMs,
});

const patched = (
  found: PropertyDefinition,
  patch: PropertyPatch,
  nowMs: number,
): PropertyDefinition => ({
  ...found,
  label: patch.label ?? found.label,
  type: patch.type ?? found.type,
  fieldType: patch.fieldType ?? found.fieldType,
  groupName: patch.groupName ?? found.groupName,
  description: patch.description ?? found.description,
  options: patch.options ?? found.options,
  displayOrder: patch.displayOrder ?? found.displayOrder,
  hidden: patch.hidden ?? found.hidden,
  formField: patch.formField ?? found.formField,
  currencyPropertyName: patch.currencyPropertyName ?? found.currencyPropertyName,
  showCurrencySymbol: patch.showCurrencySymbol ?? found.showCurrencySymbol,
  numberDisplayHint: patch.numberDisplayHint ?? found.numberDisplayHint,
  updatedAtMs: nowMs,
});

export function createPropertyStore(
  objectType: ObjectTypeName,
  account: HubSpotAccount,
  groups: GroupStore,
  nowMs: () => number,
): PropertyStore {
  const byName = new Map(
    standardDefinitions(objectType, account, nowMs()).map((property) => [property.name, property]),
  );
  const live = (): readonly PropertyDefinition[] =>
    [...byName.values()].filter((property) => !property.archived);
  const surroundings = () => ({
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
    byName.set(definition.name, definition);
    return definition;
  };
  return {
    find: (name) => byName.get(name),
    require,
    list: (archived) => [...byName.values()].filter((property) => property.archived === archived),
    create(input) {
      if (byName.get(input.name)?.archived === false) throw alreadyExists(input.name);
      checkNewProperty(input, surroundings());
      return keep(definitionOf(input, nowMs()));
    },
    update(name, patch, valueFits) {
      const found = require(name);
      if (found.hubspotDefined) {
        throw validationError(`Property "${name}" is defined by HubSpot and cannot be changed`);
      }
      const changed = patched(found, patch, nowMs());
      checkDraft(changed, surroundings());
      if (changed.type !== found.type && (found.hasUniqueValue || !valueFits(changed))) {
        throw validationError(`The type of property "${name}" cannot be changed`);
      }
      return keep(changed);
    },
    archive(name) {
      const found = require(name);
      if (found.hubspotDefined) {
        throw validationError(`Property "${name}" is defined by HubSpot and cannot be archived`);
      }
      keep({ ...found, archived: true, archivedAtMs: nowMs() });
    },
  };
}
