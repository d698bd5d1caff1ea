import { Hono } from 'hono';
import { z } from 'zod';
import { HubSpotApiError, objectNotFound, validationError } from '../model/api-error.ts';
import { batchError, formatBatch, type WireBatchError } from '../formatters/record.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readBody } from '../http/request.ts';
import { objectTypeInfo } from '../model/object-types.ts';
import type { RecordKey } from '../store/associations.ts';
import {
  associateByDefault,
  associationPage,
  MAX_ON_PAGE,
  readDirection,
  type Direction,
} from './associations.ts';
import type { RouteParts } from './route-parts.ts';
import { associationSpecSchema } from './write-schemas.ts';

/** Of a read; HubSpot takes 2,000 in a write, the stand-in no more than in a read. */
const MAX_INPUTS = 1_000;

const idSchema = z.union([z.string(), z.int()]).transform(String);
const recordSchema = z.strictObject({ id: idSchema });

const batchReadSchema = z.strictObject({
  inputs: z.array(
    z.strictObject({
      id: idSchema,
      after: z.string().optional(),
    }),
  ),
});

const pairSchema = z.strictObject({ from: recordSchema, to: recordSchema });
const defaultsSchema = z.strictObject({ inputs: z.array(pairSchema) });
const createSchema = z.strictObject({
  inputs: z.array(pairSchema.extend({ types: z.array(associationSpecSchema).min(1) })),
});
const archiveSchema = z.strictObject({
  inputs: z.array(z.strictObject({ from: recordSchema, to: z.array(recordSchema) })),
});

function checkInputs(inputs: readonly unknown[]): void {
  if (inputs.length === 0 || inputs.length > MAX_INPUTS) {
    throw validationError('The batch must have between 1 and 1000 inputs');
  }
}

const noneFound = ({ fromType, toType }: Direction, id: string) => {
  const from = objectTypeInfo(fromType).singular;
  const to = objectTypeInfo(toType).singular;
  return batchError({
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to} is associated with ${from} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from], toObjectType: [to] },
  });
};

function registerRead(routes: Hono<HubSpotEnvironment>, { store, clock }: RouteParts): void {
  routes.post('/:fromType/:toType/batch/read', async (context) => {
    const { fromType, toType } = context.req.param();
    const direction = readDirection(store, context, fromType, toType, 'read');
    const { inputs } = await readBody(context, batchReadSchema);
    checkInputs(inputs);
    const pages = inputs.map(({ id, after = '' }) => ({
      id,
      ...associationPage(store, direction, id, after, MAX_ON_PAGE),
    }));
    const errors = pages
      .filter(({ rows }) => rows.length === 0)
      .map(({ id }) => noneFound(direction, id));
    const results = pages
      .filter(({ rows }) => rows.length > 0)
      .map(({ id, rows, paging }) => ({ from: { id }, to: rows, ...paging }));
    const status = errors.length > 0 ? 207 : 200;
    return context.json(formatBatch(results, errors, clock.nowMs()), status);
  });
}

type Pair = z.output<typeof pairSchema>;

/** Each pair stands for itself: one whose record is missing is reported beside the others. */
function forEachPair<Input extends Pair, Row>(
  { store }: RouteParts,
  { fromType, toType }: Direction,
  inputs: readonly Input[],
  associate: (from: RecordKey, to: RecordKey, input: Input) => readonly Row[],
): { readonly rows: readonly Row[]; readonly errors: readonly WireBatchError[] } {
  checkInputs(inputs);
  const errors: WireBatchError[] = [];
  const rows = inputs.flatMap((input) => {
    const from = { objectType: fromType, id: input.from.id };
    const to = { objectType: toType, id: input.to.id };
    const missing = [from, to].find(
      (key) => store.findObject(key.objectType, key.id) === undefined,
    );
    if (missing === undefined) return associate(from, to, input);
    errors.push(batchError(objectNotFound(missing.id).body));
    return [];
  });
  return { rows, errors };
}

function registerCreates(routes: Hono<HubSpotEnvironment>, parts: RouteParts): void {
  const { store, clock } = parts;
  routes.post('/:fromType/:toType/batch/associate/default', async (context) => {
    const { fromType, toType } = context.req.param();
    const direction = readDirection(store, context, fromType, toType, 'write');
    const { inputs } = await readBody(context, defaultsSchema);
    store.associationTypes.of(direction.fromType, direction.toType);
    const { rows, errors } = forEachPair(parts, direction, inputs, (from, to) =>
      associateByDefault(store, from, to),
    );
    return context.json(formatBatch(rows, errors, clock.nowMs()), errors.length > 0 ? 207 : 200);
  });
  routes.post('/:fromType/:toType/batch/create', async (context) => {
    const { fromType, toType } = context.req.param();
    const direction = readDirection(store, context, fromType, toType, 'write');
    const { inputs } = await readBody(context, createSchema);
    const isPrimaryIn = ({ types }: (typeof inputs)[number]): readonly (boolean | undefined)[] =>
      types.map((spec) =>
        store.associationTypes.isPrimary(direction.fromType, direction.toType, spec),
      );
    if (inputs.some((input) => isPrimaryIn(input).includes(undefined))) {
      throw new HubSpotApiError(400, {
        message: 'One or more association types are invalid for this direction',
        category: 'VALIDATION_ERROR',
      });
    }
    const { rows, errors } = forEachPair(parts, direction, inputs, (from, to, input) => {
      const isPrimary = isPrimaryIn(input).includes(true);
      store.associations.associate(from, to, isPrimary);
      return [
        {
          fromObjectTypeId: objectTypeInfo(from.objectType).typeId,
          fromObjectId: Number(from.id),
          toObjectTypeId: objectTypeInfo(to.objectType).typeId,
          toObjectId: Number(to.id),
          labels: isPrimary ? ['Primary'] : [],
        },
      ];
    });
    return context.json(formatBatch(rows, errors, clock.nowMs()), errors.length > 0 ? 207 : 201);
  });
}

function registerArchiveAndLabels(routes: Hono<HubSpotEnvironment>, { store }: RouteParts): void {
  routes.post('/:fromType/:toType/batch/archive', async (context) => {
    const { fromType, toType } = context.req.param();
    const direction = readDirection(store, context, fromType, toType, 'write');
    const { inputs } = await readBody(context, archiveSchema);
    checkInputs(inputs);
    for (const { from, to } of inputs) {
      for (const { id } of to) {
        store.associations.dissociate(
          { objectType: direction.fromType, id: from.id },
          { objectType: direction.toType, id },
        );
      }
    }
    return context.body(null, 204);
  });
  routes.get('/:fromType/:toType/labels', (context) => {
    const { fromType, toType } = context.req.param();
    const direction = readDirection(store, context, fromType, toType, 'read');
    const { primary, unlabeled } = store.associationTypes.of(direction.fromType, direction.toType);
    const types = primary === undefined ? [unlabeled] : [unlabeled, primary];
    return context.json({
      results: types.map(({ category, typeId, label }) => ({ category, typeId, label })),
    });
  });
}

/** The associations of many records, whose paths begin otherwise than those of one. */
export function createAssociationBatchRoutes(parts: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  registerRead(routes, parts);
  registerCreates(routes, parts);
  registerArchiveAndLabels(routes, parts);
  return routes;
}
