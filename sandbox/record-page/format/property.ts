import type { PropertyDefinition, PropertyValues } from '../api/wire.ts';

/** The formatting options of the SDK's hooks for properties. */
export interface FormattingOptions {
  readonly date?: { readonly format?: string; readonly relative?: boolean };
  readonly dateTime?: { readonly format?: string; readonly relative?: boolean };
  readonly currency?: { readonly addSymbol?: boolean };
}

/** The stages of HubSpot's default pipeline: a stage is not an option of the property. */
const DEFAULT_STAGE_LABELS: readonly (readonly [string, string])[] = [
  ['appointmentscheduled', 'Appointment Scheduled'],
  ['qualifiedtobuy', 'Qualified To Buy'],
  ['presentationscheduled', 'Presentation Scheduled'],
  ['decisionmakerboughtin', 'Decision Maker Bought-In'],
  ['contractsent', 'Contract Sent'],
  ['closedwon', 'Closed Won'],
  ['closedlost', 'Closed Lost'],
];

export interface FormatSettings {
  readonly locale: string;
  readonly timeZone: string;
  readonly companyCurrency: string | null;
}

type Formatter = (
  value: string,
  definition: PropertyDefinition,
  values: PropertyValues,
  settings: FormatSettings,
  options: FormattingOptions,
) => string;

/** A date property is midnight UTC; a datetime is ISO text or milliseconds. */
function parseTime(value: string): Date | null {
  const time = new Date(/^-?\d+$/.test(value) ? Number(value) : value);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** HubSpot shows an amount in the record's currency unless the property names another one. */
export const currencyPropertyOf = ({ currencyPropertyName }: PropertyDefinition): string =>
  currencyPropertyName ?? 'deal_currency_code';

function currencyOf(
  definition: PropertyDefinition,
  values: PropertyValues,
  settings: FormatSettings,
): string | null {
  const code = values[currencyPropertyOf(definition)] ?? null;
  if (code !== null && code !== '') return code;
  return typeof definition.currencyPropertyName === 'string' ? null : settings.companyCurrency;
}

function currencyOptions(code: string, addSymbol: boolean): Intl.NumberFormatOptions {
  const currencyDisplay = addSymbol ? 'symbol' : 'code';
  return { style: 'currency', currency: code.toUpperCase(), currencyDisplay, useGrouping: true };
}

const formatNumber: Formatter = (value, definition, values, settings, options) => {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (definition.numberDisplayHint === 'percentage') {
    const percent = { style: 'percent', maximumFractionDigits: 2 } as const;
    return new Intl.NumberFormat(settings.locale, percent).format(number);
  }
  const plain = new Intl.NumberFormat(settings.locale, {
    maximumFractionDigits: 6,
    useGrouping: true,
  });
  if (definition.showCurrencySymbol !== true) return plain.format(number);
  const code = currencyOf(definition, values, settings);
  if (code === null || !/^[a-z]{3}$/i.test(code)) return plain.format(number);
  const currency = currencyOptions(code, options.currency?.addSymbol ?? true);
  return new Intl.NumberFormat(settings.locale, currency).format(number);
};

const formatDate: Formatter = (value, _definition, _values, { locale }) => {
  const time = parseTime(value);
  if (time === null) return value;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
};

const formatDateTime: Formatter = (value, _definition, _values, { locale, timeZone }) => {
  const time = parseTime(value);
  if (time === null) return value;
  const styles = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locale, styles).format(time);
};

const formatEnumeration: Formatter = (value, { name, options }) => {
  const ownLabels = options.map((option) => [option.value, option.label] as const);
  const labels = new Map([...(name === 'dealstage' ? DEFAULT_STAGE_LABELS : []), ...ownLabels]);
  return value
    .split(';')
    .map((part) => labels.get(part) ?? part)
    .join(', ');
};

const formatBoolean: Formatter = (value) => (value === 'true' ? 'Yes' : 'No');

const formatters: Readonly<Record<string, Formatter>> = {
  number: formatNumber,
  date: formatDate,
  datetime: formatDateTime,
  enumeration: formatEnumeration,
  bool: formatBoolean,
};

/** A property's value as the record page shows it; empty when it has none. */
export function formatProperty(
  definition: PropertyDefinition,
  values: PropertyValues,
  settings: FormatSettings,
  options: FormattingOptions = {},
): string {
  const value = values[definition.name] ?? '';
  if (value === '') return '';
  const format = formatters[definition.type];
  return format === undefined ? value : format(value, definition, values, settings, options);
}

/** Formats the properties that `propertiesToFormat` names and leaves the others as they are. */
export function formatValues(
  values: PropertyValues,
  definitions: readonly PropertyDefinition[],
  names: readonly string[] | 'all',
  settings: FormatSettings,
  options: FormattingOptions = {},
): PropertyValues {
  const formatted: Record<string, string | null> = { ...values };
  for (const definition of definitions) {
    const { name } = definition;
    if (values[name] === undefined || values[name] === null) continue;
    if (names !== 'all' && !names.includes(name)) continue;
    formatted[name] = formatProperty(definition, values, settings, options);
  }
  return formatted;
}
