import type { DateStyle, PropertyChange } from '@stripe-payments/core';
import {
  english,
  epochMsFromText,
  formatDay,
  formatMoment,
  PROPERTIES,
} from '@stripe-payments/core';

/** A change as a person reads it. */
export interface ChangeLine {
  readonly label: string;
  readonly text: string;
}

const DEFINITIONS = new Map(PROPERTIES.map((definition) => [definition.name, definition]));

function valueText({ name }: PropertyChange, value: string, style: DateStyle): string {
  if (value === '') return english.card.sync.empty;
  const definition = DEFINITIONS.get(name);
  const epochMs = epochMsFromText(value);
  switch (definition?.type) {
    case 'enumeration':
      return definition.options.find((option) => option.value === value)?.label ?? value;
    case 'datetime':
      return epochMs === undefined ? value : formatMoment(epochMs, style);
    case 'date':
      // A day without a time is the same day everywhere.
      return epochMs === undefined
        ? value
        : formatDay(epochMs / 1_000, { ...style, timeZone: 'UTC' });
    default:
      return value;
  }
}

export function changeLines(
  changes: readonly PropertyChange[],
  style: DateStyle,
): readonly ChangeLine[] {
  return changes.map((change) => ({
    label: english.properties[change.name].label,
    text: english.card.sync.change(
      valueText(change, change.from, style),
      valueText(change, change.to, style),
    ),
  }));
}
