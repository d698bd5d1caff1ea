import type { PropertyDifference } from '../contract/setup.ts';
import type { PropertyDefinition } from '../properties/definition.ts';
import type { ExistingProperty } from './existing-property.ts';

interface Comparison {
  /** False where HubSpot does not tell which property holds an amount's currency. */
  readonly isCurrencyKnown: boolean;
}

const kindOf = ({ type, fieldType }: { type: string; fieldType: string }): string =>
  `${type}/${fieldType}`;

function optionDifference(
  { options }: PropertyDefinition,
  existing: ExistingProperty,
): readonly PropertyDifference[] {
  const labels = new Map(existing.options.map(({ value, label }) => [value, label]));
  const missing = options.filter(({ value }) => !labels.has(value));
  const relabelled = options.flatMap(({ value, label: to }) => {
    const from = labels.get(value);
    return from === undefined || from === to ? [] : [{ value, from, to }];
  });
  return missing.length + relabelled.length === 0
    ? []
    : [{ field: 'options', missing, relabelled }];
}

/** A number that holds no amount may be shown in any way: only an amount needs its currency. */
const currencyComparison = (
  { currencyPropertyName: to }: PropertyDefinition,
  { currencyPropertyName: from }: ExistingProperty,
  isCurrencyKnown: boolean,
) =>
  isCurrencyKnown && to !== undefined ? [{ field: 'currency', from: from ?? '', to } as const] : [];

/** Options that an admin added, hid or sorted are no difference: the contract needs its own, no more. */
export function differencesOf(
  definition: PropertyDefinition,
  existing: ExistingProperty,
  { isCurrencyKnown }: Comparison,
): readonly PropertyDifference[] {
  const fields = [
    { field: 'type', from: kindOf(existing), to: kindOf(definition) },
    { field: 'label', from: existing.label, to: definition.label },
    { field: 'description', from: existing.description, to: definition.description },
    ...currencyComparison(definition, existing, isCurrencyKnown),
  ] as const;
  return [
    ...fields.filter(({ from, to }) => from !== to),
    ...optionDifference(definition, existing),
  ];
}
