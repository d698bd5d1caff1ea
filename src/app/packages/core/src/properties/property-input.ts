import type { PropertyDefinition } from './definition.ts';
import { PROPERTY_GROUP } from './definition.ts';

/** The body that creates a property in HubSpot's API, v3. */
export type PropertyInput<Name extends string = PropertyDefinition['name']> = Pick<
  PropertyDefinition,
  'label' | 'description' | 'type' | 'fieldType' | 'currencyPropertyName'
> & {
  readonly name: Name;
  readonly groupName: string;
  readonly showCurrencySymbol?: true;
  readonly options?: readonly {
    readonly value: string;
    readonly label: string;
    readonly displayOrder: number;
    readonly hidden: false;
  }[];
};

export function propertyInput<Name extends string = PropertyDefinition['name']>(
  definition: Omit<PropertyDefinition, 'name' | 'isEditable'> & { readonly name: Name },
): PropertyInput<Name> {
  const { name, label, description, type, fieldType, options, currencyPropertyName } = definition;
  return {
    name,
    label,
    description,
    type,
    fieldType,
    groupName: PROPERTY_GROUP.name,
    ...(options.length === 0
      ? {}
      : {
          options: options.map((option, displayOrder) => ({
            ...option,
            displayOrder,
            hidden: false,
          })),
        }),
    // Without these HubSpot shows every amount in the account's own currency.
    ...(currencyPropertyName === undefined
      ? {}
      : { currencyPropertyName, showCurrencySymbol: true }),
  };
}
