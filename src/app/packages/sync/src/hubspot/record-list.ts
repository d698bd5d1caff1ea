import type { ObjectType } from '@stripe-payments/core';
import { epochMsFromText, TYPE_IDS } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { DeletedRecords, ListedRecords, MemberPage, MembersOf, RecordList } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { idShape, nextAfter, pageShape, recordShape, recordsShape, wrongAnswer } from './pages.ts';
import { ownNames, refuseArchived } from './property-states.ts';

/** HubSpot's largest page of search results. */
const MAX_PAGE = 200;

const ID = 'hs_object_id';

function filtersOf({ where, afterId }: RecordList): readonly object[] {
  const equal = Object.entries(where).map(([propertyName, value]) => ({
    propertyName,
    operator: 'EQ',
    value,
  }));
  // Pages of a search end at 10,000 results, ids do not.
  const after = afterId === null ? [] : [{ propertyName: ID, operator: 'GT', value: afterId }];
  return [...equal, ...after];
}

function groupsOf(list: RecordList): readonly object[] {
  const shared = filtersOf(list);
  if (list.having.length > 0) {
    return list.having.map((propertyName) => ({
      filters: [{ propertyName, operator: 'HAS_PROPERTY' }, ...shared],
    }));
  }
  return shared.length === 0 ? [] : [{ filters: shared }];
}

/** @throws {SyncError} `hubspot-wrong-answer` unless each id comes after the one before. */
function checkOrder(recordIds: readonly string[], afterId: string | null): void {
  let before = BigInt(afterId ?? 0);
  for (const recordId of recordIds) {
    const id = BigInt(recordId);
    if (id <= before) throw wrongAnswer('A list of records is not in order.');
    before = id;
  }
}

/** @throws {SyncError} `not-set-up` or `property-archived` where a property of the app is the reason. */
async function explainRefusal(client: HubSpotClient, list: RecordList): Promise<void> {
  const own = ownNames(list.having);
  const existing = await refuseArchived(client, list.objectType, own);
  if (existing.size < own.length) throw new SyncError('not-set-up');
}

/** A page of the records of a type, by id. */
export async function recordsAfter(
  client: HubSpotClient,
  list: RecordList,
): Promise<ListedRecords> {
  try {
    const { results, total } = await client.ask(recordsShape, {
      path: `${PATHS.records(list.objectType)}/search`,
      body: {
        filterGroups: groupsOf(list),
        sorts: [{ propertyName: ID, direction: 'ASCENDING' }],
        properties: [ID],
        limit: MAX_PAGE,
      },
    });
    const recordIds = results.map(({ id }) => id);
    checkOrder(recordIds, list.afterId);
    const isCut = results.length < MAX_PAGE && (total ?? 0) > results.length;
    if (isCut) throw wrongAnswer('A search has fewer than it says.');
    return { recordIds, isLast: results.length < MAX_PAGE };
  } catch (error) {
    if (error instanceof SyncError && error.code === 'hubspot-refused') {
      await explainRefusal(client, list);
    }
    throw error;
  }
}

/** HubSpot's largest page of a list, and as many as are read: a tenth of the time of a call. */
const MAX_LISTED = 100;
const MAX_PAGES = 10;

const deletedShape = pageShape(z.extend(recordShape, { archivedAt: z.nullish(z.string()) }));

/** HubSpot lists what was deleted by ID, not by time. */
export async function deletedSince(
  client: HubSpotClient,
  objectType: ObjectType,
  properties: readonly string[],
  sinceMs: number,
): Promise<DeletedRecords> {
  const names = properties.map((name) => `properties=${name}`).join('&');
  const query = `archived=true&${names}&limit=${String(MAX_LISTED)}`;
  const records: DeletedRecords['records'][number][] = [];
  const seen = new Set<string>();
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const path = `${PATHS.records(objectType)}?${query}${after === undefined ? '' : `&after=${after}`}`;
    const answer = await client.ask(deletedShape, { path });
    for (const { archivedAt, properties: stored } of answer.results) {
      const deletedAtMs = epochMsFromText(archivedAt ?? '') ?? 0;
      if (deletedAtMs >= sinceMs) records.push({ deletedAtMs, stored });
    }
    after = nextAfter(answer, seen);
    if (after === undefined) return { records, isCut: false };
  }
  return { records, isCut: true };
}

const listShape = z.object({ list: z.object({ objectTypeId: z.string() }) });

const membersShape = pageShape(z.object({ recordId: idShape }));

/** HubSpot's largest page of members. */
const MAX_MEMBERS = 250;

/**
 * The next members of a list, by their ids.
 * @throws {SyncError} `unknown-list` where it does not exist, or has records of another type.
 */
export async function listMembers(
  client: HubSpotClient,
  { objectType, listId, after }: MembersOf,
): Promise<MemberPage> {
  const path = PATHS.list(listId);
  const notFound = 'unknown-list';
  if (after === null) {
    const { list } = await client.ask(listShape, { path, notFound });
    if (list.objectTypeId !== TYPE_IDS[objectType]) throw new SyncError('unknown-list');
  }
  const query = new URLSearchParams({ limit: String(MAX_MEMBERS) });
  if (after !== null) query.set('after', after);
  const members = `${path}/memberships?${query.toString()}`;
  const page = await client.ask(membersShape, { path: members, notFound });
  const next = page.paging?.next?.after ?? null;
  const isStanding = next !== null && (next === after || page.results.length === 0);
  if (isStanding) throw wrongAnswer('A list does not go on.');
  return { recordIds: page.results.map(({ recordId }) => recordId), next };
}
