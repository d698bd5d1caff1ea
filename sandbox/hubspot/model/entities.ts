/** The objects of HubSpot that the product knows, by the name their v3 paths use. */
export type StandardTypeName =
  'deals' | 'contacts' | 'companies' | 'commerce_payments' | 'line_items' | 'notes';
/** The type id of an object that the account defined itself. */
export type CustomTypeId = `2-${string}`;
export type ObjectTypeName = StandardTypeName | CustomTypeId;

export type PropertyType = 'string' | 'number' | 'date' | 'datetime' | 'enumeration' | 'bool';

export type FieldType =
  | 'text'
  | 'textarea'
  | 'html'
  | 'phonenumber'
  | 'file'
  | 'number'
  | 'date'
  | 'select'
  | 'radio'
  | 'checkbox'
  | 'booleancheckbox'
  | 'calculation_equation';

type NumberDisplayHint =
  'unformatted' | 'formatted' | 'currency' | 'percentage' | 'duration' | 'probability';

export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

/** What a caller says when it creates a property: the body of `POST /crm/properties/2026-03/{type}`. */
export interface PropertyInput {
  readonly name: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly fieldType: FieldType;
  readonly groupName: string;
  readonly description?: string | undefined;
  readonly options?: readonly PropertyOption[] | undefined;
  readonly displayOrder?: number | undefined;
  readonly hidden?: boolean | undefined;
  readonly formField?: boolean | undefined;
  readonly hasUniqueValue?: boolean | undefined;
  readonly currencyPropertyName?: string | undefined;
  readonly showCurrencySymbol?: boolean | undefined;
  readonly numberDisplayHint?: NumberDisplayHint | undefined;
}

/** The body of `PATCH /crm/properties/2026-03/{type}/{name}`: neither the name nor the uniqueness. */
export type PropertyPatch = {
  readonly [Field in Exclude<keyof PropertyInput, 'name' | 'hasUniqueValue'>]?:
    PropertyInput[Field] | undefined;
};

export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly fieldType: FieldType;
  readonly groupName: string;
  readonly description: string;
  readonly options: readonly PropertyOption[];
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly formField: boolean;
  readonly hasUniqueValue: boolean;
  readonly currencyPropertyName: string | undefined;
  readonly showCurrencySymbol: boolean | undefined;
  readonly numberDisplayHint: NumberDisplayHint | undefined;
  readonly hubspotDefined: boolean;
  readonly calculated: boolean;
  /** The options live outside the definition (pipeline stages, owners); `externalValues` lists them. */
  readonly externalOptions: boolean;
  /** Absent with `externalOptions` for owners: every numeric id is accepted. */
  readonly externalValues: readonly string[] | undefined;
  readonly readOnlyValue: boolean;
  readonly archived: boolean;
  readonly archivedAtMs: number | undefined;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** What uses a property elsewhere in the account, such as a workflow. */
export interface PropertyUse {
  readonly type: 'CALCULATED_PROPERTY' | 'FORM' | 'LIST' | 'REPORT' | 'WORKFLOW';
  readonly name: string;
}

export interface GroupInput {
  readonly name: string;
  readonly label: string;
  readonly displayOrder?: number | undefined;
}

export interface GroupPatch {
  readonly label?: string | undefined;
  readonly displayOrder?: number | undefined;
}

export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly hubspotDefined: boolean;
}

/** Where a value came from, as the property history shows it. */
export interface WriteSource {
  readonly type: 'INTEGRATION' | 'CRM_UI';
  readonly id: string;
  readonly label: string;
  /** The user who wrote; an app's own writes name none. */
  readonly userId?: number;
}

export interface HistoryEntry {
  /** Empty when the value was cleared. */
  readonly value: string;
  readonly timestampMs: number;
  /** From when on the search index knows it. */
  readonly indexedAtMs: number;
  readonly source: WriteSource;
}

export interface CrmRecord {
  readonly objectType: ObjectTypeName;
  readonly id: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly archivedAtMs: number | undefined;
  /** Newest first, per property. */
  readonly history: ReadonlyMap<string, readonly HistoryEntry[]>;
}

interface RecordChange {
  readonly objectType: ObjectTypeName;
  readonly id: string;
  /** The properties whose value really changed; null for a cleared one. */
  readonly properties: Readonly<Record<string, string | null>>;
  readonly source: WriteSource;
}

export type ChangeListener = (change: RecordChange) => void;

type AccountType = 'APP_DEVELOPER' | 'DEVELOPER_TEST' | 'SANDBOX' | 'STANDARD';

export interface HubSpotAccount {
  readonly portalId: number;
  /** Default `STANDARD`. */
  readonly accountType?: AccountType;
  /** Default `na1`. */
  readonly dataHostingLocation?: string;
  readonly timeZone: string;
  readonly companyCurrency: string;
  readonly additionalCurrencies: readonly string[];
}
