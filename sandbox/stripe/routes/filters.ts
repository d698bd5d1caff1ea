import { named, type Lookup } from '../api/missing.ts';
import { choiceOf, isWithin, type Params, type ParamSpec } from '../api/params.ts';
import type { ObjectName } from '../api/permissions.ts';
import type { Row } from '../entities/row.ts';
import type { Store } from '../store/store.ts';
import type { Table } from '../store/table.ts';

interface FilterQuestion {
  /** Of the parameter, as the list has it. */
  readonly name: string;
  readonly params: Params;
  readonly lookup: Lookup;
  readonly nowMs: number;
}

type Matcher<R> = (row: R) => boolean;

/** One parameter of a list: how it is sent, and which rows it leaves. */
export interface Filter<R> {
  readonly param: ParamSpec[string];
  /** Undefined where every row passes; throws the 400 for a value that Stripe refuses. */
  readonly matcher: (question: FilterQuestion) => Matcher<R> | undefined;
}

const whenSent = <V, R>(
  value: V | undefined,
  matches: (row: R, value: V) => boolean,
): Matcher<R> | undefined =>
  value === undefined ? undefined : (row: R): boolean => matches(row, value);

export const equals = <R>(read: (row: R) => string | null | undefined): Filter<R> => ({
  param: 'string',
  matcher: ({ name, params }) => whenSent(params.string(name), (row, text) => read(row) === text),
});

/** Codes are stored in lower case and asked for in any. */
export const equalsCurrency = <R extends { readonly currency: string }>(): Filter<R> => ({
  param: 'string',
  matcher: ({ name, params }) =>
    whenSent(params.string(name)?.toLowerCase(), (row, currency) => row.currency === currency),
});

export const flag = <R>(read: (row: R) => boolean): Filter<R> => ({
  param: 'boolean',
  matcher: ({ name, params }) =>
    whenSent(params.boolean(name), (row, asked) => read(row) === asked),
});

/** A row without the value is in no range. */
export const within = <R>(read: (row: R) => number | null): Filter<R> => ({
  param: 'range',
  matcher: ({ name, params }) =>
    whenSent(params.range(name), (row, range) => {
      const value = read(row);
      return value !== null && isWithin(value, range);
    }),
});

export const CREATED: Filter<Row> = within((row) => row.created);

/** Names another object, which has to exist. */
export const reference = <R, T extends Row>(
  object: ObjectName,
  tableOf: (store: Store) => Pick<Table<T>, 'get'>,
  matches: (row: R, id: string) => boolean,
): Filter<R> => ({
  param: 'string',
  matcher: ({ name, params, lookup }) => {
    const found = named(lookup, tableOf(lookup.store), object, params.string(name), name);
    return whenSent(found?.id, matches);
  },
});

export const oneOf = <R, T extends string>(
  values: readonly T[],
  matches: (row: R, value: T) => boolean,
): Filter<R> => ({
  param: 'string',
  matcher: ({ name, params }) => whenSent(choiceOf(params.string(name), values, name), matches),
});

export const customer = <R>(read: (row: R) => string | null): Filter<R> =>
  reference(
    'customer',
    (store) => store.customers,
    (row, id) => read(row) === id,
  );

export const paymentIntent = <R extends { readonly paymentIntent: string | null }>(): Filter<R> =>
  reference(
    'payment_intent',
    (store) => store.paymentIntents,
    (row, id) => row.paymentIntent === id,
  );

export const subscription = <R extends { readonly subscription: string | null }>(): Filter<R> =>
  reference(
    'subscription',
    (store) => store.subscriptions,
    (row, id) => row.subscription === id,
  );
