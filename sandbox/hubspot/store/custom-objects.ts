import type { CustomTypeId, ObjectTypeName, PropertyDefinition } from '../model/entities.ts';
import { objectTypeInfo, resolveStandardType } from '../model/object-types.ts';
import { validationError } from '../model/api-error.ts';
import type { AssociationTypes } from './association-types.ts';
import {
  checkName,
  checkNamed,
  nameTaken,
  newCustomObject,
  qualifiedName,
  schemaNotFound,
  withPatch,
  type CustomAssociation,
  type CustomObject,
  type CustomObjectInput,
  type CustomObjectPatch,
} from '../model/custom-object.ts';

/** The objects that the account defined itself. */
export interface CustomObjects {
  list(archived: boolean): readonly CustomObject[];
  /** By type id or qualified name, archived ones apart. */
  find(text: string): CustomObject | undefined;
  require(text: string, archived?: boolean): CustomObject;
  create(input: CustomObjectInput): CustomObject;
  update(typeId: CustomTypeId, patch: CustomObjectPatch): CustomObject;
  /** Refused while there are records. */
  archive(typeId: CustomTypeId): void;
  /** Frees the name of an archived one, and forgets its properties. */
  purge(typeId: CustomTypeId): void;
  associate(typeId: CustomTypeId, toText: string, name?: string): CustomAssociation;
}

interface CustomObjectParts {
  readonly portalId: number;
  readonly nowMs: () => number;
  readonly limit: () => number;
  readonly associationTypes: AssociationTypes;
  /** Makes room for properties and records; gives the definitions, or throws and leaves nothing. */
  readonly open: (typeId: CustomTypeId, input: CustomObjectInput) => readonly PropertyDefinition[];
  readonly propertiesOf: (typeId: CustomTypeId) => readonly PropertyDefinition[];
  readonly close: (typeId: CustomTypeId) => void;
  readonly countRecords: (typeId: CustomTypeId) => number;
}

/** HubSpot's ids look like this; a stand-in has no other accounts to keep apart. */
const FIRST_TYPE_ID = 3_465_404;
const FIRST_ASSOCIATION_ID = 105;
export function createCustomObjects(parts: CustomObjectParts): CustomObjects {
  const { portalId, nowMs, associationTypes } = parts;
  const byId = new Map<CustomTypeId, CustomObject>();
  let lastTypeNumber = FIRST_TYPE_ID;
  let lastAssociationId = FIRST_ASSOCIATION_ID;

  const list = (archived: boolean): readonly CustomObject[] =>
    [...byId.values()].filter((object) => object.archived === archived);
  const isMeant = ({ typeId, name }: CustomObject, text: string): boolean =>
    [typeId, `p_${name}`, qualifiedName(portalId, name)].includes(text);
  const require = (text: string, archived = false): CustomObject => {
    const found = list(archived).find((object) => isMeant(object, text));
    if (found === undefined) throw schemaNotFound(text);
    return found;
  };
  const keep = (object: CustomObject): CustomObject => {
    byId.set(object.typeId, object);
    return object;
  };
  const typeNamed = (text: string): ObjectTypeName => {
    const type =
      resolveStandardType(text) ?? list(false).find((object) => isMeant(object, text))?.typeId;
    if (type === undefined) throw validationError(`Unable to infer object type from: ${text}`);
    return type;
  };
  /** One id for each direction, as HubSpot gives. */
  const define = (from: ObjectTypeName, to: ObjectTypeName, name: string): CustomAssociation => {
    lastAssociationId += 1;
    associationTypes.define(from, to, lastAssociationId, name);
    return {
      id: String(lastAssociationId),
      fromObjectTypeId: objectTypeInfo(from).typeId,
      toObjectTypeId: objectTypeInfo(to).typeId,
      name,
    };
  };
  const associate = (object: CustomObject, to: ObjectTypeName, given?: string): CustomObject => {
    const name = given ?? `${object.name}_to_${objectTypeInfo(to).singular}`;
    const pair = [define(object.typeId, to, name), define(to, object.typeId, name)];
    return keep({ ...object, associations: [...object.associations, ...pair] });
  };

  return {
    list,
    find: (text) => list(false).find((object) => isMeant(object, text)),
    require,
    create(input) {
      checkName(input.name);
      if ([...byId.values()].some(({ name }) => name === input.name)) throw nameTaken(input.name);
      if (list(false).length >= parts.limit()) {
        throw validationError(`The limit of ${String(parts.limit())} custom objects is reached`);
      }
      const targets = [...new Set(input.associatedObjects.map(typeNamed))];
      lastTypeNumber += 1;
      const typeId: CustomTypeId = `2-${String(lastTypeNumber)}`;
      const object = newCustomObject(typeId, input, nowMs());
      try {
        checkNamed(object, parts.open(typeId, input));
      } catch (error) {
        parts.close(typeId);
        throw error;
      }
      return targets.reduce((made, to) => associate(made, to), keep(object));
    },
    update(typeId, patch) {
      const changed = withPatch(require(typeId), patch, nowMs());
      checkNamed(changed, parts.propertiesOf(typeId));
      return keep(changed);
    },
    archive(typeId) {
      const found = require(typeId);
      if (parts.countRecords(typeId) > 0) {
        throw validationError(`Object type ${typeId} still has records and cannot be deleted`);
      }
      keep({ ...found, archived: true });
    },
    purge(typeId) {
      require(typeId, true);
      byId.delete(typeId);
      parts.close(typeId);
    },
    associate(typeId, toText, name) {
      const made = associate(require(typeId), typeNamed(toText), name);
      const pair = made.associations.at(-2);
      if (pair === undefined) throw validationError('No association was made');
      return pair;
    },
  };
}
