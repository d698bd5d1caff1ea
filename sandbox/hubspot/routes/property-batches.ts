import { Hono } from 'hono';
import { HubSpotApiError, propertyNotFound } from '../model/api-error.ts';
import type { PropertyInput } from '../model/entities.ts';
import { batchError, formatBatch, type WireBatchError } from '../formatters/record.ts';
import type { WireProperty } from '../formatters/property.ts';
import { formatProperty, formatReadProperty } from '../formatters/property.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readBody } from '../http/request.ts';
import { checkBatchSize } from './batch-outcome.ts';
import {
  propertyBatchArchiveSchema,
  propertyBatchCreateSchema,
  propertyBatchReadSchema,
  readableSchema,
  writableSchema,
} from './property-schemas.ts';
import type { RouteParts } from './route-parts.ts';

interface Outcome {
  readonly results: readonly WireProperty[];
  readonly errors: readonly WireBatchError[];
}

/** Each input stands for itself: the refused ones are reported beside the others. */
function forEachInput<Input>(
  inputs: readonly Input[],
  handle: (input: Input) => WireProperty,
): Outcome {
  const results: WireProperty[] = [];
  const errors: WireBatchError[] = [];
  for (const input of inputs) {
    try {
      results.push(handle(input));
    } catch (error) {
      if (!(error instanceof HubSpotApiError)) throw error;
      errors.push(batchError(error.body));
    }
  }
  return { results, errors };
}

export function createPropertyBatchRoutes(parts: RouteParts): Hono<HubSpotEnvironment> {
  const { store, clock, behavior } = parts;
  const routes = new Hono<HubSpotEnvironment>();
  const path = '/:objectType/batch';

  routes.post(`${path}/create`, async (context) => {
    const objectType = writableSchema(store, context, context.req.param('objectType'));
    const { inputs } = await readBody(context, propertyBatchCreateSchema);
    checkBatchSize(inputs);
    const create = (input: PropertyInput): WireProperty =>
      formatProperty(store.createProperty(objectType, input));
    const { results, errors } =
      behavior.current.batchCreate === 'each-input'
        ? forEachInput(inputs, create)
        : store
            .properties(objectType)
            .atomically((): Outcome => ({ results: inputs.map(create), errors: [] }));
    const status = errors.length > 0 ? 207 : 201;
    return context.json(formatBatch(results, errors, clock.nowMs()), status);
  });
  routes.post(`${path}/read`, async (context) => {
    const objectType = readableSchema(store, context, context.req.param('objectType'));
    const { inputs, archived } = await readBody(context, propertyBatchReadSchema);
    checkBatchSize(inputs);
    const { results, errors } = forEachInput(inputs, ({ name }) => {
      const found = store.properties(objectType).find(name);
      if (found?.archived !== archived) throw propertyNotFound(name);
      return formatReadProperty(found, behavior.current);
    });
    const status = errors.length > 0 ? 207 : 200;
    return context.json(formatBatch(results, errors, clock.nowMs()), status);
  });
  routes.post(`${path}/archive`, async (context) => {
    const objectType = writableSchema(store, context, context.req.param('objectType'));
    const { inputs } = await readBody(context, propertyBatchArchiveSchema);
    checkBatchSize(inputs);
    const properties = store.properties(objectType);
    // Whatever is not active is passed over, as HubSpot's reference says.
    properties.atomically(() => {
      for (const { name } of inputs) {
        if (properties.find(name)?.archived === false) properties.archive(name);
      }
    });
    return context.body(null, 204);
  });
  return routes;
}
