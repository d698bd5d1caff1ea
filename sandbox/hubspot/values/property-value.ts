import type { PropertyDefinition } from '../entities.ts';
import {
  formatDate,
  formatDateTime,
  isMidnightUtc,
  parseDateMs,
  parseDateTimeMs,
} from './date-values.ts';

export interface ValueProblem {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

/** What is stored: HubSpot's own text for the value, empty to clear it. Or why it is refused. */
export type ParsedValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Property values are cut nowhere: longer text is refused (HubSpot's "Property character limits"). */
const LONGEST_TEXT = 65_536;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const EMAIL = /^[^\s@;,]+@[^\s@;,.]+(?:\.[^\s@;,.]+)+$/;
/** Edge blanks as HubSpot's 2025-01-06 changelog means them, zero-width characters included. */
const EDGE_BLANK = /^[\s\u200B\u2060\uFEFF]|[\s\u200B\u2060\uFEFF]$/u;

const accepted = (value: string): ParsedValue => ({ ok: true, value });
const refused = (code: string, message: string): ParsedValue => ({ ok: false, code, message });

function parseText(definition: PropertyDefinition, text: string): ParsedValue {
  if (text.length > LONGEST_TEXT) {
    return refused(
      'PROPERTY_VALUE_TOO_LONG',
      `value is longer than ${String(LONGEST_TEXT)} characters`,
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
