import { invalidRequest, type StripeApiError } from '../api/errors.ts';

export type Operator = ':' | '~' | '>' | '<' | '>=' | '<=';

/** `field:"value"`, `metadata["key"]:"value"`, `amount>100`, `-status:"failed"`, `phone:null`. */
export interface Clause {
  readonly isNegated: boolean;
  readonly field: string;
  /** The key of a metadata clause. */
  readonly key: string | undefined;
  readonly operator: Operator;
  /** Null stands for a field without a value. */
  readonly value: string | null;
  readonly isQuoted: boolean;
}

export interface SearchQuery {
  readonly join: 'AND' | 'OR';
  readonly clauses: readonly Clause[];
}

/** https://docs.stripe.com/search#search-query-language */
const MAX_CLAUSES = 10;

const CLAUSE =
  /^(?<negation>-?)(?<field>[a-z_][a-z0-9_.]*)(?:\[(?:"(?<doubleKey>(?:\\.|[^"\\])*)"|'(?<singleKey>(?:\\.|[^'\\])*)')\])?(?<operator>>=|<=|[:~><])(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|(?<bare>null|-?\d+))(?=\s|$)/i;
const JOINER = /^(AND|OR)(?=\s|$)/i;

const unreadable = (): StripeApiError =>
  invalidRequest(
    'We were unable to parse your search query. Try using the format `metadata["key"]:"value"` ' +
      'to query for metadata or key:"value" to query for other fields.',
    'query',
  );

const unescaped = (text: string): string => text.replaceAll(/\\(.)/g, '$1');

const OPERATORS: readonly Operator[] = [':', '~', '>', '<', '>=', '<='];

function operatorOf(text: string | undefined): Operator {
  const operator = OPERATORS.find((each) => each === text);
  if (operator === undefined) throw unreadable();
  return operator;
}

function clauseOf(match: RegExpExecArray): Clause {
  const groups = match.groups ?? {};
  const quoted = groups['double'] ?? groups['single'];
  const key = groups['doubleKey'] ?? groups['singleKey'];
  const bare = groups['bare'];
  const isNull = bare?.toLowerCase() === 'null';
  return {
    isNegated: groups['negation'] === '-',
    field: groups['field'] ?? '',
    key: key === undefined ? undefined : unescaped(key),
    operator: operatorOf(groups['operator']),
    value: isNull ? null : unescaped(quoted ?? bare ?? ''),
    isQuoted: quoted !== undefined,
  };
}

/** Clauses side by side, without a word between them, are joined by AND. */
export function parseQuery(text: string): SearchQuery {
  const clauses: Clause[] = [];
  const joiners = new Set<'AND' | 'OR'>();
  let rest = text.trim();
  while (rest !== '') {
    if (clauses.length > 0) {
      const word = JOINER.exec(rest)?.[0];
      joiners.add(word?.toUpperCase() === 'OR' ? 'OR' : 'AND');
      rest = rest.slice(word?.length ?? 0).trimStart();
    }
    const match = CLAUSE.exec(rest);
    if (match === null) throw unreadable();
    clauses.push(clauseOf(match));
    rest = rest.slice(match[0].length).trimStart();
  }
  if (clauses.length === 0) throw unreadable();
  if (joiners.size > 1) {
    throw invalidRequest('You cannot combine AND and OR in the same search query.', 'query');
  }
  if (clauses.length > MAX_CLAUSES) {
    const message = `A search query can have at most ${String(MAX_CLAUSES)} clauses.`;
    throw invalidRequest(message, 'query');
  }
  return { join: joiners.has('OR') ? 'OR' : 'AND', clauses };
}
