import type { ObjectType, StoredProperties } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { RecordScan } from '../use-cases/adopt/adopt-ports.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { entriesOf, recordsShape, wrongAnswer } from './pages.ts';

/** HubSpot's largest page of search results. */
const MAX_PAGE = 200;

const SAMPLE = 100;

const totalledShape = z.extend(recordsShape, { total: z.number() });

const propertiesShape = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z._default(z.string(), ''),
      type: z.string(),
      groupName: z._default(z.string(), ''),
      hubspotDefined: z._default(z.boolean(), false),
    }),
  ),
});

const isSet = (propertyName: string): object => ({ propertyName, operator: 'HAS_PROPERTY' });

/**
 * In the order of their ids, each page after the last id of the one before: page by page a search ends
 * after 10,000 records.
 */
async function everyHaving(
  client: HubSpotClient,
  objectType: ObjectType,
  having: readonly string[],
  properties: readonly string[],
): Promise<ReadonlyMap<string, StoredProperties>> {
  const found = new Map<string, StoredProperties>();
  for (let last = 0; ;) {
    const after = { propertyName: 'hs_object_id', operator: 'GT', value: String(last) };
    const page = await client.ask(totalledShape, {
      path: `${PATHS.records(objectType)}/search`,
      body: {
        filterGroups: having.map((name) => ({ filters: [isSet(name), after] })),
        sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
        properties,
        limit: MAX_PAGE,
      },
    });
    for (const [id, stored] of entriesOf(page)) {
      if (!(Number(id) > last)) throw wrongAnswer('A search is not in the order of ids.');
      last = Number(id);
      found.set(id, stored);
    }
    if (page.total <= page.results.length) return found;
    if (page.results.length === 0) throw wrongAnswer('A search has fewer than it says.');
  }
}

export const createRecordScan = (client: HubSpotClient): RecordScan => ({
  properties: async (objectType) =>
    (await client.ask(propertiesShape, { path: PATHS.properties(objectType) })).results,
  everyHaving: (objectType, having, properties) =>
    everyHaving(client, objectType, having, properties),
  sample: async (objectType, property) => {
    const { total, results } = await client.ask(totalledShape, {
      path: `${PATHS.records(objectType)}/search`,
      body: {
        filterGroups: [{ filters: [isSet(property)] }],
        sorts: [{ propertyName: 'createdate', direction: 'DESCENDING' }],
        properties: [property],
        limit: SAMPLE,
      },
    });
    return { total, values: results.map(({ properties }) => properties[property] ?? '') };
  },
});
