import type { ObjectType } from '../record/object-type.ts';
import { propertyDescriptionsIn, propertyLabelsIn, storedTextsIn } from '../texts/catalogue.ts';
import type { Language } from '../texts/language.ts';
import type { PropertyDefinition } from './definition.ts';
import type { PropertyName } from './kinds.ts';
import { PROPERTY_CURRENCIES } from './currencies.ts';
import { kindsWith, select } from './kinds.ts';
import { isOn, PROPERTY_NAMES } from './names.ts';

const currency = select(PROPERTY_CURRENCIES.map((code) => ({ value: code, label: code })));

const EDITABLE: ReadonlySet<string> = new Set<PropertyName>([
  'stripe_customer_id',
  'stripe_payment_ids',
]);

/** A property of the contract. */
export type ContractProperty = PropertyDefinition & { readonly name: PropertyName };

function definitionsIn(language: Language): readonly ContractProperty[] {
  const { options } = storedTextsIn(language);
  const propertyLabels = propertyLabelsIn(language);
  const descriptions = propertyDescriptionsIn(language);
  const kinds = kindsWith(options, currency);
  return PROPERTY_NAMES.map((name) => ({
    name,
    label: propertyLabels[name],
    description: descriptions[name],
    ...kinds[name],
    isEditable: EDITABLE.has(name),
  }));
}

const DEFINITIONS: Readonly<Record<Language, readonly ContractProperty[]>> = {
  en: definitionsIn('en'),
  it: definitionsIn('it'),
};

/**
 * The public contract, with the labels of the account's language: the one list from which provisioning,
 * writing, the cards and the documentation are made.
 * @param objectType of the records; all properties without.
 */
export const propertiesIn = (
  language: Language,
  objectType?: ObjectType,
): readonly ContractProperty[] =>
  objectType === undefined
    ? DEFINITIONS[language]
    : DEFINITIONS[language].filter(({ name }) => isOn(objectType, name));

/** The public contract with English labels, for what does not depend on the account's language. */
export const PROPERTIES: readonly ContractProperty[] = propertiesIn('en');
