import type { Scope } from '@stripe-payments/core';
import { isImplied } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { CrmInspector } from '../use-cases/setup/setup-ports.ts';
import { SyncError } from '../sync-error.ts';
import type { HubSpotClient, HubSpotRequest } from './client.ts';
import { PATHS } from './client.ts';
import { dealPipelines, recordLists } from './list-options.ts';

interface InspectorParts {
  readonly client: HubSpotClient;
  readonly accessToken: string;
}

const CONTEXT = { notFound: 'hubspot-refused' } as const;

const textsShape = z.pipe(
  z.nullish(z.array(z.unknown())),
  z.transform((items) => (items ?? []).filter((item) => typeof item === 'string')),
);

const accountShape = z.object({
  portalId: z.number(),
  accountType: z.pipe(
    z.nullish(z.string()),
    z.transform((type) => type ?? ''),
  ),
  timeZone: z.string(),
  companyCurrency: z.string(),
  additionalCurrencies: textsShape,
});

const tokenShape = z.object({ scopes: textsShape });
const countShape = z.object({ total: z.number() });
const firstShape = z.object({
  total: z.number(),
  results: z.array(z.object({ properties: z.record(z.string(), z.nullable(z.string())) })),
});

/**
 * The smallest request that needs the scope; null where none is known. Writes hold nothing to write:
 * HubSpot looks at the scope first.
 */
function harmlessRequest(scope: Scope): HubSpotRequest | null {
  const { area, access, objectType } = scope;
  if (isImplied(scope)) return null;
  if (objectType === null) return { path: PATHS.account };
  const records = PATHS.namedRecords(objectType);
  if (area === 'objects') {
    return access === 'read'
      ? { path: `${records}?limit=1` }
      : { path: `${records}/batch/update`, body: { inputs: [] } };
  }
  return { path: `${PATHS.properties(objectType)}/batch/archive`, body: { inputs: [] } };
}

/** True for a refusal of what was asked; false where HubSpot was not reached, or does not know the app. */
const isRefusal = (error: unknown): error is SyncError =>
  error instanceof SyncError &&
  (error.code === 'hubspot-permission' || error.code === 'hubspot-refused');

/** What HubSpot says of the app and its account. */
export function createCrmInspector({ client, accessToken }: InspectorParts): CrmInspector {
  return {
    async grantedScopes() {
      try {
        // Documented for private apps; unconfirmed for apps of the developer platform.
        const body = { tokenKey: accessToken };
        const { scopes } = await client.ask(tokenShape, {
          ...CONTEXT,
          path: PATHS.tokenInfo,
          body,
        });
        return scopes.length === 0 ? null : scopes;
      } catch (error) {
        if (isRefusal(error)) return null;
        throw error;
      }
    },
    async tryScope(scope) {
      const request = harmlessRequest(scope);
      if (request === null) return 'unknown';
      try {
        // Whether it succeeds is all that is asked.
        await client.send({ ...CONTEXT, ...request }, z.unknown());
        return 'granted';
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // Refused for what was in it, so after the scope was looked at.
        return error.code === 'hubspot-permission' ? 'missing' : 'granted';
      }
    },
    async account() {
      const { companyCurrency: currency, ...facts } = await client.ask(accountShape, {
        ...CONTEXT,
        path: PATHS.account,
      });
      return { ...facts, currency };
    },
    async countRecords(objectType, propertyName, value) {
      const filter =
        value === undefined
          ? { propertyName, operator: 'HAS_PROPERTY' }
          : { propertyName, operator: 'EQ', value };
      const { total } = await client.ask(countShape, {
        ...CONTEXT,
        path: `${PATHS.records(objectType)}/search`,
        body: { filterGroups: [{ filters: [filter] }], properties: [propertyName], limit: 1 },
      });
      return total;
    },
    dealPipelines: () => dealPipelines(client),
    recordLists: () => recordLists(client),
    async firstRecord(objectType, propertyName, direction) {
      const { total, results } = await client.ask(firstShape, {
        ...CONTEXT,
        path: `${PATHS.records(objectType)}/search`,
        body: {
          filterGroups: [{ filters: [{ propertyName, operator: 'HAS_PROPERTY' }] }],
          sorts: [{ propertyName, direction }],
          properties: [propertyName],
          limit: 1,
        },
      });
      return { total, value: results[0]?.properties[propertyName] ?? null };
    },
  };
}
