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

const GROUPS: Readonly<Record<StandardTypeName, Readonly<Record<string, string>>>> = {
  deals: DEAL_GROUPS,
  contacts: CONTACT_GROUPS,
  companies: COMPANY_GROUPS,
  commerce_payments: PAYMENT_GROUPS,
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
