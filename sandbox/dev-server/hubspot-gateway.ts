import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { PropertyValues } from '../record-page/api/wire.ts';
import type { DevServerParts } from './parts.ts';
import { requestJson, UpstreamError } from './request-json.ts';

const recordSchema = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
});
const recordsSchema = z.object({
  results: z.array(recordSchema),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).nullish(),
});
const associationPageSchema = z.object({
  results: z.array(
    z.object({
      toObjectId: z.coerce.string(),
      associationTypes: z.array(
        z.object({ category: z.string(), typeId: z.number(), label: z.string().nullish() }),
      ),
    }),
  ),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).nullish(),
});
type AssociationPage = z.infer<typeof associationPageSchema>;
type CrmRow = z.infer<typeof recordSchema>;

/** What a user enters in HubSpot's interface: in the panel of the record, or in a card's property list. */
interface RecordEdit {
  readonly userId: number;
  readonly place: 'record-page' | 'card';
  readonly properties: PropertyValues;
}

export interface HubSpotGateway {
  /** The first records of a type, as many as the page lists. */
  listRecords(objectType: string, names: readonly string[]): Promise<readonly CrmRow[]>;
  readRecords(
    objectType: string,
    ids: readonly string[],
    names: readonly string[],
  ): Promise<readonly CrmRow[]>;
  updateRecord(objectType: string, id: string, edit: RecordEdit): Promise<void>;
  associations(
    from: { readonly objectType: string; readonly id: string },
    toObjectType: string,
    page: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<AssociationPage>;
  search(objectType: string, body: unknown): Promise<unknown>;
  propertyDefinitions(objectType: string): Promise<unknown>;
  /** False too where the token may not read its definition. */
  hasObject(objectType: string): Promise<boolean>;
  hasProperty(objectType: string, name: string): Promise<boolean>;
  accountDetails(): Promise<unknown>;
}

const segment = encodeURIComponent;

async function isThere(definition: Promise<unknown>): Promise<boolean> {
  try {
    await definition;
    return true;
  } catch (error) {
    if (error instanceof UpstreamError && error.status < 500) return false;
    throw error;
  }
}

/** HubSpot's limit of a page, and the number of pages that the record page reads. */
const PAGE_LENGTH = 100;
const MAX_PAGES = 10;

/** Leaves out the properties that HubSpot adds by itself: a card would come to rely on them. */
function onlyRequested({ id, properties }: CrmRow, names: readonly string[]): CrmRow {
  const requested = Object.entries(properties).filter(([name]) => names.includes(name));
  return { id, properties: Object.fromEntries(requested) };
}

const SEARCH_WINDOW_MS = 1_000;
const MAX_RETRIES = 5;

/**
 * Retries after HubSpot's limit of searches a second, which the page shares with the app's functions as it
 * uses the app's token. Whether HubSpot's own pages share it is not known (docs/platform-assumptions.md).
 */
async function retryWhenLimited<Result>(search: () => Promise<Result>): Promise<Result> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await search();
    } catch (error) {
      const isLimited = error instanceof UpstreamError && error.status === 429;
      if (!isLimited || retries === MAX_RETRIES) throw error;
      await sleep(SEARCH_WINDOW_MS);
    }
  }
}

/** The few CRM calls of the page. The token stays on this side. */
export function createHubSpotGateway({
  url,
  token,
  kind,
}: DevServerParts['hubspot']): HubSpotGateway {
  const call = (path: string, method: 'GET' | 'POST' | 'PATCH' = 'GET', body?: unknown) =>
    requestJson(`${url}${path}`, { method, token, body });
  return {
    listRecords: async (objectType, names) => {
      const listed: CrmRow[] = [];
      let after: string | undefined;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const query = new URLSearchParams({
          limit: String(PAGE_LENGTH),
          properties: names.join(','),
          ...(after !== undefined && { after }),
        });
        const reply = await call(`/crm/objects/2026-03/${segment(objectType)}?${query.toString()}`);
        const { results, paging } = recordsSchema.parse(reply);
        listed.push(...results.map((row) => onlyRequested(row, names)));
        after = paging?.next?.after;
        if (after === undefined) break;
      }
      return listed;
    },
    readRecords: async (objectType, ids, names) => {
      if (ids.length === 0) return [];
      const body = { inputs: ids.map((id) => ({ id })), properties: names };
      const path = `/crm/objects/2026-03/${segment(objectType)}/batch/read`;
      const { results } = recordsSchema.parse(await call(path, 'POST', body));
      return results.map((row) => onlyRequested(row, names));
    },
    updateRecord: async (objectType, id, edit) => {
      const record = `${segment(objectType)}/${segment(id)}`;
      // A real account has no such door: there the edit is an app's, and its history says so.
      if (kind === 'sandbox') await call(`/_sandbox/records/${record}`, 'PATCH', edit);
      else await call(`/crm/objects/2026-03/${record}`, 'PATCH', { properties: edit.properties });
    },
    associations: async (from, toObjectType, { limit, after }) => {
      const query = new URLSearchParams({ limit: String(limit), ...(after && { after }) });
      const record = `${segment(from.objectType)}/${segment(from.id)}`;
      const path = `/crm/objects/2026-03/${record}/associations/${segment(toObjectType)}`;
      return associationPageSchema.parse(await call(`${path}?${query.toString()}`));
    },
    search: (objectType, body) =>
      retryWhenLimited(() =>
        call(`/crm/objects/2026-03/${segment(objectType)}/search`, 'POST', body),
      ),
    propertyDefinitions: (objectType) => call(`/crm/properties/2026-03/${segment(objectType)}`),
    hasObject: (objectType) =>
      isThere(call(`/crm-object-schemas/2026-03/schemas/${segment(objectType)}`)),
    hasProperty: (objectType, name) =>
      isThere(call(`/crm/properties/2026-03/${segment(objectType)}/${segment(name)}`)),
    accountDetails: () => call('/account-info/2026-03/details'),
  };
}
