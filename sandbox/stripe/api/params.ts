import { invalidRequest, unknownParameters } from './errors.ts';

/** Form-encoded parameters as Stripe nests them: `created[gte]=1`, `expand[]=data.customer`. */
type FormValue = string | FormTree;
interface FormTree {
  readonly [name: string]: FormValue;
}

interface MutableTree {
  [name: string]: string | MutableTree;
}

const emptyTree = (): MutableTree => Object.create(null) as MutableTree;

function pathOf(name: string): readonly string[] {
  const [head = '', ...rest] = name.split('[');
  return [head, ...rest.map((part) => part.replace(/\]$/, ''))];
}

function put(tree: MutableTree, path: readonly string[], value: string): void {
  const [head = '', ...rest] = path;
  const key = head === '' ? String(Object.keys(tree).length) : head;
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const existing = tree[key];
  const branch = existing === undefined || typeof existing === 'string' ? emptyTree() : existing;
  tree[key] = branch;
  put(branch, rest, value);
}

export function parseForm(search: URLSearchParams): FormTree {
  const tree = emptyTree();
  for (const [name, value] of search) put(tree, pathOf(name), value);
  return tree;
}

type ParamKind = 'boolean' | 'integer' | 'limit' | 'map' | 'range' | 'string' | 'strings';
/** The names of the texts that a nested parameter such as `payment[type]` may hold. */
type NestedNames = readonly string[];

/** A hash or a list of hashes; an emptyable one may be sent as an empty text, which unsets it. */
type Nested =
  | { readonly hash: ParamSpec; readonly isEmptyable?: true }
  | { readonly list: ParamSpec; readonly isEmptyable?: true };

export interface ParamSpec {
  readonly [name: string]: ParamKind | NestedNames | Nested;
}

/** A `created` filter in seconds; an exact value is both bounds. */
interface Range {
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
}

export interface Params {
  has(name: string): boolean;
  string(name: string): string | undefined;
  strings(name: string): readonly string[];
  integer(name: string): number | undefined;
  boolean(name: string): boolean | undefined;
  range(name: string): Range | undefined;
  /** The texts of a nested parameter; empty when it was not sent. */
  nested(name: string): Readonly<Record<string, string>>;
  /** A nested parameter with parameters of its own. */
  hash(name: string): Params | 'emptied' | undefined;
  /** None also for one that was emptied. */
  hashes(name: string): readonly Params[];
  isEmptied(name: string): boolean;
  /** The whole name of a parameter, such as `line_items[0][price]`. */
  nameOf(name: string): string;
  /** Names and values of a map such as `metadata`; undefined when it was not sent. */
  map(name: string): Readonly<Record<string, string>> | 'emptied' | undefined;
}

function asText(value: FormValue, param: string): string {
  if (typeof value === 'string') return value;
  throw invalidRequest('Invalid string: must be a string', param);
}

function asInteger(value: FormValue, param: string): number {
  const text = asText(value, param);
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  throw invalidRequest(`Invalid integer: ${text}`, param, 'parameter_invalid_integer');
}

function asLimit(value: FormValue, param: string): number {
  const limit = asInteger(value, param);
  if (limit < 1) {
    const message = 'This value must be greater than or equal to 1.';
    throw invalidRequest(message, param, 'parameter_invalid_integer');
  }
  if (limit > 100) {
    const message = `This value must be less than or equal to 100 (it currently is '${String(limit)}').`;
    throw invalidRequest(message, param, 'parameter_invalid_integer');
  }
  return limit;
}

function asBoolean(value: FormValue, param: string): boolean {
  const text = asText(value, param);
  if (text === 'true') return true;
  if (text === 'false') return false;
  throw invalidRequest(`Invalid boolean: ${text}`, param);
}

const BOUNDS = new Set(['gt', 'gte', 'lt', 'lte']);

function asRange(value: FormValue, param: string): Range {
  if (typeof value === 'string') {
    const exact = asInteger(value, param);
    return { gte: exact, lte: exact };
  }
  const unknown = Object.keys(value).filter((bound) => !BOUNDS.has(bound));
  if (unknown.length > 0) throw unknownParameters(unknown.map((bound) => `${param}[${bound}]`));
  return Object.fromEntries(
    Object.entries(value).map(([bound, each]) => [bound, asInteger(each, `${param}[${bound}]`)]),
  );
}

function asStrings(value: FormValue, param: string): readonly string[] {
  if (typeof value === 'string') throw invalidRequest('Invalid array', param);
  return Object.values(value).map((each) => asText(each, param));
}

function asMap(value: FormValue, param: string): Readonly<Record<string, string>> | 'emptied' {
  if (value === '') return 'emptied';
  if (typeof value === 'string') throw invalidRequest('Invalid hash', param);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, asText(each, `${param}[${key}]`)]),
  );
}

function checkNested(value: FormValue, param: string, names: NestedNames): void {
  if (typeof value === 'string') throw invalidRequest('Invalid hash', param);
  const unknown = Object.keys(value).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw unknownParameters(unknown.map((name) => `${param}[${name}]`));
  for (const [name, each] of Object.entries(value)) asText(each, `${param}[${name}]`);
}

function hashIn(
  value: FormValue,
  param: string,
  { hash, isEmptyable }: Extract<Nested, { readonly hash: ParamSpec }>,
): Params | 'emptied' {
  if (value === '' && isEmptyable) return 'emptied';
  if (typeof value === 'string') throw invalidRequest('Invalid hash', param);
  return readParams(value, hash, param);
}

function hashesIn(
  value: FormValue,
  param: string,
  { list, isEmptyable }: Extract<Nested, { readonly list: ParamSpec }>,
): readonly Params[] {
  if (value === '' && isEmptyable) return [];
  if (typeof value === 'string') throw invalidRequest('Invalid array', param);
  return Object.entries(value).map(([index, each]) => {
    const own = `${param}[${index}]`;
    if (typeof each === 'string') throw invalidRequest('Invalid hash', own);
    return readParams(each, list, own);
  });
}

const isNames = (kind: NestedNames | Nested): kind is NestedNames => Array.isArray(kind);

function checkParam(value: FormValue, param: string, kind: ParamSpec[string]): void {
  if (typeof kind === 'string') CHECKS[kind](value, param);
  else if (isNames(kind)) checkNested(value, param, kind);
  else if ('list' in kind) hashesIn(value, param, kind);
  else hashIn(value, param, kind);
}

const CHECKS: Readonly<Record<ParamKind, (value: FormValue, param: string) => unknown>> = {
  boolean: asBoolean,
  integer: asInteger,
  limit: asLimit,
  map: asMap,
  range: asRange,
  string: asText,
  strings: asStrings,
};

/** Refuses what the endpoint does not know and what is malformed, before anything is done. */
export function readParams(tree: FormTree, spec: ParamSpec, within = ''): Params {
  const nameOf = (name: string): string => (within === '' ? name : `${within}[${name}]`);
  const unknown = Object.keys(tree).filter((name) => !Object.hasOwn(spec, name));
  if (unknown.length > 0) throw unknownParameters(unknown.map(nameOf));
  for (const [name, kind] of Object.entries(spec)) {
    const value = tree[name];
    if (value !== undefined) checkParam(value, nameOf(name), kind);
  }
  const read = <T>(name: string, parse: (value: FormValue, param: string) => T): T | undefined => {
    const value = tree[name];
    return value === undefined ? undefined : parse(value, nameOf(name));
  };
  return {
    has: (name) => tree[name] !== undefined,
    string: (name) => read(name, asText),
    strings: (name) => read(name, asStrings) ?? [],
    integer: (name) => read(name, asInteger),
    boolean: (name) => read(name, asBoolean),
    range: (name) => read(name, asRange),
    hash: (name) => {
      const kind = spec[name];
      if (typeof kind !== 'object' || !('hash' in kind)) return undefined;
      return read(name, (value, param) => hashIn(value, param, kind));
    },
    hashes: (name) => {
      const kind = spec[name];
      if (typeof kind !== 'object' || !('list' in kind)) return [];
      return read(name, (value, param) => hashesIn(value, param, kind)) ?? [];
    },
    isEmptied: (name) => tree[name] === '',
    nameOf,
    map: (name) => read(name, asMap),
    nested: (name) => {
      const map = read(name, asMap);
      return map === undefined || map === 'emptied' ? {} : map;
    },
  };
}

export const isWithin = (value: number, range: Range | undefined): boolean =>
  range === undefined ||
  ((range.gt === undefined || value > range.gt) &&
    (range.gte === undefined || value >= range.gte) &&
    (range.lt === undefined || value < range.lt) &&
    (range.lte === undefined || value <= range.lte));

function listed(values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length > 1 ? `${values.slice(0, -1).join(', ')}, or ${last}` : last;
}

/** One of these words; throws the 400 that lists them. */
export function choiceOf<T extends string>(
  text: string | undefined,
  values: readonly T[],
  param: string,
): T | undefined {
  if (text === undefined) return undefined;
  const value = values.find((each) => each === text);
  if (value !== undefined) return value;
  throw invalidRequest(`Invalid ${param}: must be one of ${listed(values)}`, param);
}
