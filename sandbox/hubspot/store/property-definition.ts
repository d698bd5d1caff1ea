import type { PropertyDefinition, PropertyInput, PropertyPatch } from '../entities.ts';

export const definitionOf = (input: PropertyInput, nowMs: number): PropertyDefinition => ({
  name: input.name,
  label: input.label,
  type: input.type,
  fieldType: input.fieldType,
  groupName: input.groupName,
  description: input.description ?? '',
  options: input.options ?? [],
  displayOrder: input.displayOrder ?? -1,
  hidden: input.hidden ?? false,
  formField: input.formField ?? false,
  hasUniqueValue: input.hasUniqueValue ?? false,
  currencyPropertyName: input.currencyPropertyName,
  showCurrencySymbol: input.showCurrencySymbol,
  numberDisplayHint: input.numberDisplayHint,
  hubspotDefined: false,
  calculated: false,
  externalOptions: false,
  externalValues: undefined,
  readOnlyValue: false,
  archived: false,
  archivedAtMs: undefined,
  createdAtMs: nowMs,
  updatedAtMs: nowMs,
});

export const patched = (
  found: PropertyDefinition,
  patch: PropertyPatch,
  nowMs: number,
): PropertyDefinition => ({
  ...found,
  label: patch.label ?? found.label,
  type: patch.type ?? found.type,
  fieldType: patch.fieldType ?? found.fieldType,
  groupName: patch.groupName ?? found.groupName,
  description: patch.description ?? found.description,
  options: patch.options ?? found.options,
  displayOrder: patch.displayOrder ?? found.displayOrder,
  hidden: patch.hidden ?? found.hidden,
  formField: patch.formField ?? found.formField,
  currencyPropertyName: patch.currencyPropertyName ?? found.currencyPropertyName,
  showCurrencySymbol: patch.showCurrencySymbol ?? found.showCurrencySymbol,
  numberDisplayHint: patch.numberDisplayHint ?? found.numberDisplayHint,
  updatedAtMs: nowMs,
});

/** Active again under the same name, with everything else as it was. */
export const restored = (found: PropertyDefinition, nowMs: number): PropertyDefinition => ({
  ...found,
  archived: false,
  archivedAtMs: undefined,
  updatedAtMs: nowMs,
});
