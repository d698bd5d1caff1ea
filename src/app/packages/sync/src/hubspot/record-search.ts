import type { StoredProperties } from '@stripe-payments/core';
import pThrottle from 'p-throttle';
import type { FoundRecords, RecordSearch, SearchCondition } from '../ports.ts';
import type { Caller } from '../http/retry.ts';
import type { CrmRequests } from './crm-requests.ts';
import { nextAfter } from './json.ts';
import { recordsIn } from './many-records.ts';
import { OBJECT_TYPE_IDS } from './object-type-ids.ts';

/** HubSpot's largest page of results, and as many as a claim check reads. */
const PAGE_SIZE = 200;
const MAX_RECORDS = 1_000;

/** Below HubSpot's 5 searches a second, which all programs of an account share. */
const MAX_PER_SECOND = 4;

/** Waits for its turn to search, over all invocations of a process. */
export type SearchTurn = () => Promise<void>;

export const createSearchTurn = (): SearchTurn =>
  pThrottle({ limit: MAX_PER_SECOND, interval: 1_000, strict: true })(() => Promise.resolve());

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
export async function searchRecords(
  requests: CrmRequests,
  caller: Caller,
  turn: SearchTurn,
  { objectType, conditions, properties }: RecordSearch,
): Promise<FoundRecords> {
  const records = new Map<string, StoredProperties>();
  let after: string | undefined;
  do {
    await turn();
    const page = await requests.ask(caller, {
      path: `/crm/v3/objects/${OBJECT_TYPE_IDS[objectType]}/search`,
      body: {
        filterGroups: conditions.map((condition) => ({ filters: [filterOf(condition)] })),
        sorts: [{ propertyName: 'createdate', direction: 'DESCENDING' }],
        properties,
        limit: PAGE_SIZE,
        ...(after === undefined ? {} : { after }),
      },
    });
    for (const [id, stored] of recordsIn(page)) records.set(id, stored);
    after = nextAfter(page);
  } while (after !== undefined && records.size < MAX_RECORDS);
  return { records, isCut: after !== undefined };
}
