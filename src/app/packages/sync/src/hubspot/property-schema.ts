import { HttpMethod } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { ObjectType } from '@stripe-payments/core';
import { PROPERTY_GROUP } from '@stripe-payments/core';
import pLimit from 'p-limit';
import type { PropertySchema } from '../ports/setup.ts';
import type { Caller } from '../http/retry.ts';
import { SyncError } from '../sync-error.ts';
import type { CrmRequest, CrmRequests } from './crm-requests.ts';
import { existingProperties } from './existing-properties.ts';
import { fieldOf, textOf } from './json.ts';
import { PLURAL_NAMES } from './plural-names.ts';

/** Changes under way at once: HubSpot knows no batch for them. */
const MAX_AT_ONCE = 5;

/** Of one type, how the properties API calls it. */
const pathOf = (objectType: ObjectType): string => `/crm/v3/properties/${PLURAL_NAMES[objectType]}`;

const groupsOf = (objectType: ObjectType): string => `${pathOf(objectType)}/groups`;

interface SchemaParts {
  readonly requests: CrmRequests;
  readonly caller: Caller;
  /** For batches, with which HubSpot takes its time. */
  readonly batching: Caller;
}

/**
 * A property that another one names and that is not there is an error of this request: here it is not
 * news that the app is not set up.
 */
function asRefusal(error: unknown): unknown {
  if (!(error instanceof SyncError) || error.code !== 'not-set-up') return error;
  const { detail, requestId } = error;
  return new SyncError('hubspot-refused', {
    ...(detail === undefined ? {} : { detail }),
    ...(requestId === undefined ? {} : { requestId }),
    cause: error,
  });
}

/** What is no list comes from a gateway, and must not look like an account without properties. */
function resultsIn(answer: unknown): readonly unknown[] {
  const results: unknown = fieldOf(answer, 'results');
  if (!Array.isArray(results)) throw new SyncError('hubspot-unreachable');
  return results;
}

/** HubSpot's properties API, v3 (developers.hubspot.com/docs/api-reference/crm-properties-v3). */
export function createPropertySchema(parts: SchemaParts): PropertySchema {
  const { requests, caller, batching } = parts;
  const turns = pLimit(MAX_AT_ONCE);
  const ask = (request: CrmRequest, by: Caller = caller): Promise<unknown> =>
    turns(async () => {
      try {
        return await requests.ask(by, { missing: 'hubspot-refused', ...request });
      } catch (error) {
        throw asRefusal(error);
      }
    });
  const send = async (request: CrmRequest, by?: Caller): Promise<void> => {
    await ask(request, by);
  };
  const list = async (objectType: ObjectType, archived: boolean) => {
    const path = `${pathOf(objectType)}?archived=${String(archived)}`;
    return existingProperties(resultsIn(await ask({ path })));
  };
  const hasGroup = async (objectType: ObjectType): Promise<boolean> => {
    const groups = resultsIn(await ask({ path: groupsOf(objectType) }));
    return groups.some((group) => textOf(group, 'name') === PROPERTY_GROUP.name);
  };
  return {
    async read(objectType) {
      const [live, archived, isThere] = await Promise.all([
        list(objectType, false),
        list(objectType, true),
        hasGroup(objectType),
      ]);
      return { live, archived, hasGroup: isThere };
    },
    createGroup: (objectType) =>
      send({ path: groupsOf(objectType), body: PROPERTY_GROUP, acceptedStatus: 409 }),
    createMany: (objectType, inputs) =>
      send(
        { path: `${pathOf(objectType)}/batch/create`, body: { inputs }, allowPartialFailure: true },
        batching,
      ),
    create: (objectType, input) => send({ path: pathOf(objectType), body: input }),
    change: (objectType, name, patch) =>
      send({ path: `${pathOf(objectType)}/${name}`, method: HttpMethod.PATCH, body: patch }),
    archiveMany: (objectType, names) =>
      send(
        {
          path: `${pathOf(objectType)}/batch/archive`,
          body: { inputs: names.map((name) => ({ name })) },
        },
        batching,
      ),
    archive: (objectType, name) =>
      send({
        path: `${pathOf(objectType)}/${name}`,
        method: HttpMethod.DELETE,
        acceptedStatus: 404,
      }),
    removeGroup: (objectType) =>
      send({
        path: `${groupsOf(objectType)}/${PROPERTY_GROUP.name}`,
        method: HttpMethod.DELETE,
        acceptedStatus: 404,
      }),
  };
}
