import { invalidRequest, missingParameter } from '../api/errors.ts';
import type { ApiParts, ApiRequest } from '../api/endpoint.ts';
import { TOTAL_COUNT } from '../api/expand-paths.ts';
import type { ParamSpec } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import type { Row } from '../entities/row.ts';
import { SEARCH_LAG_MS } from '../store/table.ts';
import type { SearchSpec } from './fields.ts';
import { queryMatcher } from './match.ts';
import { parseQuery } from './parse.ts';

export const SEARCH_PARAMS = {
  expand: 'strings',
  limit: 'limit',
  page: 'string',
  query: 'string',
} as const satisfies ParamSpec;

const DEFAULT_LIMIT = 10;

export interface SearchQuestion<R extends Row> {
  readonly parts: ApiParts;
  readonly request: ApiRequest;
  /** The listed rows as they were then. */
  readonly rowsAsOf: (atMs: number) => readonly R[];
  readonly spec: SearchSpec<R>;
  readonly url: string;
  readonly format: (row: R) => WireObject;
}

/** The id of the last row shown, in a form that does not look like an id. */
const pageAfter = (id: string): string => btoa(`after ${id}`);

function positionAfter(rows: readonly Row[], page: string | undefined): number {
  if (page === undefined) return 0;
  const position = rows.findIndex((row) => pageAfter(row.id) === page);
  if (position < 0) throw invalidRequest('Invalid page', 'page');
  return position + 1;
}

export function searchPage<R extends Row>(question: SearchQuestion<R>): WireObject {
  const { parts, request, rowsAsOf, spec, url, format } = question;
  if (!parts.search.isAvailable) {
    throw invalidRequest('The search feature is temporarily unavailable in your region.');
  }
  const query = request.params.string('query');
  if (query === undefined) throw missingParameter('query');
  const matches = queryMatcher(parseQuery(query), spec);
  const limit = request.params.integer('limit') ?? DEFAULT_LIMIT;
  const rows = rowsAsOf(request.view.nowMs - SEARCH_LAG_MS);
  const from = positionAfter(rows, request.params.string('page'));
  const matching = rows.slice(from).filter(matches);
  const page = matching.slice(0, limit);
  const last = page.at(-1);
  const hasMore = matching.length > limit;
  const counts = request.params.strings('expand').includes(TOTAL_COUNT);
  return {
    object: 'search_result',
    data: page.map(format),
    has_more: hasMore,
    next_page: hasMore && last !== undefined ? pageAfter(last.id) : null,
    url,
    ...(counts && { total_count: rows.filter(matches).length }),
  };
}
