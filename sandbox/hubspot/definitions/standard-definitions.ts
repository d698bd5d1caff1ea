import type {
  HubSpotAccount,
  PropertyDefinition,
  PropertyGroup,
  StandardTypeName,
} from '../model/entities.ts';
import { PAYMENT_GROUPS, paymentProperties } from './commerce-payments.ts';
import { COMPANY_GROUPS, companyProperties } from './companies.ts';
import { CONTACT_GROUPS, contactProperties } from './contacts.ts';
import { DEAL_GROUPS, dealProperties } from './deals.ts';
import type { StandardProperty } from './define.ts';
import { READ_ONLY, recordProperties, standard } from './define.ts';
import { LINE_ITEM_GROUPS, lineItemProperties } from './line-items.ts';

const ENGAGEMENT = 'engagement';

/** Of the notes guide (2026-03): `hs_timestamp` is required and decides the place on the timeline. */
const noteProperties = (): readonly StandardProperty[] => [
  ...recordProperties(ENGAGEMENT),
  standard(ENGAGEMENT, 'hs_createdate', 'Create date', 'datetime', READ_ONLY),
  standard(ENGAGEMENT, 'hs_lastmodifieddate', 'Last modified date', 'datetime', READ_ONLY),
  standard(ENGAGEMENT, 'hs_timestamp', 'Activity date', 'datetime'),
  standard(ENGAGEMENT, 'hs_note_body', 'Note body', 'string', { fieldType: 'html' }),
  standard(ENGAGEMENT, 'hs_attachment_ids', 'Attached file IDs', 'enumeration', {
    fieldType: 'checkbox',
    externalOptions: true,
  }),
];

const GROUPS: Readonly<Record<StandardTypeName, Readonly<Record<string, string>>>> = {
  deals: DEAL_GROUPS,
  contacts: CONTACT_GROUPS,
  companies: COMPANY_GROUPS,
  commerce_payments: PAYMENT_GROUPS,
  line_items: LINE_ITEM_GROUPS,
  notes: { [ENGAGEMENT]: 'Engagement' },
};

function propertiesOf(
  objectType: StandardTypeName,
  account: HubSpotAccount,
): readonly StandardProperty[] {
  switch (objectType) {
    case 'deals':
      return dealProperties(account);
    case 'contacts':
      return contactProperties();
    case 'companies':
      return companyProperties();
    case 'commerce_payments':
      return paymentProperties(account);
    case 'line_items':
      return lineItemProperties(account);
    case 'notes':
      return noteProperties();
  }
}

/** The properties that a new account has, before any integration adds its own. */
export const standardDefinitions = (
  objectType: StandardTypeName,
  account: HubSpotAccount,
  createdAtMs: number,
): readonly PropertyDefinition[] =>
  propertiesOf(objectType, account).map((define) => define(createdAtMs));

export const standardGroups = (objectType: StandardTypeName): readonly PropertyGroup[] =>
  Object.entries(GROUPS[objectType]).map(([name, label], index) => ({
    name,
    label,
    displayOrder: index,
    hubspotDefined: true,
  }));
