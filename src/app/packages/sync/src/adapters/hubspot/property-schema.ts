import { HttpMethod } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { ObjectType, PropertyInput } from '@stripe-payments/core';
import { PROPERTY_GROUP } from '@stripe-payments/core';
import pLimit from 'p-limit';
import type { PropertySchema, RefusedProperty } from '../../ports/setup.ts';
import { redact } from '../../redact.ts';
import type { Caller } from '../../resilience/retry.ts';
import { SyncError } from '../../sync-error.ts';
import type { CrmRequest, CrmRequests } from './crm-requests.ts';
import { existingPropertiesIn } from './existing-properties.ts';
import { listOf, textOf } from './json.ts';
import { PLURAL_NAMES } from './plural-names.ts';

/** Changes under way at once: HubSpot knows no batch for them. */
const MOST_AT_ONCE = 5;

/** Of one type, how the properties API calls it. */
const pathOf = (objectType: ObjectType): string => `/crm/v3/properties/${PLURAL_NAMES[objectType]}`;

/**
 * Which input a part of a 207 is about. HubSpot repeats none of them, so its name is looked for in what
 * it says; the longest, since one name can begin another.
 */
function refusedIn(answer: unknown, inputs: readonly PropertyInput[]): readonly RefusedProperty[] {
  const names = inputs.map(({ name }) => name).toSorted((a, b) => b.length - a.length);
  return listOf(answer, 'errors').map((error) => {
    const text = JSON.stringify(error);
    const detail = redact(textOf(error, 'message') ?? '');
    return {
      name: names.find((name) => text.includes(name)) ?? null,
      error: new SyncError('hubspot-refused', detail === '' ? {} : { detail }),
    };
  });
}

interface SchemaParts {
  readonly requests: CrmRequests;
  readonly caller: Caller;
}

/** HubSpot's properties API, v3 (developers.hubspot.com/docs/api-reference/crm-properties-v3). */
export function createPropertySchema({ requests, caller }: SchemaParts): PropertySchema {
  const turns = pLimit(MOST_AT_ONCE);
  const ask = (request: CrmRequest): Promise<unknown> =>
    turns(() => requests.ask(caller, { missing: 'hubspot-refused', ...request }));
  const hasGroup = async (objectType: ObjectType): Promise<boolean> => {
    const groups = listOf(await ask({ path: `${pathOf(objectType)}/groups` }), 'results');
    return groups.some((group) => textOf(group, 'name') === PROPERTY_GROUP.name);
  };
  const list = async (objectType: ObjectType, archived: boolean) =>
    existingPropertiesIn(await ask({ path: `${pathOf(objectType)}?archived=${String(archived)}` }));
  const send = async (request: CrmRequest): Promise<void> => {
    await ask(request);
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
      send({ path: `${pathOf(objectType)}/groups`, body: PROPERTY_GROUP }),
    async createMany(objectType, inputs) {
      const path = `${pathOf(objectType)}/batch/create`;
      return refusedIn(await ask({ path, body: { inputs }, takesFailedParts: true }), inputs);
    },
    create: (objectType, input) => send({ path: pathOf(objectType), body: input }),
    change: (objectType, name, patch) =>
      send({ path: `${pathOf(objectType)}/${name}`, method: HttpMethod.PATCH, body: patch }),
    archiveMany: (objectType, names) =>
      send({
        path: `${pathOf(objectType)}/batch/archive`,
        body: { inputs: names.map((name) => ({ name })) },
      }),
    archive: (objectType, name) =>
      send({ path: `${pathOf(objectType)}/${name}`, method: HttpMethod.DELETE }),
    removeGroup: (objectType) =>
      send({
        path: `${pathOf(objectType)}/groups/${PROPERTY_GROUP.name}`,
        method: HttpMethod.DELETE,
      }),
  };
}
