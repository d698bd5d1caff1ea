import * as z from 'zod/mini';
import type { RecordRef } from '../ports.ts';
import type { ActingPorts, NoteTarget } from '../use-cases/acting/acting-ports.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import {
  checkAnswered,
  entriesOf,
  idShape,
  inParts,
  nextAfter,
  pageShape,
  recordShape,
  recordsShape,
} from './pages.ts';

const linksShape = pageShape(z.object({ toObjectId: idShape }));

const PAGE_SIZE = 500;
const MAX_BATCH = 100;

/** HubSpot's own ids of the associations from a note. */
const FROM_NOTE: Readonly<Record<NoteTarget['objectType'], number>> = { deal: 214, contact: 202 };

const BODY = 'hs_note_body';

async function noteIds(client: HubSpotClient, record: RecordRef): Promise<readonly string[]> {
  const ids = new Set<string>();
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const path = `${PATHS.notesOf(record.objectType, record.recordId)}?limit=${String(PAGE_SIZE)}${page}`;
    const answer = await client.ask(linksShape, { path });
    for (const { toObjectId } of answer.results) ids.add(toObjectId);
    after = nextAfter(answer, seen);
  } while (after !== undefined);
  return [...ids];
}

async function readBodies(client: HubSpotClient, ids: readonly string[]) {
  const answer = await client.ask(recordsShape, {
    path: `${PATHS.notes}/batch/read`,
    body: { inputs: ids.map((id) => ({ id })), properties: [BODY], propertiesWithHistory: [] },
  });
  const entries = entriesOf(answer);
  checkAnswered(
    ids,
    entries.map(([id]) => id),
    answer,
  );
  return entries.map(([id, properties]) => ({ id, body: properties[BODY] ?? '' }));
}

/** Notes on the timelines of records. */
export const createNotes = (client: HubSpotClient): ActingPorts['notes'] => ({
  of: async (record) => {
    const parts = inParts(await noteIds(client, record), MAX_BATCH);
    return (await Promise.all(parts.map((ids) => readBodies(client, ids)))).flat();
  },
  create: async ({ objectType, recordId }, body, atMs) => {
    await client.ask(recordShape, {
      path: PATHS.notes,
      body: {
        properties: { hs_timestamp: new Date(atMs).toISOString(), [BODY]: body },
        associations: [
          {
            to: { id: recordId },
            types: [
              {
                associationCategory: 'HUBSPOT_DEFINED',
                associationTypeId: FROM_NOTE[objectType],
              },
            ],
          },
        ],
      },
    });
  },
  remove: async (id) => {
    await client.send({ path: `${PATHS.notes}/${encodeURIComponent(id)}`, method: 'DELETE' });
  },
});
