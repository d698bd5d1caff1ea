import type { PropertyDefinition } from '../model/entities.ts';

const DAY_MS = 86_400_000;
const MAX_DATE_MS = 8.64e15;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const EPOCH_MS = /^-?\d{1,16}$/;

/** A day that the calendar has: `Date.parse` would turn 31 February into March. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function epochMs(text: string): number | undefined {
  if (!EPOCH_MS.test(text)) return undefined;
  const value = Number(text);
  return Math.abs(value) <= MAX_DATE_MS ? value : undefined;
}

function isoMs(text: string, pattern: RegExp): number | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  if (!isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]))) return undefined;
  const value = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(value) ? undefined : value;
}

/** Milliseconds of ISO 8601 text with a time and an offset, or of epoch milliseconds. */
export const parseDateTimeMs = (text: string): number | undefined =>
  epochMs(text) ?? isoMs(text, DATE_TIME);

/** Milliseconds of a date, or of an instant; whether that is midnight UTC is the caller's rule. */
export const parseDateMs = (text: string): number | undefined =>
  epochMs(text) ?? isoMs(text, DATE) ?? isoMs(text, DATE_TIME);

const isMidnightUtc = (valueMs: number): boolean => valueMs % DAY_MS === 0;

/** As Java's `Instant.toString()` prints it: no fraction when the milliseconds are zero. */
export const formatDateTime = (valueMs: number): string =>
  new Date(valueMs).toISOString().replace('.000Z', 'Z');

const formatDate = (valueMs: number): string => new Date(valueMs).toISOString().slice(0, 10);

export interface ValueProblem {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

/** What is stored: HubSpot's own text for the value, empty to clear it. Or why it is refused. */
type ParsedValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Property values are cut nowhere: longer text is refused (HubSpot's "Property character limits"). */
const MAX_TEXT_LENGTH = 65_536;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const EMAIL = /^[^\s@;,]+@[^\s@;,.]+(?:\.[^\s@;,.]+)+$/;
/** Edge blanks as HubSpot's 2025-01-06 changelog means them, zero-width characters included. */
const EDGE_BLANK = /^[\s\u200B\u2060\uFEFF]|[\s\u200B\u2060\uFEFF]$/u;

const accepted = (value: string): ParsedValue => ({ ok: true, value });
const refused = (code: string, message: string): ParsedValue => ({ ok: false, code, message });

function parseText(definition: PropertyDefinition, text: string): ParsedValue {
  if (text.length > MAX_TEXT_LENGTH) {
    return refused(
      'PROPERTY_VALUE_TOO_LONG',
      `value is longer than ${String(MAX_TEXT_LENGTH)} characters`,
    );
  }
  if (definition.hubspotDefined && definition.name === 'email') {
    return EMAIL.test(text)
      ? accepted(text.toLowerCase())
      : refused('INVALID_EMAIL', `Email address ${text} is invalid`);
  }
  return accepted(text);
}

function parseNumber(text: string): ParsedValue {
  const isNumber = NUMBER.test(text) && Number.isFinite(Number(text));
  return isNumber ? accepted(text) : refused('INVALID_DOUBLE', `${text} was not a valid number.`);
}

function parseDate(text: string): ParsedValue {
  const valueMs = parseDateMs(text);
  if (valueMs === undefined) return refused('INVALID_DATE', `${text} was not a valid date.`);
  if (isMidnightUtc(valueMs)) return accepted(formatDate(valueMs));
  const time = new Date(valueMs).toISOString().slice(11, -1);
  return refused('INVALID_DATE', `${text} is at ${time} UTC, not midnight!`);
}

function parseDateTime(text: string): ParsedValue {
  const valueMs = parseDateTimeMs(text);
  return valueMs === undefined
    ? refused('INVALID_DATE', `${text} was not a valid long.`)
    : accepted(formatDateTime(valueMs));
}

function isAllowed(definition: PropertyDefinition, value: string): boolean {
  if (!definition.externalOptions) {
    return definition.options.some((option) => option.value === value);
  }
  if (definition.externalValues !== undefined) return definition.externalValues.includes(value);
  return definition.fieldType === 'checkbox' || /^\d+$/.test(value);
}

function allowedText(definition: PropertyDefinition): string {
  const labels = definition.options.map(
    ({ label, value, displayOrder, hidden }) =>
      `label: "${label}"\nvalue: "${value}"\ndisplay_order: ${String(displayOrder)}\n` +
      `hidden: ${String(hidden)}\nread_only: false\n`,
  );
  return `[${labels.join(', ')}]`;
}

function parseEnumeration(definition: PropertyDefinition, text: string): ParsedValue {
  const isMultiple = definition.fieldType === 'checkbox';
  const values = isMultiple ? text.split(';').filter((value) => value !== '') : [text];
  const wrong = values.find((value) => !isAllowed(definition, value));
  return wrong === undefined
    ? accepted(values.join(';'))
    : refused(
        'INVALID_OPTION',
        `${wrong} was not one of the allowed options: ${allowedText(definition)}`,
      );
}

function parseTyped(definition: PropertyDefinition, text: string): ParsedValue {
  switch (definition.type) {
    case 'string':
      return parseText(definition, text);
    case 'number':
      return parseNumber(text);
    case 'date':
      return parseDate(text);
    case 'datetime':
      return parseDateTime(text);
    case 'enumeration':
      return parseEnumeration(definition, text);
    case 'bool':
      return text === 'true' || text === 'false'
        ? accepted(text)
        : refused('INVALID_OPTION', `${text} was not one of the allowed options: [true, false]`);
  }
}

/** Checks a value against its definition and turns it into the text that HubSpot keeps. */
export function parsePropertyValue(definition: PropertyDefinition, text: string): ParsedValue {
  if (text === '') return accepted('');
  if (definition.type !== 'string' && EDGE_BLANK.test(text)) {
    return refused(
      'LEADING_TRAILING_WHITESPACE',
      `"${text}" includes leading or trailing whitespace.`,
    );
  }
  return parseTyped(definition, text);
}
