import { storedTextsIn } from '../texts/catalogue.ts';
import type { Language } from '../texts/language.ts';

/** A HubSpot property of the app. Field names are those of HubSpot's properties API, v3. */
export interface PropertyDefinition {
  readonly name: `stripe_${string}`;
  readonly label: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'bool' | 'enumeration' | 'date' | 'datetime';
  readonly fieldType: 'text' | 'textarea' | 'number' | 'booleancheckbox' | 'select' | 'date';
  /** Values of an enumeration or of yes and no, in the order shown. */
  readonly options: readonly PropertyOption[];
  /** The enumeration property on the same object that holds this amount's currency; HubSpot's own of a deal. */
  readonly currencyPropertyName?:
    | 'stripe_currency'
    | 'stripe_settlement_currency'
    | 'stripe_mrr_movement_currency'
    | 'deal_currency_code';
  /** True for what people may edit; the app reads those and never overwrites them. */
  readonly isEditable: boolean;
}

export interface PropertyOption {
  readonly value: string;
  readonly label: string;
}

/** The body that creates the group of the app's properties, labeled in the account's language. */
export const propertyGroupIn = (language: Language) => ({
  name: 'stripe_payments',
  label: storedTextsIn(language).propertyGroup,
});

export const PROPERTY_GROUP = propertyGroupIn('en');
