import type { Context, MiddlewareHandler } from 'hono';
import type { Identifiers } from '../model/identifiers.ts';

/** What the middleware leaves for the routes. */
export interface HubSpotEnvironment {
  Variables: {
    correlationId: string;
    accessToken: string;
    scopes: readonly string[];
    namesMissingScopes: boolean;
  };
}

export type HubSpotContext = Context<HubSpotEnvironment>;

/** HubSpot names every answer, an error in its body as well. */
export const correlate =
  (identifiers: Identifiers): MiddlewareHandler<HubSpotEnvironment> =>
  async (context, next) => {
    const correlationId = identifiers.nextCorrelationId();
    context.set('correlationId', correlationId);
    await next();
    context.header('x-hubspot-correlation-id', correlationId);
  };
