import * as z from 'zod/mini';
import { SyncError } from '../sync-error.ts';

/** Ids are text, or numbers where HubSpot's newer endpoints send them so. */
export const idShape = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((id) => String(id)),
);

const contextShape = z.nullish(
  z.object({ ids: z.optional(z.array(idShape)), fromObjectId: z.optional(z.array(idShape)) }),
);

/** A page of a list or search, or a batch; `errors` are of a batch, and name what is not there. */
export const pageShape = <T>(item: z.ZodMiniType<T>) =>
  z.object({
    results: z.array(item),
    total: z.optional(z.number()),
    errors: z.nullish(z.array(z.object({ context: contextShape }))),
    paging: z.nullish(z.object({ next: z.nullish(z.object({ after: idShape })) })),
  });

type Page = z.infer<ReturnType<typeof pageShape<unknown>>>;

/** An answer of the right shape that does not fit what was asked. */
export const wrongAnswer = (detail: string): SyncError =>
  new SyncError('hubspot-wrong-answer', { detail });

/**
 * Where a list goes on; undefined at its end.
 * @throws {SyncError} for a list that stays where it is: it would be read for ever.
 */
export function nextAfter(
  { results, paging }: Pick<Page, 'results' | 'paging'>,
  seen: Set<string>,
): string | undefined {
  const after = paging?.next?.after;
  if (after === undefined) return undefined;
  if (results.length === 0 || seen.has(after)) throw wrongAnswer('A list does not go on.');
  seen.add(after);
  return after;
}

/** @throws {SyncError} unless each input of a batch is answered or said not to be there, and nothing else is. */
export function checkAnswered(
  inputs: readonly string[],
  answered: Iterable<string>,
  { errors }: Pick<Page, 'errors'>,
): void {
  const answers = new Set(answered);
  const refused = (errors ?? []).flatMap(({ context }) => [
    ...(context?.ids ?? []),
    ...(context?.fromObjectId ?? []),
  ]);
  const known = new Set([...answers, ...refused]);
  if (!inputs.every((id) => known.has(id))) throw wrongAnswer('A batch lacks a record.');
  const asked = new Set(inputs);
  if (![...answers].every((id) => asked.has(id))) throw wrongAnswer('A batch has another record.');
}

/** A batch or page at a time. */
export function inParts<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

/** Property values: text or null, nothing else. */
const valueShape = z.pipe(
  z.unknown(),
  z.transform((value) => (typeof value === 'string' ? value : null)),
);

export const recordShape = z.object({ id: idShape, properties: z.record(z.string(), valueShape) });

export const recordsShape = pageShape(recordShape);

/** HubSpot answers for a record that was merged into another under the id of that one. */
export const MERGED_IDS = 'hs_merged_object_ids';

export const idsOf = ({ id, properties }: z.infer<typeof recordShape>): readonly string[] => [
  id,
  ...(properties[MERGED_IDS] ?? '').split(';'),
];

export const entriesOf = ({ results }: z.infer<typeof recordsShape>) =>
  results.map(({ id, properties }) => [id, properties] as const);
