import { ACCOUNT_LANGUAGE } from './account-language.ts';
import { properties as english, propertyGroup as englishGroup } from './english/properties.ts';
import { properties as italian, propertyGroup as italianGroup } from './italian/properties.ts';

const { stripe_customer_id: customers, stripe_payment_ids: payments } = {
  en: english,
  it: italian,
}[ACCOUNT_LANGUAGE];

/** What the record calls its linked customers, whatever language the reader of a text has. */
export const CUSTOMERS_LABEL = customers.label;

/** What the record calls its assigned payments. */
export const PAYMENTS_LABEL = payments.label;

/** What the account calls the group of the app's properties. */
export const GROUP_LABEL = { en: englishGroup, it: italianGroup }[ACCOUNT_LANGUAGE];
