import { LIFECYCLE_STAGES } from './contacts.ts';
import type { StandardProperty } from './define.ts';
import { CALCULATED, READ_ONLY, optionsOf, recordProperties, standard } from './define.ts';

const INFORMATION = 'companyinformation';
const ACTIVITY = 'company_activity';

export const COMPANY_GROUPS: Readonly<Record<string, string>> = {
  [INFORMATION]: 'Company information',
  [ACTIVITY]: 'Company activity',
};

export const companyProperties = (): readonly StandardProperty[] => [
  ...recordProperties(INFORMATION),
  standard(INFORMATION, 'name', 'Company name', 'string'),
  standard(INFORMATION, 'domain', 'Company Domain Name', 'string'),
  standard(INFORMATION, 'hs_additional_domains', 'Additional Domains', 'enumeration', {
    fieldType: 'checkbox',
    externalOptions: true,
    ...READ_ONLY,
  }),
  standard(INFORMATION, 'website', 'Website URL', 'string'),
  standard(INFORMATION, 'description', 'Description', 'string', { fieldType: 'textarea' }),
  standard(INFORMATION, 'phone', 'Phone Number', 'string', { fieldType: 'phonenumber' }),
  standard(INFORMATION, 'address', 'Street Address', 'string'),
  standard(INFORMATION, 'city', 'City', 'string'),
  standard(INFORMATION, 'state', 'State/Region', 'string'),
  standard(INFORMATION, 'zip', 'Postal Code', 'string'),
  standard(INFORMATION, 'country', 'Country/Region', 'string'),
  standard(INFORMATION, 'timezone', 'Time Zone', 'string'),
  standard(INFORMATION, 'numberofemployees', 'Number of Employees', 'number'),
  standard(INFORMATION, 'annualrevenue', 'Annual Revenue', 'number', { showCurrencySymbol: true }),
  standard(INFORMATION, 'founded_year', 'Year Founded', 'string'),
  standard(INFORMATION, 'type', 'Type', 'enumeration', {
    options: optionsOf({
      PROSPECT: 'Prospect',
      PARTNER: 'Partner',
      RESELLER: 'Reseller',
      VENDOR: 'Vendor',
      OTHER: 'Other',
    }),
  }),
  standard(INFORMATION, 'lifecyclestage', 'Lifecycle Stage', 'enumeration', {
    fieldType: 'radio',
    options: LIFECYCLE_STAGES,
  }),
  standard(INFORMATION, 'createdate', 'Create Date', 'datetime', READ_ONLY),
  standard(INFORMATION, 'hs_createdate', 'HubSpot Create Date', 'datetime', READ_ONLY),
  standard(INFORMATION, 'hs_lastmodifieddate', 'Last Modified Date', 'datetime', READ_ONLY),
  standard(
    INFORMATION,
    'num_associated_contacts',
    'Number of Associated Contacts',
    'number',
    CALCULATED,
  ),
  standard(INFORMATION, 'num_associated_deals', 'Number of Associated Deals', 'number', CALCULATED),
  standard(INFORMATION, 'total_revenue', 'Total Revenue', 'number', {
    ...CALCULATED,
    showCurrencySymbol: true,
  }),
  standard(ACTIVITY, 'notes_last_updated', 'Last Activity Date', 'datetime', READ_ONLY),
];
