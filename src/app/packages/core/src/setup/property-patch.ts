import type { PropertyDefinition } from '../properties/definition.ts';
import type { PropertyInput } from '../properties/property-input.ts';
import type { ExistingOption, ExistingProperty } from './existing-property.ts';
import type { PropertyDifference } from '../contract/setup.ts';

/** The body that changes a property in HubSpot's API, v3: only what differs. */
export type PropertyPatch = Partial<
  Pick<
    PropertyInput,
    'label' | 'description' | 'type' | 'fieldType' | 'currencyPropertyName' | 'showCurrencySymbol'
  >
> & { readonly options?: readonly ExistingOption[] };

/** HubSpot replaces the whole list, so what an admin added goes along, in its place. */
function patchedOptions(
  { options }: PropertyDefinition,
  existing: ExistingProperty,
): readonly ExistingOption[] {
  const ours = new Map(options.map(({ value, label }) => [value, label]));
  const had = new Set(existing.options.map(({ value }) => value));
  const last = Math.max(-1, ...existing.options.map(({ displayOrder }) => displayOrder));
  const kept = existing.options.map((option) => ({
    ...option,
    label: ours.get(option.value) ?? option.label,
  }));
  const added = options
    .filter(({ value }) => !had.has(value))
    .map((option, index) => ({ ...option, displayOrder: last + 1 + index, hidden: false }));
  return [...kept, ...added];
}

function patchOf(
  definition: PropertyDefinition,
  existing: ExistingProperty,
  { field }: PropertyDifference,
): PropertyPatch {
  const { label, description, type, fieldType, currencyPropertyName } = definition;
  switch (field) {
    case 'label':
      return { label };
    case 'description':
      return { description };
    case 'type':
      // Text, numbers and dates have no options, and HubSpot refuses those that were left.
      return {
        ...{ type, fieldType },
        ...(definition.options.length === 0 && existing.options.length > 0 ? { options: [] } : {}),
      };
    case 'options':
      return { options: patchedOptions(definition, existing) };
    case 'currency':
      return currencyPropertyName === undefined
        ? {}
        : { currencyPropertyName, showCurrencySymbol: true };
  }
}

/** What puts the contract's own back and leaves everything else as it is. */
export const propertyPatch = (
  definition: PropertyDefinition,
  existing: ExistingProperty,
  differences: readonly PropertyDifference[],
): PropertyPatch =>
  differences.reduce<PropertyPatch>(
    (patch, difference) => ({ ...patch, ...patchOf(definition, existing, difference) }),
    {},
  );
