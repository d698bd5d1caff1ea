import type { PropertyDefinition, PropertyGroup } from '../entities.ts';
import { formatDateTime } from '../values/date-values.ts';

export type WireProperty = Readonly<Record<string, unknown>>;

export function formatProperty(definition: PropertyDefinition): WireProperty {
  const { createdAtMs, updatedAtMs, archivedAtMs, externalValues, readOnlyValue, ...fields } =
    definition;
  return {
    updatedAt: formatDateTime(updatedAtMs),
    createdAt: formatDateTime(createdAtMs),
    ...fields,
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
