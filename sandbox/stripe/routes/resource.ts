import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found } from '../api/missing.ts';
import type { ParamSpec } from '../api/params.ts';
import { READ_PERMISSION, writePermission, type ObjectName } from '../api/permissions.ts';
import type { Kind, WireObject } from '../api/wire.ts';
import type { Metadata, Row } from '../entities/row.ts';
import type { FormatView } from '../formatters/view.ts';
import type { SearchSpec } from '../search/fields.ts';
import { SEARCH_PARAMS, searchPage } from '../search/search-page.ts';
import type { StripeWorld } from '../world/index.ts';
import type { Filter } from './filters.ts';

type Text = 'description' | 'email' | 'name' | 'phone';

interface ResourceChange extends Partial<Readonly<Record<Text, string | null>>> {
  readonly metadata: Metadata;
}

/** A kind of object with its list, its retrieval, and what else Stripe offers for it. */
export interface Resource<R extends Row & { readonly metadata?: Metadata }> {
  readonly object: ObjectName;
  readonly path: string;
  readonly kind: Kind<R>;
  readonly filters: Readonly<Record<string, Filter<R>>>;
  /** What lists and searches show of the table; all of it when absent. */
  readonly isListed?: (row: R, view: FormatView) => boolean;
  readonly search?: SearchSpec<R>;
  /** What can be changed beside the metadata. */
  readonly update?: {
    readonly texts: readonly Text[];
    readonly apply: (world: StripeWorld, id: string, change: ResourceChange) => R;
  };
}

function listEndpoint<R extends Row>(parts: ApiParts, resource: Resource<R>): Endpoint {
  const { object, path, kind, filters, isListed } = resource;
  const { lookup } = parts;
  const params = Object.entries(filters).map(([name, filter]) => [name, filter.param] as const);
  return {
    method: 'GET',
    path,
    permission: READ_PERMISSION[object],
    params: { ...LIST_PARAMS, ...Object.fromEntries(params) },
    shape: { kind: 'list', object },
    handle: (request) => {
      const matchers = Object.entries(filters).flatMap(
        ([name, filter]) =>
          filter.matcher({ name, params: request.params, lookup, nowMs: request.view.nowMs }) ?? [],
      );
      return listPage({
        lookup,
        params: request.params,
        table: kind.tableOf(lookup.store),
        object,
        url: path,
        matches: (row) =>
          (isListed?.(row, request.view) ?? true) && matchers.every((matches) => matches(row)),
        format: (row) => kind.wire(row, request.view, lookup.store),
      });
    },
  };
}

function searchEndpoint<R extends Row>(
  parts: ApiParts,
  { object, path, kind, isListed = () => true }: Resource<R>,
  spec: SearchSpec<R>,
): Endpoint {
  const { store } = parts.lookup;
  const url = `${path}/search`;
  return {
    method: 'GET',
    path: url,
    permission: READ_PERMISSION[object],
    params: SEARCH_PARAMS,
    shape: { kind: 'list', object, isSearch: true },
    handle: (request) =>
      searchPage({
        parts,
        request,
        rowsAsOf: (atMs) =>
          kind
            .tableOf(store)
            .asOf(atMs)
            .filter((row) => isListed(row, request.view)),
        spec,
        url,
        format: (row) => kind.wire(row, request.view, store),
      }),
  };
}

/** An empty text takes the value away. */
function changedTexts(texts: readonly Text[], { params }: ApiRequest): Partial<ResourceChange> {
  const sent = texts.flatMap((name) => {
    const text = params.string(name);
    return text === undefined ? [] : [[name, text === '' ? null : text] as const];
  });
  return Object.fromEntries(sent);
}

function updateEndpoint<R extends Row & { readonly metadata?: Metadata }>(
  { lookup, world }: ApiParts,
  { object, path, kind }: Resource<R>,
  { texts, apply }: NonNullable<Resource<R>['update']>,
): Endpoint {
  const params: ParamSpec = Object.fromEntries(texts.map((name) => [name, 'string'] as const));
  return {
    method: 'POST',
    path: `${path}/:id`,
    permission: writePermission(object),
    params: { ...RETRIEVE_PARAMS, ...params, metadata: 'map' },
    shape: { kind: 'object', object },
    handle: (request): WireObject => {
      const before = found(lookup, kind.tableOf(lookup.store), object, request.id);
      const metadata = changedMetadata(before.metadata ?? {}, request.params.map('metadata'));
      const row = apply(world, request.id, { ...changedTexts(texts, request), metadata });
      return kind.wire(row, request.view, lookup.store);
    },
  };
}

export function resourceEndpoints<R extends Row & { readonly metadata?: Metadata }>(
  parts: ApiParts,
  resource: Resource<R>,
): readonly Endpoint[] {
  const { object, path, kind, search, update } = resource;
  const { lookup } = parts;
  return [
    listEndpoint(parts, resource),
    ...(search === undefined ? [] : [searchEndpoint(parts, resource, search)]),
    {
      method: 'GET',
      path: `${path}/:id`,
      permission: READ_PERMISSION[object],
      params: RETRIEVE_PARAMS,
      shape: { kind: 'object', object },
      handle: ({ id, view }) =>
        kind.wire(found(lookup, kind.tableOf(lookup.store), object, id), view, lookup.store),
    },
    ...(update === undefined ? [] : [updateEndpoint(parts, resource, update)]),
  ];
}
