import type { ObjectType, StoredProperties } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';

/** A property as an account has it. */
export interface KnownProperty {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly groupName: string;
  /** HubSpot's own, in every account. */
  readonly hubspotDefined: boolean;
}

/** Records by what is in their properties, as searches know them, seconds behind. */
export interface RecordScan {
  properties(objectType: ObjectType): Promise<readonly KnownProperty[]>;
  /** How many records have a value, and the values of some of the newest. */
  sample(
    objectType: ObjectType,
    property: string,
  ): Promise<{ readonly total: number; readonly values: readonly string[] }>;
  /** Every record that has a value in one of the properties, by the order of ids. */
  everyHaving(
    objectType: ObjectType,
    having: readonly string[],
    properties: readonly string[],
  ): Promise<ReadonlyMap<string, StoredProperties>>;
}

/** What it takes to adopt links that another app stored in HubSpot. */
export interface AdoptPorts extends Ports {
  readonly scan: RecordScan;
}

/** A property in which another app stored customer ids. */
export interface LinkSource {
  readonly objectType: ObjectType;
  readonly property: string;
}
