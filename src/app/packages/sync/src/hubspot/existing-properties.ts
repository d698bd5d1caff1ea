import type { ExistingOption, ExistingProperty } from '@stripe-payments/core';
import { fieldOf, listOf, textOf } from './json.ts';

function optionIn(option: unknown): readonly ExistingOption[] {
  const value = textOf(option, 'value');
  const displayOrder = fieldOf(option, 'displayOrder');
  const description = textOf(option, 'description');
  if (value === undefined) return [];
  return [
    {
      value,
      label: textOf(option, 'label') ?? '',
      displayOrder: typeof displayOrder === 'number' ? displayOrder : -1,
      hidden: fieldOf(option, 'hidden') === true,
      ...(description === undefined ? {} : { description }),
    },
  ];
}

function propertyIn(property: unknown): readonly ExistingProperty[] {
  const name = textOf(property, 'name');
  if (name === undefined) return [];
  return [
    {
      name,
      label: textOf(property, 'label') ?? '',
      description: textOf(property, 'description') ?? '',
      type: textOf(property, 'type') ?? '',
      fieldType: textOf(property, 'fieldType') ?? '',
      groupName: textOf(property, 'groupName') ?? '',
      options: listOf(property, 'options').flatMap(optionIn),
      currencyPropertyName: textOf(property, 'currencyPropertyName') ?? null,
    },
  ];
}

/** Property definitions of HubSpot's v3 properties API. */
export const existingProperties = (results: readonly unknown[]): readonly ExistingProperty[] =>
  results.flatMap(propertyIn);
