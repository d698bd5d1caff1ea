import type { MiddlewareHandler } from 'hono';
import type { Identifiers } from '../identifiers.ts';
import type { HubSpotEnvironment } from './environment.ts';

/** HubSpot names every answer, an error in its body as well. */
export const correlate =
  (identifiers: Identifiers): MiddlewareHandler<HubSpotEnvironment> =>
  async (context, next) => {
    const correlationId = identifiers.nextCorrelationId();
    context.set('correlationId', correlationId);
    await next();
    context.header('x-hubspot-correlation-id', correlationId);
  };
