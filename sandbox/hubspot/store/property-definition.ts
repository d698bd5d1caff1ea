import { HubSpotApiError, validationError } from '../model/api-error.ts';
import type {
  ObjectTypeName,
  PropertyDefinition,
  PropertyInput,
  PropertyPatch,
  PropertyUse,
} from '../model/entities.ts';
import { objectTypeInfo } from '../model/object-types.ts';

export const definitionOf = (input: PropertyInput, nowMs: number): PropertyDefinition => ({
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

export const patched = (
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

/** Active again under the same name, with everything else as it was. */
export const restored = (found: PropertyDefinition, nowMs: number): PropertyDefinition => ({
  ...found,
  archived: false,
  archivedAtMs: undefined,
  updatedAtMs: nowMs,
});

export const propertyExists = (name: string): HubSpotApiError =>
  new HubSpotApiError(409, {
    message: `A property named '${name}' already exists.`,
    context: { name: [name] },
    category: 'OBJECT_ALREADY_EXISTS',
    subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
  });

/** As HubSpot refused to archive what a workflow, a list or a form uses; each use is named. */
export function propertyInUse(
  objectType: ObjectTypeName,
  name: string,
  uses: readonly PropertyUse[],
): HubSpotApiError {
  const { typeId } = objectTypeInfo(objectType);
  const count = String(uses.length);
  const message = `Property: ${name} of object type ${typeId} is currently used in ${count} places and cannot be deleted`;
  return validationError(message, {
    subCategory: 'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE',
    context: { usageCount: [count] },
    errors: uses.map((use) => ({
      message: `Property ${name} is used by ${use.type} ${use.name}`,
      subCategory: 'PropertyValidationError.PROPERTY_USAGE',
      context: { parentType: [use.type], parentName: [use.name] },
    })),
  });
}

export const definedByHubSpot = (name: string, action: 'changed' | 'archived'): HubSpotApiError =>
  validationError(`Property "${name}" is defined by HubSpot and cannot be ${action}`);

export const tooManyProperties = (limit: number): HubSpotApiError =>
  validationError(
    `The limit of ${String(limit)} custom properties for this object type has been reached`,
  );

export const optionInUse = (name: string, value: string): HubSpotApiError =>
  validationError(`Option "${value}" of property "${name}" is in use and cannot be removed`, {
    context: { propertyName: [name], optionValue: [value] },
  });
