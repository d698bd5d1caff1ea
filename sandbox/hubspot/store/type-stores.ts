import { READ_ONLY, recordProperties, standard } from '../definitions/define.ts';
import { standardDefinitions, standardGroups } from '../definitions/standard-definitions.ts';
import type { BehaviorSwitches } from '../model/behavior.ts';
import type {
  CustomTypeId,
  HubSpotAccount,
  ObjectTypeName,
  PropertyDefinition,
  PropertyGroup,
} from '../model/entities.ts';
import { STANDARD_TYPE_NAMES } from '../model/object-types.ts';
import type { CustomObjectInput } from '../model/custom-object.ts';
import { createGroupStore, type GroupStore } from './group-store.ts';
import { createPropertyStore, type PropertyStore } from './property-store.ts';

const informationGroup = (objectName: string): string => `${objectName.toLowerCase()}_information`;

const customGroups = ({ name, labels }: CustomObjectInput): readonly PropertyGroup[] => [
  {
    name: informationGroup(name),
    label: `${labels.singular} information`,
    displayOrder: 0,
    hubspotDefined: true,
  },
];

/** What HubSpot gives every object that an account defines. */
function customProperties(
  { name }: CustomObjectInput,
  createdAtMs: number,
): readonly PropertyDefinition[] {
  const group = informationGroup(name);
  return [
    ...recordProperties(group),
    standard(group, 'hs_createdate', 'Object create date/time', 'datetime', READ_ONLY),
    standard(group, 'hs_lastmodifieddate', 'Object last modified date/time', 'datetime', READ_ONLY),
  ].map((define) => define(createdAtMs));
}

const withDefaultGroup = ({ name, properties }: CustomObjectInput) =>
  properties.map(({ groupName = informationGroup(name), ...rest }) => ({ ...rest, groupName }));

/** The groups and properties of each object, HubSpot's and the account's own. */
export interface TypeStores {
  readonly names: () => readonly ObjectTypeName[];
  readonly groups: (objectType: ObjectTypeName) => GroupStore;
  readonly properties: (objectType: ObjectTypeName) => PropertyStore;
  /** Makes the groups and properties of a custom object, with the checks of HubSpot's own objects. */
  readonly open: (typeId: CustomTypeId, input: CustomObjectInput) => readonly PropertyDefinition[];
  readonly close: (typeId: CustomTypeId) => void;
}

interface TypeStoreParts {
  readonly account: HubSpotAccount;
  readonly behavior: BehaviorSwitches;
  readonly nowMs: () => number;
}

export function createTypeStores({ account, behavior, nowMs }: TypeStoreParts): TypeStores {
  const stores = new Map<ObjectTypeName, { groups: GroupStore; properties: PropertyStore }>();
  const add = (
    objectType: ObjectTypeName,
    givenGroups: readonly PropertyGroup[],
    given: readonly PropertyDefinition[],
  ): PropertyStore => {
    const groups = createGroupStore(givenGroups);
    const properties = createPropertyStore({ objectType, given, groups, behavior, nowMs });
    stores.set(objectType, { groups, properties });
    return properties;
  };
  for (const name of STANDARD_TYPE_NAMES) {
    add(name, standardGroups(name), standardDefinitions(name, account, nowMs()));
  }
  const of = (objectType: ObjectTypeName) => {
    const found = stores.get(objectType);
    if (found === undefined) throw new RangeError(`There is no object ${objectType}.`);
    return found;
  };
  return {
    names: () => [...stores.keys()],
    groups: (objectType) => of(objectType).groups,
    properties: (objectType) => of(objectType).properties,
    open(typeId, input) {
      const properties = add(typeId, customGroups(input), customProperties(input, nowMs()));
      for (const property of withDefaultGroup(input)) properties.create(property);
      return properties.list(false);
    },
    close(typeId) {
      stores.delete(typeId);
    },
  };
}
