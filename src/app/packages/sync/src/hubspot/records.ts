import type { ObjectType, PropertyValues, StoredProperties } from '@stripe-payments/core';
import { propertyChanges } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { AccountFacts, RecordRef, RecordStore } from '../ports.ts';
import { gathered } from '../gathering.ts';
import { SyncError } from '../sync-error.ts';
import {
  associated,
  associatedWithMany,
  ofPrimaryCompany,
  primaryCompanies,
} from './associations.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { searchClaims } from './claim-search.ts';
import {
  checkAnswered,
  entriesOf,
  idsOf,
  inParts,
  MERGED_IDS,
  recordShape,
  recordsShape,
  wrongAnswer,
} from './pages.ts';
import { deletedSince, listMembers, recordsAfter } from './record-list.ts';
import { leftOut, propertyStates, refuseArchived } from './property-states.ts';
import { histories, savedReader, searchedValue } from './saved-values.ts';

/** The account's currency and time zone, kept between invocations of a warm process. */
export interface CrmAccountMemory {
  facts?: AccountFacts;
}

interface RecordStoreParts {
  readonly reading: HubSpotClient;
  /** Its budget reaches beyond the reads', so that a slow read leaves time to write. */
  readonly writing: HubSpotClient;
  /** In short tries, so that one lost answer does not hold up a view, which can do without. */
  readonly readingAccount: HubSpotClient;
  readonly account: CrmAccountMemory;
  /** How long a read of a record waits for others that can share its call; without it, it does not. */
  readonly gather?: () => Promise<void>;
}

/** HubSpot's largest batch of records. */
const MAX_BATCH = 100;

const UNCONFIRMED = 'write-unconfirmed';

async function readMany(
  client: HubSpotClient,
  objectType: ObjectType,
  recordIds: readonly string[],
  properties: readonly string[],
): Promise<ReadonlyMap<string, StoredProperties>> {
  const batches = await Promise.all(
    inParts([...new Set(recordIds)], MAX_BATCH).map(async (part) => {
      const answer = await client.ask(recordsShape, {
        path: `${PATHS.records(objectType)}/batch/read`,
        body: {
          inputs: part.map((id) => ({ id })),
          properties: [...properties, MERGED_IDS],
          propertiesWithHistory: [],
        },
      });
      const asked = new Set(part);
      const answered = answer.results.flatMap((record) => {
        const known = idsOf(record).filter((id) => asked.has(id));
        return known.length === 0 ? [record.id] : known;
      });
      checkAnswered(part, answered, answer);
      return entriesOf(answer);
    }),
  );
  const records = new Map(batches.flat());
  await refuseArchived(client, objectType, leftOut(records.values(), properties));
  return records;
}

async function read(
  client: HubSpotClient,
  { objectType, recordId }: RecordRef,
  properties: readonly string[],
): Promise<StoredProperties> {
  const query = new URLSearchParams(
    properties.map((name): [string, string] => ['properties', name]),
  );
  query.append('properties', MERGED_IDS);
  const path = `${PATHS.record(objectType, recordId)}?${query.toString()}`;
  const record = await client.ask(recordShape, { path });
  if (!idsOf(record).includes(recordId)) throw wrongAnswer('The response is another record.');
  return record.properties;
}

interface Read {
  readonly record: RecordRef;
  readonly properties: readonly string[];
}

/** Those of the answered records that were asked for: one that was merged into another is answered by that one. */
async function readTogether(
  client: HubSpotClient,
  reads: readonly [Read, ...Read[]],
): Promise<readonly (StoredProperties | undefined)[]> {
  const [{ record, properties }] = reads;
  const ids = [...new Set(reads.map((each) => each.record.recordId))];
  const answers = await Promise.all(
    inParts(ids, MAX_BATCH).map((part) =>
      client.ask(recordsShape, {
        path: `${PATHS.records(record.objectType)}/batch/read`,
        body: {
          inputs: part.map((id) => ({ id })),
          properties: [...properties, MERGED_IDS],
          propertiesWithHistory: [],
        },
      }),
    ),
  );
  const found = answers.flatMap(({ results }) => results);
  return reads.map(
    (each) => found.find((given) => idsOf(given).includes(each.record.recordId))?.properties,
  );
}

/** True where HubSpot's answer shows the values; false where it shows others, or none that is one. */
async function isAnswered(
  writing: HubSpotClient,
  { objectType, recordId }: RecordRef,
  values: PropertyValues,
): Promise<boolean> {
  try {
    const { id, properties } = await writing.ask(recordShape, {
      path: PATHS.record(objectType, recordId),
      method: 'PATCH',
      body: { properties: values },
      unanswered: UNCONFIRMED,
    });
    return id === recordId && propertyChanges(properties, values).length === 0;
  } catch (error) {
    if (error instanceof SyncError && error.code === UNCONFIRMED) return false;
    throw error;
  }
}

/** True where the record has the values; false where it has not, or cannot be read. */
async function isConfirmed(
  writing: HubSpotClient,
  record: RecordRef,
  values: PropertyValues,
): Promise<boolean> {
  try {
    const properties = await read(writing, record, Object.keys(values));
    return propertyChanges(properties, values).length === 0;
  } catch {
    return false;
  }
}

/** Takes for written what HubSpot says is on the record: in its answer, else when it is asked again. */
async function write(
  writing: HubSpotClient,
  record: RecordRef,
  values: PropertyValues,
): Promise<void> {
  const isWritten =
    (await isAnswered(writing, record, values)) || (await isConfirmed(writing, record, values));
  if (!isWritten) throw new SyncError(UNCONFIRMED);
}

const accountShape = z.object({ companyCurrency: z.string(), timeZone: z.string() });

async function readAccount(client: HubSpotClient): Promise<AccountFacts | null> {
  try {
    const { companyCurrency, timeZone } = await client.ask(accountShape, { path: PATHS.account });
    return { currency: companyCurrency.toLowerCase(), timeZone };
  } catch (error) {
    if (error instanceof SyncError && error.code === 'hubspot-permission') return null;
    throw error;
  }
}

/** Asks once an invocation, however often its facts are needed, and not again in a warm process. */
function accountReader(
  client: HubSpotClient,
  account: CrmAccountMemory,
): () => Promise<AccountFacts | null> {
  let reading: Promise<AccountFacts | null> | undefined;
  return async () => {
    if (account.facts !== undefined) return account.facts;
    reading ??= readAccount(client);
    const facts = await reading;
    if (facts !== null) account.facts = facts;
    return facts;
  };
}

export function createRecordStore(parts: RecordStoreParts): RecordStore {
  const { reading, writing, readingAccount, account, gather } = parts;
  const readOne = gathered<Read, StoredProperties>({
    wait: gather,
    groupOf: ({ record, properties }) => [record.objectType, ...properties].join(),
    together: (reads) => readTogether(reading, reads),
    alone: ({ record, properties }) => read(reading, record, properties),
  });
  return {
    read: (record, properties) => readOne({ record, properties }),
    readMany: (objectType, ids, properties) => readMany(reading, objectType, ids, properties),
    propertyStates: (objectType, names) => propertyStates(reading, objectType, names),
    associated: (record, toType) => associated(reading, record, toType),
    associatedWithMany: (fromType, ids, toType) =>
      associatedWithMany(reading, fromType, ids, toType),
    ofPrimaryCompany: (companyId, type) => ofPrimaryCompany(reading, companyId, type),
    primaryCompanies: (type, ids) => primaryCompanies(reading, type, ids),
    searchClaims: (search) => searchClaims(reading, search),
    recordsAfter: (list) => recordsAfter(reading, list),
    listMembers: (list) => listMembers(reading, list),
    deletedSince: (type, names, sinceMs) => deletedSince(reading, type, names, sinceMs),
    histories: (objectType, ids, properties) => histories(reading, objectType, ids, properties),
    saved: savedReader(writing, gather),
    searchedValue: (record, property) => searchedValue(reading, record, property),
    write: (record, values) => write(writing, record, values),
    accountFacts: accountReader(readingAccount, account),
  };
}
