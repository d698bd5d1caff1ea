import { epochMsFromText } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { RecordRef, SavedProperties } from '../ports.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { idsOf, MERGED_IDS, recordShape, recordsShape, wrongAnswer } from './pages.ts';

const savedShape = z.extend(recordShape, {
  propertiesWithHistory: z.optional(
    z.record(
      z.string(),
      z.array(z.object({ value: z.nullish(z.string()), timestamp: z.string() })),
    ),
  ),
});

/** @throws {SyncError} `hubspot-unreachable` for a time that is none. */
function writtenAtMs(timestamp: string): number {
  const ms = epochMsFromText(timestamp);
  if (ms === undefined) throw wrongAnswer('A version of a property has no time.');
  return ms;
}

/** What is saved now, and every value that one property has had. */
export async function saved(
  client: HubSpotClient,
  { objectType, recordId }: RecordRef,
  properties: readonly string[],
  versionsOf: string,
): Promise<SavedProperties> {
  const query = new URLSearchParams([
    ...properties.map((name): [string, string] => ['properties', name]),
    ['properties', MERGED_IDS],
    ['propertiesWithHistory', versionsOf],
  ]);
  const path = `${PATHS.record(objectType, recordId)}?${query.toString()}`;
  const answer = await client.ask(savedShape, { path });
  if (!idsOf(answer).includes(recordId)) throw wrongAnswer('The response is another record.');
  const versions = (answer.propertiesWithHistory?.[versionsOf] ?? []).map(
    ({ value, timestamp }) => ({
      value: value ?? '',
      writtenAtMs: writtenAtMs(timestamp),
    }),
  );
  return {
    stored: answer.properties,
    // Stable: of one millisecond, HubSpot's own order.
    versions: versions.toSorted((left, right) => right.writtenAtMs - left.writtenAtMs),
  };
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
