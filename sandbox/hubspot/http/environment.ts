import type { Context } from 'hono';

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
