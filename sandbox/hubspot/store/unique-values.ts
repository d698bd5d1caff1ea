import type { ObjectTypeName, PropertyDefinition } from '../entities.ts';

/** Which record holds a value that only one record may hold. */
export interface UniqueValues {
  ownerOf(objectType: ObjectTypeName, name: string, value: string): string | undefined;
  claim(objectType: ObjectTypeName, name: string, value: string, id: string): void;
  release(objectType: ObjectTypeName, name: string, value: string): void;
}

/** A contact's e-mail address is unique although its definition does not say so. */
export const isUnique = (objectType: ObjectTypeName, definition: PropertyDefinition): boolean =>
  definition.hasUniqueValue || isContactEmail(objectType, definition.name);

export const isContactEmail = (objectType: ObjectTypeName, name: string): boolean =>
  objectType === 'contacts' && name === 'email';

export function createUniqueValues(): UniqueValues {
  const owners = new Map<string, string>();
  const keyOf = (objectType: ObjectTypeName, name: string, value: string): string =>
    `${objectType}/${name}/${value.toLowerCase()}`;
  return {
    ownerOf: (objectType, name, value) => owners.get(keyOf(objectType, name, value)),
    claim: (objectType, name, value, id) => {
      owners.set(keyOf(objectType, name, value), id);
    },
    release: (objectType, name, value) => {
      owners.delete(keyOf(objectType, name, value));
    },
  };
}
