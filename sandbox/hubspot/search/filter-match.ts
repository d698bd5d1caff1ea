import type { CrmRecord, PropertyDefinition } from '../model/entities.ts';
import type { PropertyStore } from '../store/property-store.ts';
import { parseDateMs } from '../values/property-value.ts';
import { searchRefused, type SearchFilter } from './search-request.ts';

type Comparable = number | string;

/** A value in the form in which its type compares; undefined when the text is none of that type. */
export function comparableOf(definition: PropertyDefinition, text: string): Comparable | undefined {
  switch (definition.type) {
    case 'number': {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return Number.isFinite(value) ? value : undefined;
    }
    case 'date':
    case 'datetime':
      return parseDateMs(text);
    case 'string':
    case 'enumeration':
    case 'bool':
      return text.toLowerCase();
  }
}

export function compare(left: Comparable, right: Comparable): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export type ReadValue = (record: CrmRecord, name: string) => string | null;
export type RecordTest = (record: CrmRecord) => boolean;

const tokensOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}*]+/u)
    .filter((token) => token !== '');

const escapeForPattern = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');

/** Whole tokens; `*` at either end stands for the rest of one. */
function tokensTest(wanted: string): (text: string) => boolean {
  const patterns = tokensOf(wanted).map(
    (token) => new RegExp(`^${escapeForPattern(token).replaceAll('*', '.*')}$`, 'u'),
  );
  return (text) => {
    const tokens = tokensOf(text);
    return patterns.every((pattern) => tokens.some((candidate) => pattern.test(candidate)));
  };
}

/** `IN` and `NOT_IN` compare text in lower case: a value in capitals matches nothing. */
function isIn(
  definition: PropertyDefinition,
  value: Comparable,
  values: readonly string[],
): boolean {
  return values.some((candidate) =>
    typeof value === 'string' && definition.type === 'string'
      ? candidate === value
      : comparableOf(definition, candidate) === value,
  );
}

function operandOf(definition: PropertyDefinition, text: string | undefined): Comparable {
  const operand = text === undefined ? undefined : comparableOf(definition, text);
  if (operand === undefined) {
    throw searchRefused(`${String(text)} is not a ${definition.type} (${definition.name})`);
  }
  return operand;
}

type ValueTest = (value: Comparable, text: string) => boolean;

function comparison(definition: PropertyDefinition, filter: SearchFilter): ValueTest {
  const operand = operandOf(definition, filter.value);
  const test =
    (holds: (order: number) => boolean): ValueTest =>
    (value) =>
      holds(compare(value, operand));
  switch (filter.operator) {
    case 'NEQ':
      return test((order) => order !== 0);
    case 'LT':
      return test((order) => order < 0);
    case 'LTE':
      return test((order) => order <= 0);
    case 'GT':
      return test((order) => order > 0);
    case 'GTE':
      return test((order) => order >= 0);
    case 'BETWEEN': {
      const high = operandOf(definition, filter.highValue);
      return (value) => compare(value, operand) >= 0 && compare(value, high) <= 0;
    }
    default:
      return test((order) => order === 0);
  }
}

function valueTest(definition: PropertyDefinition, filter: SearchFilter): ValueTest {
  const values = filter.values ?? [];
  const wanted = filter.value ?? '';
  switch (filter.operator) {
    case 'HAS_PROPERTY':
      return () => true;
    case 'NOT_HAS_PROPERTY':
      return () => false;
    case 'IN':
      return (value) => isIn(definition, value, values);
    case 'NOT_IN':
      return (value) => !isIn(definition, value, values);
    case 'CONTAINS_TOKEN': {
      const contains = tokensTest(wanted);
      return (_value, text) => contains(text);
    }
    case 'NOT_CONTAINS_TOKEN': {
      const contains = tokensTest(wanted);
      return (_value, text) => !contains(text);
    }
    default:
      return comparison(definition, filter);
  }
}

/** A record without a value passes only the tests that say "not". */
const matchesEmpty = (filter: SearchFilter): boolean =>
  ['NOT_HAS_PROPERTY', 'NEQ', 'NOT_IN', 'NOT_CONTAINS_TOKEN'].includes(filter.operator);

export function compileFilter(
  filter: SearchFilter,
  properties: PropertyStore,
  readValue: ReadValue,
): RecordTest {
  const definition = properties.find(filter.propertyName);
  if (definition === undefined || definition.archived) {
    throw searchRefused(`Property "${filter.propertyName}" does not exist`);
  }
  const test = valueTest(definition, filter);
  return (record) => {
    const text = readValue(record, filter.propertyName);
    const value = text === null ? undefined : comparableOf(definition, text);
    return text === null || value === undefined ? matchesEmpty(filter) : test(value, text);
  };
}

/** The `query` field: every word begins a word of one of the object's searchable properties. */
export function compileQuery(
  query: string | undefined,
  names: readonly string[],
  readValue: ReadValue,
): RecordTest {
  const words = tokensOf(query ?? '');
  return (record) => {
    const tokens = names.flatMap((name) => tokensOf(readValue(record, name) ?? ''));
    return words.every((word) => tokens.some((token) => token.startsWith(word)));
  };
}
