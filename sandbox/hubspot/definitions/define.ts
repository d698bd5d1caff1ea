import type {
  FieldType,
  HubSpotAccount,
  PropertyDefinition,
  PropertyOption,
  PropertyType,
} from '../model/entities.ts';

const USUAL_FIELD: Readonly<Record<PropertyType, FieldType>> = {
  string: 'text',
  number: 'number',
  date: 'date',
  datetime: 'date',
  enumeration: 'select',
  bool: 'booleancheckbox',
};

export type StandardExtras = Partial<
  Pick<
    PropertyDefinition,
    | 'fieldType'
    | 'options'
    | 'readOnlyValue'
    | 'calculated'
    | 'externalOptions'
    | 'externalValues'
    | 'showCurrencySymbol'
    | 'currencyPropertyName'
    | 'hidden'
    | 'hasUniqueValue'
  >
>;

export type StandardProperty = (createdAtMs: number) => PropertyDefinition;

/** A property that HubSpot itself defines. */
export function standard(
  groupName: string,
  name: string,
  label: string,
  type: PropertyType,
  extras: StandardExtras = {},
): StandardProperty {
  return (createdAtMs) => ({
    name,
    label,
    type,
    fieldType: USUAL_FIELD[type],
    groupName,
    description: '',
    options: [],
    displayOrder: -1,
    hidden: false,
    formField: false,
    hasUniqueValue: false,
    currencyPropertyName: undefined,
    showCurrencySymbol: undefined,
    numberDisplayHint: undefined,
    hubspotDefined: true,
    calculated: false,
    externalOptions: false,
    externalValues: undefined,
    readOnlyValue: false,
    archived: false,
    archivedAtMs: undefined,
    createdAtMs,
    updatedAtMs: createdAtMs,
    ...extras,
  });
}

export const optionsOf = (
  labelsByValue: Readonly<Record<string, string>>,
): readonly PropertyOption[] =>
  Object.entries(labelsByValue).map(([value, label], index) => ({
    label,
    value,
    description: '',
    displayOrder: index,
    hidden: false,
  }));

/** Those that the account is configured for. */
export function currencyOptions(account: HubSpotAccount): ReturnType<typeof optionsOf> {
  const codes = new Set([account.companyCurrency, ...account.additionalCurrencies]);
  return optionsOf(Object.fromEntries([...codes].map((code) => [code, code])));
}

const TRUE_OR_FALSE = optionsOf({ true: 'True', false: 'False' });

export const READ_ONLY = { readOnlyValue: true } as const;
export const CALCULATED = { readOnlyValue: true, calculated: true } as const;
export const BOOLEAN = { options: TRUE_OR_FALSE } as const;
/** Accepts every numeric id: the stand-in has no owners API to look one up in. */
const OWNER = { externalOptions: true } as const;

/** What every object of the account carries. */
export const recordProperties = (groupName: string): readonly StandardProperty[] => [
  standard(groupName, 'hs_object_id', 'Record ID', 'number', READ_ONLY),
  standard(groupName, 'hs_merged_object_ids', 'Merged record IDs', 'enumeration', {
    fieldType: 'checkbox',
    externalOptions: true,
    ...READ_ONLY,
  }),
  standard(groupName, 'hs_object_source', 'Record creation source', 'string', READ_ONLY),
  standard(groupName, 'hs_object_source_id', 'Record creation source ID', 'string', READ_ONLY),
  standard(groupName, 'hs_object_source_label', 'Record source', 'string', READ_ONLY),
  standard(groupName, 'hubspot_owner_id', 'Owner', 'enumeration', OWNER),
  standard(groupName, 'hubspot_owner_assigneddate', 'Owner assigned date', 'datetime', READ_ONLY),
];
