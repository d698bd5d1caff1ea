import type { StandardProperty } from './define.ts';
import { CALCULATED, READ_ONLY, optionsOf, recordProperties, standard } from './define.ts';

const INFORMATION = 'contactinformation';
const ACTIVITY = 'contact_activity';

export const CONTACT_GROUPS: Readonly<Record<string, string>> = {
  [INFORMATION]: 'Contact information',
  [ACTIVITY]: 'Contact activity',
  emailinformation: 'Email information',
};

export const LIFECYCLE_STAGES = optionsOf({
  subscriber: 'Subscriber',
  lead: 'Lead',
  marketingqualifiedlead: 'Marketing Qualified Lead',
  salesqualifiedlead: 'Sales Qualified Lead',
  opportunity: 'Opportunity',
  customer: 'Customer',
  evangelist: 'Evangelist',
  other: 'Other',
});

/** `email` is unique by HubSpot's own rule, answered with a 409; see `store/check-writes.ts`. */
export const contactProperties = (): readonly StandardProperty[] => [
  ...recordProperties(INFORMATION),
  standard(INFORMATION, 'email', 'Email', 'string'),
  standard(INFORMATION, 'hs_additional_emails', 'Additional email addresses', 'enumeration', {
    fieldType: 'checkbox',
    externalOptions: true,
    ...READ_ONLY,
  }),
  standard(INFORMATION, 'hs_email_domain', 'Email Domain', 'string', CALCULATED),
  standard(INFORMATION, 'firstname', 'First Name', 'string'),
  standard(INFORMATION, 'lastname', 'Last Name', 'string'),
  standard(INFORMATION, 'salutation', 'Salutation', 'string'),
  standard(INFORMATION, 'jobtitle', 'Job Title', 'string'),
  standard(INFORMATION, 'company', 'Company Name', 'string'),
  standard(INFORMATION, 'website', 'Website URL', 'string'),
  standard(INFORMATION, 'phone', 'Phone Number', 'string', { fieldType: 'phonenumber' }),
  standard(INFORMATION, 'mobilephone', 'Mobile Phone Number', 'string', {
    fieldType: 'phonenumber',
  }),
  standard(INFORMATION, 'address', 'Street Address', 'string'),
  standard(INFORMATION, 'city', 'City', 'string'),
  standard(INFORMATION, 'state', 'State/Region', 'string'),
  standard(INFORMATION, 'zip', 'Postal Code', 'string'),
  standard(INFORMATION, 'country', 'Country/Region', 'string'),
  standard(INFORMATION, 'hs_language', 'Preferred language', 'enumeration', {
    options: optionsOf({ en: 'English', it: 'Italian', de: 'German', fr: 'French', es: 'Spanish' }),
  }),
  standard(INFORMATION, 'lifecyclestage', 'Lifecycle Stage', 'enumeration', {
    fieldType: 'radio',
    options: LIFECYCLE_STAGES,
  }),
  standard(INFORMATION, 'hs_lead_status', 'Lead Status', 'enumeration', {
    fieldType: 'radio',
    options: optionsOf({
      NEW: 'New',
      OPEN: 'Open',
      IN_PROGRESS: 'In Progress',
      UNQUALIFIED: 'Unqualified',
      CONNECTED: 'Connected',
    }),
  }),
  standard(INFORMATION, 'associatedcompanyid', 'Primary Associated Company ID', 'number'),
  standard(INFORMATION, 'createdate', 'Create Date', 'datetime', READ_ONLY),
  standard(INFORMATION, 'lastmodifieddate', 'Last Modified Date', 'datetime', READ_ONLY),
  standard(INFORMATION, 'num_associated_deals', 'Number of Associated Deals', 'number', CALCULATED),
  standard(ACTIVITY, 'notes_last_updated', 'Last Activity Date', 'datetime', READ_ONLY),
  standard(INFORMATION, 'closedate', 'Close Date', 'datetime'),
  standard(INFORMATION, 'date_of_birth', 'Date of birth', 'string'),
];
