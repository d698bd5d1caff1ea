import * as z from 'zod/mini';
import { readAssociations, readDefinitions, searchCrm } from '../api/client.ts';
import type {
  Associations,
  CrmSearchReply,
  PropertyDefinition,
  PropertyValues,
  RecordReference,
} from '../api/wire.ts';
import { currencyPropertyOf, formatValues } from '../format/property.ts';
import type { PageServices } from '../state/page-services.ts';
import type { AssociationsRequest, FetchOptions, FormatRequest } from './protocol.ts';

/**
 * The properties that HubSpot delivers to a `useCrmProperties`: those that its bundler could read from the
 * source of the file, which an imported constant is not. `declared` is null when the bundle has no manifest.
 */
export function declaredNames(
  declared: readonly (readonly string[])[] | null,
  names: readonly string[],
): readonly string[] {
  if (declared === null) return names;
  const ofThisHook = declared.filter((list) => list.every((name) => names.includes(name)));
  const [longest = []] = ofThisHook.toSorted((one, other) => other.length - one.length);
  return names.filter((name) => longest.includes(name));
}

export type Format = (
  objectType: string,
  values: PropertyValues,
  options: FetchOptions,
) => Promise<PropertyValues>;

export function createFormat(services: PageServices): Format {
  return async (objectType, values, { propertiesToFormat, formattingOptions }) => {
    if (propertiesToFormat === undefined) return values;
    const definitions = await readDefinitions(objectType);
    const settings = services.formatSettings();
    return formatValues(values, definitions, propertiesToFormat, settings, formattingOptions);
  };
}

/** The properties that name the currencies of these amounts, which formatting needs. */
export function currencyNames(
  definitions: readonly PropertyDefinition[],
  names: readonly string[],
): readonly string[] {
  return definitions
    .filter(({ name, showCurrencySymbol }) => showCurrencySymbol === true && names.includes(name))
    .map(currencyPropertyOf);
}

/** Leaves out the properties that HubSpot adds by itself: an extension would come to rely on them. */
export function picked(values: PropertyValues, names: readonly string[]): PropertyValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

/** `formatCrmProperties` of the SDK, which formats every property it gets. */
export function formatAll(
  { propertiesList, objectType, formattingOptions }: FormatRequest,
  format: Format,
): Promise<readonly PropertyValues[]> {
  const options: FetchOptions = {
    propertiesToFormat: 'all',
    ...(formattingOptions !== undefined && { formattingOptions }),
  };
  return Promise.all(propertiesList.map((values) => format(objectType, values, options)));
}

/** `useAssociations`: the records associated with the one being viewed. */
export async function associationsOf(
  record: RecordReference,
  { toObjectType, properties = [], pageLength = 10, offset }: AssociationsRequest,
  options: FetchOptions,
  format: Format,
): Promise<Associations> {
  const page = { limit: pageLength, ...(offset !== undefined && { after: String(offset) }) };
  const found = await readAssociations(record, toObjectType, properties, page);
  const results = found.results.map(async (result) => ({
    ...result,
    properties: await format(toObjectType, result.properties, options),
  }));
  return { ...found, results: await Promise.all(results) };
}

const DEFAULT_PAGE_LENGTH = 10;
const MAX_PAGE_LENGTH = 200;

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
  pageLength: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_PAGE_LENGTH))),
  after: z.optional(z.string()),
});

function parseRequest(request: unknown): z.infer<typeof requestSchema> {
  const parsed = requestSchema.safeParse(request);
  if (parsed.success) return parsed.data;
  throw new Error(`The CRM search is not understood: ${z.prettifyError(parsed.error)}`);
}

/** `useCrmSearch`, of a card or an app page. */
export async function searchFor(
  request: unknown,
  options: FetchOptions,
  format: Format,
): Promise<CrmSearchReply> {
  const { objectType, pageLength = DEFAULT_PAGE_LENGTH, ...body } = parseRequest(request);
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
