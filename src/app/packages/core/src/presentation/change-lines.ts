import type { RecordView } from '../contract/record-view.ts';
import { fromDecimal } from '../money/decimal.ts';
import { formatMoney } from '../money/format.ts';
import type { PropertyChange } from '../properties/changes.ts';
import type { PropertyDefinition } from '../properties/definition.ts';
import type { PropertyName } from '../properties/definitions.ts';
import { propertiesIn } from '../properties/definitions.ts';
import { propertyValues } from '../properties/values.ts';
import { epochMsFromText } from '../time/iso.ts';
import type { Texts } from '../texts/catalogue.ts';
import type { Presentation } from './presentation.ts';
import { momentText, utcDayText } from './presentation.ts';

/** A property's label in the reader's language, or its name where a newer function added it. */
export function propertyLabel(name: string, { properties }: Texts): string {
  const labelled: Readonly<Record<string, { readonly label: string }>> = properties;
  return Object.hasOwn(labelled, name) ? (labelled[name]?.label ?? name) : name;
}

/** A change as a person reads it. */
export interface ChangeLine {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Both in one. */
  readonly text: string;
}

interface SyncedRecord {
  readonly changes: readonly PropertyChange[];
  readonly view: RecordView;
}

/** Every value before or after the sync, changed or not: an amount is read with its currency. */
type ValueOf = (name: PropertyName) => string;

function numberText(
  value: string,
  { currencyPropertyName }: PropertyDefinition,
  valueOf: ValueOf,
  locale: string,
): string {
  if (currencyPropertyName === undefined) return value;
  const amount = fromDecimal(value, valueOf(currencyPropertyName).toLowerCase());
  return amount === undefined ? value : formatMoney(amount, locale);
}

function valueText(
  value: string,
  definition: PropertyDefinition | undefined,
  valueOf: ValueOf,
  presentation: Presentation,
): string {
  if (value === '') return presentation.texts.card.sync.empty;
  const epochMs = epochMsFromText(value);
  switch (definition?.type) {
    case 'bool':
    case 'enumeration':
      return definition.options.find((option) => option.value === value)?.label ?? value;
    case 'number':
      return numberText(value, definition, valueOf, presentation.locale);
    case 'datetime':
      return epochMs === undefined ? value : momentText(epochMs, presentation);
    case 'date':
      return epochMs === undefined ? value : utcDayText(epochMs, presentation);
    default:
      return value.replaceAll('\n', '; ');
  }
}

/** Labels in the reader's language, which may differ from the account's. */
export function changeLines(
  { changes, view }: SyncedRecord,
  presentation: Presentation,
): readonly ChangeLine[] {
  const { language, texts } = presentation;
  const definitions = new Map(propertiesIn(language).map((entry) => [entry.name, entry]));
  const after = propertyValues(view.summary, { ...view, timeZone: presentation.timeZone }, texts);
  const byName = new Map(changes.map((change) => [change.name, change]));
  const valueBefore: ValueOf = (name) => byName.get(name)?.from ?? after[name] ?? '';
  const valueAfter: ValueOf = (name) => byName.get(name)?.to ?? after[name] ?? '';
  return changes.map((change) => {
    const { name } = change;
    const definition = definitions.get(name);
    const from = valueText(change.from, definition, valueBefore, presentation);
    const to = valueText(change.to, definition, valueAfter, presentation);
    return {
      label: propertyLabel(name, texts),
      from,
      to,
      text: texts.card.sync.change(from, to),
    };
  });
}
