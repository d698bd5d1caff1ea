import type { CrmRecord } from '../api/wire.ts';
import type { FormatSettings } from '../format/format-property.ts';
import { formatProperty } from '../format/format-property.ts';
import { objectTypeFacts, recordName } from '../format/object-types.ts';
import { amountDefinition } from './amount-definition.ts';

export interface ListItem {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** Empty for a record without one. */
  readonly story: string;
}

interface ListFrame {
  readonly objectType: string;
  readonly stories: Readonly<Record<string, string>>;
  readonly settings: FormatSettings;
}

export function listProperties(objectType: string): readonly string[] {
  const { nameProperties, detailProperty } = objectTypeFacts(objectType);
  const currency = objectType === 'deals' ? ['deal_currency_code'] : [];
  return [...nameProperties, detailProperty, ...currency];
}

function detailOf({ properties }: CrmRecord, { objectType, settings }: ListFrame): string {
  const { detailProperty } = objectTypeFacts(objectType);
  return detailProperty === amountDefinition.name
    ? formatProperty(amountDefinition, properties, settings)
    : (properties[detailProperty] ?? '');
}

/** Those with a story first; the order is the records' own otherwise. */
export function listItems(records: readonly CrmRecord[], frame: ListFrame): readonly ListItem[] {
  const facts = objectTypeFacts(frame.objectType);
  const items = records.map((record) => ({
    id: record.id,
    name: recordName(facts, record.properties),
    detail: detailOf(record, frame),
    story: frame.stories[`${frame.objectType}/${record.id}`] ?? '',
  }));
  return [
    ...items.filter(({ story }) => story !== ''),
    ...items.filter(({ story }) => story === ''),
  ];
}

export function matchesSearch({ id, name, detail, story }: ListItem, search: string): boolean {
  return `${name} ${detail} ${story} ${id}`.toLowerCase().includes(search.trim().toLowerCase());
}
