import { Hono } from 'hono';
import { z } from 'zod';
import { HubSpotApiError } from '../api-error.ts';
import type { BehaviorSwitches } from '../behavior.ts';
import type { TokenBook } from '../http/access-tokens.ts';
import { bearerToken, missingScopes, notAuthenticated } from '../http/authentication.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readBody } from '../http/request-body.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { API_SOURCE } from './api-source.ts';

const bodySchema = z.strictObject({ tokenKey: z.string() });

const INSTALLING_USER_ID = 1;
/** A token of the European data center is looked for there only if the header says so too. */
const EUROPEAN = /^pat-eu\d-/;

const notFound = (): HubSpotApiError =>
  new HubSpotApiError(404, { message: 'resource not found', category: 'OBJECT_NOT_FOUND' });

export interface AccessTokenInfoParts {
  readonly tokens: TokenBook;
  readonly behavior: BehaviorSwitches;
  readonly store: HubSpotStore;
}

/** What a token may do. The body is the credential: no header, no scope, no rate limit. */
export function createAccessTokenInfoRoutes(parts: AccessTokenInfoParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  routes.post('/oauth/v2/private-apps/get/access-token-info', async (context) => {
    const { accessTokenInfo } = parts.behavior.current;
    if (accessTokenInfo === 'forbidden') throw missingScopes([]);
    if (accessTokenInfo === 'not-found') throw notFound();
    const { tokenKey } = await readBody(context, bodySchema);
    const scopes = parts.tokens.scopesOf(tokenKey);
    if (scopes === undefined) throw notFound();
    if (EUROPEAN.test(tokenKey) && bearerToken(context) !== tokenKey) throw notAuthenticated();
    return context.json({
      userId: INSTALLING_USER_ID,
      hubId: parts.store.account.portalId,
      appId: Number(API_SOURCE.id),
      scopes,
    });
  });
  return routes;
}
