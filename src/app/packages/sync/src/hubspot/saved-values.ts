import { epochMsFromText } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { ObjectType } from '@stripe-payments/core';
import { gathered } from '../gathering.ts';
import type {
  PropertyHistory,
  PropertyVersion,
  RecordRef,
  RecordStore,
  SavedProperties,
} from '../ports.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import {
  checkAnswered,
  idsOf,
  inParts,
  MERGED_IDS,
  pageShape,
  recordShape,
  recordsShape,
  wrongAnswer,
} from './pages.ts';

const versionsShape = z.array(z.object({ value: z.nullish(z.string()), timestamp: z.string() }));

export const savedShape = z.extend(recordShape, {
  propertiesWithHistory: z.optional(z.record(z.string(), versionsShape)),
});

const historiesShape = pageShape(savedShape);

/** @throws {SyncError} `hubspot-unreachable` for a time that is none. */
function writtenAtMs(timestamp: string): number {
  const ms = epochMsFromText(timestamp);
  if (ms === undefined) throw wrongAnswer('A version of a property has no time.');
  return ms;
}

/** Newest first. Stable: of one millisecond, HubSpot's own order. */
export const versionsIn = (written: z.infer<typeof versionsShape>): readonly PropertyVersion[] =>
  written
    .map(({ value, timestamp }) => ({ value: value ?? '', writtenAtMs: writtenAtMs(timestamp) }))
    .toSorted((left, right) => right.writtenAtMs - left.writtenAtMs);

/** HubSpot's largest batch of records with their history. */
const MAX_HISTORIES = 50;

/** Every value that some properties of records have had. */
export async function histories(
  client: HubSpotClient,
  objectType: ObjectType,
  recordIds: readonly string[],
  properties: readonly string[],
): Promise<ReadonlyMap<string, readonly PropertyHistory[]>> {
  const batches = await Promise.all(
    inParts(recordIds, MAX_HISTORIES).map(async (part) => {
      const answer = await client.ask(historiesShape, {
        path: `${PATHS.records(objectType)}/batch/read`,
        body: {
          inputs: part.map((id) => ({ id })),
          properties: [MERGED_IDS],
          propertiesWithHistory: properties,
        },
      });
      const asked = new Set(part);
      const answered = answer.results.flatMap((record) => idsOf(record));
      checkAnswered(
        part,
        answered.filter((id) => asked.has(id)),
        answer,
      );
      return answer.results.map(({ id, propertiesWithHistory = {} }) => {
        const written = Object.entries(propertiesWithHistory);
        const history = written.map(([property, versions]) => ({
          property,
          versions: versionsIn(versions),
        }));
        return [id, history] as const;
      });
    }),
  );
  return new Map(batches.flat());
}

interface Saved {
  readonly record: RecordRef;
  readonly properties: readonly string[];
  readonly versionsOf: string;
}

const savedIn = (
  { properties, propertiesWithHistory }: z.infer<typeof savedShape>,
  versionsOf: string,
): SavedProperties => ({
  stored: properties,
  versions: versionsIn(propertiesWithHistory?.[versionsOf] ?? []),
});

async function saved(
  client: HubSpotClient,
  { record: { objectType, recordId }, properties, versionsOf }: Saved,
): Promise<SavedProperties> {
  const query = new URLSearchParams([
    ...properties.map((name): [string, string] => ['properties', name]),
    ['properties', MERGED_IDS],
    ['propertiesWithHistory', versionsOf],
  ]);
  const path = `${PATHS.record(objectType, recordId)}?${query.toString()}`;
  const answer = await client.ask(savedShape, { path });
  if (!idsOf(answer).includes(recordId)) throw wrongAnswer('The response is another record.');
  return savedIn(answer, versionsOf);
}

async function savedTogether(
  client: HubSpotClient,
  asked: readonly [Saved, ...Saved[]],
): Promise<readonly (SavedProperties | undefined)[]> {
  const [{ record, properties, versionsOf }] = asked;
  const ids = [...new Set(asked.map((each) => each.record.recordId))];
  const answers = await Promise.all(
    inParts(ids, MAX_HISTORIES).map((part) =>
      client.ask(historiesShape, {
        path: `${PATHS.records(record.objectType)}/batch/read`,
        body: {
          inputs: part.map((id) => ({ id })),
          properties: [...properties, MERGED_IDS],
          propertiesWithHistory: [versionsOf],
        },
      }),
    ),
  );
  const found = answers.flatMap(({ results }) => results);
  return asked.map((each) => {
    const given = found.find((answer) => idsOf(answer).includes(each.record.recordId));
    return given && savedIn(given, versionsOf);
  });
}

/** What is saved now, and every value that one property has had. */
export function savedReader(
  client: HubSpotClient,
  gather: (() => Promise<void>) | undefined,
): RecordStore['saved'] {
  const readOne = gathered<Saved, SavedProperties>({
    wait: gather,
    groupOf: ({ record, properties, versionsOf }) =>
      [record.objectType, versionsOf, ...properties].join(),
    together: (asked) => savedTogether(client, asked),
    alone: (asked) => saved(client, asked),
  });
  return (record, properties, versionsOf) => readOne({ record, properties, versionsOf });
}

/** The value that searches know. */
export async function searchedValue(
  client: HubSpotClient,
  { objectType, recordId }: RecordRef,
  property: string,
): Promise<string | null> {
  const { results } = await client.ask(recordsShape, {
    path: `${PATHS.records(objectType)}/search`,
    body: {
      filterGroups: [
        { filters: [{ propertyName: 'hs_object_id', operator: 'EQ', value: recordId }] },
      ],
      properties: [property],
      limit: 1,
    },
  });
  return results.find(({ id }) => id === recordId)?.properties[property] ?? null;
}
