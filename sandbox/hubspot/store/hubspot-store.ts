import { objectNotFound, validationError } from '../model/api-error.ts';
import type { BehaviorSwitches } from '../model/behavior.ts';
import type {
  ChangeListener,
  CrmRecord,
  GroupInput,
  HubSpotAccount,
  ObjectTypeName,
  PropertyDefinition,
  PropertyGroup,
  PropertyInput,
  PropertyPatch,
  WriteSource,
} from '../model/entities.ts';
import type { Identifiers } from '../model/identifiers.ts';
import { valuesRefused } from '../values/check-values.ts';
import type { PropertyValues, Writer } from '../values/check-values.ts';
import {
  createAssociationStore,
  type AssociatedRecord,
  type AssociationStore,
  byAnyId,
} from './associations.ts';
import { createAssociationTypes, type AssociationTypes } from './association-types.ts';
import { createCustomObjects, type CustomObjects } from './custom-objects.ts';
import { createListStore, type ListStore } from './lists.ts';
import { createTypeStores } from './type-stores.ts';
import type { CheckedWrite, RawWrite } from './check-writes.ts';
import { checkWrites } from './check-writes.ts';
import type { GroupStore } from './group-store.ts';
import { groupHasProperties } from './group-store.ts';
import type { PropertyStore } from './property-store.ts';
import { createRecordStore, type RecordStore } from './record-store.ts';
import { objectTypeInfo, resolveStandardType } from '../model/object-types.ts';
import { userSource } from '../model/write-sources.ts';
import { createWriteRules } from './write-rules.ts';
import { createUniqueValues, currentValue } from './record-values.ts';

/** What seeds write as. */
const CRM_UI = userSource(1);

type AccountChange = Pick<HubSpotAccount, 'accountType' | 'dataHostingLocation'>;

/** The account's data, for seeds, the record page and the routes. Refusals are `HubSpotApiError`s. */
export interface HubSpotStore {
  readonly account: HubSpotAccount;
  changeAccount(change: AccountChange): void;
  readonly records: RecordStore;
  readonly associations: AssociationStore;
  readonly associationTypes: AssociationTypes;
  readonly customObjects: CustomObjects;
  readonly lists: ListStore;
  /** Every object of the account; archived custom ones too, which have no records. */
  typeNames(): readonly ObjectTypeName[];
  /** The properties that a search with words looks into. */
  searchedByQuery(objectType: ObjectTypeName): readonly string[];
  /** The object that a text in a path means. */
  resolveType(text: string): ObjectTypeName | undefined;
  properties(objectType: ObjectTypeName): PropertyStore;
  groups(objectType: ObjectTypeName): GroupStore;
  checkWrites(
    objectType: ObjectTypeName,
    writes: readonly RawWrite[],
    writer: Writer,
  ): readonly CheckedWrite[];
  /** @throws where the record is not an app's to remove. */
  checkRemoval(objectType: ObjectTypeName, id: string): void;
  /** The id of the record whose unique property has this value. */
  findByUnique(objectType: ObjectTypeName, name: string, value: string): string | undefined;

  /** Seeds a record: read-only values such as `createdate` may be given, wrong ones throw. */
  createObject(objectType: ObjectTypeName, properties: PropertyValues, id?: string): CrmRecord;
  /** Writes as a person would in HubSpot, by default the first user. */
  updateObject(
    objectType: ObjectTypeName,
    id: string,
    properties: PropertyValues,
    source?: WriteSource,
  ): CrmRecord;
  createProperty(objectType: ObjectTypeName, definition: PropertyInput): PropertyDefinition;
  /** Refuses what the values of records forbid. */
  updateProperty(
    objectType: ObjectTypeName,
    name: string,
    patch: PropertyPatch,
  ): PropertyDefinition;
  createGroup(objectType: ObjectTypeName, group: GroupInput): PropertyGroup;
  /** Refuses a group that has properties, archived ones apart. */
  removeGroup(objectType: ObjectTypeName, name: string): void;
  /** Merges as a person would in HubSpot: the new record has the associations of both. */
  mergeObjects(objectType: ObjectTypeName, primaryId: string, otherId: string): CrmRecord;
  associate(fromType: ObjectTypeName, fromId: string, toType: ObjectTypeName, toId: string): void;
  /** The record unless it is archived or unknown. */
  findObject(objectType: ObjectTypeName, id: string): CrmRecord | undefined;
  listObjects(objectType: ObjectTypeName): readonly CrmRecord[];
  /** Current value; null when empty or unknown. */
  valueOf(objectType: ObjectTypeName, id: string, name: string): string | null;
  associatedWith(
    fromType: ObjectTypeName,
    fromId: string,
    toType: ObjectTypeName,
  ): readonly AssociatedRecord[];
  onChange(listener: ChangeListener): () => void;
}

function accepted(checked: readonly CheckedWrite[]): PropertyValues {
  const [write] = checked;
  if (write === undefined) throw validationError('Nothing was checked');
  if (write.problems.length > 0) throw valuesRefused(write.problems);
  if (write.conflict !== undefined) throw write.conflict;
  return write.values;
}

export interface HubSpotStoreParts {
  readonly account: HubSpotAccount;
  readonly identifiers: Identifiers;
  readonly behavior: BehaviorSwitches;
  readonly nowMs: () => number;
}

export function createHubSpotStore(parts: HubSpotStoreParts): HubSpotStore {
  const { identifiers, behavior, nowMs } = parts;
  let { account } = parts;
  const types = createTypeStores({ account, behavior, nowMs });
  const uniqueValues = createUniqueValues();
  const propertiesOf = types.properties;
  const records = createRecordStore({ nowMs, identifiers, uniqueValues, propertiesOf });
  const associationTypes = createAssociationTypes();
  const associations = createAssociationStore(associationTypes);
  const customObjects = createCustomObjects({
    portalId: account.portalId,
    nowMs,
    limit: () => behavior.current.customObjectLimit,
    associationTypes,
    open: types.open,
    propertiesOf: (typeId) => types.properties(typeId).list(false),
    close: types.close,
    countRecords: (typeId) => records.list(typeId, false).length,
  });

  const findObject = (objectType: ObjectTypeName, id: string): CrmRecord | undefined => {
    const found = records.find(objectType, id);
    return found?.archivedAtMs === undefined ? found : undefined;
  };
  const rules = createWriteRules({
    behavior,
    requiredOf: (objectType) => customObjects.find(objectType)?.requiredProperties ?? [],
    findObject,
    countCustomRecords: () =>
      customObjects
        .list(false)
        .reduce((sum, { typeId }) => sum + records.list(typeId, false).length, 0),
  });
  const check = (
    objectType: ObjectTypeName,
    writes: readonly RawWrite[],
    writer: Writer,
  ): readonly CheckedWrite[] => {
    if (writer === 'api') rules.check(objectType, writes);
    const required = writer === 'api' ? rules.required(objectType) : [];
    const properties = propertiesOf(objectType);
    return checkWrites(objectType, writes, writer, properties, uniqueValues, required);
  };
  const requireObject = (objectType: ObjectTypeName, id: string): void => {
    if (findObject(objectType, id) === undefined) throw objectNotFound(id);
  };

  const heldValues = (objectType: ObjectTypeName, name: string): readonly string[] =>
    records.list(objectType, false).flatMap((record) => currentValue(record, name) ?? []);

  return {
    get account() {
      return account;
    },
    changeAccount(change) {
      account = { ...account, ...change };
    },
    records,
    associations: byAnyId(
      associations,
      ({ objectType, id }) => records.find(objectType, id)?.id ?? id,
    ),
    associationTypes,
    customObjects,
    lists: createListStore(nowMs),
    typeNames: types.names,
    searchedByQuery: (objectType) =>
      customObjects.find(objectType)?.searchableProperties ??
      objectTypeInfo(objectType).searchedByQuery,
    resolveType: (text) => resolveStandardType(text) ?? customObjects.find(text)?.typeId,
    properties: propertiesOf,
    groups: (objectType) => types.groups(objectType),
    checkWrites: check,
    checkRemoval: rules.checkRemoval,
    findByUnique: (objectType, name, value) => uniqueValues.ownerOf(objectType, name, value),
    createObject(objectType, raw, id) {
      const values = accepted(check(objectType, [{ properties: raw }], 'hubspot'));
      return records.create(objectType, values, CRM_UI, id);
    },
    updateObject(objectType, id, raw, source = CRM_UI) {
      const values = accepted(check(objectType, [{ id, properties: raw }], 'api'));
      return records.update(objectType, id, values, source);
    },
    createProperty: (objectType, definition) => propertiesOf(objectType).create(definition),
    updateProperty: (objectType, name, patch) =>
      propertiesOf(objectType).update(name, patch, heldValues(objectType, name)),
    createGroup: (objectType, group) => types.groups(objectType).create(group),
    removeGroup(objectType, name) {
      const members = propertiesOf(objectType).list(false);
      if (members.some((definition) => definition.groupName === name)) throw groupHasProperties();
      types.groups(objectType).remove(name);
    },
    mergeObjects(objectType, primaryId, otherId) {
      const merged = records.merge(objectType, primaryId, otherId, CRM_UI);
      for (const id of [primaryId, otherId]) {
        for (const toType of types.names()) {
          for (const to of associations.of({ objectType, id }, toType)) {
            const other = { objectType: toType, id: to.id };
            associations.dissociate({ objectType, id }, other);
            // The first record's primary company stays the primary one.
            const isPrimary = id === primaryId && to.types.some(({ label }) => label !== null);
            associations.associate({ objectType, id: merged.id }, other, isPrimary);
          }
        }
      }
      return merged;
    },
    associate(fromType, fromId, toType, toId) {
      requireObject(fromType, fromId);
      requireObject(toType, toId);
      associations.associate(
        { objectType: fromType, id: fromId },
        { objectType: toType, id: toId },
      );
    },
    findObject,
    listObjects: (objectType) => records.list(objectType, false),
    valueOf(objectType, id, name) {
      const found = findObject(objectType, id);
      return found === undefined ? null : currentValue(found, name);
    },
    associatedWith: (fromType, fromId, toType) =>
      associations
        .of({ objectType: fromType, id: fromId }, toType)
        .filter((associated) => findObject(toType, associated.id) !== undefined),
    onChange: (listener) => records.onChange(listener),
  };
}
