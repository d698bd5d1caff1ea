import { OBJECT_TYPES, TYPE_IDS } from '@stripe-payments/core';
import * as z from 'zod/mini';
import { SyncError } from '../sync-error.ts';
import type { CrmInspector } from '../use-cases/setup/setup-ports.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { idShape } from './pages.ts';

const inOrder = { id: idShape, label: z.string(), displayOrder: z.number() };

const pipelinesShape = z.object({
  results: z.array(z.object({ ...inOrder, stages: z.array(z.object(inOrder)) })),
});

interface InOrder {
  readonly label: string;
  readonly displayOrder: number;
}

/** Equal places are by label, as HubSpot shows them. */
const byPlace = (one: InOrder, other: InOrder): number =>
  one.displayOrder - other.displayOrder || one.label.localeCompare(other.label);

/** Of deals, with their stages; by the older path where an account has not got the dated one. */
export async function dealPipelines(
  client: HubSpotClient,
): ReturnType<CrmInspector['dealPipelines']> {
  const ask = (path: string) => client.ask(pipelinesShape, { path, notFound: 'hubspot-refused' });
  const { results } = await ask(PATHS.dealPipelines).catch((error: unknown) => {
    if (error instanceof SyncError && error.code === 'hubspot-refused') {
      return ask(PATHS.dealPipelinesBefore);
    }
    throw error;
  });
  return {
    pipelines: results.toSorted(byPlace).map(({ id, label, stages }) => ({
      id,
      label,
      stages: stages.toSorted(byPlace).map((stage) => ({ id: stage.id, label: stage.label })),
    })),
  };
}

/** HubSpot's largest page of lists. */
const MAX_LISTS = 500;

const listsShape = z.object({
  lists: z.array(z.object({ listId: idShape, name: z.string(), objectTypeId: z.string() })),
  hasMore: z.boolean(),
});

/** HubSpot's reference calls the arrays required; empty ones leave nothing out. */
const ALL_LISTS = {
  query: '',
  offset: 0,
  count: MAX_LISTS,
  listIds: [],
  processingTypes: [],
  additionalProperties: [],
};

/** Lists of the three object types, by name. */
export async function recordLists(client: HubSpotClient): ReturnType<CrmInspector['recordLists']> {
  const { lists, hasMore } = await client.ask(listsShape, {
    path: PATHS.listSearch,
    body: ALL_LISTS,
  });
  return {
    lists: lists
      .flatMap(({ listId, name, objectTypeId }) =>
        OBJECT_TYPES.filter((objectType) => TYPE_IDS[objectType] === objectTypeId).map(
          (objectType) => ({ id: listId, label: name, objectType }),
        ),
      )
      .toSorted((one, other) => one.label.localeCompare(other.label)),
    isAll: !hasMore,
  };
}
