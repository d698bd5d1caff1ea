import { HubSpotApiError, validationError } from './api-error.ts';
import type { CustomTypeId, PropertyDefinition, PropertyInput } from './entities.ts';

export interface CustomAssociation {
  readonly id: string;
  readonly fromObjectTypeId: string;
  readonly toObjectTypeId: string;
  readonly name: string;
}

interface Labels {
  readonly singular: string;
  readonly plural: string;
}

/** What of a definition can be changed later; neither the name nor the properties are. */
export interface CustomObjectPatch {
  readonly labels?: Labels | undefined;
  readonly description?: string | undefined;
  readonly primaryDisplayProperty?: string | undefined;
  readonly secondaryDisplayProperties?: readonly string[] | undefined;
  readonly requiredProperties?: readonly string[] | undefined;
  readonly searchableProperties?: readonly string[] | undefined;
}

export interface CustomObjectInput extends CustomObjectPatch {
  readonly name: string;
  readonly labels: Labels;
  readonly primaryDisplayProperty: string;
  readonly requiredProperties: readonly string[];
  readonly properties: readonly (Omit<PropertyInput, 'groupName'> & {
    readonly groupName?: string | undefined;
  })[];
  readonly associatedObjects: readonly string[];
}

export interface CustomObject {
  readonly typeId: CustomTypeId;
  readonly name: string;
  readonly labels: Labels;
  readonly description: string | undefined;
  readonly primaryDisplayProperty: string;
  readonly secondaryDisplayProperties: readonly string[];
  readonly requiredProperties: readonly string[];
  readonly searchableProperties: readonly string[];
  readonly associations: readonly CustomAssociation[];
  readonly archived: boolean;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const MAX_SECONDARY = 2;

export function checkName(name: string): void {
  if (!NAME.test(name)) throw validationError(`Object name "${name}" is invalid`);
}

export const schemaNotFound = (text: string): HubSpotApiError =>
  new HubSpotApiError(404, {
    message: `Unable to infer object type from: ${text}`,
    category: 'OBJECT_NOT_FOUND',
  });

export const nameTaken = (name: string): HubSpotApiError =>
  new HubSpotApiError(409, {
    message: `An object type with the name '${name}' already exists.`,
    category: 'OBJECT_ALREADY_EXISTS',
  });

export const qualifiedName = (portalId: number, name: string): string =>
  `p${String(portalId)}_${name}`;

type Named = Pick<
  CustomObject,
  | 'labels'
  | 'primaryDisplayProperty'
  | 'secondaryDisplayProperties'
  | 'requiredProperties'
  | 'searchableProperties'
>;

export function checkNamed(object: Named, definitions: readonly PropertyDefinition[]): void {
  if (object.labels.singular.trim() === '' || object.labels.plural.trim() === '') {
    throw validationError('Object labels must not be blank');
  }
  const known = new Set(definitions.filter(({ archived }) => !archived).map(({ name }) => name));
  const named = [
    object.primaryDisplayProperty,
    ...object.secondaryDisplayProperties,
    ...object.requiredProperties,
    ...object.searchableProperties,
  ];
  const unknown = named.find((name) => !known.has(name));
  if (unknown !== undefined) throw validationError(`Property "${unknown}" does not exist`);
  if (object.secondaryDisplayProperties.length > MAX_SECONDARY) {
    throw validationError('At most 2 secondary display properties are allowed');
  }
}

export const withPatch = (
  found: CustomObject,
  patch: CustomObjectPatch,
  nowMs: number,
): CustomObject => ({
  ...found,
  labels: patch.labels ?? found.labels,
  description: patch.description ?? found.description,
  primaryDisplayProperty: patch.primaryDisplayProperty ?? found.primaryDisplayProperty,
  secondaryDisplayProperties: patch.secondaryDisplayProperties ?? found.secondaryDisplayProperties,
  requiredProperties: patch.requiredProperties ?? found.requiredProperties,
  searchableProperties: patch.searchableProperties ?? found.searchableProperties,
  updatedAtMs: nowMs,
});

export const newCustomObject = (
  typeId: CustomTypeId,
  input: CustomObjectInput,
  nowMs: number,
): CustomObject => ({
  typeId,
  name: input.name,
  labels: input.labels,
  description: input.description,
  primaryDisplayProperty: input.primaryDisplayProperty,
  secondaryDisplayProperties: input.secondaryDisplayProperties ?? [],
  requiredProperties: input.requiredProperties,
  searchableProperties: input.searchableProperties ?? [],
  associations: [],
  archived: false,
  createdAtMs: nowMs,
  updatedAtMs: nowMs,
});
