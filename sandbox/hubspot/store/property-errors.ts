import { HubSpotApiError, validationError } from '../api-error.ts';
import type { ObjectTypeName, PropertyUse } from '../entities.ts';
import { objectTypeInfo } from '../object-types.ts';

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
