import type { ObjectType } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { RecordRef, WithPrimaryCompany } from '../ports.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { checkAnswered, idShape, inParts, nextAfter, pageShape } from './pages.ts';

/** HubSpot's largest batch of associations, and its largest page of them. */
const MAX_INPUTS = 1_000;
const MAX_PAGE = 500;

const linkShape = z.object({
  toObjectId: idShape,
  /** Without any, an association is one without a label. */
  associationTypes: z.optional(z.array(z.object({ category: z.string(), typeId: z.number() }))),
});

type Link = z.infer<typeof linkShape>;

const linksShape = pageShape(linkShape);

/** HubSpot's own types of "primary company", in both directions; its labels can change, its ids cannot. */
const PRIMARY = { contact: { toCompany: 1, ofCompany: 2 }, deal: { toCompany: 5, ofCompany: 6 } };

const isPrimary =
  (primaryId: number) =>
  ({ associationTypes }: Link): boolean =>
    associationTypes?.some(
      ({ category, typeId }) => category === 'HUBSPOT_DEFINED' && typeId === primaryId,
    ) === true;

const idsOf = (links: readonly Link[]): readonly string[] => [
  ...new Set(links.map(({ toObjectId }) => toObjectId)),
];

/** Every page of one record's associations. */
async function linksOf(
  client: HubSpotClient,
  { objectType, recordId }: RecordRef,
  toType: ObjectType,
): Promise<readonly Link[]> {
  const path = PATHS.associations(objectType, recordId, toType);
  const links: Link[] = [];
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const answer = await client.ask(linksShape, {
      path: `${path}?limit=${String(MAX_PAGE)}${page}`,
    });
    links.push(...answer.results);
    after = nextAfter(answer, seen);
  } while (after !== undefined);
  return links;
}

export async function associated(
  client: HubSpotClient,
  record: RecordRef,
  toType: ObjectType,
): Promise<readonly string[]> {
  return idsOf(await linksOf(client, record, toType));
}

export async function ofPrimaryCompany(
  client: HubSpotClient,
  companyId: string,
  objectType: WithPrimaryCompany,
): Promise<readonly string[]> {
  const links = await linksOf(client, { objectType: 'company', recordId: companyId }, objectType);
  const primary = new Set(idsOf(links.filter(isPrimary(PRIMARY[objectType].ofCompany))));
  const others = idsOf(links).filter((id) => !primary.has(id));
  if (others.length === 0) return [...primary];
  const companies = await primaryCompanies(client, objectType, others);
  return [...primary, ...others.filter((id) => companies.get(id) === companyId)];
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
async function linksByPath(
  client: HubSpotClient,
  path: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Link[]>> {
  const found = new Map<string, readonly Link[]>();
  const seen = new Map<string, Set<string>>();
  let inputs: readonly Input[] = [...new Set(recordIds)].map((id) => ({ id }));
  while (inputs.length > 0) {
    const answers = await Promise.all(
      inParts(inputs, MAX_INPUTS).map((part) => readBatch(client, path, part)),
    );
    const next: Input[] = [];
    for (const { from, to, paging } of answers.flat()) {
      found.set(from.id, [...(found.get(from.id) ?? []), ...to]);
      const places = seen.get(from.id) ?? new Set();
      seen.set(from.id, places);
      const after = nextAfter({ results: to, paging }, places);
      if (after !== undefined) next.push({ id: from.id, after });
    }
    inputs = next;
  }
  return found;
}

/** @param path of a batch */
export async function associatedByPath(
  client: HubSpotClient,
  path: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await linksByPath(client, path, recordIds);
  return new Map([...found].map(([id, links]) => [id, idsOf(links)]));
}

export const associatedWithMany = (
  client: HubSpotClient,
  fromType: ObjectType,
  recordIds: readonly string[],
  toType: ObjectType,
): Promise<ReadonlyMap<string, readonly string[]>> =>
  associatedByPath(client, PATHS.manyAssociations(fromType, toType), recordIds);

export async function primaryCompanies(
  client: HubSpotClient,
  objectType: WithPrimaryCompany,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const path = PATHS.manyAssociations(objectType, 'company');
  const found = await linksByPath(client, path, recordIds);
  const companies = new Map<string, string>();
  for (const [id, links] of found) {
    const all = idsOf(links);
    const [primary] = idsOf(links.filter(isPrimary(PRIMARY[objectType].toCompany)));
    // An import can leave a record with one company that was not made its primary one.
    const company = primary ?? (all.length === 1 ? all[0] : undefined);
    if (company !== undefined) companies.set(id, company);
  }
  return companies;
}
