import { z } from 'zod/mini';
import { readDefinitions, searchCrm } from '../api/client.ts';
import type { Format } from './format-values.ts';
import { currencyNames, picked } from './format-values.ts';
import type { CrmSearchReply, FetchOptions } from './protocol.ts';

const defaultPageLength = 10;
const longestPage = 200;

const filterValueSchema = z.union([z.string(), z.number(), z.boolean()]);

/** `FetchCrmSearchRequest` of @hubspot/ui-extensions 0.17.0, and nothing beside it. */
const requestSchema = z.strictObject({
  objectType: z.string(),
  properties: z.optional(z.array(z.string())),
  query: z.optional(z.string()),
  filterGroups: z.optional(
    z.array(
      z.strictObject({
        filters: z.array(
          z.strictObject({
            propertyName: z.string(),
            operator: z.string(),
            value: z.optional(filterValueSchema),
            values: z.optional(z.array(filterValueSchema)),
            highValue: z.optional(filterValueSchema),
          }),
        ),
      }),
    ),
  ),
  sorts: z.optional(
    z.array(
      z.strictObject({
        propertyName: z.string(),
        direction: z.enum(['ASCENDING', 'DESCENDING']),
      }),
    ),
  ),
  pageLength: z.optional(z.int().check(z.minimum(1), z.maximum(longestPage))),
  after: z.optional(z.string()),
});

function parseRequest(request: unknown): z.infer<typeof requestSchema> {
  const parsed = requestSchema.safeParse(request);
  if (parsed.success) return parsed.data;
  throw new Error(`The CRM search is not understood: ${z.prettifyError(parsed.error)}`);
}

/** `useCrmSearch`: what the person may see, wherever it is asked from. */
export async function searchFor(
  request: unknown,
  options: FetchOptions,
  format: Format,
): Promise<CrmSearchReply> {
  const { objectType, pageLength = defaultPageLength, ...body } = parseRequest(request);
  const wanted = body.properties ?? [];
  const isFormatted = options.propertiesToFormat !== undefined;
  const currencies = isFormatted ? currencyNames(await readDefinitions(objectType), wanted) : [];
  const properties = [...new Set([...wanted, ...currencies])];
  const found = await searchCrm(objectType, { ...body, properties, limit: pageLength });
  const results = found.results.map(async (result) => ({
    objectId: result.objectId,
    properties: picked(await format(objectType, result.properties, options), wanted),
  }));
  return { ...found, results: await Promise.all(results) };
}
