import type { Behavior } from '../model/behavior.ts';
import type { PropertyDefinition, PropertyGroup } from '../model/entities.ts';
import { formatDateTime } from '../values/property-value.ts';

export type WireProperty = Readonly<Record<string, unknown>>;

/** What a write answers with. */
export function formatProperty(definition: PropertyDefinition): WireProperty {
  const { createdAtMs, updatedAtMs, archivedAtMs, externalValues, readOnlyValue, ...fields } =
    definition;
  return {
    updatedAt: formatDateTime(updatedAtMs),
    createdAt: formatDateTime(createdAtMs),
    ...fields,
    ...(definition.externalOptions &&
      externalValues === undefined && { referencedObjectType: 'OWNER' }),
    ...(archivedAtMs !== undefined && { archivedAt: formatDateTime(archivedAtMs) }),
    modificationMetadata: {
      archivable: !definition.hubspotDefined,
      readOnlyDefinition: definition.hubspotDefined,
      ...(definition.type === 'enumeration' && {
        readOnlyOptions: definition.hubspotDefined && externalValues === undefined,
      }),
      readOnlyValue,
    },
    dataSensitivity: 'non_sensitive',
  };
}

const CURRENCY_FIELDS = new Set(['currencyPropertyName', 'showCurrencySymbol']);

/** The same as a read shows it. */
export function formatReadProperty(
  definition: PropertyDefinition,
  { currencyFieldsInReads }: Behavior,
): WireProperty {
  const whole = formatProperty(definition);
  if (currencyFieldsInReads) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([field]) => !CURRENCY_FIELDS.has(field)));
}

export interface WireGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: boolean;
}

export const formatGroup = ({ name, label, displayOrder }: PropertyGroup): WireGroup => ({
  name,
  label,
  displayOrder,
  archived: false,
});
