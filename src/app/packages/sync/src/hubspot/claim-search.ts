import type { ErrorCode, ObjectType, StoredProperties } from '@stripe-payments/core';
import type { FoundRecords, RecordSearch, SearchCondition } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { ownNames, refuseArchived } from './property-states.ts';
import { entriesOf, inParts, nextAfter, recordsShape, wrongAnswer } from './pages.ts';

/** HubSpot's largest page of search results. */
const MAX_PAGE = 200;

/** As many as a claim check reads. */
const MAX_FOUND = 1_000;

/** HubSpot's limit of alternatives in a search. */
const MAX_CONDITIONS = 5;

/** HubSpot refuses a search whose body has over 3,000 characters. The rest of a body is its properties. */
const MAX_FILTER_CHARACTERS = 2_200;

type Filter = Exclude<SearchCondition, { readonly is: 'found-by' }>;

/** Conditions of one request: alternative filters, or a text. */
type Request = readonly Filter[] | string;

function filterOf(condition: Filter): object {
  const { property: propertyName } = condition;
  switch (condition.is) {
    case 'set':
      return { propertyName, operator: 'HAS_PROPERTY' };
    case 'unset':
      return { propertyName, operator: 'NOT_HAS_PROPERTY' };
    case 'containing':
      return { propertyName, operator: 'CONTAINS_TOKEN', value: condition.word };
    case 'one-of':
      // IN compares text in lower case.
      return {
        propertyName,
        operator: 'IN',
        values: condition.values.map((value) => value.toLowerCase()),
      };
  }
}

const sizeOf = (filters: readonly Filter[]): number =>
  JSON.stringify(filters.map((each) => ({ filters: [filterOf(each)] }))).length;

/** A list of values that is too long for one request, as several. */
function fitting(filter: Filter): readonly Filter[] {
  if (filter.is !== 'one-of' || filter.values.length < 2) return [filter];
  if (sizeOf([filter]) <= MAX_FILTER_CHARACTERS) return [filter];
  const half = Math.ceil(filter.values.length / 2);
  return inParts(filter.values, half).flatMap((values) => fitting({ ...filter, values }));
}

function requestsOf(conditions: readonly SearchCondition[]): readonly Request[] {
  const requests: Filter[][] = [];
  const texts: string[] = [];
  for (const condition of conditions) {
    if (condition.is === 'found-by') {
      texts.push(condition.text);
      continue;
    }
    for (const filter of fitting(condition)) {
      const last = requests.at(-1);
      const hasRoom =
        last !== undefined &&
        last.length < MAX_CONDITIONS &&
        sizeOf([...last, filter]) <= MAX_FILTER_CHARACTERS;
      if (hasRoom) last.push(filter);
      else requests.push([filter]);
    }
  }
  return [...requests, ...texts];
}

/** When a property of a record changed last. */
const LAST_MODIFIED: Readonly<Record<ObjectType, string>> = {
  deal: 'hs_lastmodifieddate',
  contact: 'lastmodifieddate',
  company: 'hs_lastmodifieddate',
};

function filtersOf({ objectType, changedSinceMs }: RecordSearch, condition: Filter): object[] {
  if (changedSinceMs === undefined) return [filterOf(condition)];
  const propertyName = LAST_MODIFIED[objectType];
  const value = String(changedSinceMs);
  return [filterOf(condition), { propertyName, operator: 'GTE', value }];
}

/** Newest first, until there are no more or more than are read. */
async function searchOnce(
  client: HubSpotClient,
  search: RecordSearch,
  request: Request,
): Promise<FoundRecords> {
  const { objectType, properties } = search;
  const asked =
    typeof request === 'string'
      ? { query: request, filterGroups: [] }
      : { filterGroups: request.map((condition) => ({ filters: filtersOf(search, condition) })) };
  const records = new Map<string, StoredProperties>();
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = await client.ask(recordsShape, {
      path: `${PATHS.records(objectType)}/search`,
      body: {
        ...asked,
        sorts: [{ propertyName: 'createdate', direction: 'DESCENDING' }],
        properties,
        limit: MAX_PAGE,
        ...(after === undefined ? {} : { after }),
      },
    });
    const isWhole = after !== undefined || (page.total ?? 0) <= page.results.length;
    for (const [id, stored] of entriesOf(page)) records.set(id, stored);
    after = nextAfter(page, seen);
    if (after === undefined && !isWhole) throw wrongAnswer('A search has fewer than it says.');
  } while (after !== undefined && records.size < MAX_FOUND);
  return { records, isCut: after !== undefined };
}

const isRefusal = (error: unknown): boolean =>
  error instanceof SyncError && (error.code === 'not-set-up' || error.code === 'hubspot-refused');

/**
 * HubSpot refuses a search for a property that the account does not have, in words that could be about
 * anything, so the account is asked. Where the app's properties do not exist, no record links or assigns.
 */
async function withoutMissing(
  client: HubSpotClient,
  { objectType, conditions }: RecordSearch,
): Promise<readonly SearchCondition[]> {
  const own = ownNames(
    conditions.flatMap((condition) => ('property' in condition ? [condition.property] : [])),
  );
  const existing = await refuseArchived(client, objectType, own);
  return conditions.filter(
    (each) => !('property' in each) || !own.includes(each.property) || existing.has(each.property),
  );
}

async function searchKnown(client: HubSpotClient, search: RecordSearch): Promise<FoundRecords> {
  try {
    const found = await Promise.all(
      requestsOf(search.conditions).map((request) => searchOnce(client, search, request)),
    );
    return {
      records: new Map(found.flatMap(({ records }) => [...records])),
      isCut: found.some(({ isCut }) => isCut),
    };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const conditions = await withoutMissing(client, search);
    if (conditions.length === search.conditions.length) throw error;
    return searchKnown(client, { ...search, conditions });
  }
}

const KEEPS_ITS_CODE: ReadonlySet<ErrorCode> = new Set([
  'timeout',
  'property-archived',
  'hubspot-permission',
  'hubspot-unauthorized',
]);

/** @throws {SyncError} `claims-unchecked` where not all records can be had now; else the code itself. */
export async function searchClaims(
  client: HubSpotClient,
  search: RecordSearch,
): Promise<FoundRecords> {
  try {
    return await searchKnown(client, search);
  } catch (error) {
    if (!(error instanceof SyncError) || KEEPS_ITS_CODE.has(error.code)) throw error;
    throw error.as('claims-unchecked');
  }
}
