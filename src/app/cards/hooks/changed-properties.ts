import type { DateStyle, PropertyChange, PropertyName, RecordView } from '@stripe-payments/core';
import {
  english,
  epochMsFromText,
  formatMoney,
  fromDecimal,
  PROPERTIES,
  propertyValues,
} from '@stripe-payments/core';
import { momentText, utcDayText } from './dates.ts';

/** A change as a person reads it. */
export interface ChangeLine {
  readonly label: string;
  readonly text: string;
}

interface SyncedRecord {
  readonly changes: readonly PropertyChange[];
  readonly view: RecordView;
}

const DEFINITIONS = new Map(PROPERTIES.map((definition) => [definition.name, definition]));

/** Every value before or after the sync, changed or not: an amount is read with its currency. */
type ValueOf = (name: PropertyName) => string;

function numberText(name: PropertyName, value: string, valueOf: ValueOf, locale: string): string {
  const currencyProperty = DEFINITIONS.get(name)?.currencyPropertyName;
  if (currencyProperty === undefined) return value;
  const amount = fromDecimal(value, valueOf(currencyProperty).toLowerCase());
  return amount === undefined ? value : formatMoney(amount, locale);
}

function valueText(name: PropertyName, valueOf: ValueOf, style: DateStyle): string {
  const value = valueOf(name);
  if (value === '') return english.card.sync.empty;
  const definition = DEFINITIONS.get(name);
  const epochMs = epochMsFromText(value);
  switch (definition?.type) {
    case 'enumeration':
      return definition.options.find((option) => option.value === value)?.label ?? value;
    case 'number':
      return numberText(name, value, valueOf, style.locale);
    case 'datetime':
      return epochMs === undefined ? value : momentText(epochMs, style);
    case 'date':
      return epochMs === undefined ? value : utcDayText(epochMs, style);
    default:
      return value.replaceAll('\n', '; ');
  }
}

export function changeLines(
  { changes, view }: SyncedRecord,
  style: DateStyle,
): readonly ChangeLine[] {
  const after = propertyValues(view.summary, view);
  const byName = new Map(changes.map((change) => [change.name, change]));
  const valueBefore: ValueOf = (name) => byName.get(name)?.from ?? after[name] ?? '';
  const valueAfter: ValueOf = (name) => byName.get(name)?.to ?? after[name] ?? '';
  return changes.map(({ name }) => ({
    label: english.properties[name].label,
    text: english.card.sync.change(
      valueText(name, valueBefore, style),
      valueText(name, valueAfter, style),
    ),
  }));
}
