import { Hono } from 'hono';
import {
  formatRecord,
  formatRecordAssociations,
  type WireRecord,
  type WireRecordAssociations,
} from '../formatters/record.ts';
import { objectScope, requireAnyScope } from '../http/authentication.ts';
import type { HubSpotContext, HubSpotEnvironment } from '../http/environment.ts';
import { readBody, readFlag, readLimit, readList, readObjectType } from '../http/request.ts';
import { objectNotFound, resourceNotFound } from '../model/api-error.ts';
import type { CrmRecord, ObjectTypeName } from '../model/entities.ts';
import { API_SOURCE } from '../model/write-sources.ts';
import { searchRecords } from '../search/search-records.ts';
import { checkBodyLength, checkSearch, searchBodySchema } from '../search/search-request.ts';
import type { CheckedWrite } from '../store/check-writes.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { compareIds } from '../store/record-store.ts';
import { indexedValue } from '../store/record-values.ts';
import { valuesRefused } from '../values/check-values.ts';
import { lookUp, writtenAs, type RouteParts } from './route-parts.ts';
import { createSchema, mergeSchema, planAssociations, updateSchema } from './write-schemas.ts';

const USUAL_PAGE = 10;
const MAX_ON_PAGE = 100;
const MAX_ON_PAGE_WITH_HISTORY = 50;

type RecordAssociations = Readonly<Record<string, WireRecordAssociations>>;

/** Only the types that have rows appear, and `associations` itself only then. */
function associationsOf(
  context: HubSpotContext,
  store: HubSpotStore,
  record: CrmRecord,
): { readonly associations?: RecordAssociations } {
  const types = new Set(
    (readList(context, 'associations') ?? []).map((text) => readObjectType(store, text)),
  );
  const entries = [...types].flatMap((toType): [string, WireRecordAssociations][] => {
    requireAnyScope(context, [objectScope(toType, 'read')]);
    const associated = store.associatedWith(record.objectType, record.id, toType);
    if (associated.length === 0) return [];
    const { objectType, id } = record;
    return [[toType, formatRecordAssociations(objectType, id, toType, associated)]];
  });
  return entries.length === 0 ? {} : { associations: Object.fromEntries(entries) };
}

function readAs(context: HubSpotContext, store: HubSpotStore, record: CrmRecord): WireRecord {
  const view = {
    properties: readList(context, 'properties'),
    propertiesWithHistory: readList(context, 'propertiesWithHistory') ?? [],
  };
  const properties = store.properties(record.objectType);
  const formatted = formatRecord(record, view, properties, store.account.portalId);
  return { ...formatted, ...associationsOf(context, store, record) };
}

function requireAccepted(write: CheckedWrite | undefined): CheckedWrite {
  if (write === undefined) throw resourceNotFound();
  if (write.problems.length > 0) throw valuesRefused(write.problems);
  if (write.conflict !== undefined) throw write.conflict;
  return write;
}

function listPage(context: HubSpotContext, store: HubSpotStore, objectType: ObjectTypeName) {
  const hasHistory = readList(context, 'propertiesWithHistory') !== undefined;
  const most = hasHistory ? MAX_ON_PAGE_WITH_HISTORY : MAX_ON_PAGE;
  const limit = readLimit(context, USUAL_PAGE, most);
  const after = context.req.query('after') ?? '';
  const rest = store.records
    .list(objectType, readFlag(context, 'archived'))
    .filter((record) => compareIds(record.id, after) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const results = page.map((record) => readAs(context, store, record));
  if (last === undefined || rest.length <= limit) return { results };
  const url = new URL(context.req.url);
  url.searchParams.set('after', last.id);
  const link = `https://api.hubapi.com${url.pathname}${url.search}`;
  return { results, paging: { next: { after: last.id, link } } };
}

const COLLECTION = '/:objectType';
const MEMBER = `${COLLECTION}/:objectId` as const;

function registerCollection(routes: Hono<HubSpotEnvironment>, store: HubSpotStore): void {
  routes.get(COLLECTION, (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'read')]);
    return context.json(listPage(context, store, objectType));
  });
  routes.post(COLLECTION, async (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'write')]);
    const body = await readBody(context, createSchema);
    const { values } = requireAccepted(store.checkWrites(objectType, [body], 'api')[0]);
    const associate = planAssociations(store, objectType, body.associations);
    const record = store.records.create(objectType, values, API_SOURCE);
    associate(record.id);
    return context.json(writtenAs(store, record, Object.keys(values)), 201);
  });
}

function registerReadsOfOne(routes: Hono<HubSpotEnvironment>, store: HubSpotStore): void {
  routes.get(MEMBER, (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'read')]);
    const id = context.req.param('objectId');
    const archived = readFlag(context, 'archived');
    const record = lookUp(store, objectType, id, context.req.query('idProperty'), archived);
    if (record === undefined) throw objectNotFound(id);
    return context.json(readAs(context, store, record));
  });
}

function registerWritesOfOne(routes: Hono<HubSpotEnvironment>, store: HubSpotStore): void {
  routes.patch(MEMBER, async (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'write')]);
    const { properties } = await readBody(context, updateSchema);
    const id = context.req.param('objectId');
    const found = lookUp(store, objectType, id, context.req.query('idProperty'), false);
    if (found === undefined) throw resourceNotFound();
    const checked = store.checkWrites(objectType, [{ id: found.id, properties }], 'api');
    const { values } = requireAccepted(checked[0]);
    const record = store.records.update(objectType, found.id, values, API_SOURCE);
    return context.json(writtenAs(store, record, Object.keys(values)));
  });
  routes.post(`${COLLECTION}/merge`, async (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'write')]);
    const { primaryObjectId, objectIdToMerge } = await readBody(context, mergeSchema);
    const merged = store.mergeObjects(objectType, primaryObjectId, objectIdToMerge);
    return context.json(writtenAs(store, merged, []));
  });
  routes.delete(MEMBER, (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'write')]);
    const id = context.req.param('objectId');
    const found = store.records.find(objectType, id);
    if (found === undefined) throw objectNotFound(id);
    store.checkRemoval(objectType, id);
    if (found.archivedAtMs === undefined) store.records.archive(objectType, id);
    return context.body(null, 204);
  });
}

export function createObjectRoutes({ store }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  registerCollection(routes, store);
  registerReadsOfOne(routes, store);
  registerWritesOfOne(routes, store);
  return routes;
}

export function createSearchRoutes({ store, clock }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  routes.post('/:objectType/search', async (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'read')]);
    const body = await readBody(context, searchBodySchema);
    checkBodyLength(await context.req.text());
    const offset = checkSearch(body);
    const nowMs = clock.nowMs();
    const found = searchRecords(store, objectType, body, nowMs);
    const view = {
      properties: body.properties.length > 0 ? body.properties : undefined,
      propertiesWithHistory: [],
      readValue: (record: (typeof found)[number], name: string) =>
        indexedValue(record, name, nowMs),
    };
    const end = offset + body.limit;
    const results = found
      .slice(offset, end)
      .map((record) =>
        formatRecord(record, view, store.properties(objectType), store.account.portalId),
      );
    const paging = found.length > end ? { paging: { next: { after: String(end) } } } : {};
    return context.json({ total: found.length, results, ...paging });
  });
  return routes;
}
