import type { Currency, ObjectType, StoredProperties } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type {
  FoundRecords,
  RecordRef,
  RecordSearch,
  RecordStore,
  SearchCondition,
} from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import { associated, associatedWithMany } from './associations.ts';
import type { HubSpotClient } from './client.ts';
import { idShape, inParts, pageShape, PATHS } from './client.ts';

/** The account's currency, kept between invocations of a warm process. */
export interface CrmAccountMemory {
  currency?: Currency;
}

interface RecordStoreParts {
  readonly reading: HubSpotClient;
  /** Its budget reaches beyond the reads', so that a slow read leaves time to write. */
  readonly writing: HubSpotClient;
  /** With one short try, for what the view can do without. */
  readonly bestEffort: HubSpotClient;
  readonly account: CrmAccountMemory;
}

/** HubSpot's largest batch of records, and its largest page of search results. */
const MAX_BATCH = 100;
const MAX_PAGE = 200;

/** As many as a claim check reads. */
const MAX_FOUND = 1_000;

/** HubSpot's limit of alternatives in a search. */
const MAX_CONDITIONS = 5;

/** Property values: text or null, nothing else. */
const valueShape = z.pipe(
  z.unknown(),
  z.transform((value) => (typeof value === 'string' ? value : null)),
);

const recordShape = z.object({ id: idShape, properties: z.record(z.string(), valueShape) });

const recordsShape = pageShape(recordShape);

const entriesOf = ({ results }: z.infer<typeof recordsShape>) =>
  results.map(({ id, properties }) => [id, properties] as const);

function filterOf(condition: SearchCondition): object {
  const { property: propertyName } = condition;
  switch (condition.is) {
    case 'set':
      return { propertyName, operator: 'HAS_PROPERTY' };
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

/** Newest first, until there are no more or more than are read. */
async function searchOnce(
  client: HubSpotClient,
  { objectType, conditions, properties }: RecordSearch,
): Promise<FoundRecords> {
  const records = new Map<string, StoredProperties>();
  let after: string | undefined;
  do {
    const page = await client.ask(recordsShape, {
      path: `${PATHS.records(objectType)}/search`,
      body: {
        filterGroups: conditions.map((condition) => ({ filters: [filterOf(condition)] })),
        sorts: [{ propertyName: 'createdate', direction: 'DESCENDING' }],
        properties,
        limit: MAX_PAGE,
        ...(after === undefined ? {} : { after }),
      },
    });
    for (const [id, stored] of entriesOf(page)) records.set(id, stored);
    after = page.paging?.next?.after;
  } while (after !== undefined && records.size < MAX_FOUND);
  return { records, isCut: after !== undefined };
}

/** Asks for the property's definition, which whoever may read the records may read too. */
async function hasProperty(
  client: HubSpotClient,
  objectType: ObjectType,
  name: string,
): Promise<boolean> {
  try {
    await client.send({ path: PATHS.property(objectType, name), notFound: 'not-set-up' });
    return true;
  } catch (error) {
    if (error instanceof SyncError && error.code === 'not-set-up') return false;
    throw error;
  }
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
  const own = conditions
    .map(({ property }) => property)
    .filter((name) => name.startsWith('stripe_'));
  const missing = new Set<string>();
  for (const name of new Set(own)) {
    if (!(await hasProperty(client, objectType, name))) missing.add(name);
  }
  return conditions.filter(({ property }) => !missing.has(property));
}

async function searchKnown(client: HubSpotClient, search: RecordSearch): Promise<FoundRecords> {
  try {
    const found = await Promise.all(
      inParts(search.conditions, MAX_CONDITIONS).map((conditions) =>
        searchOnce(client, { ...search, conditions }),
      ),
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

/** @throws {SyncError} `claims-unchecked` where not all records can be had, `timeout` where time is up. */
async function searchClaims(client: HubSpotClient, search: RecordSearch): Promise<FoundRecords> {
  try {
    return await searchKnown(client, search);
  } catch (error) {
    if (!(error instanceof SyncError) || error.code === 'timeout') throw error;
    throw error.as('claims-unchecked');
  }
}

async function readMany(
  client: HubSpotClient,
  objectType: ObjectType,
  recordIds: readonly string[],
  properties: readonly string[],
): Promise<ReadonlyMap<string, StoredProperties>> {
  const batches = await Promise.all(
    inParts([...new Set(recordIds)], MAX_BATCH).map((part) =>
      client.ask(recordsShape, {
        path: `${PATHS.records(objectType)}/batch/read`,
        body: { inputs: part.map((id) => ({ id })), properties, propertiesWithHistory: [] },
      }),
    ),
  );
  return new Map(batches.flatMap(entriesOf));
}

async function read(
  client: HubSpotClient,
  { objectType, recordId }: RecordRef,
  properties: readonly string[],
): Promise<StoredProperties> {
  const query = new URLSearchParams(
    properties.map((name): [string, string] => ['properties', name]),
  );
  const path = `${PATHS.record(objectType, recordId)}?${query.toString()}`;
  return (await client.ask(recordShape, { path })).properties;
}

const currencyShape = z.object({ companyCurrency: z.string() });

/**
 * Null where the token may not read it: a deal without a currency of its own is then shown without a
 * comparison, and nothing else depends on it.
 */
async function readCurrency(
  bestEffort: HubSpotClient,
  account: CrmAccountMemory,
): Promise<Currency | null> {
  if (account.currency !== undefined) return account.currency;
  try {
    const { companyCurrency } = await bestEffort.ask(currencyShape, { path: PATHS.account });
    account.currency = companyCurrency.toLowerCase();
    return account.currency;
  } catch {
    return null;
  }
}

export function createRecordStore(parts: RecordStoreParts): RecordStore {
  const { reading, writing, bestEffort, account } = parts;
  return {
    read: (record, properties) => read(reading, record, properties),
    readMany: (objectType, ids, properties) => readMany(reading, objectType, ids, properties),
    associated: (record, toType) => associated(reading, record, toType),
    associatedWithMany: (fromType, ids, toType) =>
      associatedWithMany(reading, fromType, ids, toType),
    searchClaims: (search) => searchClaims(reading, search),
    write: ({ objectType, recordId }, properties) =>
      writing.send({
        path: PATHS.record(objectType, recordId),
        method: 'PATCH',
        body: { properties },
        unanswered: 'write-unconfirmed',
      }),
    accountCurrency: () => readCurrency(bestEffort, account),
  };
}
