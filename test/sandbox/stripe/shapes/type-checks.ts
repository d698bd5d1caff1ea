import { join } from 'node:path';
import ts from 'typescript';

/** Every way in which a value is not of its type, as `path: what is wrong`. */
export type Check = (value: unknown, path: string) => readonly string[];

const OK: readonly string[] = [];

const wordOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' || typeof value === 'function'
    ? 'object'
    : JSON.stringify(value);
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const primitive =
  (word: 'boolean' | 'number' | 'string'): Check =>
  (value, path) =>
    typeof value === word ? OK : [`${path}: ${wordOf(value)} is no ${word}`];

const literal =
  (wanted: boolean | number | string | null): Check =>
  (value, path) =>
    value === wanted ? OK : [`${path}: ${wordOf(value)} is not ${wordOf(wanted)}`];

/** Fields that are always absent, such as `deleted?: void` of an object that is not deleted. */
const never: Check = (value, path) => [`${path}: ${wordOf(value)} where nothing stands`];

const DECIMAL = /^-?\d+(?:\.\d+)?$/;
/** The SDK makes Decimals of texts. */
const decimalText: Check = (value, path) =>
  typeof value === 'string' && DECIMAL.test(value)
    ? OK
    : [`${path}: ${wordOf(value)} is no decimal`];

const arrayOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((each: unknown) => check(each, `${path}[]`))
      : [`${path}: ${wordOf(value)} is no array`];

/** Says what is wrong by the member of a union that fits best. */
const anyOf =
  (checks: readonly Check[]): Check =>
  (value, path) => {
    let best: readonly string[] | undefined;
    let bestScore = Infinity;
    for (const check of checks) {
      const wrong = check(value, path);
      if (wrong.length === 0) return OK;
      const isOtherKind = wrong.some((each) => each.startsWith(`${path}: `));
      const score = wrong.length + (isOtherKind ? 1_000 : 0);
      if (score < bestScore) [best, bestScore] = [wrong, score];
    }
    return best ?? OK;
  };

interface Property {
  readonly isOptional: boolean;
  readonly check: Check;
}

function objectOf(properties: ReadonlyMap<string, Property>, others: Check | undefined): Check {
  return (value, path) => {
    if (!isFields(value)) return [`${path}: ${wordOf(value)} is no object`];
    const wrong: string[] = [];
    for (const [name, { isOptional }] of properties) {
      if (!isOptional && !(name in value)) wrong.push(`${path}.${name}: missing`);
    }
    for (const [name, each] of Object.entries(value)) {
      const check = properties.get(name)?.check ?? others;
      if (check === undefined) wrong.push(`${path}.${name}: unknown field`);
      else wrong.push(...check(each, properties.has(name) ? `${path}.${name}` : `${path}.*`));
    }
    return wrong;
  };
}

/** Checks made from types, each when it is first needed: the types refer to each other. */
function createChecks(checker: ts.TypeChecker): (type: ts.Type) => Check {
  const made = new Map<ts.Type, Check>();

  /** Null comes last: where nothing fits, it is not what is reported. */
  function unionOf(type: ts.UnionType): Check {
    const has = (each: ts.Type, flag: ts.TypeFlags): boolean => (each.flags & flag) !== 0;
    const values = type.types.filter((each) => !has(each, ts.TypeFlags.Undefined));
    const nulls = values.filter((each) => has(each, ts.TypeFlags.Null));
    const others = values.filter((each) => !has(each, ts.TypeFlags.Null));
    return anyOf([...others, ...nulls].map(checkOf));
  }

  function propertiesOf(type: ts.Type): Check {
    const properties = checker.getPropertiesOfType(type).map((symbol) => {
      const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
      return [
        symbol.name,
        { isOptional, check: checkOf(checker.getTypeOfSymbol(symbol)) },
      ] as const;
    });
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    return objectOf(new Map(properties), index === undefined ? undefined : checkOf(index.type));
  }

  function create(type: ts.Type): Check {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) {
      throw new Error(`The type ${checker.typeToString(type)} promises nothing.`);
    }
    if (type.isStringLiteral() || type.isNumberLiteral()) return literal(type.value);
    if (flags & ts.TypeFlags.BooleanLiteral) return literal(checker.typeToString(type) === 'true');
    if (flags & ts.TypeFlags.String) return primitive('string');
    if (flags & ts.TypeFlags.Number) return primitive('number');
    if (flags & ts.TypeFlags.Null) return literal(null);
    if (flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never)) return never;
    if (type.isUnion()) return unionOf(type);
    // An open enum has `string & Record<never, never>` among its values.
    if (type.isIntersection() && type.types.some((each) => each.flags & ts.TypeFlags.String)) {
      return primitive('string');
    }
    if (type.aliasSymbol?.name === 'Decimal') return decimalText;
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference);
      if (item !== undefined) return arrayOf(checkOf(item));
    }
    return propertiesOf(type);
  }

  function checkOf(type: ts.Type): Check {
    return (value, path) => {
      const check = made.get(type) ?? create(type);
      made.set(type, check);
      return check(value, path);
    };
  }
  return checkOf;
}

/** A check for each property of an interface that is exported by the file beside this one. */
export function checksOf(fileName: string, interfaceName: string): ReadonlyMap<string, Check> {
  const file = join(import.meta.dirname, fileName);
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const declaration = source?.statements.find(
    (each) => ts.isInterfaceDeclaration(each) && each.name.text === interfaceName,
  );
  if (declaration === undefined) throw new Error(`${fileName} has no ${interfaceName}.`);
  const checkOf = createChecks(checker);
  const properties = checker.getTypeAtLocation(declaration).getProperties();
  return new Map(
    properties.map((symbol) => [symbol.name, checkOf(checker.getTypeOfSymbol(symbol))] as const),
  );
}
