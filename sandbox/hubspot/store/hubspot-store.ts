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
} from './associations.ts';
import type { CheckedWrite, RawWrite } from './check-writes.ts';
import { checkWrites } from './check-writes.ts';
import type { GroupStore } from './group-store.ts';
import { createGroupStore, groupHasProperties } from './group-store.ts';
import type { PropertyStore } from './property-store.ts';
import { createPropertyStore } from './property-store.ts';
import { createRecordStore, type RecordStore } from './record-store.ts';
import { OBJECT_TYPE_NAMES } from '../model/object-types.ts';
import { createUniqueValues, currentValue } from './record-values.ts';

/** A person working in HubSpot: what seeds and the record page write as. */
const CRM_UI: WriteSource = { type: 'CRM_UI', id: 'userId:1', label: 'CRM_UI' };

type AccountChange = Pick<HubSpotAccount, 'accountType' | 'dataHostingLocation'>;

/** The account's data, for seeds, the record page and the routes. Refusals are `HubSpotApiError`s. */
export interface HubSpotStore {
  readonly account: HubSpotAccount;
  changeAccount(change: AccountChange): void;
  readonly records: RecordStore;
  readonly associations: AssociationStore;
  properties(objectType: ObjectTypeName): PropertyStore;
  groups(objectType: ObjectTypeName): GroupStore;
  checkWrites(
    objectType: ObjectTypeName,
    writes: readonly RawWrite[],
    writer: Writer,
  ): readonly CheckedWrite[];
  /** The id of the record whose unique property has this value. */
  findByUnique(objectType: ObjectTypeName, name: string, value: string): string | undefined;

  /** Seeds a record: read-only values such as `createdate` may be given, wrong ones throw. */
  createObject(objectType: ObjectTypeName, properties: PropertyValues, id?: string): CrmRecord;
  /** Writes as a person would in HubSpot. */
  updateObject(objectType: ObjectTypeName, id: string, properties: PropertyValues): CrmRecord;
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
  const groups: Readonly<Record<ObjectTypeName, GroupStore>> = {
    deals: createGroupStore('deals'),
    contacts: createGroupStore('contacts'),
    companies: createGroupStore('companies'),
    commerce_payments: createGroupStore('commerce_payments'),
  };
  const propertyStore = (objectType: ObjectTypeName): PropertyStore =>
    createPropertyStore({ objectType, account, groups: groups[objectType], behavior, nowMs });
  const properties: Readonly<Record<ObjectTypeName, PropertyStore>> = {
    deals: propertyStore('deals'),
    contacts: propertyStore('contacts'),
    companies: propertyStore('companies'),
    commerce_payments: propertyStore('commerce_payments'),
  };
  const uniqueValues = createUniqueValues();
  const propertiesOf = (objectType: ObjectTypeName): PropertyStore => properties[objectType];
  const records = createRecordStore({ nowMs, identifiers, uniqueValues, propertiesOf });
  const associations = createAssociationStore();

  const check = (
    objectType: ObjectTypeName,
    writes: readonly RawWrite[],
    writer: Writer,
  ): readonly CheckedWrite[] =>
    checkWrites(objectType, writes, writer, properties[objectType], uniqueValues);
  const findObject = (objectType: ObjectTypeName, id: string): CrmRecord | undefined => {
    const found = records.find(objectType, id);
    return found?.archivedAtMs === undefined ? found : undefined;
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
    associations,
    properties: propertiesOf,
    groups: (objectType) => groups[objectType],
    checkWrites: check,
    findByUnique: (objectType, name, value) => uniqueValues.ownerOf(objectType, name, value),
    createObject(objectType, raw, id) {
      const values = accepted(check(objectType, [{ properties: raw }], 'hubspot'));
      return records.create(objectType, values, CRM_UI, id);
    },
    updateObject(objectType, id, raw) {
      const values = accepted(check(objectType, [{ id, properties: raw }], 'api'));
      return records.update(objectType, id, values, CRM_UI);
    },
    createProperty: (objectType, definition) => properties[objectType].create(definition),
    updateProperty: (objectType, name, patch) =>
      properties[objectType].update(name, patch, heldValues(objectType, name)),
    createGroup: (objectType, group) => groups[objectType].create(group),
    removeGroup(objectType, name) {
      const members = properties[objectType].list(false);
      if (members.some((definition) => definition.groupName === name)) throw groupHasProperties();
      groups[objectType].remove(name);
    },
    mergeObjects(objectType, primaryId, otherId) {
      const merged = records.merge(objectType, primaryId, otherId, CRM_UI);
      for (const id of [primaryId, otherId]) {
        for (const toType of OBJECT_TYPE_NAMES) {
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
