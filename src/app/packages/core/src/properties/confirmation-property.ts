import type { ObjectType } from '../record/object-type.ts';
import { confirmation as english } from '../texts/english/actions.ts';
import { confirmation as italian } from '../texts/italian/actions.ts';
import type { Language } from '../texts/language.ts';
import type { PropertyDefinition } from './definition.ts';
import type { ContractProperty } from './definitions.ts';
import { propertiesIn } from './definitions.ts';
import type { PropertyName } from './kinds.ts';

/** Where a person confirms an action, in HubSpot's own editor. */
export const CONFIRMATION_PROPERTY = 'stripe_confirmation';

/** What the setup makes: no sync reads or writes the last. */
export type SetupPropertyName = PropertyName | typeof CONFIRMATION_PROPERTY;

export type SetupProperty = PropertyDefinition & { readonly name: SetupPropertyName };

const TEXTS = { en: english, it: italian };

/** On deals and contacts, where actions are turned on. */
export const confirmationPropertyIn = (language: Language): SetupProperty => ({
  name: CONFIRMATION_PROPERTY,
  ...TEXTS[language],
  type: 'string',
  fieldType: 'text',
  options: [],
  isEditable: true,
});

/** The contract of one kind of record, and the property of the actions where they are on. */
export function setupPropertiesIn(
  language: Language,
  objectType: ObjectType,
  hasActions: boolean,
): readonly SetupProperty[] {
  const contract: readonly ContractProperty[] = propertiesIn(language, objectType);
  return hasActions && objectType !== 'company'
    ? [...contract, confirmationPropertyIn(language)]
    : contract;
}
