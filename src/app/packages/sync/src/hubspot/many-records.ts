import type { ObjectType, StoredProperties } from '@stripe-payments/core';
import type { RecordRef, RecordsById } from '../ports.ts';
import type { Caller } from '../http/retry.ts';
import type { CrmRequests } from './crm-requests.ts';
import { fieldOf, idIn, listOf, nextAfter, propertiesIn } from './json.ts';
import { OBJECT_TYPE_IDS } from './object-type-ids.ts';

/** HubSpot's largest batch of records. */
const MAX_RECORDS = 100;

/** HubSpot's largest batch of associations, and its largest page of them. */
const MAX_ASSOCIATION_INPUTS = 1_000;
const MAX_ASSOCIATED = 500;

function inParts<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

export async function readMany(
  requests: CrmRequests,
  caller: Caller,
  objectType: ObjectType,
  recordIds: readonly string[],
  properties: readonly string[],
): Promise<RecordsById> {
  const path = `/crm/v3/objects/${OBJECT_TYPE_IDS[objectType]}/batch/read`;
  const pages = await Promise.all(
    inParts(distinct(recordIds), MAX_RECORDS).map((part) =>
      requests.ask(caller, {
        path,
        body: { inputs: part.map((id) => ({ id })), properties, propertiesWithHistory: [] },
      }),
    ),
  );
  return new Map(pages.flatMap(recordsIn));
}

/** Records of a batch or of a page of search results. */
export function recordsIn(page: unknown): readonly (readonly [string, StoredProperties])[] {
  return listOf(page, 'results').flatMap((record) => {
    const id = idIn(record, 'id');
    return id === undefined ? [] : [[id, propertiesIn(record)] as const];
  });
}

function associatedIn(row: unknown, name: string): readonly string[] {
  return listOf(row, name)
    .map((associated) => idIn(associated, 'toObjectId'))
    .filter((id) => id !== undefined);
}

/** Every page of one record's associations. */
export async function associated(
  requests: CrmRequests,
  caller: Caller,
  { objectType, recordId }: RecordRef,
  toType: ObjectType,
): Promise<readonly string[]> {
  const from = OBJECT_TYPE_IDS[objectType];
  const path = `/crm/v4/objects/${from}/${recordId}/associations/${OBJECT_TYPE_IDS[toType]}`;
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const answer = await requests.ask(caller, {
      path: `${path}?limit=${String(MAX_ASSOCIATED)}${page}`,
    });
    ids.push(...associatedIn(answer, 'results'));
    after = nextAfter(answer);
  } while (after !== undefined);
  return distinct(ids);
}

interface Input {
  readonly id: string;
  readonly after?: string;
}

/** The associations of many records; those that have more than a page are asked for again. */
export async function associatedWithMany(
  requests: CrmRequests,
  caller: Caller,
  fromType: ObjectType,
  recordIds: readonly string[],
  toType: ObjectType,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const path = `/crm/v4/associations/${OBJECT_TYPE_IDS[fromType]}/${OBJECT_TYPE_IDS[toType]}/batch/read`;
  let inputs: readonly Input[] = distinct(recordIds).map((id) => ({ id }));
  while (inputs.length > 0) {
    const answers = await Promise.all(
      inParts(inputs, MAX_ASSOCIATION_INPUTS).map((part) =>
        requests.ask(caller, { path, body: { inputs: part } }),
      ),
    );
    const rows = answers.flatMap((answer) => listOf(answer, 'results'));
    const next: Input[] = [];
    for (const row of rows) {
      const id = idIn(fieldOf(row, 'from'), 'id');
      if (id === undefined) continue;
      found.set(id, distinct([...(found.get(id) ?? []), ...associatedIn(row, 'to')]));
      const after = nextAfter(row);
      if (after !== undefined) next.push({ id, after });
    }
    inputs = next;
  }
  return found;
}
