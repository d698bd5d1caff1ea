import { invalidRequest, type StripeApiError } from '../api/errors.ts';
import type { Clause, Operator, SearchQuery } from './parse.ts';
import type { Field, SearchSpec } from './fields.ts';

type Matcher<R> = (row: R) => boolean;

const SHORTEST_PART = 3;

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whole words in the same order, ignoring case: `ada@x.com` is found within `ada@x.com.au`. */
function hasWords(text: string, words: readonly string[]): boolean {
  const own = wordsOf(text);
  return own.some((_, start) => words.every((word, offset) => own[start + offset] === word));
}

function unsupportedField(resource: string, field: string): StripeApiError {
  const anchor = resource.replaceAll('_', '');
  return invalidRequest(
    `Field \`${field}\` is an unsupported search field for resource \`${resource}\`. ` +
      `See http://stripe.com/docs/search#query-fields-for-${anchor} for a list of supported fields.`,
    'query',
  );
}

const unsupportedOperator = (field: string, operator: Operator): StripeApiError =>
  invalidRequest(
    `The operator \`${operator}\` is not supported for the field \`${field}\`.`,
    'query',
  );

function compares(own: number, operator: Operator, asked: number): boolean {
  switch (operator) {
    case '>':
      return own > asked;
    case '<':
      return own < asked;
    case '>=':
      return own >= asked;
    case '<=':
      return own <= asked;
    case ':':
      return own === asked;
    case '~':
      return false;
  }
}

function numberMatcher<R>(clause: Clause, read: (row: R) => number | null): Matcher<R> {
  if (clause.operator === '~') throw unsupportedOperator(clause.field, clause.operator);
  if (clause.value === null || !/^-?\d+$/.test(clause.value)) {
    throw invalidRequest(`The field \`${clause.field}\` needs a number.`, 'query');
  }
  const asked = Number(clause.value);
  return (row) => {
    const own = read(row);
    return own !== null && compares(own, clause.operator, asked);
  };
}

function partMatcher<R>(clause: Clause, read: (row: R) => string | null): Matcher<R> {
  const part = clause.value?.toLowerCase() ?? '';
  if (part.length < SHORTEST_PART) {
    const message = `A substring search needs at least ${String(SHORTEST_PART)} characters.`;
    throw invalidRequest(message, 'query');
  }
  return (row) => read(row)?.toLowerCase().includes(part) ?? false;
}

function textMatcher<R>(
  clause: Clause,
  type: 'text' | 'token',
  read: (row: R) => string | null,
): Matcher<R> {
  const { field, operator, value } = clause;
  if (operator === '~' && type === 'text') return partMatcher(clause, read);
  if (operator !== ':') throw unsupportedOperator(field, operator);
  if (value === null) return (row) => read(row) === null;
  if (!clause.isQuoted) throw invalidRequest(`The value of \`${field}\` needs quotes.`, 'query');
  if (type === 'token') return (row) => read(row)?.toLowerCase() === value.toLowerCase();
  const words = wordsOf(value);
  return (row) => {
    const own = read(row);
    return own !== null && words.length > 0 && hasWords(own, words);
  };
}

function metadataMatcher<R>(clause: Clause, spec: SearchSpec<R>): Matcher<R> {
  const { key, operator, value } = clause;
  if (key === undefined) throw unsupportedField(spec.resource, clause.field);
  if (operator !== ':') throw unsupportedOperator('metadata', operator);
  return (row) => (spec.metadata(row)[key] ?? null) === value;
}

function fieldMatcher<R>(clause: Clause, field: Field<R>): Matcher<R> {
  return field.type === 'number'
    ? numberMatcher(clause, field.read)
    : textMatcher(clause, field.type, field.read);
}

function matcherOf<R>(clause: Clause, spec: SearchSpec<R>): Matcher<R> {
  if (clause.field === 'metadata') return metadataMatcher(clause, spec);
  const field = Object.hasOwn(spec.fields, clause.field) ? spec.fields[clause.field] : undefined;
  if (field === undefined || clause.key !== undefined) {
    throw unsupportedField(spec.resource, clause.field);
  }
  return fieldMatcher(clause, field);
}

/** Refuses a query that the resource does not support, before any row is looked at. */
export function queryMatcher<R>(query: SearchQuery, spec: SearchSpec<R>): Matcher<R> {
  const matchers = query.clauses.map((clause) => {
    const matches = matcherOf(clause, spec);
    return clause.isNegated ? (row: R) => !matches(row) : matches;
  });
  return query.join === 'AND'
    ? (row) => matchers.every((matches) => matches(row))
    : (row) => matchers.some((matches) => matches(row));
}
