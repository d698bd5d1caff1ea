import type { z } from 'zod';
import { validationError } from '../api-error.ts';
import type { CrmRecord, ObjectTypeName } from '../entities.ts';
import type { WireBatchError } from '../formatters/batch.ts';
import type { WireRecord } from '../formatters/record.ts';
import { formatRecord } from '../formatters/record.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { API_SOURCE } from './api-source.ts';
import { refusals, tracedResult, unknownIds } from './batch-outcome.ts';
import { checkBatchSize, checkNoDuplicates } from './batch-rules.ts';
import { planAssociations } from './new-associations.ts';
import { lookUp, resolveId } from './record-lookup.ts';
import type { batchCreateSchema, batchReadSchema, batchUpdateSchema } from './write-schemas.ts';
import { writtenAs } from './written-record.ts';

export interface BatchOutcome {
  readonly results: readonly WireRecord[];
  readonly errors: readonly WireBatchError[];
}

const MOST_WITH_HISTORY = 50;

/** A record comes once, however often it was asked for, and never with its associations. */
export function readBatch(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  body: z.output<typeof batchReadSchema>,
  archived: boolean,
): BatchOutcome {
  const { inputs, idProperty, properties, propertiesWithHistory } = body;
  const hasHistory = propertiesWithHistory.length > 0;
  checkBatchSize(inputs, hasHistory ? MOST_WITH_HISTORY : undefined);
  const records = new Map<string, CrmRecord>();
  const missing: string[] = [];
  for (const { id } of inputs) {
    const record = lookUp(store, objectType, id, idProperty, archived);
    if (record === undefined) missing.push(id);
    else records.set(record.id, record);
  }
  const names = properties.length > 0 || hasHistory ? properties : undefined;
  const view = { properties: names, propertiesWithHistory };
  const { portalId } = store.account;
  return {
    results: [...records.values()].map((record) =>
      formatRecord(record, view, store.properties(objectType), portalId),
    ),
    errors: unknownIds(objectType, missing),
  };
}

type UpdateInput = z.output<typeof batchUpdateSchema>['inputs'][number];

function checkUpdates(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  inputs: readonly UpdateInput[],
) {
  checkBatchSize(inputs);
  checkNoDuplicates(inputs.map((input) => input.id));
  if (new Set(inputs.map((input) => input.idProperty)).size > 1) {
    throw validationError('All inputs must have the same idProperty');
  }
  const writes = inputs.map(({ id, idProperty, properties }) => ({
    id: resolveId(store, objectType, id, idProperty),
    properties,
  }));
  return store.checkWrites(objectType, writes, 'api').map((checked, index) => ({
    checked,
    traceId: inputs[index]?.objectWriteTraceId,
    givenId: inputs[index]?.id ?? '',
  }));
}

export function updateBatch(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  inputs: readonly UpdateInput[],
): BatchOutcome {
  const writes = checkUpdates(store, objectType, inputs);
  const failed = refusals(writes);
  const missing: string[] = [];
  const results = writes.flatMap(({ checked, traceId, givenId }) => {
    const { id, values } = checked;
    if (failed.has(checked)) return [];
    if (id === undefined || store.findObject(objectType, id) === undefined) {
      missing.push(givenId);
      return [];
    }
    const record = store.records.update(objectType, id, values, API_SOURCE);
    return [tracedResult(writtenAs(store, record, Object.keys(values)), traceId)];
  });
  return { results, errors: [...failed.values(), ...unknownIds(objectType, missing)] };
}

export function createBatch(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  inputs: z.output<typeof batchCreateSchema>['inputs'],
): BatchOutcome {
  checkBatchSize(inputs);
  const plans = inputs.map((input) => planAssociations(store, objectType, input.associations));
  const writes = store.checkWrites(objectType, inputs, 'api').map((checked, index) => ({
    checked,
    traceId: inputs[index]?.objectWriteTraceId,
    associate: plans[index],
  }));
  const failed = refusals(writes);
  const results = writes.flatMap(({ checked, traceId, associate }) => {
    if (failed.has(checked)) return [];
    const record = store.records.create(objectType, checked.values, API_SOURCE);
    associate?.(record.id);
    return [tracedResult(writtenAs(store, record, Object.keys(checked.values)), traceId)];
  });
  return { results, errors: [...failed.values()] };
}
