import type { LineItem, PropertyEdit } from '@stripe-payments/core';
import { epochMsFromText, LINE_ITEM_PROPERTIES } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { RecordRef } from '../ports.ts';
import type { ActingPorts } from '../use-cases/acting/acting-ports.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import {
  checkAnswered,
  entriesOf,
  idShape,
  idsOf,
  nextAfter,
  pageShape,
  recordShape,
  recordsShape,
  wrongAnswer,
} from './pages.ts';

const linksShape = pageShape(z.object({ toObjectId: idShape }));

const editsShape = z.array(
  z.object({
    value: z.nullish(z.string()),
    timestamp: z.string(),
    sourceType: z.nullish(z.string()),
    updatedByUserId: z.nullish(idShape),
  }),
);

const editedShape = z.extend(recordShape, {
  propertiesWithHistory: z.optional(z.record(z.string(), editsShape)),
});

/** More lines than Stripe takes are not read. */
const MAX_LINES = 500;
const MAX_BATCH = 100;

async function lineIdsOf(client: HubSpotClient, dealId: string): Promise<readonly string[]> {
  const ids = new Set<string>();
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const path = `${PATHS.lineItemsOfDeal(dealId)}?limit=${String(MAX_LINES)}${page}`;
    const answer = await client.ask(linksShape, { path });
    for (const { toObjectId } of answer.results) ids.add(toObjectId);
    after = nextAfter(answer, seen);
  } while (after !== undefined && ids.size < MAX_LINES);
  return [...ids];
}

async function readLines(
  client: HubSpotClient,
  ids: readonly string[],
): Promise<readonly LineItem[]> {
  const answer = await client.ask(recordsShape, {
    path: `${PATHS.lineItems}/batch/read`,
    body: {
      inputs: ids.map((id) => ({ id })),
      properties: [...LINE_ITEM_PROPERTIES],
      propertiesWithHistory: [],
    },
  });
  checkAnswered(
    ids,
    entriesOf(answer).map(([id]) => id),
    answer,
  );
  return entriesOf(answer).map(([id, properties]) => ({ id, properties }));
}

/** All of a deal. @throws {SyncError} `hubspot-permission` without the scope for line items. */
async function lineItems(client: HubSpotClient, dealId: string): Promise<readonly LineItem[]> {
  const ids = await lineIdsOf(client, dealId);
  const starts = Array.from(
    { length: Math.ceil(ids.length / MAX_BATCH) },
    (_, part) => part * MAX_BATCH,
  );
  const parts = await Promise.all(
    starts.map((start) => readLines(client, ids.slice(start, start + MAX_BATCH))),
  );
  return parts.flat();
}

/** Every version of a property, with what wrote it: who confirmed depends on it. */
async function editsOf(
  client: HubSpotClient,
  { objectType, recordId }: RecordRef,
  property: string,
): Promise<readonly PropertyEdit[]> {
  const query = new URLSearchParams({ propertiesWithHistory: property, properties: property });
  const path = `${PATHS.record(objectType, recordId)}?${query.toString()}`;
  const answer = await client.ask(editedShape, { path });
  if (!idsOf(answer).includes(recordId)) throw wrongAnswer('The response is another record.');
  return (answer.propertiesWithHistory?.[property] ?? []).map((version) => {
    const writtenAtMs = epochMsFromText(version.timestamp);
    if (writtenAtMs === undefined) throw wrongAnswer('A version of a property has no time.');
    return {
      value: version.value ?? '',
      writtenAtMs,
      sourceType: version.sourceType ?? null,
      updatedByUserId: version.updatedByUserId ?? null,
    };
  });
}

/** What actions read and write of HubSpot beside what every function does. */
export function createActingRecords(
  reading: HubSpotClient,
  writing: HubSpotClient,
): Pick<ActingPorts['crm'], 'lineItems' | 'editsOf' | 'clear'> {
  return {
    lineItems: (dealId) => lineItems(reading, dealId),
    editsOf: (record, property) => editsOf(reading, record, property),
    clear: async ({ objectType, recordId }, property) => {
      await writing.ask(recordShape, {
        path: PATHS.record(objectType, recordId),
        method: 'PATCH',
        body: { properties: { [property]: '' } },
      });
    },
  };
}
