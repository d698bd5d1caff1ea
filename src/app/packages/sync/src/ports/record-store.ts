import type { Currency, ObjectType, PropertyValues, StoredProperties } from '@stripe-payments/core';

export interface RecordRef {
  readonly objectType: ObjectType;
  readonly recordId: string;
}

/** Properties of records, by record id. */
export type RecordsById = ReadonlyMap<string, StoredProperties>;

/** One condition of a search; several are alternatives. */
export type SearchCondition =
  | { readonly property: string; readonly is: 'set' }
  /** One of the words of the value, by HubSpot's idea of a word. */
  | { readonly property: string; readonly is: 'containing'; readonly word: string }
  | { readonly property: string; readonly is: 'one-of'; readonly values: readonly string[] };

export interface RecordSearch {
  readonly objectType: ObjectType;
  /** Alternatives, at most five: HubSpot's limit of filter groups. */
  readonly conditions: readonly SearchCondition[];
  readonly properties: readonly string[];
}

export interface FoundRecords {
  /** Newest first; seconds behind what was written. */
  readonly records: RecordsById;
  /** True where there are more than are read. */
  readonly isCut: boolean;
}

/** HubSpot's records. */
export interface RecordStore {
  /** Properties that the account does not have are absent from the answer. */
  read(record: RecordRef, properties: readonly string[]): Promise<StoredProperties>;
  /** Records that no longer exist are absent from the answer. */
  readMany(
    objectType: ObjectType,
    recordIds: readonly string[],
    properties: readonly string[],
  ): Promise<RecordsById>;
  /** Ids of all records of a type that a record is associated with. */
  associated(record: RecordRef, toType: ObjectType): Promise<readonly string[]>;
  /** The same for many records; one without any is absent from the answer. */
  associatedWithMany(
    fromType: ObjectType,
    recordIds: readonly string[],
    toType: ObjectType,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  search(search: RecordSearch): Promise<FoundRecords>;
  /** True where the account has a property of that name. */
  hasProperty(objectType: ObjectType, name: string): Promise<boolean>;
  /** All of them in one call, or none. */
  write(record: RecordRef, values: PropertyValues): Promise<void>;
  /** The account's own currency, for records that name none; null where it cannot be read. */
  accountCurrency(): Promise<Currency | null>;
}
