import type { ObjectType } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { RecordRef } from '../ports.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { checkAnswered, idShape, inParts, nextAfter, pageShape } from './pages.ts';

/** HubSpot's largest batch of associations, and its largest page of them. */
const MAX_INPUTS = 1_000;
const MAX_PAGE = 500;

const linkShape = z.object({ toObjectId: idShape });
const linksShape = pageShape(linkShape);

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** Every page of one record's associations. */
export async function associated(
  client: HubSpotClient,
  { objectType, recordId }: RecordRef,
  toType: ObjectType,
): Promise<readonly string[]> {
  const path = PATHS.associations(objectType, recordId, toType);
  const ids: string[] = [];
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const answer = await client.ask(linksShape, {
      path: `${path}?limit=${String(MAX_PAGE)}${page}`,
    });
    ids.push(...answer.results.map(({ toObjectId }) => toObjectId));
    after = nextAfter(answer, seen);
  } while (after !== undefined);
  return distinct(ids);
}

/** One record's part of a batch: its associations, and where they go on. */
const batchShape = pageShape(
  z.object({
    from: z.object({ id: idShape }),
    to: z.array(linkShape),
    paging: z.nullish(z.object({ next: z.nullish(z.object({ after: idShape })) })),
  }),
);

interface Input {
  readonly id: string;
  readonly after?: string;
}

async function readBatch(
  client: HubSpotClient,
  path: string,
  inputs: readonly Input[],
): Promise<z.infer<typeof batchShape>['results']> {
  const answer = await client.ask(batchShape, { path, body: { inputs } });
  const { results } = answer;
  checkAnswered(
    inputs.map(({ id }) => id),
    results.map(({ from }) => from.id),
    answer,
  );
  return results;
}

/** The associations of many records; those that have more than a page are asked for again. */
export const associatedWithMany = (
  client: HubSpotClient,
  fromType: ObjectType,
  recordIds: readonly string[],
  toType: ObjectType,
): Promise<ReadonlyMap<string, readonly string[]>> =>
  associatedByPath(client, PATHS.manyAssociations(fromType, toType), recordIds);

/** @param path of a batch */
export async function associatedByPath(
  client: HubSpotClient,
  path: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const seen = new Map<string, Set<string>>();
  let inputs: readonly Input[] = distinct(recordIds).map((id) => ({ id }));
  while (inputs.length > 0) {
    const answers = await Promise.all(
      inParts(inputs, MAX_INPUTS).map((part) => readBatch(client, path, part)),
    );
    const next: Input[] = [];
    for (const { from, to, paging } of answers.flat()) {
      const ids = to.map(({ toObjectId }) => toObjectId);
      found.set(from.id, distinct([...(found.get(from.id) ?? []), ...ids]));
      const places = seen.get(from.id) ?? new Set();
      seen.set(from.id, places);
      const after = nextAfter({ results: to, paging }, places);
      if (after !== undefined) next.push({ id: from.id, after });
    }
    inputs = next;
  }
  return found;
}
