import type { CustomTypeId, ObjectTypeName, StandardTypeName } from './entities.ts';

interface ObjectTypeInfo {
  readonly name: ObjectTypeName;
  readonly singular: string;
  readonly typeId: string;
  readonly lastModifiedProperty: string;
  /** Returned when a request names no properties (HubSpot's v3 object guides). */
  readonly defaultProperties: readonly string[];
  /** Returned whatever properties a request names. */
  readonly alwaysReturned: readonly string[];
  /** Searched by the `query` field of a search. */
  readonly searchedByQuery: readonly string[];
}

const DEALS: ObjectTypeInfo = {
  name: 'deals',
  singular: 'deal',
  typeId: '0-3',
  lastModifiedProperty: 'hs_lastmodifieddate',
  defaultProperties: [
    'amount',
    'closedate',
    'createdate',
    'dealname',
    'dealstage',
    'hs_lastmodifieddate',
    'hs_object_id',
    'pipeline',
  ],
  alwaysReturned: ['createdate', 'hs_lastmodifieddate', 'hs_object_id'],
  searchedByQuery: ['dealname', 'pipeline', 'dealstage', 'description', 'dealtype'],
};

const CONTACTS: ObjectTypeInfo = {
  name: 'contacts',
  singular: 'contact',
  typeId: '0-1',
  lastModifiedProperty: 'lastmodifieddate',
  defaultProperties: [
    'createdate',
    'email',
    'firstname',
    'hs_object_id',
    'lastmodifieddate',
    'lastname',
  ],
  alwaysReturned: ['createdate', 'hs_object_id', 'lastmodifieddate'],
  searchedByQuery: ['firstname', 'lastname', 'email', 'phone', 'company', 'hs_additional_emails'],
};

const COMPANIES: ObjectTypeInfo = {
  name: 'companies',
  singular: 'company',
  typeId: '0-2',
  lastModifiedProperty: 'hs_lastmodifieddate',
  defaultProperties: ['createdate', 'domain', 'hs_lastmodifieddate', 'hs_object_id', 'name'],
  alwaysReturned: ['createdate', 'hs_lastmodifieddate', 'hs_object_id'],
  searchedByQuery: ['name', 'domain', 'phone', 'website', 'hs_additional_domains'],
};

const COMMERCE_PAYMENTS: ObjectTypeInfo = {
  name: 'commerce_payments',
  singular: 'commerce_payment',
  typeId: '0-101',
  lastModifiedProperty: 'hs_lastmodifieddate',
  defaultProperties: ['createdate', 'hs_lastmodifieddate', 'hs_object_id'],
  alwaysReturned: ['createdate', 'hs_lastmodifieddate', 'hs_object_id'],
  searchedByQuery: [],
};

const LINE_ITEMS: ObjectTypeInfo = {
  name: 'line_items',
  singular: 'line_item',
  typeId: '0-8',
  lastModifiedProperty: 'hs_lastmodifieddate',
  defaultProperties: ['amount', 'createdate', 'hs_lastmodifieddate', 'hs_object_id', 'quantity'],
  alwaysReturned: ['createdate', 'hs_lastmodifieddate', 'hs_object_id'],
  searchedByQuery: [],
};

const NOTES: ObjectTypeInfo = {
  name: 'notes',
  singular: 'note',
  typeId: '0-46',
  lastModifiedProperty: 'hs_lastmodifieddate',
  defaultProperties: ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'],
  alwaysReturned: ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'],
  searchedByQuery: [],
};

const INFO_BY_NAME: Readonly<Record<StandardTypeName, ObjectTypeInfo>> = {
  deals: DEALS,
  contacts: CONTACTS,
  companies: COMPANIES,
  commerce_payments: COMMERCE_PAYMENTS,
  line_items: LINE_ITEMS,
  notes: NOTES,
};

export const STANDARD_TYPE_NAMES: readonly StandardTypeName[] = [
  'deals',
  'contacts',
  'companies',
  'commerce_payments',
  'line_items',
  'notes',
];

export const isCustomType = (name: ObjectTypeName): name is CustomTypeId => name.startsWith('2-');

const CUSTOM_DEFAULTS = ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'];

/** A custom object's searched properties are its schema's, see `store/custom-objects.ts`. */
export function objectTypeInfo(name: ObjectTypeName): ObjectTypeInfo {
  if (!isCustomType(name)) return INFO_BY_NAME[name];
  return {
    name,
    singular: name,
    typeId: name,
    lastModifiedProperty: 'hs_lastmodifieddate',
    defaultProperties: CUSTOM_DEFAULTS,
    alwaysReturned: CUSTOM_DEFAULTS,
    searchedByQuery: [],
  };
}

/** Accepts the plural, the singular and the type id, as HubSpot's paths do. */
export function resolveStandardType(text: string): StandardTypeName | undefined {
  const wanted = text.toLowerCase();
  return STANDARD_TYPE_NAMES.find((name) => {
    const info = INFO_BY_NAME[name];
    return wanted === name || wanted === info.singular || wanted === info.typeId;
  });
}
