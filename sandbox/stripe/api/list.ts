import type { Row } from '../entities/row.ts';
import type { Table } from '../store/table.ts';
import { invalidRequest } from './errors.ts';
import { named, type Lookup } from './missing.ts';
import type { ObjectName } from './permissions.ts';
import type { Params, ParamSpec } from './params.ts';
import type { WireObject } from './wire.ts';

export const LIST_PARAMS = {
  ending_before: 'string',
  expand: 'strings',
  limit: 'limit',
  starting_after: 'string',
} as const satisfies ParamSpec;

const DEFAULT_LIMIT = 10;

export interface ListQuestion<R extends Row> {
  readonly lookup: Lookup;
  readonly table: Pick<Table<R>, 'get' | 'newestFirst'>;
  readonly object: ObjectName;
  readonly params: Params;
  readonly url: string;
  readonly matches: (row: R) => boolean;
  readonly format: (row: R) => WireObject;
}

/** The rows of one object, in the order in which they are shown. */
export const rowsAsTable = <R extends Row>(rows: readonly R[]): ListQuestion<R>['table'] => ({
  get: (id) => rows.find((row) => row.id === id),
  newestFirst: () => rows,
});

interface Cursors {
  readonly after: string | undefined;
  readonly before: string | undefined;
}

function cursorsOf<R extends Row>(question: ListQuestion<R>): Cursors {
  const { lookup, table, object, params } = question;
  const after = params.string('starting_after');
  const before = params.string('ending_before');
  if (after !== undefined && before !== undefined) {
    throw invalidRequest('You cannot parameterize both starting_after and ending_before.');
  }
  named(lookup, table, object, after, 'starting_after');
  named(lookup, table, object, before, 'ending_before');
  return { after, before };
}

/** Newest first. `ending_before` gives the page just before, in the same order. */
export function listPage<R extends Row>(question: ListQuestion<R>): WireObject {
  const { table, params, matches, format, url } = question;
  const { after, before } = cursorsOf(question);
  const limit = params.integer('limit') ?? DEFAULT_LIMIT;
  const rows = table.newestFirst();
  const position = (id: string): number => rows.findIndex((row) => row.id === id);
  const from = after === undefined ? 0 : position(after) + 1;
  const to = before === undefined ? rows.length : position(before);
  const matching = rows.slice(from, to).filter(matches);
  const page = before === undefined ? matching.slice(0, limit) : matching.slice(-limit);
  return {
    object: 'list',
    data: page.map(format),
    has_more: matching.length > limit,
    url,
  };
}
