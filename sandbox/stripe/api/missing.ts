import type { Row } from '../entities/row.ts';
import type { Store } from '../store/store.ts';
import type { Table } from '../store/table.ts';
import { StripeApiError } from './errors.ts';
import type { ObjectName } from './permissions.ts';

export interface Lookup {
  readonly store: Store;
  readonly livemode: boolean;
}

function missing(
  { store, livemode }: Lookup,
  status: 400 | 404,
  object: ObjectName,
  id: string,
  param: string,
): StripeApiError {
  const [other, own] = livemode ? ['test', 'live'] : ['live', 'test'];
  const otherMode = store.otherModeIds.has(id)
    ? `; a similar object exists in ${other} mode, but a ${own} mode key was used to make this request.`
    : '';
  return new StripeApiError(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${object}: '${id}'${otherMode}`,
    param,
  });
}

/** The object of a URL: 404 without it. */
export function found<R extends Row>(
  lookup: Lookup,
  table: Pick<Table<R>, 'get'>,
  object: ObjectName,
  id: string,
): R {
  const row = table.get(id);
  if (row === undefined) throw missing(lookup, 404, object, id, 'id');
  return row;
}

/** An object that a parameter names: 400 without it. Undefined when it is not named. */
export function named<R extends Row>(
  lookup: Lookup,
  table: Pick<Table<R>, 'get'>,
  object: ObjectName,
  id: string | undefined,
  param: string,
): R | undefined {
  if (id === undefined) return undefined;
  const row = table.get(id);
  if (row === undefined) throw missing(lookup, 400, object, id, param);
  return row;
}
