/**
 * What a card needs of `zod/mini`: whether an answer has the form of the contract. Cards and pages are bundled
 * with it instead of zod (vite.config.js), which is an eighth of their size; functions, which also read what
 * others send, use zod itself. test/core/contract/checks.test.ts holds both to the same verdicts.
 */

type Test = (value: unknown) => boolean;

type Shape = Readonly<Record<string, Check>>;

interface Check {
  readonly test: Test;
  /** Of an object. */
  readonly shape: Shape;
  /** True for a property that may be left out. */
  readonly isOptional: boolean;
  readonly safeParse: (value: unknown) => { readonly success: boolean };
}

// Every function is marked, so that a bundler leaves out the checks of answers that a card does not ask for.

/* @__NO_SIDE_EFFECTS__ */
const check = (test: Test, shape: Shape = {}, isOptional = false): Check => ({
  test,
  shape,
  isOptional,
  safeParse: (value) => ({ success: test(value) }),
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/* @__NO_SIDE_EFFECTS__ */
export const custom = (test: Test): Check => check(test);

/* @__NO_SIDE_EFFECTS__ */
export const string = (): Check => check((value) => typeof value === 'string');

/* @__NO_SIDE_EFFECTS__ */
export const boolean = (): Check => check((value) => typeof value === 'boolean');

/* @__NO_SIDE_EFFECTS__ */
export const number = (): Check => check(Number.isFinite);

/* @__NO_SIDE_EFFECTS__ */
export const int = (): Check => check(Number.isSafeInteger);

/* @__NO_SIDE_EFFECTS__ */
export const literal = (wanted: unknown): Check => check((value) => value === wanted);

/* @__NO_SIDE_EFFECTS__ */
const isOneOf = (values: readonly unknown[]): Check => check((value) => values.includes(value));

export { isOneOf as enum };

/* @__NO_SIDE_EFFECTS__ */
export const nullable = ({ test }: Check): Check => check((value) => value === null || test(value));

/* @__NO_SIDE_EFFECTS__ */
export const exactOptional = ({ test }: Check): Check => check(test, {}, true);

/* @__NO_SIDE_EFFECTS__ */
export const array = ({ test }: Check): Check =>
  check((value) => Array.isArray(value) && value.every(test));

/* @__NO_SIDE_EFFECTS__ */
export const union = (options: readonly Check[]): Check =>
  check((value) => options.some(({ test }) => test(value)));

/* @__NO_SIDE_EFFECTS__ */
export const discriminatedUnion = (_: string, options: readonly Check[]): Check => union(options);

/* @__NO_SIDE_EFFECTS__ */
export const record = (key: Check, entry: Check): Check =>
  check(
    (value) =>
      isObject(value) &&
      Object.entries(value).every(([name, each]) => key.test(name) && entry.test(each)),
  );

/** Properties that it does not name are of a newer function, and no reason to refuse an answer. */
/* @__NO_SIDE_EFFECTS__ */
export const object = (shape: Shape): Check =>
  check(
    (value) =>
      isObject(value) &&
      Object.entries(shape).every(
        ([name, { test, isOptional }]) => (isOptional && !(name in value)) || test(value[name]),
      ),
    shape,
  );

/* @__NO_SIDE_EFFECTS__ */
export const extend = ({ shape }: Check, more: Shape): Check => object({ ...shape, ...more });

/* @__NO_SIDE_EFFECTS__ */
export const pick = ({ shape }: Check, names: Readonly<Record<string, true>>): Check =>
  object(Object.fromEntries(Object.entries(shape).filter(([name]) => name in names)));

/** It compiles nothing in any case. */
export const config = (): void => undefined;
