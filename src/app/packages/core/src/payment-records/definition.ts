import { PROPERTY_GROUP } from '../properties/definition.ts';
import { propertyInput } from '../properties/property-input.ts';
import type { PropertyInput } from '../properties/property-input.ts';
import type { PaymentRecordKind } from '../record/object-type.ts';
import { OBJECT_TYPES } from '../record/object-type.ts';
import { paymentRecords as english } from '../texts/english/payment-records.ts';
import { paymentRecords as italian } from '../texts/italian/payment-records.ts';
import type { Language } from '../texts/language.ts';
import type { PaymentPropertyName } from './record-properties.ts';
import { PAYMENT_KEY, PAYMENT_TITLE, paymentPropertiesIn } from './record-properties.ts';

/** The name of the custom object, which is for ever. */
export const PAYMENT_OBJECT = 'stripe_payment';

/** The object of a kind as HubSpot's paths name it: by a short name, which needs no number of the account. */
export const PAYMENT_TYPES: Readonly<Record<PaymentRecordKind, string>> = {
  'custom-object': `p_${PAYMENT_OBJECT}`,
  'hubspot-payments': '0-101',
};

/** The group that HubSpot makes with the object. */
const GROUP = `${PAYMENT_OBJECT}_information`;

export type PaymentPropertyInput = PropertyInput<PaymentPropertyName> & {
  readonly hasUniqueValue?: true;
};

/** What HubSpot creates the properties of payment records of a kind from, labelled in the account's language. */
export const paymentPropertyInputs = (
  language: Language,
  kind: PaymentRecordKind,
): readonly PaymentPropertyInput[] =>
  paymentPropertiesIn(language).map((definition) => ({
    ...propertyInput(definition),
    groupName: kind === 'custom-object' ? GROUP : PROPERTY_GROUP.name,
    ...(definition.name === PAYMENT_KEY && { hasUniqueValue: true }),
  }));

/** What HubSpot creates the custom object from. */
export function paymentObjectDefinition(language: Language): object {
  const { object, description } = paymentRecordTexts(language);
  return {
    name: PAYMENT_OBJECT,
    labels: object,
    description,
    primaryDisplayProperty: PAYMENT_TITLE,
    secondaryDisplayProperties: ['stripe_payment_status', 'stripe_created_date'],
    requiredProperties: [PAYMENT_KEY],
    searchableProperties: [PAYMENT_KEY, PAYMENT_TITLE, 'stripe_payer_email'],
    associatedObjects: OBJECT_TYPES.map((type) => type.toUpperCase()),
    // The object makes its group, so none can be named yet.
    properties: paymentPropertyInputs(language, 'custom-object').map((input) => ({
      ...input,
      groupName: undefined,
    })),
  };
}

/** The texts of the object, for what shows it elsewhere. */
export const paymentRecordTexts = (language: Language): typeof english =>
  language === 'it' ? italian : english;
